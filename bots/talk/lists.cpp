#include <algorithm>
#include <map>
#include <tuple>

#include "bots/talk/act.h"
#include "bots/talk/duties.h"
#include "engine/notice/facts.h"

namespace dondoc::talk::lists {
namespace {

constexpr std::size_t k_lines = 10;

std::string on_new_line(std::string text, const std::string& line) {
  return text.empty() ? line : std::move(text) + "\n" + line;
}

// --- "việc của tôi" ---

std::string task_lines(const Scene& scene, const Duties& dated) {
  std::string lines;
  for (std::size_t i = 0; i < dated.size() && i < k_lines; ++i)
    lines = on_new_line(std::move(lines), duty_line(scene, *dated[i], i + 1));
  if (dated.size() > k_lines) {
    lines = on_new_line(std::move(lines),
                        words(scene, "T-49", {{"k", std::to_string(dated.size() - k_lines)}}));
  }
  return lines;
}

// --- "quá hạn" ---

int days_over(const Scene& scene, const Assignment& duty) {
  return (scene.today - scene.due_of(duty)->later()).count;
}

/// What the unit last said, in a few words.
std::string answer_in_words(const Scene& scene, const Assignment& a) {
  if (a.extension_request) return words(scene, "M-37D", {{"den", a.extension_request->until.vi()}});
  if (a.block) return words(scene, "M-37B", {{"lydo", a.block->reason}});
  if (a.snoozed_until)
    return words(scene, "M-37C", {{"ngay", scene.world.zone.date_of(*a.snoozed_until).vi()}});
  return words(scene, a.last_answer_at ? "M-37E" : "M-37A");
}

std::string short_unit(const Scene& scene, const std::string& id) {
  const Unit* unit = scene.world.office.directory.unit(id);
  return unit == nullptr || unit->short_name.empty() ? unit_name(scene.world, id)
                                                     : unit->short_name;
}

std::string unit_line(const Scene& scene, const Assignment& duty, std::size_t number) {
  Parameters more{{"hang", std::to_string(number)},
                  {"dv", short_unit(scene, duty.unit)},
                  {"songay", std::to_string(days_over(scene, duty))},
                  {"tomtat", answer_in_words(scene, duty)}};
  if (extensions_of(duty) == 0) return words(scene, "M-37L", more);
  more.emplace_back("den", scene.due_of(duty)->effective.vi());
  return words(scene, "M-37G", more);
}

/// One heading for each obligation and period, those with the longest delay first; at most k_lines
/// units in all.
class OverdueTable {
 public:
  OverdueTable(const Scene& scene, const Duties& duties) : scene_(scene) {
    for (const Assignment* duty : duties)
      groups_[{duty->plan, duty->obligation, duty->period}].push_back(duty);
    for (auto& [key, group] : groups_) {
      std::stable_sort(group.begin(), group.end(), [&](const Assignment* a, const Assignment* b) {
        return days_over(scene_, *a) > days_over(scene_, *b);
      });
      order_.push_back(&group);
    }
    std::stable_sort(order_.begin(), order_.end(), [&](const Duties* a, const Duties* b) {
      return days_over(scene_, *a->front()) > days_over(scene_, *b->front());
    });
  }

  std::string text() {
    for (const Duties* group : order_) add(*group);
    return std::move(text_);
  }

 private:
  void add(const Duties& group) {
    if (lines_ >= k_lines) return;
    const Assignment& first = *group.front();
    text_ = on_new_line(
        std::move(text_),
        words_about(scene_, "M-37", first,
                    {{"ma", first.obligation}, {"viec", duty_in_words(scene_.world, first, 60)}}));
    std::size_t number = 0;
    for (const Assignment* duty : group) {
      if (lines_ >= k_lines) break;
      text_ = on_new_line(std::move(text_), unit_line(scene_, *duty, ++number));
      ++lines_;
    }
    if (group.size() > number) {
      text_ = on_new_line(std::move(text_),
                          words(scene_, "T-66", {{"k", std::to_string(group.size() - number)}}));
    }
  }

  const Scene& scene_;
  std::map<std::tuple<std::string, std::string, std::string>, Duties> groups_;
  std::vector<const Duties*> order_;
  std::string text_;
  std::size_t lines_ = 0;
};

void say_none_overdue(const Scene& scene, Turn& turn) {
  say(scene, turn, "T-36",
      {{"gio", scene.world.zone.time_of(scene.now).text()}, {"ngay", scene.today.vi()}});
}

void overdue_of_own(const Scene& scene, Turn& turn) {
  const Duties duties = own_duties(scene, [&](const Assignment& a) { return scene.is_overdue(a); });
  if (duties.empty()) return say_none_overdue(scene, turn);
  say(scene, turn, "T-67",
      {{"n", std::to_string(duties.size())}, {"danh_sach", task_lines(scene, duties)}});
}

}  // namespace

void my_tasks(const Scene& scene, Turn& turn) {
  const Duties open =
      own_duties(scene, [](const Assignment& a) { return a.meaning == Meaning::open; });
  Duties dated;
  std::copy_if(open.begin(), open.end(), std::back_inserter(dated),
               [&](const Assignment* a) { return scene.due_of(*a).has_value(); });
  if (open.empty()) return say(scene, turn, "T-02");
  std::string lines = task_lines(scene, dated);
  if (open.size() > dated.size()) {
    lines = on_new_line(std::move(lines),
                        words(scene, "T-68", {{"k", std::to_string(open.size() - dated.size())}}));
  }
  say(scene, turn, "T-01", {{"n", std::to_string(dated.size())}, {"danh_sach", lines}});
}

void overdue(const Scene& scene, Turn& turn) {
  if (!scene.standing.leads()) return overdue_of_own(scene, turn);
  const Duties duties = led_duties(scene, [&](const Assignment& a) { return scene.is_overdue(a); });
  if (duties.empty()) return say_none_overdue(scene, turn);
  say_text(scene, turn, "M-37", OverdueTable(scene, duties).text(), "");
}

}  // namespace dondoc::talk::lists
