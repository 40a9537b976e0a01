// Promises and wishes to be reminded: the due date does not change by them.
#include "bots/understanding/rules.h"

namespace dondoc::understanding {
namespace {

// clang-format off
constexpr Rule k_rules[] = {
    {"snooze.on_day", Kind::snooze, 70,
     "<date> ~8 <gui>|<xong>|bao_cao|bao_lai|báo|trình|tra_loi|phan_hoi|đưa|đem|chuyển|làm|"
     "nhan_lai|cap_nhat|chốt|thong_bao|co_bao_cao|co_ket_qua"},
    {"snooze.at_time", Kind::snooze, 69,
     "<time> ~5 <gui>|<xong>|bao_cao|bao_lai|báo|trình|tra_loi|phan_hoi|đưa|đem|làm|nhan_lai|"
     "cap_nhat|thong_bao|nhắc"},
    {"snooze.in_hours", Kind::snooze, 70,
     "<hours> ~5 <gui>|<xong>|bao_cao|bao_lai|báo|co|tra_loi|phan_hoi|làm|nhan_lai|nhắc"},
    {"snooze.give_hours", Kind::snooze, 68,
     "cho|cho_em|chờ|đợi|đợi|khoang|tam|sau|trong ~ <hours>"},
    {"snooze.send_on", Kind::snooze, 66,
     "<gui>|<xong>|bao_cao|bao_lai|báo|trinh|tra_loi|phan_hoi|cap_nhat|co ~ <date>"},
    {"snooze.send_at", Kind::snooze, 64, "<gui>|bao_lai|báo|trinh|phan_hoi ~ <time>|<hours>"},
    {"snooze.will_send", Kind::snooze, 66,
     "sẽ|sẽ ~5 <gui>|<xong>|bao_cao|bao_lai|phan_hoi|cap_nhat ~5 <date>"},
    {"snooze.will_send_soon", Kind::snooze, 60,
     "sẽ|sẽ ~5 <gui>|bao_cao|bao_lai|phan_hoi|tra_loi ~ som|ngay|lien|sau|$"},
    {"snooze.soon", Kind::snooze, 67,
     "lát|lát_nữa|chút|xíu|tí|chút_nữa|ti_nua|xiu_nua|lat_nua|một_lát|lúc_nữa|tẹo|tẹo_nữa|chốc_nữa "
     "~5 <gui>|báo|bao_lai|nhan_lai|goi_lai|tra_loi|làm|phan_hoi|nhắn|có"},
    {"snooze.in_meeting", Kind::snooze, 72, "đang họp|bận ... lát|chút|tí|xíu|lát_nữa"},
    {"snooze.soon_bare", Kind::snooze, 60,
     "^ lat_nua|chut_nua|ti_nua|xiu_nua|doi_chut|cho_chut|đợi_xíu|chờ_tí|doi_ti|từ_từ|dang_hop"},
    {"snooze.send_soon", Kind::snooze, 64,
     "<gui> ~ ngay|lien|liền|som_nhat|sau|luôn_bây_giờ|trong_hom_nay|ngay_bay_gio|gặp $"},
    {"snooze.until_then", Kind::snooze, 66, "de|để <date>|<time>"},
    {"snooze.done_then_send", Kind::snooze, 84,
     "^ ăn|họp|làm|!cơm|đi|khám|nghỉ_trưa|về|điểm_danh|dạy|lễ ~ xong|về ~ em|e|tôi|mình|tui|là|thì|"
     "bên|xã|sẽ|chị ~ <gui>|báo|bao_cao|nhắn|trả_lời|làm"},
    {"snooze.done_then_tell", Kind::snooze, 72,
     "<xong> ~ em|e|tôi|mình|tui|là|thì|sẽ ~ <gui>|báo|bao_cao|nhắn|trả_lời ~ liền|ngay|lại|liền|"
     "luôn|chị|anh|sau|nhé|nghen|$"},
    {"snooze.wait_until_done", Kind::snooze, 68, "đợi|chờ|để ~8 xong"},
    {"snooze.let_me_then", Kind::snooze, 64, "de|để ~5 xong ~5 <gui>|nộp|báo"},
    {"snooze.after_meeting", Kind::snooze, 64, "họp|họp ~ xong|về ~5 <gui>|báo|tra_loi|làm|nhận"},
    {"snooze.remind", Kind::snooze, 72,
     "nhắc|nhắc ~ lại|em|chỉ|toi|minh|tui|giup|anh|gium|e|c|vào|luc|xa|sau|don_vi ~5 <date>|<time>|"
     "<hours>|<span>"},
    {"snooze.remind_on", Kind::snooze, 72, "<date>|<time>|<hours> ~ nhắc|nhắc"},
    {"snooze.remind_later", Kind::snooze, 68, "nhắc|nhắc ~ sau|lai_sau|lại"},
    {"snooze.as_soon_as", Kind::snooze, 66,
     "<xong>|xong|co|duyet|ký|về|gửi ~5 là|thì|thì ~ <gui>|báo"},
    {"snooze.when_ready", Kind::snooze, 86,
     "khi_nao|bao_gio|hễ|lúc_nào|bao_giờ|chừng_nào|bao_giờ ~ có|<xong>|ký|duyệt|rảnh|họp|về|"
     "gửi_lên|nộp|nhận|làm ~5 em|e|toi|minh|là|thì|chị|tui|xã|bên ~5 <gui>|báo|bao_cao|nhắn|liền"},
    {"snooze.as_soon_as_there", Kind::snooze, 70,
     "hễ|có|ký_xong|xong ~8 là ~ <gui>|nộp|gửi ~ liền|luôn|ngay|$"},
    {"snooze.only_by", Kind::snooze, 66, "<date> ~ mới|mới"},
    {"snooze.do_on", Kind::snooze, 60, "<date> ~5 <lam>|ra_quan|mo|họp|to_chuc"},
    {"snooze.do_on_reverse", Kind::snooze, 58, "du_dinh|dự_kiến|tính ~5 <date>"},
    {"snooze.promise", Kind::snooze, 68,
     "hen|hẹn|hứa|hua|xin_hua|cam_ket|đảm_bảo ~5 <date>|<time>|<hours>|mai|nộp|gửi"},
    {"snooze.before_day", Kind::snooze, 66,
     "truoc|chậm_nhất|cham_nhat|muon_nhat|trong ~ <date> ~5 <gui>|<xong>|co|sẽ|bao_cao"},
    {"snooze.send_before", Kind::snooze, 66,
     "<gui>|<xong> ~ truoc|chậm_nhất|cham_nhat|muon_nhat|trong|vào|luc|khoang ~ <date>|<time>"},
    {"snooze.bare_day", Kind::snooze, 56, "^ <date> $"},
    {"snooze.try_day", Kind::snooze, 68,
     "co_gang|cố|cố_gắng|ráng|rang|tranh_thu|phan_dau ~5 <date>|<time>"},
};
// clang-format on

}  // namespace

std::span<const Rule> rules_of_promises() { return k_rules; }

}  // namespace dondoc::understanding
