#include "engine/notice/digest_words.h"

namespace dondoc {
namespace {

constexpr std::size_t k_plans_told = 4;

std::string line(const World& world, const Person& reader, std::string_view message,
                 const Parameters& parameters) {
  const MessageText* text = world.definitions.messages(reader.language).find(message);
  return text == nullptr ? std::string() : render(*text, parameters);
}

std::vector<const DigestLine*> lines_with_news(const World& world, const DigestSent& digest) {
  std::vector<const DigestLine*> lines;
  for (const DigestLine& one : digest.lines) {
    if (one.news && world.office.plan(one.plan) != nullptr) lines.push_back(&one);
  }
  return lines;
}

std::string list_of(const World& world, const Person& reader,
                    const std::vector<const DigestLine*>& lines, Instant now) {
  std::string list;
  for (std::size_t i = 0; i < lines.size() && i < k_plans_told; ++i) {
    if (i > 0) list += "\n";
    list += line(
        world, reader, "M-36L",
        standings_in_words(world, *world.office.plan(lines[i]->plan), lines[i]->standings, now));
  }
  if (lines.size() > k_plans_told)
    list +=
        "\n" + line(world, reader, "M-36M", {{"k", std::to_string(lines.size() - k_plans_told)}});
  return list;
}

}  // namespace

Parameters standings_in_words(const World& world, const PlanCase& plan, const Standings& s,
                              Instant now) {
  auto text = [](std::int64_t n) { return std::to_string(n); };
  return {{"kh", plan.plan.title()},
          {"gio", world.zone.time_of(now).text()},
          {"ngay", world.zone.date_of(now).vi()},
          {"n", text(s.expected)},
          {"da_gui", text(s.handed_in())},
          {"dung_han", text(s.on_time)},
          {"tre", text(s.late)},
          {"chua_gui", text(s.owed())},
          {"trong_han", text(s.in_term)},
          {"qua_han", text(s.overdue)},
          {"vuong_mac", text(s.blocked)},
          {"cho_duyet", text(s.extensions)},
          {"sap_den", text(s.soon)}};
}

Notice digest_notice(const World& world, const Person& reader, const DigestSent& digest,
                     Instant now) {
  const auto lines = lines_with_news(world, digest);
  Notice notice;
  notice.person = reader.id;
  notice.step = "digest_sent";
  notice.priority = Priority::digest;
  if (lines.size() == 1) {
    notice.message = "M-36";
    notice.parameters = standings_in_words(world, *world.office.plan(lines.front()->plan),
                                           lines.front()->standings, now);
  } else {
    notice.message = "M-36K";
    notice.parameters = {{"gio", world.zone.time_of(now).text()},
                         {"ngay", world.zone.date_of(now).vi()},
                         {"danh_sach", list_of(world, reader, lines, now)}};
  }
  notice.parameters.emplace_back("xh", reader.form_of_address);
  notice.parameters.emplace_back("ten", reader.name);
  return notice;
}

}  // namespace dondoc
