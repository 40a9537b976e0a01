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
    {"none.sorry", Kind::none, 44, "xin_loi"},
    {"none.opt_out", Kind::none, 93,
     "đừng|khỏi|ngừng|ngưng|dừng|thôi|hủy|tắt ~5 nhận|nhắn|gui_tin|nhắc|nhắc|lam_phien|làm_phiền|"
     "theo_doi_tin|gui_thong_bao|thong_bao|spam|dang_ky|tin_nhan|gửi_nữa|nhận_tin|gui_may_tin", "opt_out=true"},
    {"none.opt_out_no_more", Kind::none, 93,
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
     "phan_hoi_tu_dong"},
    {"none.buy", Kind::none, 80, "=ai mua|đi|ăn|uống|nhậu|rảnh|chơi|cafe|cf"},
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
     "<nguoi_khac> ~5 <gui>|<xong>|xin|nộp|báo|làm|hoan_thanh|gia_hạn|<giahan>"},
    {"none.for_others", Kind::none, 88, "gia_hạn|duyet|cấp ~5 <nguoi_khac>"},
    {"none.saw_others", Kind::none, 88, "thấy bên ~5 <gui>|<xong>"},
    {"none.above_sent", Kind::none, 86, "ubnd_huyen|cấp_trên|ubnd_tinh ~ đã ~ <gui>|ban_hanh"},
    {"none.irony", Kind::none, 84,
     "cho_vui|trên_giấy|cuộc_đời|cuoc_doi|nghỉ_hưu_sớm|hết_xăng|mới_lạ"},
    {"none.others_unit", Kind::none, 82, "bên <don_vi>|kia|ấy ~5 <gui>|<xong>|xin|báo"},
    {"none.look_at_them", Kind::none, 83, "<gui>|<xong>|báo ~8 kìa|ghê"},
    {"none.others_unit", Kind::none, 83, "phường|xã|ấp|thôn|bên <num>|<xung_ho>? ~8 <gui>|<xong>|báo ~5 lận $"},
    {"none.heard", Kind::none, 88,
     "nghe ~5 nói|báo|bảo|kể|đồn ~8 <gui>|<xong>|khong_phat_sinh|gia_hạn|phat_sinh"},
    {"none.past_year", Kind::none, 84,
     "năm_ngoái|năm_trước|năm_rồi|quý_trước|kỳ_trước|đợt_trước|hồi_2021|hồi_nẳm|hồi_xưa|"
     "ngày_xưa|hồi_đó|nhớ_hồi|năm_kia|dạo_nọ|hồi_năm|tháng_trước|!kỳ_rồi|"
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
    // told of others, or of another life than the office's
    {"none.said_by", Kind::none, 88,
     "<person> ~5 nói|kể|bảo|khoe|kêu|nhắn ~5 <gui>|<xong>|gia_hạn|<giahan>"},
    {"none.fees", Kind::none, 85,
     "nộp|đóng ~5 đảng_phí|hội_phí|đoàn_phí|công_đoàn_phí|tiền_quỹ|tiền_phạt|bảo_hiểm_xe"},
    {"none.fees_paid", Kind::none, 85, "đảng_phí|hội_phí|đoàn_phí|công_đoàn_phí ~8 nộp|đóng"},
    {"none.those_there", Kind::none, 92,
     "mấy|các chị|anh|bạn|em|cô|chú|đứa|xã|đơn_vị|phường kia|ấy ~5 <gui>|<xong>|làm|báo|xin"},
    {"none.those_not_yet", Kind::none, 92,
     "mấy|các chị|anh|bạn|em|cô|chú|đứa|xã|đơn_vị|phường kia|ấy chưa|không ~5 <gui>|<xong>|làm"},
    {"none.those_others", Kind::none, 92,
     "mấy|các chị|anh|bạn|em|cô|chú|đứa bên|ở|dưới|trên|đằng ~5 <gui>|<xong>|được"},
    {"none.wish", Kind::none, 82, "mong|cầu|ước|hy_vọng|hi_vọng|cầu_mong|ước_gì|ước_chi|"
     "mong_sao|cầu_trời|phải_chi ~5 trời|mưa|nắng|<date>|tự|<xong>"},
    {"none.private", Kind::none, 83,
     "hàng_xóm|con_bé|thằng_cu|nhỏ_bạn|cô_giáo|bài_tập|xong_đời|xong_phim|toang|phim|ăn_sáng|"
     "ăn_trưa|ăn_tối|bữa_sáng|giao_hàng|đơn_hàng|ship_hàng|tiền_nhà|tiền_trọ|tiền_quỹ|"
     "quỹ_lớp|quỹ_trưa|phạt_nguội|kéo_co|trà_đá|bà_xã|ông_xã|trận_đấu|đội_tuyển|worldcup|xổ_số|"
     "vé_số|!lô_tô|giảm_cân|tập_gym|yoga|!xăm|làm_tóc|!spa|!game|tiktok|netflix|người_yêu|crush|"
     "!bồ|hẹn_hò|bằng_lái|sửa_xe|rửa_xe|đổ_xăng|đi_chợ|nấu_cơm|giặt_đồ|rửa_chén|lau_nhà|ngủ_trưa|"
     "cắt_tóc|cầu_lông|tiền_học|an_sang|an_trua|giao_hang|don_hang|phat_nguoi|nấu_ăn|!lẩu|!bún|"
     "!phở|trà_sữa|karaoke_tối|tiền_điện_nộp|tiền_nước_nộp|nộp_tiền_điện|nộp_tiền_nước|"
     "đóng_tiền_điện|lương_tháng|áo_dài|chén_bát|con_em_học"},
    {"none.other_life", Kind::none, 84,
     "thanh_xuân|tuổi_trẻ|tuổi_thọ|nghỉ_tết|ăn_tết|kiếp_này|kiếp_sau|tình_yêu|hôn_nhân|làm_người|"
     "thanh_xuan|nghi_tet"},
    {"none.market", Kind::none, 89,
     "vay_tiêu_dùng|thế_chấp|nhắn_ngay|liên_hệ_ngay|gọi_ngay|việc_nhẹ|thu_nhập_cao|lãi_suất|"
     "inbox|ib|khuyến_mãi|khuyen_mai|giảm_giá|giam_gia|sale|freeship|free_ship|chốt_đơn|chot_don|"
     "thanh_lý|tuyển_sinh|khai_trương|khai_truong|mua_1|mua_hông|mua_không|mua_hong|mua_khong|"
     "giá_sỉ|gia_si|vay_tiền_nhanh|lãi_suất_thấp|đặt_hàng|dat_hang|order|combo|voucher|ưu_đãi|"
     "uu_dai|còn_suất|học_online|khóa_học_tiếng_anh|tiếng_anh_online|!cho_!thuê|!cần_!bán"},
    {"nothing.asked_of_others", Kind::nothing, 90, "<xong>|<gui> chưa thì ~5 báo|nhắn|nói"},
    {"none.joke", Kind::none, 76, "giỡn|!đùa"},
    {"none.curse", Kind::none, 50, "met_qua|chan_qua|troi_oi|tr_oi|trời_ơi|mệt"},
    {"none.example", Kind::none, 84, "vi_du|vd|trich|copy|fw|fwd|chuyen_tiep"},
    // swallowed: they hide words of an act
    {"nothing.extension_denied", Kind::nothing, 88,
     "không|khỏi|chưa|đâu|đâu_có|chẳng ~ có|cần|phải|dám|muốn|hề|định ~ xin? <giahan>"},
    {"nothing.extension_denied_plainly", Kind::nothing, 88,
     "không|khỏi|chưa|đâu|đâu_có|chẳng|đừng cho? xin? <giahan>"},
    {"nothing.who_asked", Kind::nothing, 90,
     "ai ~ xin|cần|đòi|bảo|nói|kêu ~5 <giahan>|<xong>|<gui> ~ chứ|đâu|hồi_nào"},
    {"nothing.topic_of_extension", Kind::nothing, 90,
     "vụ|chuyện|cái_vụ|cái_chuyện|về_việc|việc xin? <giahan> $"},
    {"nothing.it_is_the_due_date", Kind::nothing, 88, "<date> ~ là hạn ~ chót? $"},
    {"nothing.you_all", Kind::nothing, 91, "mấy chị|anh|em|bác|cô|chú|sếp|đ/c|d/c|đồng_chí|bạn"},
    {"nothing.luckily", Kind::nothing, 80, "may sao|quá|mà|thay"},
    {"nothing.told_to_send", Kind::nothing, 82,
     "<gui> ~5 cho toi|tui|em|chị|anh|tôi ~ trước|chậm_nhất <date>"},
    {"nothing.send_it_then", Kind::nothing, 92, "chưa ~ <gui>|<xong> ~ thì <gui>|làm|báo"},
    {"nothing.no_school", Kind::nothing, 90,
     "thi_truong|thị_trường|môi_trường|moi_truong|hiện_trường|quảng_trường"},
    {"nothing.they_promise", Kind::nothing, 82, "<don_vi>|<xung_ho> ~ hẹn|hứa ~ <date>"},
    {"nothing.understood_wrongly", Kind::nothing, 88, "hiểu|biết|nhận lộn|nhầm|sai"},
    {"nothing.new_in_office", Kind::nothing, 88, "mới|vừa nhận việc|nhiệm_vụ|bàn_giao|công_tác|chức"},
    {"none.meeting_over", Kind::none, 80, "^ họp|đám|lễ|ăn|nhậu xong rồi? $"},
    {"nothing.nobody_said", Kind::nothing, 91, "có ai|gì ~5 đâu"},
    {"nothing.their_paper", Kind::nothing, 87,
     "mà <don_vi> ~5 <gui>|<xong> rồi"},
    {"nothing.it_seemed", Kind::nothing, 89, "tưởng ~5 mất|<xong>|<gui>|<hong>|trễ|quá_hạn"},
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
