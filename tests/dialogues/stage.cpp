#include "tests/dialogues/stage.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <stdexcept>

#include "app/case_files.h"
#include "engine/codec/plan_codec.h"
#include "engine/text/vietnamese.h"
#include "storage/open.h"

namespace dondoc::dialogues {
namespace {

const Definitions& definitions() {
  static const Definitions k_definitions = [] {
    auto data = find_data(DONDOC_SOURCE_DIR, "");
    if (!data) throw std::runtime_error(data.error().message);
    auto loaded = load_definitions(*data);
    if (!loaded.definitions) throw std::runtime_error(fault_lines(loaded.faults));
    return std::move(*loaded.definitions);
  }();
  return k_definitions;
}

template <typename Value>
Value sure(Result<Value> result) {
  if (!result) throw std::runtime_error(result.error().message);
  if constexpr (!std::is_void_v<Value>) return std::move(*result);
}

Plan plan_of(const std::string& document) {
  Faults faults("plan");
  auto plan = decode_plan(document, faults);
  if (!plan) throw std::runtime_error(fault_lines(faults.list()));
  return std::move(*plan);
}

Instant certain_time(const std::string& text, const Zone& zone) {
  auto time = time_of(text, zone, Instant{});
  if (!time) throw std::invalid_argument("“" + text + "” is no time, as 13/11/2023 08:00 is");
  return *time;
}

std::string value_text(const Figure& figure) {
  std::string text = figure.estimate ? "ước " : "";
  if (const auto* whole = std::get_if<std::int64_t>(&figure.value)) return text + thousands(*whole);
  if (const auto* number = std::get_if<double>(&figure.value)) return text + decimal(*number);
  return text + std::get<std::string>(figure.value);
}

}  // namespace

std::optional<Instant> time_of(const std::string& text, const Zone& zone, Instant near) {
  int day = 0;
  int month = 0;
  int year = 0;
  int hour = 0;
  int minute = 0;
  if (std::sscanf(text.c_str(), "%2d/%2d/%4d %2d:%2d", &day, &month, &year, &hour, &minute) != 5) {
    if (std::sscanf(text.c_str(), "%2d/%2d %2d:%2d", &day, &month, &hour, &minute) != 4)
      return std::nullopt;
    year = std::stoi(zone.date_of(near).iso().substr(0, 4));
  }
  return parse_instant(fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", year, month, day, hour, minute),
                       zone);
}

Stage::Stage(const Cast& cast, const Dialogue& dialogue)
    : plan_(plan_of(sure(read_file(cast.file)))),
      demo_(definitions(), zone_, certain_time(cast.issued, zone_),
            database_.is_on_server() ? database_.address() : "") {
  const Instant start = certain_time(dialogue.start, zone_);
  sure(demo_.start());
  ask(registration(cast, plan_));
  std::string lead;
  for (const Character& c : cast.people) {
    if (c.lead && lead.empty()) lead = id_of(c.called);
  }
  ask({Command{lead, "", IssuePlan{sure(read_file(cast.file))}}});
  play_past(dialogue.before, start);
  move_to(start);
  demo_.sandbox().listen([this](const SandboxMessage& message) {
    const std::lock_guard lock(mutex_);
    delivered_.push_back(message);
  });
}

Stage::~Stage() { demo_.sandbox().listen({}); }

/// "mọi đơn vị đã tiếp nhận, B19 đã xong": in the hour after the issue, and on the due day.
void Stage::play_past(const std::string& before, Instant start) {
  const std::string acknowledged = "mọi đơn vị đã tiếp nhận";
  const std::string held = "B19 đã xong";
  if (!before.empty() && before != acknowledged && before != acknowledged + ", " + held)
    throw std::invalid_argument("“Trước đó: " + before + "” is not known; “" + acknowledged +
                                "”, “" + acknowledged + ", " + held + "” are");
  if (before.empty()) return;
  move_to(now() + Elapsed::minutes(60));
  std::vector<Command> past;
  for (const Assignment& a : assignments()) {
    if (a.meaning == Meaning::open)
      past.push_back({std::string(k_administrator), "", Acknowledge{a.code}});
  }
  ask(std::move(past));
  if (!before.ends_with(held)) return;
  const Instant day = certain_time("26/06/2023 14:00", zone_);
  if (day > start) throw std::invalid_argument("B19 is done on 26/06/2023, after the start");
  move_to(day);
  past = {};
  for (const Assignment& a : assignments()) {
    if (a.obligation != "B19") continue;
    Submit done{{a.code}, Outcome::complete, {}, "Đã tổ chức", {}};
    past.push_back({std::string(k_administrator), "", std::move(done)});
  }
  ask(std::move(past));
}

void Stage::ask(std::vector<Command> commands) {
  std::vector<std::future<Result<Answer>>> answers;
  for (Command& command : commands) {
    auto promise = std::make_shared<std::promise<Result<Answer>>>();
    answers.push_back(promise->get_future());
    demo_.runtime().submit(std::move(command),
                           [promise](const Result<Answer>& answer) { promise->set_value(answer); });
  }
  for (auto& each : answers) {
    const Answer answer = sure(each.get());
    if (answer.kind == AnswerKind::refused) throw std::runtime_error(answer.refusal.why.id);
  }
}

void Stage::hear(Heard heard) {
  heard.key = fmt::format("dialogue-{}", ++heard_);
  heard.channel = "sandbox";
  heard.at = now();
  sure(demo_.runtime().ask(std::move(heard)));
  move_to(now());
}

void Stage::move_to(Instant target) { sure(demo_.runtime().move_clock(target)); }

std::string Stage::administer(CommandBody body) {
  const Answer answer =
      sure(demo_.runtime().ask(Command{std::string(k_administrator), "", std::move(body)}));
  move_to(now());
  return answer.kind == AnswerKind::refused ? answer.refusal.why.id : "";
}

std::vector<SandboxMessage> Stage::take_delivered() {
  const std::lock_guard lock(mutex_);
  return std::exchange(delivered_, {});
}

std::optional<std::string> Stage::button(const std::string& account, const std::string& label,
                                         const std::string& code) {
  auto window = demo_.sandbox().messages(account);
  for (auto message = window.rbegin(); message != window.rend(); ++message) {
    for (const OutgoingButton& button : message->buttons) {
      const bool is_about = code.empty() || button.payload.find(":" + code + ":") != code.npos;
      if (button.label == label && is_about) return button.payload;
    }
  }
  return std::nullopt;
}

std::vector<Assignment> Stage::assignments() {
  auto reader = sure(open_reader(demo_.database()));
  return sure(read_cases(*reader, CaseFilter{}));
}

std::optional<Assignment> Stage::assignment(const std::string& code) {
  for (Assignment& a : assignments()) {
    if (a.code == code) return std::move(a);
  }
  return std::nullopt;
}

std::optional<BoardRow> Stage::board_row(const std::string& code) {
  const auto cases = assignments();
  Board board;
  demo_.runtime().read([&](const Engine& engine) {
    board =
        make_board(engine.office(), cases, engine.definitions().assignment_chart, {}, now(), zone_);
  });
  for (const BoardRow& row : board.rows) {
    if (row.code == code) return row;
  }
  return std::nullopt;
}

std::string Stage::figures_text(const Assignment& assignment) const {
  if (assignment.submissions.empty()) return "chưa có";
  const Submission& last = assignment.submissions.back();
  if (last.outcome == Outcome::nil) return "không phát sinh";
  const Obligation* obligation = plan_.obligation(assignment.obligation);
  const Form* form = obligation == nullptr ? nullptr : plan_.form(obligation->form);
  std::string text;
  for (const Figure& figure : last.figures) {
    std::string label = figure.field;
    if (form != nullptr) {
      for (const Field& field : form->fields) {
        if (field.id == figure.field) label = field.label;
      }
    }
    text += (text.empty() ? "" : " · ") + label + ": " + value_text(figure);
  }
  return text.empty() ? last.text : text;
}

bool Stage::keeps(const std::string& text) {
  if (database_.is_on_server()) return database_.holds(text);
  const auto folder = std::filesystem::path(demo_.database()).parent_path();
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (!file.is_regular_file()) continue;
    std::ifstream content(file.path(), std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(content), {}};
    if (all.find(text) != all.npos) return true;
  }
  return false;
}

}  // namespace dondoc::dialogues
