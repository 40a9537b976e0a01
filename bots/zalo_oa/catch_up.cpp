#include "bots/zalo_oa/catch_up.h"

#include <algorithm>
#include <string>

#include "bots/zalo_oa/bodies.h"
#include "bots/zalo_oa/read_event.h"

namespace dondoc::zalo_oa {
namespace {

constexpr std::size_t k_page = 10;  ///< more is refused
constexpr std::size_t k_pages_recent = 5;
constexpr std::size_t k_pages_of_user = 3;

struct Page {
  std::vector<JsonTree> entries;
  std::optional<Answer> failed;
};

Page ask_page(Calls& calls, std::string_view path, std::string_view user, std::size_t number,
              Instant now) {
  Question question;
  question.method = HttpMethod::get;
  question.path = std::string(path) + list_query(user, number * k_page, k_page);
  Answer answer = calls.ask(question, now);
  if (!answer.done()) return {{}, std::move(answer)};
  return {answer.data.items(), std::nullopt};
}

bool is_from_person(const JsonTree& entry) { return entry["src"].whole() == 1; }

std::string person_of(const JsonTree& entry) {
  return entry[is_from_person(entry) ? "from_id" : "to_id"].text();
}

Instant time_of(const JsonTree& entry, Instant now) {
  return std::min(Instant{entry["time"].whole().value_or(0)}, now);
}

std::optional<Inbound> read_entry(const JsonTree& entry, Instant now) {
  SaidText said;
  said.account = person_of(entry);
  said.chat = said.account;
  said.message = entry["message_id"].text();
  said.at = time_of(entry, now);
  if (!is_platform_id(said.account) || !is_platform_id(said.message)) return std::nullopt;
  const std::string type = entry["type"].text();
  if (type == "text") {
    said.event = "user_send_text";
    said.text = entry["message"].text();
    return inbound_text(said);
  }
  const bool photo = type == "photo" || type == "image";
  const bool file = type == "file";
  said.event = photo ? "user_send_image" : "user_send_" + type;
  Inbound inbound = inbound_text(said);
  inbound.kind = InboundKind::other;
  inbound.file.handle = entry["url"].text();
  if (!inbound.file.handle.empty() && (photo || file))
    inbound.kind = photo ? InboundKind::photo : InboundKind::file;
  return inbound;
}

/// Who has talked with the account after `since`; their order does not matter.
std::vector<std::string> recent_persons(Calls& calls, std::string_view oa_id, Instant since,
                                        Instant now, CaughtUp& result) {
  std::vector<std::string> persons;
  for (std::size_t number = 0; number < k_pages_recent; ++number) {
    Page page = ask_page(calls, "/v2.0/oa/listrecentchat", "", number, now);
    if (page.failed) result.failed = std::move(page.failed);
    bool all_newer = true;
    for (const JsonTree& entry : page.entries) {
      const std::string person = person_of(entry);
      all_newer = all_newer && time_of(entry, now) > since;
      if (time_of(entry, now) <= since || !is_platform_id(person) || person == oa_id) continue;
      if (std::find(persons.begin(), persons.end(), person) == persons.end())
        persons.push_back(person);
    }
    if (result.failed || !all_newer || page.entries.size() < k_page) break;
  }
  return persons;
}

void read_conversation(Calls& calls, std::string_view person, Instant since, Instant now,
                       CaughtUp& result) {
  for (std::size_t number = 0; number < k_pages_of_user; ++number) {
    Page page = ask_page(calls, "/v2.0/oa/conversation", person, number, now);
    if (page.failed) result.failed = std::move(page.failed);
    bool all_newer = true;
    for (const JsonTree& entry : page.entries) {
      const bool newer = time_of(entry, now) > since;
      all_newer = all_newer && newer;
      if (!newer || !is_from_person(entry)) continue;
      if (auto inbound = read_entry(entry, now)) result.updates.push_back(std::move(*inbound));
    }
    if (result.failed || !all_newer || page.entries.size() < k_page) return;
  }
}

}  // namespace

CaughtUp catch_up(Calls& calls, std::string_view oa_id, Instant since, Instant now) {
  CaughtUp result;
  for (const std::string& person : recent_persons(calls, oa_id, since, now, result)) {
    if (result.failed) break;
    read_conversation(calls, person, since, now, result);
  }
  std::stable_sort(result.updates.begin(), result.updates.end(),
                   [](const Inbound& a, const Inbound& b) { return a.at < b.at; });
  return result;
}

}  // namespace dondoc::zalo_oa
