// The doctor inside `serve`: what it finds is shown, told once to whoever administers, by day, and
// the dead man's switch is called only while nothing is broken.
#include "app/self_audit.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "app/administration_office.h"
#include "app/metrics.h"
#include "engine/codec/state_codec.h"
#include "engine/notice/notices.h"
#include "storage/sqlite/sqlite_pages.h"
#include "storage/sqlite/sqlite_webhooks.h"
#include "tests/app/kept_office.h"
#include "tests/support/message_books.h"
#include "web/page_words.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr const char* k_alive = "http://127.0.0.1:9/alive";

/// Answers what it is told to, and keeps what it was asked.
class Watch : public HttpClient {
 public:
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
    asked.push_back(request.url);
    HttpAnswer answer;
    answer.status = status;
    return answer;
  }
  std::vector<std::string> asked;
  int status = 200;
};

/// Plan B, its lead of the district administering the pages and reachable in the sandbox.
struct Audited : KeptOffice {
  const std::string administrator = "ld-hpn-huyen-hoc-mon";
  std::unique_ptr<Reader> connection = reader();
  std::unique_ptr<PageStore> pages = open_sqlite_pages(folder.file("t.db")).value();
  Watch watch;
  std::vector<Heard> said;
  std::vector<LogRecord> logged;
  Instant now = at("2023-05-25T09:00");
  std::unique_ptr<SelfAudit> audit;

  Audited() {
    REQUIRE(pages->save_password(administrator, "hash"));
    restart();
  }

  void restart() {
    audit = std::make_unique<SelfAudit>(SelfAudit::Parts{
        definitions(), Zone::viet_nam(), *connection, *pages, nullptr, [this] { return now; },
        [this](Heard word) { said.push_back(std::move(word)); }, watch, k_alive,
        Elapsed::minutes(5), [this](const LogRecord& record) { logged.push_back(record); }});
  }

  void break_row(const std::string& code) {
    CaseRow row = store->find_case(code).value().value();
    row.body = "{";
    Commit commit;
    commit.cases.push_back(std::move(row));
    REQUIRE(store->commit(commit));
  }
  void mend_row(const std::string& code) {
    CaseRow row = store->find_case(code).value().value();
    row.body = encode(office.of(code));
    Commit commit;
    commit.cases.push_back(std::move(row));
    REQUIRE(store->commit(commit));
  }
  std::size_t logged_of(LogEvent event) const {
    return static_cast<std::size_t>(std::count_if(
        logged.begin(), logged.end(), [&](const LogRecord& one) { return one.event == event; }));
  }
};

}  // namespace

TEST_CASE("an office without a fault passes, and the dead man's switch is called each time",
          "[self_audit]") {
  Audited office;
  CHECK_FALSE(office.audit->standing().has_value());
  office.audit->work();
  office.audit->work();
  const auto standing = office.audit->standing().value();
  CHECK(standing.passes());
  CHECK(standing.steps_unaccounted == 0);
  CHECK(standing.open > 0);
  CHECK(standing.alive_taken == true);
  CHECK(office.watch.asked == std::vector<std::string>{k_alive, k_alive});
  CHECK(office.logged_of(LogEvent::audit_found_faults) == 0);
}

TEST_CASE("a fault is told to whoever administers once, and that it is over once", "[self_audit]") {
  Audited office;
  office.break_row("B20-07");
  office.audit->work();
  office.audit->work();
  REQUIRE(office.said.size() == 1);
  const Heard word = office.said.front();
  CHECK(word.person == office.administrator);
  CHECK(word.channel == SelfAudit::k_channel);
  CHECK(word.text.find("1 việc có dữ liệu không đọc được") != std::string::npos);
  CHECK(office.audit->standing()->faults == 1);
  CHECK(office.audit->standing()->steps_unaccounted == 1);
  CHECK(office.logged_of(LogEvent::audit_found_faults) == 1);
  SECTION("the dead man's switch hears nothing meanwhile") { CHECK(office.watch.asked.empty()); }
  SECTION("another one is another message") {
    office.break_row("B20-08");
    office.audit->work();
    REQUIRE(office.said.size() == 2);
    CHECK(office.said.back().text.find("2 việc") != std::string::npos);
    CHECK(office.said.back().key != word.key);
  }
  SECTION("when it is mended that is told too") {
    office.mend_row("B20-07");
    office.audit->work();
    office.audit->work();
    REQUIRE(office.said.size() == 2);
    CHECK(office.said.back().text.find("nay không còn") != std::string::npos);
    CHECK(office.watch.asked.size() == 2);
    office.break_row("B20-07");
    office.audit->work();
    REQUIRE(office.said.size() == 3);  // on the same day: news all the same
    CHECK(office.said.back().text == word.text);
    CHECK(office.said.back().key != word.key);
  }
  SECTION("a restart on the same day does not say it again: the engine knows the key") {
    office.restart();
    office.audit->work();
    REQUIRE(office.said.size() == 2);
    CHECK(office.said.back().key == word.key);
  }
}

TEST_CASE("what is found at night or on a day off waits for the hours", "[self_audit]") {
  Audited office;
  office.break_row("B20-07");
  for (const char* time : {"2023-05-25T22:00", "2023-05-27T09:00", "2023-05-28T09:00"}) {
    office.now = at(time);
    office.audit->work();
    CHECK(office.said.empty());
    CHECK(office.audit->standing()->faults > 0);
  }
  office.now = at("2023-05-29T08:30");
  office.audit->work();
  CHECK(office.said.size() == 1);
}

TEST_CASE("only whoever administers and can be reached is told", "[self_audit]") {
  Audited office;
  office.break_row("B20-07");
  SECTION("an administrator without an account is not, and nothing is sent into the void") {
    Person person = *office.office.engine().office().directory.person(office.administrator);
    person.addresses.clear();
    office.office.say(std::string(k_administrator), RegisterPerson{person}, "2023-05-25T08:30");
    office.audit->work();
    CHECK(office.said.empty());
  }
  SECTION("each in her own language") {
    Person person = *office.office.engine().office().directory.person(office.administrator);
    person.language = "en";
    office.office.say(std::string(k_administrator), RegisterPerson{person}, "2023-05-25T08:30");
    office.audit->work();
    REQUIRE(office.said.size() == 1);
    CHECK(office.said.front().text.find("1 task(s) whose data cannot be read") !=
          std::string::npos);
  }
}

TEST_CASE("the engine says the words of the audit, once for a key, and the conversation the rest",
          "[self_audit]") {
  class Conversation : public Interpreter {
    Interpretation interpret(const World&, const Heard&, Instant) const override {
      Interpretation said;
      said.replies.push_back({"nói chuyện", {}, {}, "T-01"});
      return said;
    }
  };
  const Conversation conversation;
  const AuditInterpreter interpreter(conversation);
  MemoryStore store;
  TestOffice office(store, &interpreter);
  office.open("2023-05-25T07:00");
  office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  Heard word;
  word.person = "ld-hpn-huyen-hoc-mon";
  word.channel = SelfAudit::k_channel;
  word.key = "2023-05-25:ld:1";
  word.at = at("2023-05-25T09:00");
  word.text = "Kính báo cáo";
  const std::size_t before = store.outbox().size();
  for (int time = 0; time < 2; ++time) REQUIRE(office.engine().handle({word}, word.at));
  CHECK(store.outbox().size() == before + 1);
  CHECK(store.outbox().rbegin()->second.person == word.person);
  CHECK(decode_message(store.outbox().rbegin()->second.body).text == "Kính báo cáo");
  Heard other = word;
  other.channel = "sandbox";
  REQUIRE(office.engine().handle({other}, other.at));
  CHECK(decode_message(store.outbox().rbegin()->second.body).text == "nói chuyện");
}

TEST_CASE("everything the doctor can find has words in both languages", "[self_audit]") {
  Examination seen;
  for (const std::string_view code : k_finding_codes)
    seen.findings.push_back({Severity::note, std::string(code), "x", 1, "", ""});
  Person person;
  person.name = "Hoa";
  for (const MessageBook* book : {books().vi, books().en}) {
    const std::string text = audit_text(seen, person, *book, "08:00 25/05/2023");
    INFO(text);
    CHECK(std::count(text.begin(), text.end(), '\n') ==
          static_cast<std::ptrdiff_t>(k_finding_codes.size()) + 1);
    CHECK(text.find("M-46") == std::string::npos);
    CHECK(text.find("…") == std::string::npos);
  }
  for (const char* file : {"config/pages/vi.json", "config/pages/en.json"}) {
    const PageWords words = PageWords::read(read_file(file).value()).value();
    for (const std::string_view code : k_finding_codes) {
      INFO(file << ' ' << code);
      CHECK(words.has("doctor_" + std::string(code)));
      CHECK(words.has("doctor_" + std::string(code) + "_do"));
    }
  }
}

TEST_CASE("the doctor's page did not show the webhooks for which the audit sends people there",
          "[self_audit][found]") {
  Audited office;
  const auto webhooks = open_sqlite_webhooks(office.folder.file("t.db")).value();
  Webhook webhook;
  webhook.id = "ben-ngoai";
  webhook.url = "https://example.test/";
  REQUIRE(webhooks->add(webhook));
  webhook.failures = 3;
  webhook.failing_since = office.now;
  REQUIRE(webhooks->note_progress(webhook));
  AdministrationOffice page({definitions(),
                             Zone::viet_nam(),
                             office.folder.file("t.db"),
                             [&office] { return office.now; },
                             {},
                             nullptr,
                             nullptr,
                             nullptr,
                             webhooks.get()},
                            office.reader());
  const DoctorReport report = page.examine().value();
  CHECK(std::count_if(report.findings.begin(), report.findings.end(), [](const auto& one) {
          return one.code == "webhook_failing" && one.about == "ben-ngoai" && one.count == 3;
        }) == 1);
}

TEST_CASE("a switch that does not answer is written down once, and does not change the standing",
          "[self_audit]") {
  Audited office;
  office.watch.status = 503;
  office.audit->work();
  office.audit->work();
  CHECK(office.audit->standing()->passes());
  CHECK(office.audit->standing()->alive_taken == false);
  CHECK(office.logged_of(LogEvent::alive_not_taken) == 1);
}

TEST_CASE("the audit and the service levels stand in the metrics", "[self_audit]") {
  Measured measured;
  SendCounts& counts = measured.sends["telegram"];
  for (int i = 0; i < 1'000; ++i) {
    counts.add(SendClass::delivered);
    counts.lateness.add(Elapsed::seconds(i < 995 ? 3 : 50));
  }
  counts.add(SendClass::unknown);
  measured.audit = AuditStanding{Instant{5'000}, true, 10, 9, 2, 3, 1, true};
  const std::string text = metrics_text(measured);
  for (const char* line :
       {"dondoc_slo_lateness_seconds{quantile=\"0.5\"} 5",
        "dondoc_slo_lateness_seconds{quantile=\"0.99\"} 5",
        "dondoc_slo_possible_duplicates_per_million 1000", "dondoc_slo_steps_unaccounted 1",
        "dondoc_self_audit_timestamp_seconds 5", "dondoc_self_audit_passes 0",
        "dondoc_self_audit_faults 2", "dondoc_self_audit_notes 3",
        "dondoc_self_audit_alive_taken 1"}) {
    INFO(line << "\n" << text);
    CHECK(("\n" + text).find("\n" + std::string(line) + "\n") != std::string::npos);
  }
}
