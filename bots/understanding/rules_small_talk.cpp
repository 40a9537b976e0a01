// What is said and means nothing for a duty: greetings, jokes, requests to be left alone, and words
// that only look like an act ("ra mắt", "ăn cơm xong").
#include "bots/understanding/rules.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr Rule k_rules[] = {
    {"none.greeting", Kind::none, 66, "chúc|chào|xin_chao|hello|alo|good_morning|!hi"},
    {"none.laugh", Kind::none, 52,
     "haha|hihi|hehe|kkk|kk|kaka|huhu|hic|lol|=))|:))|😂|🤣|😅|😁|hì|hí|haizz|❤️|🌹|🎉"},
    {"none.thanks", Kind::none, 48, "cam_on|cảm_ơn|cám_ơn"},
    {"none.sorry", Kind::none, 44, "xin_loi ~"},
    {"none.opt_out", Kind::none, 86,
     "đừng|khỏi|ngừng|ngưng|dừng|thôi|hủy|tắt ~5 nhận|nhắn|gui_tin|nhắc|nhắc|lam_phien|làm_phiền|"
     "theo_doi_tin|gui_thong_bao|thong_bao|spam|dang_ky|tin_nhan|gửi_nữa|nhận_tin|gui_may_tin", "opt_out=true"},
    {"none.opt_out_no_more", Kind::none, 86,
     "không ~ muon|cần|nhận ~ nhận|tin|thong_bao ~ nua|nữa|tu_dong|tin_nhan|này", "opt_out=true"},
    {"none.opt_out_send", Kind::none, 86,
     "khỏi|đừng|ngưng|ngừng ~ gửi ~5 nua|tin|nữa|cho_toi|cho_tui", "opt_out=true"},
    {"none.opt_out_remove", Kind::none, 84,
     "xoa|bo|loai|rút ~ số|ten|toi|tui|minh|so_toi|em|tài_khoản ~ khoi|ra_khoi|khỏi", "opt_out=true"},
    {"none.opt_out_stop", Kind::none, 86,
     "stop|unsubscribe|dung_nhac|ngung_nhac|tu_choi_nhan|chan_bot|dừng_nhắc", "opt_out=true"},
    // not an opt-out: sent already, or asks for an extension
    {"none.story_late", Kind::none, 74,
     "đi|họp|họp|đến ~ trễ|chậm|muon|trễ|muộn ~ chut|xiu|ti|phut|nhe|10"},
    {"none.automatic", Kind::none, 92,
     "tra_loi_tu_dong|tin_nhan_tu_dong|auto|auto_reply|out_of_office|hom_thu_tu_dong|tự_động|"
     "phan_hoi_tu_dong ~"},
    {"none.buy", Kind::none, 80, "=ai mua|đi|ăn|uống|nhậu|rảnh|chơi|cafe|cf ~"},
    {"none.meal", Kind::none, 80,
     "!ăn|!uống|!nhậu|!cơm|an_com|cà_phê|ca_phe|cf|trà_sữa|phở|chạy_bộ|!tắm|!ngủ|xem_phim|đá_banh|"
     "đá_bóng|trận_bóng|trận_hôm_qua|đám_cưới|dam_cuoi|nhiệm_kỳ|cuoc_doi|cuộc_đời|hội_chợ|"
     "sinh_nhat|hồ_sơ_xin_việc|xin_viec|con_em ~5 xong|rồi|lien_hoan|khach"},
    {"none.weather", Kind::none, 60, "!mưa|!nắng|!nóng|!lạnh|!ngập ~ quá|to|ghê|trời"},
    {"none.flooded", Kind::none, 60, "đường ~5 ngập"},
    {"none.praise", Kind::none, 62,
     "bot|he_thong|robot|app ~ thong_minh|hay|gioi|dỏm|phien|ghê|xịn|vui|tiền|dễ_thương|kỳ"},
    {"none.advert", Kind::none, 74,
     "bán|thanh_lý|khuyen_mai|vay_nong|cho_thue ~5 ib|gia|con_heo|re|alo|lien_he|kg|còn"},
    {"none.others_did", Kind::none, 88,
     "<nguoi_khac> ~5 <gui>|<xong>|xin|nộp|báo|làm|hoan_thanh|gia_han|<giahan>"},
    {"none.for_others", Kind::none, 88, "gia_han|duyet|cấp ~5 <nguoi_khac>"},
    {"none.saw_others", Kind::none, 88, "thấy bên ~5 <gui>|<xong>"},
    {"none.above_sent", Kind::none, 86, "ubnd_huyen|cấp_trên|ubnd_tinh ~ đã ~ <gui>|ban_hanh"},
    {"none.irony", Kind::none, 84,
     "cho_vui|trên_giấy|cuộc_đời|cuoc_doi|nghỉ_hưu_sớm|hết_xăng|mới_lạ"},
    {"none.others_unit", Kind::none, 82, "bên <don_vi>|kia|ấy ~5 <gui>|<xong>|xin|báo"},
    {"none.look_at_them", Kind::none, 83, "<gui>|<xong> ~8 kìa|lận|ghê"},
    {"none.heard", Kind::none, 88,
     "nghe ~5 nói|báo|bảo|kể|đồn ~8 <gui>|<xong>|khong_phat_sinh|gia_han|phat_sinh"},
    {"none.past_year", Kind::none, 84,
     "năm_ngoái|năm_trước|năm_rồi|quý_trước|kỳ_trước|đợt_trước|hồi_2021|tháng_trước|!kỳ_rồi|"
     "nhiệm_kỳ_trước|đợt_rồi|cùng_kỳ|lần_trước|dạo_trước|dot_truoc|nam_ngoai|nhớ_kỳ_rồi"},
    {"none.target", Kind::none, 86,
     "chi_tieu|ke_hoach|huyện|trên|tỉnh|nghi_quyet|cap_tren ~ giao|phải|đặt_ra|đề_ra|được_giao ~5 "
     "<num>|<pct>"},
    {"none.target_word", Kind::none, 84,
     "chi_tieu|dinh_muc|quy_dinh|theo_ke_hoach ~5 <num>|<pct>|<date>|phải"},
    {"none.planned", Kind::none, 80,
     "du_kien|dự_kiến|se_to_chuc|du_dinh|sap_toi|dự_định|kế_hoạch_sẽ|ke_hoach_se ~5 <num>|mo|"
     "to_chuc"},
    {"none.someday", Kind::none, 82,
     "mai_mot|mai_mốt|mốt_mai|hôm_nào|bua_nao_ranh|hom_nao_ranh|khi_nao_ranh"},
    {"none.if", Kind::none, 82, "nếu|giả_sử|giá_như|giá_mà|phải_chi|!lỡ|nhỡ|miễn_là"},
    {"none.if_then", Kind::none, 82, "mà ~5 thì"},
    {"none.by_and_by", Kind::none, 80, "co_gi em|e|toi ~ xin|báo|noi ~ sau"},
    {"none.finish_then", Kind::none, 80, "xong viec_nay|cai_nay|dot_nay ~ rồi|thì ~ tinh"},
    {"none.joke", Kind::none, 76, "giỡn|!đùa"},
    {"none.curse", Kind::none, 50, "met_qua|chan_qua|troi_oi|tr_oi|trời_ơi|mệt ~"},
    {"none.example", Kind::none, 84, "vi_du|vd|trich|copy|fw|fwd|chuyen_tiep ~"},
    // swallowed: they hide words of an act
    {"nothing.premiere", Kind::nothing, 90, "ra_mắt|ra_mat"},
    {"nothing.dang", Kind::nothing, 63, "dang_ky|dang_tai|dang_bai|dang_tin|dai_dang"},
    {"nothing.sent_wrongly", Kind::nothing, 90,
     "số_liệu|báo_cáo|so_lieu|bao_cao|con_số ~5 <gui>|báo ~ sai|nhầm|thiếu|lộn|dư"},
    {"nothing.ket", Kind::nothing, 71,
     "ket_nap|ket_qua|ket_luan|lien_ket|doan_ket|cam_ket|so_ket|tong_ket|ket_hop|tiet_kiem|"
     "hoan_canh"},
    {"nothing.nobody", Kind::nothing, 90, "không_ai|chưa_ai|chẳng_ai"},
    {"nothing.noi_dung", Kind::nothing, 89,
     "noi_dung|su_dung|tac_dung|xay_dung|ap_dung ~ nhac|nhan|gui"},
    {"nothing.none_at_all", Kind::nothing, 88, "không|chưa ~5 nào"},
    {"nothing.none_of_it", Kind::nothing, 82, "không|chưa ~2 gì"},
    {"nothing.due_tight", Kind::nothing, 88, "hạn|hạn <date> ~ gặp|sat"},
    {"nothing.done_why", Kind::nothing, 40, "nhắc hoai"},
    {"nothing.secret_name", Kind::nothing, 60, "bao_mat"},
};
// clang-format on

}  // namespace

std::span<const Rule> rules_of_small_talk() { return k_rules; }

}  // namespace dondoc::understanding
