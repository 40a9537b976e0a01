#include <fmt/format.h>

#include "engine/check.h"
#include "engine/codec/json_writer.h"
#include "engine/codec/stored_json.h"
#include "engine/notice/notices.h"

namespace dondoc {
namespace {

std::string base36(std::int64_t value) {
  static constexpr char k_digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  std::string text;
  do {
    text.insert(text.begin(), k_digits[value % 36]);
    value /= 36;
  } while (value > 0);
  return text;
}

Instant earliest(const World& world, const Notice& notice, Instant now) {
  const bool has_own_time = notice.priority == Priority::digest;  // LadderBook::digest_at
  if (notice.priority == Priority::answer || has_own_time) return now;
  const DayRule rule =
      notice.priority == Priority::due_today ? DayRule::any_day : DayRule::working_days_only;
  return next_sending_time(now, world.definitions.ladders.hours, world.office.calendar, world.zone,
                           rule);
}

std::string text_of(const StoredValue& object, std::string_view name) {
  const StoredValue* found = object.is_object() ? with_key(object.first(), object.end(), name) : nullptr;
  return found != nullptr && found->is_text() ? std::string(found->text) : std::string();
}

std::vector<const StoredValue*> list_of(const StoredValue& object, std::string_view name) {
  std::vector<const StoredValue*> all;
  const StoredValue* list = with_key(object.first(), object.end(), name);
  if (list == nullptr || !list->is_list()) return all;
  for (const StoredValue* one = list->first(); one != list->end(); one = one->next())
    all.push_back(one);
  return all;
}

}  // namespace

OutboxRow to_outbox(const World& world, const Notice& notice, std::int64_t id, Instant now) {
  const Person* person = world.office.directory.person(notice.person);
  const MessageText* text =
      world.definitions.messages(person == nullptr ? notice.language : person->language)
          .find(notice.message);
  CHECK(text != nullptr);  // the data check proved that every message the engine uses exists
  OutboxRow row;
  row.id = id;
  row.person = notice.person;
  row.code = notice.codes.empty() ? "" : notice.codes.front();
  row.step = notice.step;
  row.priority = notice.priority;
  row.created = now;
  row.not_before = earliest(world, notice, now);
  row.body = encode(
      MessageBody{notice.message, render(*text, notice.parameters), text->buttons, notice.codes});
  return row;
}

OutboxRow to_outbox(const Reply& reply, std::string person, std::int64_t id, Instant now) {
  OutboxRow row;
  row.id = id;
  row.person = std::move(person);
  row.code = reply.codes.empty() ? "" : reply.codes.front();
  row.step = "reply";
  row.priority = Priority::answer;
  row.created = now;
  row.not_before = now;
  row.body = encode(MessageBody{reply.message, reply.text, reply.buttons, reply.codes});
  return row;
}

std::string encode(const MessageBody& body) {
  std::string text;
  JsonWriter json(text);
  json.open_object();
  json.key("message");
  json.text(body.message);
  json.key("text");
  json.text(body.text);
  if (!body.buttons.empty()) {
    json.key("buttons");
    json.open_array();
    for (const Button& button : body.buttons) {
      json.open_object();
      json.key("action");
      json.text(button.action);
      json.key("label");
      json.text(button.label);
      json.close_object();
    }
    json.close_array();
  }
  if (!body.codes.empty()) {
    json.key("codes");
    json.open_array();
    for (const std::string& code : body.codes) json.text(code);
    json.close_array();
  }
  json.close_object();
  return text;
}

MessageBody decode_message(std::string_view text) {
  const auto stored = StoredJson::parse(text, "message");
  if (!stored || !stored->root().is_object()) return {};
  const StoredValue& root = stored->root();
  MessageBody body{text_of(root, "message"), text_of(root, "text"), {}, {}};
  for (const StoredValue* button : list_of(root, "buttons")) {
    if (button->is_object())
      body.buttons.push_back({text_of(*button, "action"), text_of(*button, "label")});
  }
  for (const StoredValue* code : list_of(root, "codes")) {
    if (code->is_text()) body.codes.emplace_back(code->text);
  }
  return body;
}

std::string button_nonce(std::int64_t outbox_id) { return base36(outbox_id); }

std::string payload_of(const Button& button, std::string_view code, std::int64_t outbox_id) {
  return fmt::format("{}:{}:{}", button.action, code, button_nonce(outbox_id));
}

}  // namespace dondoc
