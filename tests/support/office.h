// An office for tests: the real definitions and a plan file, invented people, a store in memory,
// time as an argument.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/data.h"
#include "app/demo_office.h"
#include "app/memory_store.h"
#include "engine/codec/plan_codec.h"
#include "engine/loop/engine.h"

namespace dondoc::test {

inline const Definitions& definitions() {
  static const Definitions k_definitions = [] {
    auto loaded = load_definitions(find_data(DONDOC_SOURCE_DIR, "").value());
    if (!loaded.definitions) throw std::runtime_error(fault_lines(loaded.faults));
    return *loaded.definitions;
  }();
  return k_definitions;
}

inline std::string plan_text(const std::string& name) {
  return read_file(std::string(DONDOC_SOURCE_DIR) + "/workflows/plans/" + name + ".json").value();
}

inline Plan decoded(const std::string& text) {
  Faults faults("plan");
  return decode_plan(text, faults).value();
}

inline Instant at(const std::string& local) {
  return parse_instant(local, Zone::viet_nam()).value();
}

class TestOffice {
 public:
  explicit TestOffice(Store& store, const Interpreter* interpreter = nullptr)
      : engine_(definitions(), Zone::viet_nam(), store, interpreter) {}

  Engine& engine() { return engine_; }

  void open(const std::string& when) {
    if (auto opened = engine_.open(at(when)); !opened)
      throw std::runtime_error(opened.error().message);
  }

  /// Registers people and issues the plan as its lead.
  void issue(const std::string& text, const std::string& when) {
    Plan plan = decoded(text);
    std::vector<Input> inputs;
    for (Command& c : people_of_demo(plan)) inputs.emplace_back(std::move(c));
    inputs.emplace_back(Command{"ld-" + plan.issuer, "", IssuePlan{text}});
    const std::vector<Answer> answers = engine_.handle(inputs, at(when)).value();
    for (const Answer& answer : answers) {
      if (answer.kind != AnswerKind::done) throw std::runtime_error(answer.refusal.why.id);
    }
  }

  Answer say(const std::string& who, CommandBody body, const std::string& when) {
    return engine_.handle({Command{who, "", std::move(body)}}, at(when)).value().front();
  }

  /// Takes every step up to `until`, each at its own time.
  void run(const std::string& until) {
    for (;;) {
      auto wake = engine_.wake_at().value();
      if (!wake || *wake > at(until)) return;
      engine_.tick(*wake).value();
    }
  }

  const Assignment& of(const std::string& code) {
    const Assignment* a = engine_.world().cases.find(code);
    if (a == nullptr) throw std::runtime_error("no assignment " + code);
    return *a;
  }

 private:
  Engine engine_;
};

}  // namespace dondoc::test
