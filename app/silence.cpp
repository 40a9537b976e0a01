#include "app/silence.h"

namespace dondoc {
namespace {

std::optional<Silence> by_meaning(Meaning meaning) {
  switch (meaning) {
    case Meaning::waiting:
      return Silence::waiting;
    case Meaning::reported:
      return Silence::reported;
    case Meaning::done:
      return Silence::done;
    case Meaning::void_:
      return Silence::taken_out;
    case Meaning::open:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Silence> why_silent(const Assignment& a, const Office& office,
                                  const TimeRules& rules) {
  if (a.next) return std::nullopt;
  if (auto reason = by_meaning(a.meaning)) return reason;
  if (a.quarantined) return Silence::quarantined;
  auto ladder = office.ladders.find(a.ladder);
  if (ladder == office.ladders.end()) return Silence::no_ladder;
  if (!pending_steps(a, ladder->second, rules).empty()) return Silence::unexplained;
  return a.nominal ? Silence::ladder_exhausted : Silence::no_date;
}

bool is_defect(Silence silence) {
  return silence == Silence::no_ladder || silence == Silence::unexplained;
}

std::string_view name_of(Silence silence) {
  switch (silence) {
    case Silence::waiting:
      return "waiting";
    case Silence::reported:
      return "reported";
    case Silence::done:
      return "done";
    case Silence::taken_out:
      return "taken_out";
    case Silence::quarantined:
      return "quarantined";
    case Silence::no_date:
      return "no_date";
    case Silence::ladder_exhausted:
      return "ladder_exhausted";
    case Silence::no_ladder:
      return "no_ladder";
    case Silence::unexplained:
      return "unexplained";
  }
  return "unexplained";
}

std::string_view sentence_of(Silence silence) {
  switch (silence) {
    case Silence::waiting:
      return "Chờ xác nhận thời hạn; khi có thời hạn mới bắt đầu nhắc.";
    case Silence::reported:
      return "Đơn vị đã gửi báo cáo; chờ lãnh đạo xem, không nhắc nữa.";
    case Silence::done:
      return "Việc đã hoàn thành; không nhắc nữa.";
    case Silence::taken_out:
      return "Việc đã được đưa ra khỏi danh sách theo dõi; không nhắc nữa.";
    case Silence::quarantined:
      return "Việc đang bị cách ly do lỗi; người quản trị phải xem và gỡ cách ly.";
    case Silence::no_date:
      return "Việc thường xuyên hoặc khi phát sinh, chưa có thời hạn; không có bước nhắc theo "
             "ngày.";
    case Silence::ladder_exhausted:
      return "Đã qua hết các bước nhắc; việc nằm trong danh sách của lãnh đạo.";
    case Silence::no_ladder:
      return "Không tìm thấy thang nhắc của việc này; cần người quản trị kiểm tra.";
    case Silence::unexplained:
      return "Còn bước nhắc nhưng chưa được hẹn giờ; cần người quản trị kiểm tra.";
  }
  return "";
}

}  // namespace dondoc
