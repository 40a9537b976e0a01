// Who does it: handed over to somebody, or not ours at all.
#include "bots/understanding/rules.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr Rule k_rules[] = {
    // --- handed over ---
    {"handover.assign", Kind::handover, 76, "assign|forward|fwd ~ cho|qua|sang|về|lại? <xung_ho>"},
    {"handover.pass_on", Kind::handover, 74,
     "chuyển|=giao|ban_giao|bàn_giao|phan_cong|uy_quyen|giao_lai|chuyen_lai|chuyen_giao|phân_công|"
     "bàn_giao_lại|ủy_quyền|cử ~ <xung_ho> ~ <lam_thay>"},
    {"handover.pass_to", Kind::handover, 70,
     "chuyển|=giao|ban_giao|giao_lai|chuyen_lai|chuyen_giao|bàn_giao_lại|phân_công ~ cho|qua|sang|"
     "về|lại <xung_ho>|<don_vi>|ben|bên"},
    {"handover.pass_person", Kind::handover, 68,
     "chuyển|=giao|ban_giao|phân_công|ủy_quyền ~ <xung_ho> ~ <lam_thay>|rồi|$"},
    {"handover.pass_person_bare", Kind::handover, 64,
     "chuyển|=giao|ban_giao|phân_công|ủy_quyền <viec>? ~ <xung_ho>"},
    {"handover.pass_the_work", Kind::handover, 75,
     "chuyển|=giao|ban_giao|nhường|trao|đẩy <viec>|khau|mang|phan|vu ~8 cho|qua|sang|về|lại ben? "
     "<don_vi>|<person>"},
    {"handover.yield", Kind::handover, 72, "nhường|đẩy|sang_tay|trao_lại ~ cho|qua ~ <person>|<don_vi>"},
    {"handover.from_date_person", Kind::handover, 77, "từ|kể_từ <date> ~ <person> ... <lam_thay>"},
    {"handover.pass_unit", Kind::handover, 66, "chuyển|=giao|ban_giao ~ <don_vi> ~ <lam_thay>"},
    {"handover.pass_unit_bare", Kind::handover, 64,
     "chuyển|=giao|ban_giao ~ ben|bên|cho|qua|sang ~ <don_vi>"},
    {"handover.unit_takes", Kind::handover, 72,
     "<viec>|mang_nay|phan_nay ~5 <don_vi> ~5 dam_nhan|phu_trach|=lo"},
    {"handover.handed", Kind::handover, 70,
     "đã|đã|e|em|toi ban_giao|bàn_giao ~ rồi|xong|lại|hết|cho|công_việc|toan_bo|ho_so"},
    {"handover.handed_already", Kind::handover, 66, "ban_giao ~ rồi|hết|xong $"},
    {"handover.from_now", Kind::handover, 72,
     "từ nay|gio|mai|hom_nay|bay_gio|ngay|thang|thu|tuan|dot_nay ~5 <lam_thay>"},
    {"handover.from_date", Kind::handover, 74, "từ|ke_tu ~ <date>|<past> ~5 <lam_thay>"},
    {"handover.person_from", Kind::handover, 74, "<lam_thay> ~5 từ|ke_tu ~ <date>|<past>"},
    {"handover.person_takes", Kind::handover, 66,
     "<person> ~8 phu_trach|dam_nhan|=thay|tiep_nhan|theo_doi|=lo|lam_thay|nhan_viec|tham_muu|"
     "làm_tiếp|đảm_trách|quan_ly|tiếp_quản|nhận_bàn_giao"},
    {"handover.person_does", Kind::handover, 64, "<person> ~ làm|nhận|=lo|theo_doi|đảm_nhận"},
    {"handover.person_unit_does", Kind::handover, 74,
     "<person> ~ <don_vi> ~5 nhận|làm|=lo|phu_trach|theo_doi"},
    {"handover.moved_to", Kind::handover, 70,
     "sang_tên|sang ~5 cho ~ <don_vi>|<person> ~ <lam_thay>"},
    {"handover.pass_to_unit", Kind::handover, 76, "^ chuyển|=giao ~ cho|qua|sang ~ <don_vi>"},
    {"handover.from_now_send", Kind::handover, 80,
     "từ nay|gio|bay_gio ~5 gửi|liên_hệ|lien_he ~ cho|với|qua"},
    {"handover.person_far", Kind::handover, 68,
     "<person> ... phu_trach|dam_nhan|tiep_nhan|theo_doi"},
    {"handover.person_instead", Kind::handover, 68,
     "<lam_thay> ~ =thay|gium|dum|hộ|giúp ~ em|chỉ|anh|toi|e|minh|c"},
    {"handover.someone_instead", Kind::handover, 72,
     "<person> ~ =thay|lam_thay|thế ~ em|chị|anh|toi|e|minh|c"},
    {"handover.ask_person", Kind::handover, 70,
     "nhờ|nhờ ~ <xung_ho> ~ <lam_thay>|gium|giup|dum|hộ"},
    {"handover.ask_person_loosely", Kind::handover, 66,
     "moi_viec|co_gi|có_gì|viec_gi|moi_thu|trong_thoi_gian_do ~5 nhờ|nhờ|lien_he|gặp|hỏi|nhắn|gọi|"
     "trao_doi|alo ~ <xung_ho>|<don_vi>"},
    {"handover.away_contact", Kind::handover, 76,
     "nghi_phep|nghỉ|di_hoc|di_cong_tac|di_vang|ốm|nam_vien|nghi_thai_san|thai_san|nghi_sinh|"
     "di_tap_huan|!vắng ... lien_he|gặp|hỏi|nhắn|gọi|nhờ|trao_doi|báo ~ <xung_ho>"},
    {"handover.away_instead", Kind::handover, 76,
     "nghi_phep|nghỉ|di_hoc|di_cong_tac|di_vang|ốm|nam_vien|nghi_thai_san|thai_san|nghi_sinh|"
     "di_tap_huan|!vắng ... <lam_thay> ~ =thay|gium|dum|giup|hộ|nhe|$"},
    {"handover.ask_unit_to_do", Kind::handover, 72, "nhờ ~ bên? <don_vi> ~5 làm|=lo|nhận|phụ_trách|đảm_nhận"},
    {"handover.ask_unit", Kind::handover, 70,
     "hỏi|lien_he|gặp|tìm|trao_doi ~ bên? <don_vi> ... ban_giao|=giao|chuyển|làm|=lo"},
    {"handover.contact_instead", Kind::handover, 80,
     "lien_he|gặp|hỏi|nhắn|gọi|tìm ~ <person> ... không|hết ~ giữ|phu_trach|làm|theo_doi|quan_ly"},
    {"handover.contact", Kind::handover, 58, "lien_he|gặp|hỏi|nhắn|gọi|tìm ~ <person>"},
    {"handover.this_by_person", Kind::handover, 82,
     "<viec>|cai_nay|vu_nay|viec_nay ~5 <person> ... làm|=lo|=thay|phu_trach|đảm_nhận|nhận|"
     "theo_doi|giải_quyết"},
    {"handover.to_person_there", Kind::handover, 76, "chuyển|=giao|ban_giao ~ <person> ~ <don_vi>"},
    {"handover.on_leave_person", Kind::handover, 76,
     "di_hoc|nghỉ|ốm|di_cong_tac|di_vang|nam_vien|đi_tập_huấn ... <person> ~ trực|làm|=thay|"
     "trực_thay"},
    {"handover.person_when_away", Kind::handover, 76,
     "nghi_phep|nghỉ|di_hoc|di_cong_tac|di_vang|ốm|nam_vien|thai_san|di_tap_huan ... có_gì|co_gi|"
     "mọi_việc|moi_viec ~ <person>|nhắn|lien_he|gặp|hỏi|gọi|nhờ"},
    {"handover.find_person", Kind::handover, 68,
     "hỏi|lien_he|tim|gặp|gọi ~ <xung_ho> ... ban_giao|=giao|chuyen_cho|phu_trach"},
    {"handover.assigned", Kind::handover, 66,
     "được|được =giao|phan_cong|ban_giao ~ <xung_ho>|<don_vi>"},
    {"handover.duty_given", Kind::handover, 72,
     "<viec> ~ =giao|chuyển|ban_giao|phan_cong ~ <xung_ho>|<don_vi>|ben"},
    {"handover.new_person", Kind::handover, 68,
     "nguoi|can_bo|dau_moi|chuyen_vien mới|phu_trach_moi|theo_doi_moi ~ là"},
    {"handover.focal", Kind::handover, 66, "dau_moi|phu_trach ~ là|chuyển|đợi|=thay ~ <xung_ho>"},
    {"handover.next_by", Kind::handover, 64, "con_lai|phan ~ =giao|chuyển"},
    {"handover.signed_over", Kind::handover, 68,
     "uy_quyen|ủy_quyền|uỷ_quyền|uy_nhiem ~ cho|<xung_ho>"},
    // --- not ours ---
    {"decline.not_my_job", Kind::decline, 78,
     "không|chang|chả|đâu phải|phải|co ~ <viec> ~ của|ben|toi|em|minh|don_vi|hội|xa|phong|e|doan", "reason=not_mine"},
    {"decline.not_job", Kind::decline, 76, "không phải <viec>|nhiem_vu|viec", "reason=not_mine"},
    {"decline.not_ours", Kind::decline, 76,
     "không|đâu|đâu phải|phải ~ ben|bên|của|của em|toi|minh|chung|e|hỏi|tui|doan|xa|phong|don_vi|"
     "<don_vi>", "reason=not_mine"},
    {"decline.not_belong", Kind::decline, 77,
     "không thuoc ~ <viec>|em|ben|toi|don_vi|chuc_nang|tham_quyen|của|mang|linh_vuc|<don_vi>", "reason=not_mine"},
    {"decline.belongs_there", Kind::decline, 74,
     "<viec> ~ thuộc|của|do ~ <don_vi> ~5 $", "reason=not_mine"},
    {"decline.there_does", Kind::decline, 76,
     "cai_nay|việc_này|viec_nay|nội_dung_này|cái_đó|mang_nay|vu_nay|phan_nay|khâu_này ~5 ben|bên|"
     "của|của|thuoc|do <don_vi> ~5 làm|=lo|chu|phu_trach|chu_tri|lo_ma|xu_ly|quan_ly|chứ|không|đâu|"
     "mà", "reason=not_mine"},
    {"decline.of_unit", Kind::decline, 77,
     "của|của|thuoc|do <don_vi> ~ chu|chứ ~ không|đâu|đâu", "reason=not_mine"},
    {"decline.of_unit_not_us", Kind::decline, 77,
     "thuoc|thuộc|của|của|do ~ <don_vi> ... khong_phai|dau_phai|không_phải|đâu_phải|chu_khong", "reason=not_mine"},
    {"decline.not_assigned", Kind::decline, 78,
     "không|chưa ~ được ~ =giao|phan_cong ~ <viec>", "reason=not_mine"},
    {"decline.not_assigned_short", Kind::decline, 72,
     "không ~ được =giao|phân_công", "reason=not_mine"},
    {"decline.not_responsible", Kind::decline, 77,
     "không ~ phu_trach|theo_doi|quan_ly|chủ_trì|tham_gia|dam_nhan|co_chuc_nang|có_thẩm_quyền|"
     "chiu_trach_nhiem|lam_mang", "reason=not_mine"},
    {"decline.only_coordinate", Kind::decline, 76,
     "chỉ|chỉ phoi_hop|phối_hợp|phoi_hop_thoi|hỗ_trợ|tham_gia", "reason=not_mine"},
    {"decline.wrong_unit", Kind::decline, 76,
     "nhầm|lộn|sai|lạc đơn_vị|xã|phòng|địa_chỉ|bên|chỗ|hội", "reason=wrong_person"},
    {"decline.wrong_person", Kind::decline, 80,
     "nhầm|lộn|sai người|số|máy|group|nhóm|nguoi", "reason=wrong_person"},
    {"decline.sent_wrongly", Kind::decline, 82, "^ gửi|nhắn|giao nhầm|lộn rồi", "reason=wrong_person"},
    {"decline.moved_elsewhere", Kind::decline, 82,
     "chuyển|điều_động|luân_chuyển ~ sang|qua|về|lên ~ làm|công_tác|xã|huyện|phường|tỉnh|cơ_quan|"
     "đơn_vị|chỗ ~ khác|mới", "reason=left"},
    {"decline.they_do_this", Kind::decline, 78,
     "<don_vi> ~5 mới làm|=lo|phụ_trách ~ <viec>|cái|vụ|này", "reason=not_mine"},
    {"decline.this_is_of", Kind::decline, 78,
     "<viec>|khoản|cái|vụ|món này|đó|ấy của|thuộc|do ~ <don_vi> ... không|đâu ~ làm|phải|biết|phụ_trách|"
     "nắm", "reason=not_mine"},
    {"decline.sent_wrong", Kind::decline, 78,
     "nhắn|gọi|nhan|tin ~ nhầm|lộn", "reason=wrong_person"},
    {"decline.sent_to_wrong", Kind::decline, 78,
     "gửi|=giao nhầm|lộn|sai người|so|đơn_vị|xã|chỗ|địa_chỉ|phòng", "reason=wrong_person"},
    {"decline.not_him", Kind::decline, 76,
     "không phải ~ <xung_ho>|chu_tich|bi_thu|can_bo|nguoi|trường|ke_toan ~ ... nham|lon|nhầm|lộn",
     "reason=wrong_person"},
    {"decline.not_him_at_all", Kind::decline, 74,
     "toi|minh|em|chỉ|tui|anh không phải|là ~ chu_tich|bi_thu|can_bo|nguoi|trường|ke_toan|dan|"
     "ban_ve", "reason=wrong_person"},
    {"decline.not_know", Kind::decline, 66,
     "không biết|quên ~ gì|viec_nay|ai|vu_nay ... nham|lon", "reason=wrong_person"},
    {"decline.i_sell", Kind::decline, 64,
     "toi|tui|minh ~ ban_ve_so|buon_ban|bán|chạy_xe|o_nha_noi_tro", "reason=wrong_person"},
    {"decline.left_work", Kind::decline, 80,
     "thôi|nghỉ ~ công_tác|làm|phụ_trách|việc ~5 rồi|từ|hồi", "reason=left"},
    {"decline.left", Kind::decline, 78,
     "đã|đã|mới|vừa|chỉ|em|toi|e|tui|minh|anh ~ nghi_viec|nghi_huu|ve_huu|thoi_viec|"
     "chuyen_cong_tac|nghỉ_hưu|về_hưu|nghỉ_việc|chuyen_don_vi|dieu_dong|luan_chuyen|điều_chuyển|"
     "chuyen_nganh|thôi_việc|nghi_lam|nghỉ_làm|thôi_làm|thuyen_chuyen|chuyển_ngành|biệt_phái", "reason=left"},
    {"decline.left_place", Kind::decline, 79, "nghỉ ~ bên|ở xã|phường|hội|đoàn|cơ_quan|đơn_vị|"
     "trường ~ rồi|từ", "reason=left"},
    {"decline.left_bare", Kind::decline, 72,
     "nghi_viec|nghi_huu|ve_huu|thoi_viec|chuyen_cong_tac|về_hưu|nghỉ_hưu ~ rồi|từ|lau|hon|nam|"
     "thang", "reason=left"},
    {"decline.no_longer", Kind::decline, 78,
     "không còn ~ làm|cong_tac|phu_trach|o|theo_doi|giu|dam_nhiem|sinh_hoat|tham_gia|phụ_trách|"
     "quan_ly", "reason=left"},
    {"decline.moved", Kind::decline, 76,
     "chuyển|điều_động|luân_chuyển ~ sang|qua|về|len làm|phong|xa|huyen|tinh|ngan_hang|co_quan|"
     "don_vi|trường|phuong|ubnd|số ~ rồi|từ|làm|không|cong_tac|mới", "reason=left"},
    {"decline.left_now", Kind::decline, 66, "^ em|toi|chị|e|anh nghỉ rồi", "reason=left"},
    {"decline.not_me", Kind::decline, 76,
     "^ không phải em|tôi|minh|chị|anh|tui|toi $", "reason=wrong_person"},
};
// clang-format on

}  // namespace

std::span<const Rule> rules_of_persons() { return k_rules; }

}  // namespace dondoc::understanding
