// Several reminders for one person at the same moment as one message (design §7).
#include <algorithm>
#include <unordered_map>

#include "engine/notice/notices.h"

namespace dondoc {
namespace {

enum class Bundle { alone, reminder, acknowledgement, unreached };

Bundle bundle_kind(const Notice& n) {
  if (n.priority == Priority::reminder) return Bundle::reminder;
  if (n.priority == Priority::due_today && !n.codes.empty() && n.step.starts_with("D"))
    return Bundle::reminder;
  if (n.message == "M-29") return Bundle::unreached;
  if (n.message == "M-28") return Bundle::reminder;  // many units fall silent on the same day
  return n.step == "acknowledged" ? Bundle::acknowledgement : Bundle::alone;
}

/// The line of a duty that is not the reader's own, with its unit; empty for other messages.
std::string_view line_for_leads(const Notice& n) {
  if (n.message.starts_with("M-08")) return "M-22L";
  if (n.message == "M-18") return "M-22R";
  return n.message == "M-28" ? "M-22S" : "";
}

bool is_new_duty(const Notice& n) {
  return line_for_leads(n).empty() && (n.step == "issue" || n.step.starts_with("ack"));
}

/// At most this many lines in a bundle; the rest is counted, "việc của tôi" lists it.
constexpr std::size_t k_bundle_lines = 6;

/// Of messages that could not be delivered; a platform that fails concerns everybody at once.
constexpr std::size_t k_unreached_lines = 10;

/// The line of a bundle that says what one reminder would have said.
std::string_view line_message(const Notice& part) {
  if (const std::string_view line = line_for_leads(part); !line.empty()) return line;
  if (bundle_kind(part) == Bundle::acknowledgement) return "M-09L";
  if (part.message.ends_with("Q")) return "M-22Q";
  if (is_new_duty(part)) return "M-22A";
  if (part.step == "D") return "M-22C";
  return part.step.starts_with("D-") ? "M-22B" : "M-22D";
}

/// "… và 3 việc khác"; empty for none.
std::string line_of_rest(const MessageBook& book, const char* message, std::size_t count) {
  const MessageText* line = count == 0 ? nullptr : book.find(message);
  return line == nullptr ? "" : "\n" + render(*line, {{"n", std::to_string(count)}});
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
  return lines + line_of_rest(book, "M-22M", parts.size() - shown - ongoing) +
         line_of_rest(book, "M-22O", ongoing);
}

/// The values of a parameter, each once, in the order they came.
std::vector<std::string> values_of(const std::vector<const Notice*>& parts, std::string_view name) {
  std::vector<std::string> values;
  for (const Notice* part : parts) {
    const auto found = std::find_if(part->parameters.begin(), part->parameters.end(),
                                    [&](const auto& parameter) { return parameter.first == name; });
    if (found == part->parameters.end()) continue;
    if (std::find(values.begin(), values.end(), found->second) == values.end())
      values.push_back(found->second);
  }
  return values;
}

/// Who could not be reached, in one message.
Notice unreached_of(const MessageBook& book, const std::vector<const Notice*>& parts) {
  const std::vector<std::string> lines = values_of(parts, "danh_sach");
  const std::size_t shown = std::min(lines.size(), k_unreached_lines);
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : "\n") + lines[i];
  text += line_of_rest(book, "M-22M", lines.size() - shown);
  Notice all = *parts.front();
  all.parameters.insert(all.parameters.begin(),
                        {{"n", std::to_string(values_of(parts, "dv").size())}, {"danh_sach", text}});
  return all;
}

std::string message_of(const std::vector<const Notice*>& parts) {
  if (bundle_kind(*parts.front()) == Bundle::acknowledgement) return "M-09A";
  const bool any_new =
      std::any_of(parts.begin(), parts.end(), [](const Notice* n) { return is_new_duty(*n); });
  if (any_new) return "M-22N";
  const bool all_for_lead = std::all_of(parts.begin(), parts.end(), [](const Notice* n) {
    return !line_for_leads(*n).empty();
  });
  return all_for_lead ? "M-22K" : "M-22";
}

Notice bundle_of(const World& world, const std::vector<const Notice*>& parts) {
  Notice all = *parts.front();
  const Person* reader = world.office.directory.person(all.person);
  const MessageBook& book = world.definitions.messages(reader == nullptr ? "vi" : reader->language);
  if (bundle_kind(all) == Bundle::unreached) return unreached_of(book, parts);
  std::string lines = bundle_lines(book, parts);
  all.message = message_of(parts);
  all.codes.clear();
  for (const Notice* part : parts) {
    all.codes.insert(all.codes.end(), part->codes.begin(), part->codes.end());
    all.priority = std::max(all.priority, part->priority);
  }
  all.parameters.insert(all.parameters.begin(),
                        {{"n", std::to_string(parts.size())}, {"danh_sach", lines}});
  return all;
}

using Groups = std::unordered_map<std::string, std::vector<const Notice*>>;

std::string group_name(const Notice& n) {
  switch (bundle_kind(n)) {
    case Bundle::acknowledgement:
      return n.person + "+";
    case Bundle::unreached:
      return n.person + "!";
    case Bundle::alone:
    case Bundle::reminder:
      break;
  }
  return n.person;
}

/// What may be bundled, by person. A group of several stays whole until its message is made.
Groups groups_of(const std::vector<Notice>& notices) {
  Groups groups;
  groups.reserve(notices.size());
  for (const Notice& n : notices) {
    if (bundle_kind(n) != Bundle::alone) groups[group_name(n)].push_back(&n);
  }
  return groups;
}

}  // namespace

std::vector<Notice> bundled(const World& world, std::vector<Notice> notices) {
  if (notices.size() < 2) return notices;
  const Groups groups = groups_of(notices);
  std::vector<Notice> result;
  result.reserve(notices.size());
  for (Notice& n : notices) {
    const auto group = bundle_kind(n) == Bundle::alone ? groups.end() : groups.find(group_name(n));
    if (group == groups.end() || group->second.size() == 1) {
      result.push_back(std::move(n));
    } else if (group->second.front() == &n) {
      result.push_back(bundle_of(world, group->second));
    }
  }
  return result;
}

}  // namespace dondoc
