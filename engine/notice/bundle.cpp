// Several reminders for one person at the same moment as one message (design §7).
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "engine/notice/notices.h"

namespace dondoc {
namespace {

bool may_bundle(const Notice& n) {
  return n.priority == Priority::reminder ||
         (n.priority == Priority::due_today && !n.codes.empty() && n.step.starts_with("D"));
}

/// At most this many lines in a bundle; the rest is counted, "việc của tôi" lists it.
constexpr std::size_t k_bundle_lines = 6;

/// The line of a bundle that says what one reminder would have said.
std::string line_message(const Notice& part) {
  if (part.message.ends_with("Q")) return "M-22Q";
  if (part.step == "issue" || part.step.starts_with("ack")) return "M-22A";
  if (part.step == "D") return "M-22C";
  return part.step.starts_with("D-") ? "M-22B" : "M-22D";
}

std::string line_of(const MessageBook& book, const Notice& part) {
  const MessageText* line = book.find(line_message(part));
  return line == nullptr ? part.codes.front() : render(*line, part.parameters);
}

/// Dated duties, nearest first, each with its line; duties without a date and what is over the
/// limit are counted.
std::string bundle_lines(const MessageBook& book, std::vector<const Notice*> parts) {
  auto undated = std::stable_partition(parts.begin(), parts.end(),
                                       [](const Notice* n) { return n->due.has_value(); });
  std::stable_sort(parts.begin(), undated,
                   [](const Notice* a, const Notice* b) { return *a->due < *b->due; });
  const auto dated = static_cast<std::size_t>(undated - parts.begin());
  // A bundle of undated duties alone still names the first ones.
  const std::size_t shown = std::min(dated == 0 ? parts.size() : dated, k_bundle_lines);
  std::string lines;
  for (std::size_t i = 0; i < shown; ++i) lines += (i == 0 ? "" : "\n") + line_of(book, *parts[i]);
  const std::size_t ongoing = dated == 0 ? 0 : parts.size() - dated;
  const std::size_t more = parts.size() - shown - ongoing;
  if (more > 0) lines += fmt::format("\n… và {} việc khác", more);
  if (ongoing > 0)
    lines += fmt::format("\n… và {} việc thường xuyên hoặc chưa ấn định ngày", ongoing);
  return lines;
}

Notice bundle_of(const World& world, const std::vector<const Notice*>& parts) {
  Notice all = *parts.front();
  const Person* reader = world.office.directory.person(all.person);
  const MessageBook& book = world.definitions.messages(reader == nullptr ? "vi" : reader->language);
  std::string lines = bundle_lines(book, parts);
  all.message = "M-22";
  all.codes.clear();
  for (const Notice* part : parts) {
    all.codes.insert(all.codes.end(), part->codes.begin(), part->codes.end());
    all.priority = std::max(all.priority, part->priority);
  }
  all.parameters.insert(all.parameters.begin(),
                        {{"n", std::to_string(parts.size())}, {"danh_sach", lines}});
  return all;
}

/// What may be bundled, by person. A group of several stays whole until its message is made.
std::unordered_map<std::string, std::vector<const Notice*>> groups_of(
    const std::vector<Notice>& notices) {
  std::unordered_map<std::string, std::vector<const Notice*>> groups;
  groups.reserve(notices.size());
  for (const Notice& n : notices) {
    if (may_bundle(n)) groups[n.person].push_back(&n);
  }
  return groups;
}

}  // namespace

std::vector<Notice> bundled(const World& world, std::vector<Notice> notices) {
  const auto groups = groups_of(notices);
  std::vector<Notice> result;
  result.reserve(notices.size());
  for (Notice& n : notices) {
    const auto group = groups.find(n.person);
    if (!may_bundle(n) || group->second.size() == 1) {
      result.push_back(std::move(n));
    } else if (group->second.front() == &n) {
      result.push_back(bundle_of(world, group->second));
    }
  }
  return result;
}

}  // namespace dondoc
