#include "bots/talk/unit_table.h"

#include "engine/notice/facts.h"

namespace dondoc::talk {
namespace {

/// What the unit last said, in a few words.
std::string answer_in_words(const Scene& scene, const Assignment& a) {
  if (a.extension_request) return words(scene, "M-37D", {{"den", a.extension_request->until.vi()}});
  if (a.block) return words(scene, "M-37B", {{"lydo", a.block->reason}});
  if (a.snoozed_until)
    return words(scene, "M-37C", {{"ngay", scene.world.zone.date_of(*a.snoozed_until).vi()}});
  return words(scene, a.last_answer_at ? "M-37E" : "M-37A");
}

std::string days(int count) { return std::to_string(count); }

}  // namespace

struct UnitTable::Written {
  std::string text;
  std::size_t lines = 0;
  std::set<std::string> left;  ///< units that found no place

  void add(const std::string& line) { text += (text.empty() ? "" : "\n") + line; }
};

UnitTable::UnitTable(const Scene& scene, std::string heading,
                     std::function<std::string(const Assignment&, std::size_t)> line)
    : scene_(scene), heading_(std::move(heading)), line_(std::move(line)) {}

std::string UnitTable::text(const Duties& duties) const {
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> places;
  std::vector<Duties> groups;
  for (const Assignment* duty : duties) {
    const auto [place, is_new] =
        places.try_emplace({duty->plan, duty->obligation, duty->period}, groups.size());
    if (is_new) groups.emplace_back();
    groups[place->second].push_back(duty);
  }
  Written written;
  for (const Duties& group : groups) write(group, written);
  if (!written.left.empty()) written.add(rest_in_words(scene_, written.left.size()));
  return written.text;
}

void UnitTable::write(const Duties& group, Written& written) const {
  const Assignment& first = *group.front();
  if (written.lines < k_table_lines && !heading_.empty()) {
    written.add(words_about(scene_, heading_, first,
                            {{"ma", first.obligation},
                             {"viec", duty_in_words(scene_.world, first, 60)},
                             {"n", std::to_string(group.size())}}));
  }
  std::size_t number = 0;
  for (const Assignment* duty : group) {
    if (written.lines == k_table_lines) {
      written.left.insert(duty->unit);
      continue;
    }
    written.add(line_(*duty, ++number));
    ++written.lines;
  }
}

std::string late_line(const Scene& scene, const Assignment& duty, std::size_t number) {
  const Due due = *scene.due_of(duty);
  Parameters more{{"hang", std::to_string(number)},
                  {"dv", short_unit_name(scene, duty.unit)},
                  {"songay", days((scene.today - due.later()).count)},
                  {"tomtat", answer_in_words(scene, duty)}};
  if (extensions_of(duty) == 0) return words(scene, "M-37L", more);
  more.emplace_back("den", due.effective.vi());
  return words(scene, "M-37G", more);
}

std::string owing_line(const Scene& scene, const Assignment& duty, std::size_t number) {
  if (scene.is_overdue(duty)) return late_line(scene, duty, number);
  const Due due = *scene.due_of(duty);
  return words(scene, "T-75L",
               {{"hang", std::to_string(number)},
                {"dv", short_unit_name(scene, duty.unit)},
                {"songay", days((due.later() - scene.today).count)},
                {"tomtat", answer_in_words(scene, duty)}});
}

std::string rest_in_words(const Scene& scene, std::size_t units) {
  const std::string& pages = scene.world.definitions.pages;
  const Parameters more{{"k", std::to_string(units)}, {"link", pages}};
  return words(scene, pages.empty() ? "T-66" : "M-37M", more);
}

std::string short_unit_name(const Scene& scene, const std::string& id) {
  const Unit* unit = scene.world.office.directory.unit(id);
  return unit == nullptr || unit->short_name.empty() ? unit_name(scene.world, id)
                                                     : unit->short_name;
}

}  // namespace dondoc::talk
