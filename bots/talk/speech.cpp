#include <algorithm>

#include "bots/talk/scene.h"
#include "engine/notice/facts.h"

namespace dondoc::talk {
namespace {

/// Null only when the data files lack the text in both languages, which the data check reports.
const MessageText* text_of(const Scene& scene, std::string_view message) {
  const MessageText* text = scene.world.definitions.messages(scene.person.language).find(message);
  return text != nullptr ? text : scene.world.definitions.vi.find(message);
}

bool has(const Parameters& parameters, std::string_view name) {
  return std::any_of(parameters.begin(), parameters.end(),
                     [&](const auto& p) { return p.first == name; });
}

/// A text that an office has changed must not stop the conversation.
std::string filled(const MessageText& text, Parameters parameters) {
  const auto names = placeholders(text.text);
  for (const std::string& name : names) {
    if (!has(parameters, name)) parameters.emplace_back(name, "…");
  }
  return render(text, parameters);
}

Parameters with_person(const Scene& scene, Parameters parameters) {
  parameters.emplace_back("xh", scene.person.form_of_address);
  parameters.emplace_back("ten", scene.person.name);
  parameters.emplace_back("dv", unit_name(scene.world, scene.person.unit));
  return parameters;
}

Parameters with_duty(const Scene& scene, const Assignment& duty, Parameters parameters) {
  for (auto& one : duty_parameters(scene.world, duty, scene.person, scene.now))
    parameters.push_back(std::move(one));
  return parameters;
}

std::string spoken(const Scene& scene, std::string_view message, Parameters parameters) {
  const MessageText* text = text_of(scene, message);
  return text == nullptr ? std::string(message) : filled(*text, std::move(parameters));
}

}  // namespace

std::string words(const Scene& scene, std::string_view message, const Parameters& more) {
  return spoken(scene, message, with_person(scene, more));
}

std::string words_about(const Scene& scene, std::string_view message, const Assignment& duty,
                        const Parameters& more) {
  return spoken(scene, message, with_duty(scene, duty, more));
}

void say_text(const Scene& scene, Turn& turn, std::string_view message, std::string text,
              std::string_view code) {
  Reply reply;
  reply.text = std::move(text);
  reply.message = message;
  if (const MessageText* known = text_of(scene, message)) reply.buttons = known->buttons;
  if (!code.empty()) reply.codes.emplace_back(code);
  turn.replies.push_back(std::move(reply));
}

void say(const Scene& scene, Turn& turn, std::string_view message, const Parameters& more) {
  say_text(scene, turn, message, words(scene, message, more), "");
}

void say_about(const Scene& scene, Turn& turn, std::string_view message, const Assignment& duty,
               const Parameters& more) {
  say_text(scene, turn, message, words_about(scene, message, duty, more), duty.code);
}

}  // namespace dondoc::talk
