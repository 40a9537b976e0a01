#include "app/desk.h"

#include <cstdio>
#include <utility>

#include "app/clock.h"
#include "app/office_door.h"
#include "engine/notice/facts.h"
#include "storage/open.h"

namespace dondoc {

int fail(const char* command, const std::string& message) {
  std::fprintf(stderr, "dondoc %s: %s\n", command, message.c_str());
  return 1;
}

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

Result<ReadingDesk> open_reading_desk(const std::string& config_file) {
  auto settings = load_settings(config_file);
  if (!settings) return tl::unexpected(settings.error());
  auto reader = open_reader(settings->database);
  if (!reader) return tl::unexpected(reader.error());
  return ReadingDesk{std::move(*settings), std::move(*reader)};
}

Result<std::unique_ptr<AdminDesk>> AdminDesk::open(const std::string& config_file) {
  auto settings = load_settings(config_file);
  if (!settings) return tl::unexpected(settings.error());
  std::unique_ptr<AdminDesk> desk(new AdminDesk(std::move(*settings)));
  const std::string door = door_of(desk->settings_.database);
  if (answers(door)) {
    desk->door_ = door;
    return desk;
  }
  auto store = open_store(desk->settings_.database);
  if (!store) return tl::unexpected(store.error());
  desk->store_ = std::move(*store);
  desk->engine_ = std::make_unique<Engine>(desk->settings_.definitions, desk->settings_.config.zone,
                                           *desk->store_, nullptr);
  if (auto opened = desk->engine_->open(SystemClock().now()); !opened)
    return tl::unexpected(opened.error());
  return desk;
}

Result<std::vector<Answer>> AdminDesk::carry_out(std::vector<CommandBody> bodies) {
  if (is_remote()) return hand_over(door_, bodies);
  std::vector<Input> inputs;
  inputs.reserve(bodies.size());
  for (CommandBody& body : bodies) inputs.emplace_back(by_administrator(std::move(body)));
  return engine_->handle(inputs, SystemClock().now());
}

Result<Answer> AdminDesk::carry_out_one(CommandBody body) {
  std::vector<CommandBody> bodies;
  bodies.push_back(std::move(body));
  auto answers = carry_out(std::move(bodies));
  if (!answers) return tl::unexpected(answers.error());
  Answer answer = std::move(answers->front());
  if (answer.kind == AnswerKind::refused)
    return failure(ErrorKind::permanent, in_words(settings_.definitions, answer.refusal.why, "vi"));
  return answer;
}

Command by_administrator(CommandBody body) {
  return Command{std::string(k_administrator), "", std::move(body)};
}

}  // namespace dondoc
