#include "engine/command/refusals.h"

#include <fmt/format.h>

namespace dondoc {

Rejected unknown_duty(std::string_view code) {
  return {
      Refusal::unknown,
      fmt::format("Không tìm thấy việc có mã [{}]. Nhắn \"việc của tôi\" để xem các mã.", code)};
}
Rejected unknown_plan(std::string_view plan) {
  return {Refusal::unknown, fmt::format("Không tìm thấy kế hoạch {}.", plan)};
}
Rejected unknown_person(std::string_view person) {
  return {Refusal::unknown, fmt::format("Không tìm thấy cán bộ {} trong danh bạ.", person)};
}
Rejected unknown_unit(std::string_view unit) {
  return {Refusal::unknown, fmt::format("Không tìm thấy đơn vị {} trong danh bạ.", unit)};
}
Rejected not_of_this_unit(std::string_view code) {
  return {Refusal::forbidden,
          fmt::format("Việc [{}] không thuộc đơn vị của người gửi nên chưa ghi nhận.", code)};
}
Rejected only_for_leads(std::string_view code) {
  return {
      Refusal::forbidden,
      fmt::format("Với việc [{}], nội dung này do lãnh đạo phụ trách đơn vị quyết định.", code)};
}
Rejected only_for_administrators() {
  return {Refusal::forbidden, "Nội dung này do người quản trị hệ thống thực hiện."};
}
Rejected no_such_move(std::string_view code, std::string_view state_label) {
  return {Refusal::not_now,
          fmt::format("Việc [{}] đang ở trạng thái \"{}\" nên chưa làm được bước này.", code,
                      state_label)};
}
Rejected moved_on(const Assignment& assignment) {
  return {Refusal::not_now,
          fmt::format("Việc [{}] đã bàn giao khi sắp xếp đơn vị, nay theo dõi dưới mã [{}].",
                      assignment.code, fmt::join(assignment.moved_to, "], ["))};
}
Rejected missing(std::string_view what) {
  return {Refusal::invalid, fmt::format("Đề nghị cho biết {}.", what)};
}
Rejected too_long(std::string_view what) {
  return {Refusal::invalid, fmt::format("Phần {} quá dài; đề nghị rút gọn hoặc gửi tệp.", what)};
}
Rejected invalid(std::string reason) { return {Refusal::invalid, std::move(reason)}; }
Rejected already(std::string reason) { return {Refusal::redundant, std::move(reason)}; }

}  // namespace dondoc
