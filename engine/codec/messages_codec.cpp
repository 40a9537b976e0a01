#include "engine/codec/messages_codec.h"

#include "engine/codec/json_reader.h"

namespace dondoc {
namespace {

constexpr std::size_t k_texts_most = 1000;
constexpr std::size_t k_buttons_read = 20;  ///< how many are allowed is a matter of check_messages

const std::vector<std::string_view> k_languages = {"vi", "en"};

Button read_button(const JsonValue& value) {
  ObjectReader object(value);
  Button button;
  button.action = object.text("action", Presence::required, rules::name_id);
  button.label = object.text("label", Presence::required, rules::some_text);
  return button;
}

MessageText read_text(const JsonValue& value) {
  ObjectReader object(value);
  MessageText text;
  text.id = object.text("id", Presence::required, rules::message_id);
  text.text = object.text("text", Presence::required, rules::some_text);
  for (const auto& button : object.items("buttons", Presence::optional, k_buttons_read)) {
    text.buttons.push_back(read_button(button));
  }
  return text;
}

}  // namespace

MessageBook MessageFile::book() const {
  MessageBook book;
  for (const auto& text : texts) book.add(text);
  return book;
}

std::optional<MessageFile> read_message_file(std::string_view json, Faults& faults) {
  auto document = JsonDocument::parse(json, faults);
  if (!document) return std::nullopt;
  ObjectReader object(JsonValue::root(*document, faults));
  MessageFile file;
  object.text("$schema", Presence::optional, rules::any_text);
  if (auto language = object.one_of("language", Presence::required, k_languages))
    file.language = k_languages[*language];
  auto texts = object.items("texts", Presence::required, k_texts_most);
  for (const auto& text : texts) file.texts.push_back(read_text(text));
  file.denormalised = document->denormalised();
  if (texts.empty()) {
    faults.add("", "a message file needs texts");
    return std::nullopt;
  }
  return file;
}

std::optional<MessageFile> decode_messages(std::string_view json, Faults& faults) {
  FaultMark mark(faults);
  auto file = read_message_file(json, faults);
  if (!file || !mark.clean()) return std::nullopt;
  return file;
}

}  // namespace dondoc
