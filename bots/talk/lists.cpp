#include <algorithm>

#include "bots/talk/act.h"
#include "bots/talk/duties.h"
#include "bots/talk/unit_table.h"

namespace dondoc::talk::lists {
namespace {

std::string on_new_line(std::string text, const std::string& line) {
  return text.empty() ? line : std::move(text) + "\n" + line;
}

// --- "việc của tôi" ---

std::string task_table_lines(const Scene& scene, const Duties& dated) {
  std::string lines;
  for (std::size_t i = 0; i < dated.size() && i < k_table_lines; ++i)
    lines = on_new_line(std::move(lines), duty_line(scene, *dated[i], i + 1));
  if (dated.size() > k_table_lines) {
    lines =
        on_new_line(std::move(lines),
                    words(scene, "T-49", {{"k", std::to_string(dated.size() - k_table_lines)}}));
  }
  return lines;
}

// --- "quá hạn" ---

void say_none_overdue(const Scene& scene, Turn& turn) {
  say(scene, turn, "T-36",
      {{"gio", scene.world.zone.time_of(scene.now).text()}, {"ngay", scene.today.vi()}});
}

void overdue_of_own(const Scene& scene, Turn& turn) {
  const Duties duties = own_duties(scene, [&](const Assignment& a) { return scene.is_overdue(a); });
  if (duties.empty()) return say_none_overdue(scene, turn);
  say(scene, turn, "T-67",
      {{"n", std::to_string(duties.size())}, {"danh_sach", task_table_lines(scene, duties)}});
}

}  // namespace

void my_tasks(const Scene& scene, Turn& turn) {
  const Duties open =
      own_duties(scene, [](const Assignment& a) { return a.meaning == Meaning::open; });
  Duties dated;
  std::copy_if(open.begin(), open.end(), std::back_inserter(dated),
               [&](const Assignment* a) { return scene.due_of(*a).has_value(); });
  if (open.empty()) return say(scene, turn, "T-02");
  std::string lines = task_table_lines(scene, dated);
  if (open.size() > dated.size()) {
    lines = on_new_line(std::move(lines),
                        words(scene, "T-68", {{"k", std::to_string(open.size() - dated.size())}}));
  }
  say(scene, turn, "T-01", {{"n", std::to_string(dated.size())}, {"danh_sach", lines}});
}

void overdue(const Scene& scene, Turn& turn) {
  if (!scene.standing.leads()) return overdue_of_own(scene, turn);
  Duties duties = led_duties(scene, [&](const Assignment& a) { return scene.is_overdue(a); });
  if (duties.empty()) return say_none_overdue(scene, turn);
  std::stable_sort(duties.begin(), duties.end(), [&](const Assignment* a, const Assignment* b) {
    return scene.due_of(*a)->later() < scene.due_of(*b)->later();  // the longest delay first
  });
  const UnitTable table(scene, "M-37", [&scene](const Assignment& duty, std::size_t number) {
    return late_line(scene, duty, number);
  });
  say_text(scene, turn, "M-37", table.text(duties), "");
}

}  // namespace dondoc::talk::lists
