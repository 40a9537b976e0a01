#include "app/story.h"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

#include "app/case_files.h"
#include "app/demo_office.h"
#include "app/story_script.h"
#include "engine/check.h"
#include "engine/codec/plan_codec.h"
#include "engine/text/vietnamese.h"
#include "reports/board.h"
#include "reports/board_text.h"
#include "reports/summary_text.h"
#include "storage/sqlite/sqlite_reader.h"

namespace dondoc {
namespace {

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

class Story {
 public:
  Story(Demo& demo, Plan plan) : demo_(demo), plan_(std::move(plan)) {
    const Obligation* report = plan_.obligation("B20");
    CHECK(report != nullptr);
    units_ = units_of(plan_, *report);
    learn_names();
    demo_.sandbox().listen([this](const SandboxMessage& m) { show(m); });
  }

  ~Story() { demo_.sandbox().listen({}); }

  Result<void> play(const std::string& document) {
    print("KẾ HOẠCH " + plan_.title() + "\n" + plan_.subject + "\n\n");
    if (auto issued = demo_.issue(document); !issued) return issued;
    for (const Scene& scene : story_script()) {
      auto at = parse_instant(scene.at, demo_.zone());
      CHECK(at.has_value());
      auto moved = demo_.runtime().move_clock(*at);
      if (!moved) return tl::unexpected(moved.error());
      if (auto played = act(scene); !played) return played;
    }
    return finish();
  }

 private:
  std::string person_of(const std::string& who) const {
    if (who == "lead") return "ld-" + plan_.issuer;
    if (who == "officer") return "cb-" + plan_.issuer;
    return "cb-" + units_.at(static_cast<std::size_t>(std::stoi(who)) - 1);
  }

  /// Called on the engine's thread while it delivers.
  void show(const SandboxMessage& m) {
    std::string buttons;
    for (const OutgoingButton& b : m.buttons) buttons += fmt::format(" [{}]", b.label);
    auto name = names_.find(m.account);
    print(fmt::format("{}  Đôn Đốc → {}\n    {}{}\n", demo_.zone().clock(m.at),
                      name == names_.end() ? m.account : name->second, m.text,
                      buttons.empty() ? "" : "\n   " + buttons));
    ++messages_;
  }

  /// Before anything is sent: the office is not there yet, but who will be in it is.
  void learn_names() {
    for (const Command& command : people_of_demo(plan_)) {
      const auto* registered = std::get_if<RegisterPerson>(&command.body);
      if (registered == nullptr) continue;
      const Person& person = registered->person;
      const PlanUnit* unit = plan_.unit(person.unit);
      const std::string& where = unit->short_name.empty() ? unit->name : unit->short_name;
      names_[person.id] =
          fmt::format("{} ({}{})", person.name, person.lead ? "lãnh đạo, " : "", where);
    }
  }

  Result<void> act(const Scene& scene) {
    if (scene.kind == SceneKind::board) return show_board();
    const std::string person = person_of(scene.who);
    Heard heard{person, "sandbox", fmt::format("story-{}", ++heard_), demo_.runtime().now(),
                "",     ""};
    if (scene.kind == SceneKind::say) {
      heard.text = scene.what;
      print(fmt::format("{}  {} → Đôn Đốc: {}\n", demo_.zone().clock(heard.at), names_[person],
                        scene.what));
    } else {
      auto button = find_button(person, scene);
      if (!button)
        return failure(ErrorKind::permanent,
                       fmt::format("{}: no button '{}' for {}", scene.at, scene.what, scene.code));
      heard.payload = button->payload;
      print(fmt::format("{}  {} bấm [{}]\n", demo_.zone().clock(heard.at), names_[person],
                        button->label));
    }
    auto answer = demo_.runtime().ask(heard);
    if (!answer) return tl::unexpected(answer.error());
    if (answer->kind == AnswerKind::refused)
      return failure(ErrorKind::permanent, fmt::format("{}: {} was refused: {}", scene.at,
                                                       scene.what, answer->refusal.why.id));
    // What was said is answered before anything else happens.
    auto moved = demo_.runtime().move_clock(demo_.runtime().now());
    if (!moved) return tl::unexpected(moved.error());
    return {};
  }

  std::optional<OutgoingButton> find_button(const std::string& person, const Scene& scene) {
    auto messages = demo_.sandbox().messages(person);
    for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
      for (const OutgoingButton& button : message->buttons) {
        if (button.payload.starts_with(scene.what + ":" + scene.code + ":")) return button;
      }
    }
    return std::nullopt;
  }

  Result<std::vector<Assignment>> assignments() {
    auto reader = open_sqlite_reader(demo_.database());
    if (!reader) return tl::unexpected(reader.error());
    CaseFilter filter;
    filter.plan = plan_.id;
    return read_cases(**reader, filter);
  }

  Result<void> show_board() {
    auto cases = assignments();
    if (!cases) return tl::unexpected(cases.error());
    Board board;
    BoardFilter filter;
    filter.plan = plan_.id;
    demo_.runtime().read([&](const Engine& engine) {
      board = make_board(engine.office(), *cases, engine.definitions().assignment_chart, filter,
                         demo_.runtime().now(), demo_.zone());
    });
    std::erase_if(board.rows,
                  [](const BoardRow& row) { return row.standing == Standing::ongoing; });
    print(fmt::format("\n===== BẢNG THEO DÕI lúc {} =====\n{}\n",
                      demo_.zone().clock(demo_.runtime().now()), board_text(board)));
    return {};
  }

  Result<void> finish() {
    auto approved =
        demo_.runtime().ask(Command{person_of("lead"), "", ApproveSummary{plan_.id, "2023"}});
    if (!approved) return tl::unexpected(approved.error());
    if (approved->kind == AnswerKind::refused)
      return failure(ErrorKind::permanent, "summary: " + approved->refusal.why.id);
    auto cases = assignments();
    if (!cases) return tl::unexpected(cases.error());
    std::vector<const Assignment*> pointers;
    for (const Assignment& a : *cases) pointers.push_back(&a);
    std::string text;
    std::string state;
    demo_.runtime().read([&](const Engine& engine) {
      PlanSummary summary =
          summarize(plan_, "2023", pointers, engine.office().calendar, demo_.zone());
      const PlanCase* plan = engine.office().plan(plan_.id);
      auto record = plan->summaries.find("2023");
      text = summary_text({summary, plan_, engine.office().directory,
                           record == plan->summaries.end() ? nullptr : &record->second});
      state = plan->state;
    });
    print(fmt::format("\n===== TỔNG HỢP =====\n{}\n", text));
    const ChartState* label = nullptr;
    demo_.runtime().read(
        [&](const Engine& engine) { label = engine.definitions().plan_chart.state(state); });
    print(fmt::format("Kế hoạch: {}. {} tin nhắn đã gửi.\n",
                      label == nullptr ? state : label->label_vi, messages_));
    return {};
  }

  Demo& demo_;
  Plan plan_;
  std::vector<std::string> units_;
  std::map<std::string, std::string> names_;
  std::size_t messages_ = 0;
  std::size_t heard_ = 0;
};

}  // namespace

Instant story_start(const Zone& zone) { return *parse_instant("2023-05-25T08:00", zone); }

Result<void> play_story(Demo& demo, const std::string& plan_document) {
  Faults faults("plan");
  auto plan = decode_plan(plan_document, faults);
  if (!plan) return failure(ErrorKind::permanent, fault_lines(faults.list()));
  return Story(demo, std::move(*plan)).play(plan_document);
}

}  // namespace dondoc
