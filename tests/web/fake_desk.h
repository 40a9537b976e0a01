// A desk that keeps what it was told, and a view to print; the templates as they stand in the
// project's folder.
#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/demo_desk.h"
#include "web/demo_pages.h"

namespace dondoc {

/// Texts read once, by path from the project's root.
inline std::optional<std::string_view> project_file(std::string_view name) {
  static std::map<std::string, std::string, std::less<>> texts;
  auto found = texts.find(name);
  if (found == texts.end()) {
    std::ifstream in(std::string(DONDOC_SOURCE_DIR "/") + std::string(name), std::ios::binary);
    if (!in) return std::nullopt;
    std::string text{std::istreambuf_iterator<char>(in), {}};
    found = texts.emplace(std::string(name), std::move(text)).first;
  }
  return found->second;
}

inline DemoView small_view() {
  DemoView view;
  view.clock = {"2023-11-13T08:00:00+07:00", "Thứ Hai", "13/11/2023", "08:00"};
  view.plans = {{"B-HPN-HM-2023", "Kế hoạch 148/KH-BTV", true},
                {"A-QD8-2011", "Kế hoạch 57/KH-ĐTN", false}};
  view.plan = "B-HPN-HM-2023";
  view.title = "Kế hoạch 148/KH-BTV ngày 25/5/2023";
  view.boxes = {{"total", "Tổng số", "15"}, {"overdue", "Quá hạn", "3"}};
  view.rows = {{"B20-02", "Xã Đông Thạnh", "Báo cáo kết quả năm 2023", "2023", "24/11/2023",
                "Quá hạn 5 ngày", "overdue", "Vướng mắc: thiếu số liệu", "Chưa cập nhật"}};
  view.questions = {{"B-Q3", "[B20] Báo cáo", "Hạn là ngày nào?", "Ngày 15/7", ""}};
  WindowView window{
      1, "cb-ba-diem", "Lê Thị Ví Dụ", "Cán bộ phụ trách", "Xã Bà Điểm", {"việc của tôi"}, {}};
  window.bubbles = {{"7",
                     "office",
                     "Thứ Hai, 13/11/2023",
                     "Kính nhắc đồng chí",
                     "08:00",
                     {{"Tiếp nhận", "ack:B20-01:7"}}}};
  view.windows = {window};
  view.groups = {{"Kế hoạch 148/KH-BTV", {{"cb-ba-diem", "Xã Bà Điểm – Lê Thị Ví Dụ", 7}}}};
  return view;
}

class FakeDesk : public DemoDesk {
 public:
  Result<DemoView> look(const DemoChoice& choice) override {
    asked = choice;
    if (broken) return failure(ErrorKind::transient, "busy");
    return view;
  }
  std::string version() override { return now; }
  std::string wait_for_change(const std::string&) override { return now; }
  Deed say(const std::string& person, const std::string& text, const std::string& key) override {
    return note("say " + person + " " + text + " " + key);
  }
  Deed press(const std::string& person, const std::string& payload,
             const std::string& key) override {
    return note("press " + person + " " + payload + " " + key);
  }
  Deed move_clock(ClockMove move) override {
    return note("clock " + std::to_string(static_cast<int>(move)));
  }
  Deed confirm(const std::string& plan, const std::string& question) override {
    return note("confirm " + plan + " " + question);
  }

  DemoView view = small_view();
  std::string now = "life-1";
  bool broken = false;
  Deed deed{Deed::Kind::done, "xong"};
  DemoChoice asked;
  std::vector<std::string> told;

 private:
  Deed note(std::string what) {
    told.push_back(std::move(what));
    return deed;
  }
};

}  // namespace dondoc
