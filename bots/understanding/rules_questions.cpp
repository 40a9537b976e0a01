// What is asked. Questions weigh more than what they ask about: "xong chưa chị" is no "xong".
#include "bots/understanding/rules.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr Rule k_rules[] = {
    // --- until when ---
    {"query.due_when", Kind::query, 84, "han|hạn|thoi_han|deadline|hạn_chót|han_chot|hạn_nộp|thoi_gian_nop|thời_gian_gửi|hạn_cuối ~5 <khi_nao>|nao|may|dau|the_nao|ra_sao|bao_lau|bao_nhieu", "kind=due_date"},
    {"query.due_when_first", Kind::query, 84, "<khi_nao> ~5 han|het_han|den_han|nop|gui|bao_cao|phai|toi_han|chot|xong|hoan_thanh|den_ky", "kind=due_date"},
    {"query.due_submit_when", Kind::query, 84, "nop|gửi|gui|bao_cao|xong|hoan_thanh ~5 <khi_nao>", "kind=due_date"},
    {"query.due_or", Kind::query, 86, "han|hạn ~5 hay ~", "kind=due_date"},
    {"query.due_still", Kind::query, 82, "con ~ may|bao_nhieu ngay|hom|bua|ngày ~ nua|han|thoi_gian", "kind=due_date"},
    {"query.due_changed", Kind::query, 84, "gia_han ~5 <khi_nao>", "kind=due_date"},
    {"query.due_is_it", Kind::query, 78, "han|hạn ~ <date> ~ phai_khong|dung_khong|ha|ạ|a|phai_hong", "kind=due_date"},
    {"query.due_which", Kind::query, 80, "truoc ngay nao|may", "kind=due_date"},
    // --- how ---
    {"query.form", Kind::query, 84, "mau|mẫu|bieu_mau|bieu|phu_luc|form|đề_cương|de_cuong|bang_bieu|biểu_số ~5 nao|gi|may|dau|sao|o_dau|khong|chua|moi|hay|nhi|the_nao|ha", "kind=form"},
    {"query.form_ask", Kind::query, 84, "xin|cho|gui|co|can|nho ~5 mau|mẫu|bieu_mau|form|de_cuong|biểu", "kind=form"},
    {"query.form_how", Kind::query, 82, "lam|bao_cao|viet|dien|ghi|nhap ~ theo|kieu|nhu ~ mau|nao|the_nao|gi|sao", "kind=form"},
    {"query.form_which_cells", Kind::query, 82, "ghi|dien|nhap ~5 o_nao|cho_nao|dau|muc_nao|cot_nao|dong_nao|gi|sao|ca", "kind=form"},
    {"query.form_what_content", Kind::query, 82, "bao_cao|can|gom|co ~ nhung|cac noi_dung|gi|muc|chi_tieu|phan ~ nao|gi", "kind=form"},
    {"query.form_needed", Kind::query, 82, "co can|phai ~ bao_cao|ghi|dien|nhap|neu ~ khong|ha|nhi|hong", "kind=form"},
    {"query.form_enough", Kind::query, 80, "la du chua|đủ_chưa|duoc_chua", "kind=form"},
    {"query.form_column", Kind::query, 82, "mau|bieu ~ co ~ cot|muc ~ khong", "kind=form"},
    {"query.form_nil", Kind::query, 84, "khong_phat_sinh|khong_co ~ thi ~ co|gui|ghi|bao|nop|lam|phai ~", "kind=form"},
    {"query.form_example", Kind::query, 82, "vi_du|nhu ~ dung_khong|phai_khong|đúng_không", "kind=form"},
    // --- to whom ---
    {"query.recipient", Kind::query, 84, "gui|nop|gửi|bao_cao|chuyen|nộp ~5 cho|ve|toi|den|qua|vao|len ~ ai|dau|dia_chi_nao|phong_nao|cho_nao|co_quan_nao|don_vi_nao|mail_nao|bo_phan_nao|ban_nao|so_nao|nguoi_nao|mail_ai|email_nao|nhom_nao|noi_nao|hop_thu_nao|mail_gi", "kind=recipient"},
    {"query.recipient_where", Kind::query, 84, "gui|nop|gửi|nộp ~ dau|o_dau|cho_nao|ai|phong_nao|noi_nao|ve_dau", "kind=recipient"},
    {"query.recipient_who", Kind::query, 82, "ai|phong_nao|don_vi_nao|bo_phan_nao nhan|tiep_nhan|thu|nhận", "kind=recipient"},
    {"query.recipient_address", Kind::query, 82, "dia_chi|email|mail|hop_thu ~ nhan|nop|gui|nào|gi|la_gi", "kind=recipient"},
    {"query.recipient_is_it", Kind::query, 80, "nop|gui ~ ve|cho ... phai_khong|dung_khong", "kind=recipient"},
    // --- which period ---
    {"query.period", Kind::query, 85, "so_lieu|tinh|lay|bao_cao|chot|thong_ke|tong_hop|ky ~5 tu|den|toi|thang|ngay|ky|quy ~ nao|may|dau|khi_nao|bao_nhieu", "kind=period"},
    {"query.period_cutoff", Kind::query, 85, "chot|khoa ~ so_lieu|so|so_sach|đến|toi ~5 nao|may|khi_nao|dau|chua", "kind=period"},
    {"query.period_from_to", Kind::query, 85, "tu ~5 toi|den ~5 nao|may|bao_gio", "kind=period"},
    {"query.period_or", Kind::query, 85, "so_lieu|tinh|lay|ky|bao_cao ~5 thang|quy|ngay|nam ... hay ~", "kind=period"},
    {"query.period_months", Kind::query, 84, "<num> ~ thang hay <num> thang", "kind=period"},
    {"query.period_which", Kind::query, 84, "ky_nao|thang_nao|quy_nao|quy_may|thang_may|ky_may|giai_doan_nao|nam_nao|thời_điểm_nào ~", "kind=period"},
    {"query.period_this", Kind::query, 82, "bao_cao|so_lieu ~ ca_nam|ca_quy|luy_ke|lũy_kế ~ hay|khong|phai|ha", "kind=period"},
    // --- too late? ---
    {"query.late_ok", Kind::query, 86, "con kip|nhan|duoc|han ~ khong|hong|ko|ha|nua|khong_a|k", "kind=late_ok"},
    {"query.late_any_harm", Kind::query, 86, "tre|cham|muon|qua_han|trễ|chậm|muộn|quá_hạn ~5 co ~ sao|bi|duoc|tinh|tru|van_de|anh_huong|phat|nhan|ko", "kind=late_ok"},
    {"query.late_may", Kind::query, 84, "nop|gui ~ tre|cham|muon|sau ~ duoc|co ~ khong|ko|khong|hong", "kind=late_ok"},
    {"query.late_days", Kind::query, 86, "tre|cham|muon|qua_han|trễ ~ ngay|bua|hom ~ co|con|bi|duoc ~", "kind=late_ok"},
    {"query.late_still_accept", Kind::query, 86, "con nhan ~ khong|nua|hong|ha", "kind=late_ok"},
    {"query.late_now", Kind::query, 86, "gio|bay_gio|hom_nay|mai ~ nop|gui|moi ~ con ~ nhan|kip|duoc|tinh ~", "kind=late_ok"},
    {"query.late_overdue", Kind::query, 85, "qua_han ~ chua|roi ~ con|ha|hay|a|phai", "kind=late_ok"},
    {"query.late_penalty", Kind::query, 84, "bi ~ tru_diem|phe_binh|phat|nhac|tinh_tre|trừ_thi_đua ~ khong|ko|ha|hong", "kind=late_ok"},
    // --- how it stands ---
    {"query.done_yet", Kind::query, 84, "<xong>|<gui>|nhan_duoc|nhan|duyet|duoc|ky|den|ve|gia_han|xac_nhan ~5 chưa|chua $", "kind=status"},
    {"query.done_right", Kind::query, 84, "<xong>|<gui>|nhan|nhan_duoc|duoc ~ roi|chua ha|phai_khong|phai_hong|dung_khong|hả|phải|à|đúng_không|phải_không|ah|đúng|nhi", "kind=status"},
    {"query.who_not_yet", Kind::query, 86, "ai|xa_nao|don_vi_nao|ben_nao|phuong_nao|hoi_nao|doan_nao|chi_hoi_nao|nhung_don_vi_nao|nhung_ai|con_ai|truong_nao|ap_nao|to_nao|co_quan_nao|may_xa|bao_nhieu_xa|bao_nhieu_don_vi|may_don_vi|chi_doan_nao|những_xã_nào|phong_nao ~5 chua|roi|da|xong|<gui>|<xong>|nop|lam|cham|tre|bao_cao|thieu", "kind=status"},
    {"query.status_of", Kind::query, 82, "tinh_hinh|tien_do|ket_qua|ho_so|bao_cao ~5 sao_roi|the_nao|toi_dau|den_dau|ra_sao|sao|nhu_the_nao|chua", "kind=status"},
    {"query.accepted", Kind::query, 84, "bao_cao|ben|he_thong|huyen|anh|chi ~5 nhan|duyet|xem|ghi_nhan|thay|tính ~5 chua|khong|hay_chua", "kind=status"},
    {"query.counts_as", Kind::query, 84, "co|da ~ duoc|tinh ~ la ~ <xong>|<gui>|nop ~ khong|chua|ha", "kind=status"},
    {"query.counted", Kind::query, 84, "tinh_la ~ <xong>|<gui> ~ chua|khong", "kind=status"},
    {"query.how_many_late", Kind::query, 84, "tre|qua_han|cham ~ may|bao_nhieu ngay|bua|hom", "kind=status"},
    {"query.is_ok", Kind::query, 76, "on|ok|dat|du|dung ~ chua $", "kind=status"},
    {"query.who_knows", Kind::query, 80, "khong_biet|chua_biet ~5 chua|nua|roi", "kind=status"},
    {"query.how_know", Kind::query, 82, "sao biet|noi ~ chua|xong", "kind=status"},
    // --- in what shape ---
    {"query.format", Kind::query, 86, "ban_giay|ban_cung|ban_mem|ban_word|file_mem|word|pdf|scan|excel|ban_chinh|ban_goc|ban_photo|ky_so|dong_dau|dau_do|file_cung|bản_cứng|bản_mềm|bản_ký|ban_ky|bản_gốc|chu_ky_so|ảnh_chụp|bản_in|ban_scan|file ~5 khong|hay|ko|hong|duoc|ha|nhi|khong_em|chua|dc|k|luon_khong", "kind=format"},
    {"query.format_need", Kind::query, 86, "can|phai|co ~5 ban_giay|ban_cung|dong_dau|ky_so|scan|dau_do|ban_goc|ky_ten|bản_giấy|chữ_ký|ban_chinh|kèm_ảnh|minh_chung|phô_tô|dấu ~ khong|ko|hong|ha|nhi|nua|ạ|a", "kind=format"},
    {"query.format_or", Kind::query, 86, "ban_word|word|pdf|giay|file|excel|scan|ảnh|bản_mềm|ban_mem|mail|ban_giay hay ~", "kind=format"},
    {"query.format_kind", Kind::query, 84, "nop|gui ~ dang|ban|file|dinh_dang|hinh_thuc|kieu ~ gi|nao", "kind=format"},
    {"query.format_may", Kind::query, 84, "chup ~5 duoc|dc ~ khong|ko|k|hong", "kind=format"},
    {"query.format_how_many", Kind::query, 84, "may|bao_nhieu ban|bo|bộ ~", "kind=format"},
    {"query.format_way", Kind::query, 80, "gui|nop ~ qua|bang zalo|mail|duong|he_thong|ioffice|truc ~ duoc|dc ~ khong|ko|k|hong", "kind=format"},
    // --- papers ---
    {"query.document", Kind::query, 85, "xin|cho|gui|chuyen|can|nho|kiếm|co ~5 file|van_ban|ke_hoach|cong_van|tai_lieu|huong_dan|quyet_dinh|toan_van|link|bản_mềm|thong_tu|nghi_dinh|công_văn|phu_luc|ban_scan ~5 voi|khong|giup|gium|lai|cho|coi|xem|đi|ko|hong|nhe|cua|so|nao|duoc|$", "kind=document"},
    {"query.document_where", Kind::query, 84, "ke_hoach|van_ban|cong_van|tai_lieu|quyet_dinh|file|huong_dan|link ~5 dau|o_dau|co_file|cho_nao|khong|ko|chua|tải", "kind=document"},
    {"query.document_again", Kind::query, 85, "gui_lai|cho_lai|xin_lai|gui lai ~5 ke_hoach|van_ban|cong_van|tai_lieu|file|link|huong_dan", "kind=document"},
    {"query.document_which", Kind::query, 82, "van_ban|ke_hoach|cong_van|quyet_dinh so nao|may|bao_nhieu|gi", "kind=document"},
    {"query.document_basis", Kind::query, 80, "theo|can_cu van_ban|ke_hoach|cong_van|quyet_dinh nao|gi|so_may", "kind=document"},
    // --- whom to ask ---
    {"query.contact", Kind::query, 86, "ai ~5 phu_trach|theo_doi|quan_ly|lo|lam|dau_moi|huong_dan|giai_dap|nhan_viec ~", "kind=contact"},
    {"query.contact_call", Kind::query, 86, "goi|hoi|lien_he|gap|alo|nhan|trao_doi|ket_noi|tim ~ ai|so_nao|nguoi_nao|cho_nao|đâu|ben_nao|don_vi_nao|phòng_nào", "kind=contact"},
    {"query.contact_number", Kind::query, 86, "xin|cho|co|gui|biet ~5 so_dien_thoai|so_may|so_zalo|so_cua|lien_lac|dien_thoai|danh_ba|số_di_động|thong_tin_lien_he", "kind=contact"},
    {"query.contact_person", Kind::query, 80, "con theo_doi|phu_trach|lam ~ khong|nua|ha", "kind=contact"},
    {"query.contact_who_is", Kind::query, 84, "dau_moi|nguoi_phu_trach|chuyen_vien|can_bo_phu_trach|người_theo_dõi ~ la ai|ai", "kind=contact"},
    // --- which one ---
    {"query.which_report", Kind::query, 84, "bao_cao|viec|cai|noi_dung|nhiem_vu|ke_hoach|vu|mục|khoản|phan nao|gi vay|ha|the|a|nhi|ạ|day|đó|do|$", "kind=which_report"},
    {"query.which_is_it", Kind::query, 84, "la cai_nao|bao_cao_nao|viec_nao|viec_gi|bao_cao_gi|cai_gi|noi_dung_gi|ke_hoach_nao", "kind=which_report"},
    {"query.which_asked", Kind::query, 82, "nhac|hoi|can|yeu_cau|doi|noi ~ bao_cao_nao|cai_gi|viec_gi|viec_nao|gi|cai_nao|bao_cao_gi", "kind=which_report"},
    {"query.which_or", Kind::query, 80, "bao_cao|ke_hoach ... hay ~ bao_cao|ke_hoach|la", "kind=which_report"},
    {"query.what_report_more", Kind::query, 80, "bao_cao ~ ve ~ gi|noi_dung_gi|van_de_gi|cai_gi|viec_gi", "kind=which_report"},
    // --- what is mine ---
    {"query.my_tasks", Kind::query, 87, "em|toi|minh|xa|chi|anh|hoi|don_vi|ben|e|tui|phong|doan|truong ~5 con|co|phai|no|nợ|thieu|can ~5 nhung|may|gi|bao_nhieu ~ viec|cai|bao_cao|nhiem_vu|muc|nội_dung|khoan|gi ~", "kind=my_tasks"},
    {"query.my_tasks_left", Kind::query, 87, "con|thieu|no|nợ|phai ~5 nhung|may|bao_nhieu ~ viec|cai|bao_cao|nhiem_vu|gi ~ nua|chua|vay|phai|can|đến_hạn|$", "kind=my_tasks"},
    {"query.my_tasks_what", Kind::query, 87, "phai|can|con ~ lam|nop|gui|bao_cao|thuc_hien ~ nhung|gi|viec_gi|cai_gi|bao_cao_nao|cai_nao|may_cai|nhung_gi|bao_nhieu|viec_nao", "kind=my_tasks"},
    {"query.my_tasks_list", Kind::query, 86, "viec_cua_em|viec_cua_toi|viec_cua_minh|danh_sach_viec|cac_viec|nhung_viec|liet_ke ~5", "kind=my_tasks"},
    {"query.my_tasks_this", Kind::query, 84, "thang_nay|tuan_nay|quy_nay|hom_nay|dot_nay ~5 viec_gi|lam_gi|nop_gi|nhung_gi|bao_cao_gi|may_viec|viec_nao|gi", "kind=my_tasks"},
    // --- a question of another kind ---
    {"query.why", Kind::query, 74, "sao|tai_sao|vi_sao|the_nao|co_gi|làm_sao ~ vay|ma|no|lai|he_thong|bot|em|cu|la"},
    {"query.how_press", Kind::query, 80, "bam|nhan|go|vao ~ dau|nao|sao|the_nao|cai_gi"},
    {"query.what_means", Kind::query, 80, "la sao|gi|nghia_la_gi|the_nao $"},
    {"query.dont_understand", Kind::query, 80, "khong hieu ~"},
    {"query.who_said", Kind::query, 82, "ai ~ noi|bao|bảo ~"},
    {"query.ask_thing", Kind::query, 76, "hoi_xiu|cho_hoi|hoi_chut|cho_em_hoi|cho_chi_hoi|hỏi_tí|hoi_ti|hoi_nho ~"},
    {"query.funds_yet", Kind::query, 84, "da|đã|có ~ kinh_phi|tien ~ chua"},
    {"query.is_it_ours", Kind::query, 78, "<num> ~ do|đó|la ~ cua|là ~ ha|hả|phai_khong"},
};
// clang-format on

}  // namespace

std::span<const Rule> rules_of_questions() { return k_rules; }

}  // namespace dondoc::understanding
