#include "app/explain.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "reports/event_sentence.h"
#include "tests/app/kept_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

struct Kept : KeptOffice {
  std::string lead, officer;

  Kept() {
    lead = "ld-" + decoded(plan_text("b-hocmon-2023")).issuer;
    officer = "cb-" + office.of("B20-07").unit;
  }

  Result<Life> life(const std::string& code, const std::string& now) {
    return explain(*reader(), definitions(), Zone::viet_nam(), code, at(now));
  }

  void extend() {
    office.run("2023-11-20T00:00");
    office.say(officer, Acknowledge{"B20-07"}, "2023-11-20T08:30");
    office.say(officer,
               RequestExtension{"B20-07", *LocalDate::parse("2023-12-01"), "chưa đủ số liệu"},
               "2023-11-20T09:00");
    office.say(lead, GrantExtension{"B20-07", std::nullopt, "đồng ý", "CV 12/HPN"},
               "2023-11-20T10:00");
  }
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// What `explain --json` has of it.
nlohmann::json reminders(const Life& life) {
  return nlohmann::json::parse(life_json(life, Zone::viet_nam())).at("reminders");
}

bool has_entry(const Life& life, const std::string& kind, const std::string& part) {
  return std::any_of(life.past.begin(), life.past.end(),
                     [&](const LifeEntry& e) { return e.kind == kind && has(e.text, part); });
}

}  // namespace

TEST_CASE("explain tells an extension: who asked, who granted, and the due date that came of it") {
  Kept kept;
  kept.extend();
  const Life life = kept.life("[B20-07]", "2023-11-20T11:00").value();
  CHECK(life.nominal->iso() == "2023-11-24");
  CHECK(life.effective->iso() == "2023-12-01");
  CHECK(has_entry(life, "assignment_issued", "hạn theo văn bản: 24/11/2023"));
  CHECK(
      has_entry(life, "extension_requested", "xin gia hạn đến 01/12/2023; lý do: chưa đủ số liệu"));
  CHECK(has_entry(life, "extension_granted", "cho gia hạn đến 01/12/2023"));
  const std::string text = life_text(life, Zone::viet_nam());
  CHECK(has(text, "Kế hoạch ghi: “trước ngày 25/11/2023”."));
  CHECK(has(text, "Hạn theo văn bản: hết ngày 24/11/2023."));
  CHECK(has(text, "lý do: đồng ý; văn bản: CV 12/HPN."));
  CHECK(has(text, "Hạn áp dụng: hết ngày 01/12/2023."));
}

TEST_CASE("explain is in order of time, with the messages and the words that were sent") {
  Kept kept;
  kept.extend();
  const Life life = kept.life("B20-07", "2023-11-20T11:00").value();
  CHECK(std::is_sorted(life.past.begin(), life.past.end(),
                       [](const LifeEntry& a, const LifeEntry& b) { return a.at < b.at; }));
  CHECK(has_entry(life, "step_taken", "Bước nhắc trước hạn 7 ngày: gửi "));
  CHECK(has_entry(life, "message", "chờ gửi từ"));
  for (const LifeEntry& e : life.past) {
    if (e.kind == "message") CHECK_FALSE(e.details.empty());
  }
}

TEST_CASE("explain says what comes next: the ladder counts from the extended date") {
  Kept kept;
  kept.extend();
  const Life life = kept.life("B20-07", "2023-11-20T11:00").value();
  REQUIRE_FALSE(life.coming.empty());
  CHECK(life.standing.empty());
  auto due_day = std::find_if(life.coming.begin(), life.coming.end(),
                              [](const ComingStep& s) { return s.step == "D"; });
  REQUIRE(due_day != life.coming.end());
  CHECK(Zone::viet_nam().date_of(due_day->at).iso() == "2023-12-01");
  CHECK(due_day->to == std::vector<std::string>{kept.officer});
}

TEST_CASE("explain says why nothing comes") {
  Kept kept;
  CHECK(kept.life("B18-01", "2023-06-01T08:00").value().standing ==
        "Chờ xác nhận thời hạn; khi có thời hạn mới bắt đầu nhắc.");
  kept.office.run("2024-01-31T00:00");
  CHECK(kept.life("B20-03", "2024-02-01T08:00").value().standing ==
        "Đã qua hết các bước nhắc; việc nằm trong danh sách của lãnh đạo.");
}

TEST_CASE("explain says why a step was left out, of this log and of logs that held the words") {
  Kept kept;
  kept.office.run("2024-01-31T00:00");
  const Life life = kept.life("B20-03", "2024-02-01T08:00").value();
  CHECK(has_entry(life, "step_skipped",
                  "lý do: đơn vị không có người thay; chuyển ngay bước tiếp theo"));
  CHECK(has_entry(life, "escalated", "lý do: đã nhắc nhiều lần, đơn vị chưa phản hồi"));
  CHECK_FALSE(has_entry(life, "step_skipped", "S-"));

  Event before;
  before.body = StepSkipped{2, "D-3", "ngoài giờ gửi tin", ""};
  CHECK(sentence_of(kept.office.engine().world(), before) ==
        "Bỏ qua bước nhắc trước hạn 3 ngày; lý do: ngoài giờ gửi tin");
}

TEST_CASE("explain as data says the same") {
  Kept kept;
  kept.extend();
  const Life life = kept.life("B20-07", "2023-11-20T11:00").value();
  const auto json = nlohmann::json::parse(life_json(life, Zone::viet_nam()));
  CHECK(json["due_effective"] == "2023-12-01");
  CHECK(json["past"].size() == life.past.size());
  CHECK(json["coming"].size() == life.coming.size());
  CHECK(json["standing"].is_null());
}

TEST_CASE("explain of an unknown code is an error that names it") {
  Kept kept;
  auto life = kept.life("B99-99", "2023-06-01T08:00");
  REQUIRE_FALSE(life.has_value());
  CHECK(has(life.error().message, "B99-99"));
}

TEST_CASE("explain has the proof of reminding: what was sent to whom, and what came back") {
  Kept kept;
  kept.office.run("2023-11-20T08:20");
  kept.office.say(kept.officer, Acknowledge{"B20-07"}, "2023-11-20T08:30");
  const Life life = kept.life("B20-07", "2023-11-20T11:00").value();
  const auto all = reminders(life);
  REQUIRE_FALSE(all.empty());
  CHECK(all.size() == life.proof.reminders.size());
  for (const auto& one : all) {
    CHECK(one.at("to").is_string());
    CHECK_FALSE(one.at("text").get<std::string>().empty());
    if (one.at("standing") != "accepted") CHECK(one.at("answered_at").is_null());
  }
  const auto read = read_proof(*kept.reader(), "[B20-07]");
  REQUIRE(read);
  CHECK(read->assignment.code == "B20-07");
  CHECK(read->proof.reminders.size() == all.size());
  CHECK_FALSE(read_proof(*kept.reader(), "B99-99"));
}
