#include "bots/talk/scene.h"
#include "engine/notice/facts.h"

namespace dondoc::talk {
namespace {

/// The person's own texts; those in Vietnamese for one that they lack, which the data check
/// reports.
const MessageBook& book_with(const Scene& scene, std::string_view message) {
  const Definitions& definitions = scene.world.definitions;
  const MessageBook& own = definitions.messages(scene.person.language);
  return own.find(message) != nullptr ? own : definitions.vi;
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
  return words_of(book_with(scene, message), message, std::move(parameters));
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
  if (const MessageText* known = book_with(scene, message).find(message))
    reply.buttons = known->buttons;
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
