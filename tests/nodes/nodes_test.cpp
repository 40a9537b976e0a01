// Several nodes on one database with everything that can happen to machines: power cuts, nodes that
// stand still, lost connections, a promoted standby, clocks that differ. Nothing that was answered
// is lost, no step is decided twice, and what comes twice says so.
// `scripts/prove nodes FAULTS=100 UNITS=400` does it at length.
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "engine/codec/event_codec.h"
#include "engine/loop/replay.h"
#include "engine/notice/notices.h"
#include "storage/open.h"
#include "tests/nodes/node_house.h"
#include "tests/support/office.h"
#include "tests/support/random_commands.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t k_nodes = 3;
constexpr std::size_t k_callers = 3;
constexpr int k_starts = 5;
constexpr int k_first_account = 7'000;
constexpr int k_duties = 25;
constexpr int k_days_between = 4;
constexpr const char* k_issued = "2023-06-05T08:00";
constexpr std::uint64_t k_seed = 20231110;
const std::vector<std::string> k_words = {"tiếp nhận tất cả", "việc của tôi", "tình hình",
                                          "vướng kinh phí",   "quá hạn",      "đang làm"};

int wanted(const char* name, int otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::atoi(text);
}

std::string account_of(int unit) { return std::to_string(k_first_account + unit); }

/// Every unit has every duty, one due each few days.
std::string plan_json(int units) {
  const LocalDate issued = *LocalDate::parse("2023-06-05");
  std::string list, group, duties;
  for (int i = 1; i <= units; ++i) {
    const std::string id = "xa-" + std::to_string(i);
    list += R"(,{"id":")" + id + R"(","name":"Xã số )" + std::to_string(i) +
            R"(","kind":"commune","parent":"uy-ban"})";
    group += (i == 1 ? "\"" : ",\"") + id + "\"";
  }
  for (int i = 1; i <= k_duties; ++i) {
    const LocalDate due = issued + CalendarDays{8 + i * k_days_between};
    duties += std::string(i == 1 ? "" : ",") + R"({"id":"N)" + std::to_string(i) +
              R"(","line":"1","kind":"report_once","binding":"ordered",)"
              R"("what":"Báo cáo kết quả nội dung )" +
              std::to_string(i) +
              R"(","who":["cac-xa"],"to":[{"unit":"uy-ban"}],"due":{"type":"date","date":")" +
              due.iso() + R"(","inclusive":true,"stated":"chậm nhất"}})";
  }
  return R"({"plan":{"id":"N-THU","number":"01/KH-UBND","date":"2023-06-05","issuer":"uy-ban",)"
         R"("subject":"Kế hoạch thử nhiều nút","from":"2023-06-05","to":"2023-12-31",)"
         R"("source":"dữ liệu thử"},"units":[{"id":"uy-ban","name":"Ủy ban nhân dân",)"
         R"("kind":"committee","parent":null})" +
         list + R"(],"groups":[{"id":"cac-xa","name":"Các xã","units":[)" + group +
         R"(]}],"obligations":[)" + duties + "]}";
}

std::vector<Input> office_of(int units) {
  const std::string by(k_administrator);
  std::vector<Input> inputs;
  inputs.emplace_back(Command{
      by, "",
      RegisterUnit{Unit{"uy-ban", "Ủy ban nhân dân", "", "committee", "", false, false, false}}});
  for (int i = 0; i <= units; ++i) {
    const std::string id = i == 0 ? "uy-ban" : "xa-" + std::to_string(i);
    if (i > 0)
      inputs.emplace_back(Command{by, "",
                                  RegisterUnit{Unit{id, "Xã số " + std::to_string(i), "", "commune",
                                                    "uy-ban", false, false, false}}});
    Person person;
    person.id = i == 0 ? "lanh-dao" : "can-bo-" + std::to_string(i);
    person.name = i == 0 ? "Lãnh đạo" : "Cán bộ " + std::to_string(i);
    person.unit = id;
    person.officer = i > 0;
    person.lead = i == 0;
    person.addresses.push_back({"telegram", account_of(i), true});
    inputs.emplace_back(Command{by, "", RegisterPerson{person}});
  }
  inputs.emplace_back(Command{by, "", IssuePlan{plan_json(units)}});
  return inputs;
}

class TroubledNodes {
 public:
  /// `ahead`: of the clocks of the first nodes.
  TroubledNodes(ServerPair& servers, int units, const std::vector<Elapsed>& ahead)
      : servers_(servers), units_(units), house_(servers, at(k_issued), k_nodes) {
    const auto store = open_store(servers.address()).value();
    Engine engine(definitions(), Zone::viet_nam(), *store, nullptr);
    REQUIRE(engine.open(house_.now()));
    const std::vector<Answer> answers = engine.handle(office_of(units), house_.now()).value();
    for (const Answer& answer : answers) REQUIRE(answer.kind == AnswerKind::done);
    for (int i = 0; i <= units; ++i) house_.telegram().start(account_of(i), "", house_.now());
    for (std::size_t i = 0; i < ahead.size(); ++i) house_.skew(i, ahead[i]);
    for (std::size_t node = 0; node < k_nodes; ++node) house_.start(node);
  }

  NodeHouse& house() { return house_; }

  /// People write and time goes by while something happens.
  void suffer(Elapsed time) {
    std::vector<std::thread> callers;
    calling_ = true;
    for (std::size_t i = 0; i < k_callers; ++i)
      callers.emplace_back([this, random = Random(random_.next())]() mutable { call(random); });
    std::thread clock([this, time] { house_.move_to(house_.now() + time); });
    std::this_thread::sleep_for(std::chrono::milliseconds(random_.below(400)));
    std::exception_ptr broken;
    try {
      strike();
    } catch (...) {
      broken = std::current_exception();
    }
    clock.join();
    calling_ = false;
    for (std::thread& caller : callers) caller.join();
    if (broken) std::rethrow_exception(broken);
  }

  /// Everything works again: what was due is done.
  void heal(const std::string& until) {
    const Instant end = at(until);
    for (int tries = 0; tries < 60 && house_.move_to(end) < k_nodes; ++tries)
      std::this_thread::sleep_for(std::chrono::seconds(1));
    for (int tries = 0; tries < 120 && is_waiting(end); ++tries) {
      house_.move_to(end);
      std::this_thread::sleep_for(std::chrono::milliseconds(500));
    }
    for (std::size_t node = 0; node < k_nodes; ++node) {
      INFO(house_.said(node));
      CHECK(house_.stop(node) == 0);
    }
  }

  void check() {
    const auto reader = open_reader(servers_.address()).value();
    const auto store = open_store(servers_.address()).value();
    const std::vector<std::string> seen = store->seen_keys(answered_).value();
    lost_ = answered_.size() - std::set<std::string>(seen.begin(), seen.end()).size();
    const auto chain = verify_log(servers_.address()).value();
    CHECK_FALSE(chain.first_bad_seq);
    const auto replayed = replay(*reader, Instant{std::numeric_limits<std::int64_t>::max()});
    REQUIRE(replayed);
    const std::vector<std::string> other = differences(*reader, *replayed).value();
    for (const std::string& line : other) FAIL_CHECK(line);
    count_steps(*reader);
    count_messages(*reader);
  }

  std::string figures() const {
    return std::to_string(faults_) + " faults (" + kinds() + "), " +
           std::to_string(failed_starts_) + " starts that had to be repeated, " +
           std::to_string(steps_) + " steps decided, " + std::to_string(twice_) +
           " of them twice; " + std::to_string(answered_.size()) + " calls answered, " +
           std::to_string(lost_) + " lost; " + std::to_string(messages_) + " messages, " +
           std::to_string(unsettled_) + " not settled, " + std::to_string(repeated_) +
           " came again and said so, " + std::to_string(unsaid_) + " without saying so";
  }
  bool is_well() const {
    return twice_ == 0 && lost_ == 0 && unsettled_ == 0 && unsaid_ == 0 && steps_ > 0;
  }

 private:
  void strike() {
    const std::size_t node = random_.below(k_nodes);
    const std::size_t kind = random_.below(10);
    ++faults_;
    if (kind < 4) {
      ++kinds_["power cuts"];
      house_.kill(node);
      start_again(node);
    } else if (kind < 7) {
      ++kinds_["pauses"];
      house_.pause(node);
      std::this_thread::sleep_for(std::chrono::milliseconds(random_.below(12'000)));
      house_.resume(node);
    } else if (kind < 9) {
      ++kinds_["lost connections"];
      servers_.cut_connections();
    } else {
      ++kinds_["fail-overs"];
      servers_.fail_over();
    }
  }

  /// As a service's manager does: a node that cannot start, because others have the turn for long,
  /// is started once more.
  void start_again(std::size_t node) {
    for (int tries = 1;; ++tries) {
      try {
        return house_.start(node);
      } catch (const std::runtime_error&) {
        if (tries == k_starts) throw;
        ++failed_starts_;
      }
    }
  }

  std::string kinds() const {
    std::string all;
    for (const auto& [kind, count] : kinds_)
      all += (all.empty() ? "" : ", ") + std::to_string(count) + " " + kind;
    return all;
  }

  void call(Random& random) {
    while (calling_) {
      const std::int64_t update = ++last_update_;
      const std::string account = account_of(static_cast<int>(random.below(units_)) + 1);
      const std::string& text = k_words[random.below(k_words.size())];
      if (house_.call(random.below(k_nodes), update, account, text) != 200) continue;
      const std::lock_guard lock(mutex_);
      answered_.push_back("telegram:" + std::to_string(update));
    }
  }

  bool is_waiting(Instant until) {
    const auto reader = open_reader(servers_.address()).value();
    const Backlog backlog = reader->backlog(until).value();
    return backlog.steps_due > 0 || backlog.messages_due > 0;
  }

  /// Of an assignment each rung of its ladder is decided once.
  void count_steps(Reader& reader) {
    std::set<std::string> decided;
    static_cast<void>(reader.each_log(0, "", [&](const LogRow& row) {
      const auto event = decode_event(row.body).value();
      std::string step;
      if (const auto* taken = std::get_if<StepTaken>(&event.body)) {
        if (taken->nudge) return;
        step = taken->id + "@" + std::to_string(taken->rung) + "@" + taken->day.iso();
      } else if (const auto* skipped = std::get_if<StepSkipped>(&event.body)) {
        step = skipped->id + "@" + std::to_string(skipped->rung) + "@skipped@" +
               Zone::viet_nam().date_of(row.at).iso();
      } else {
        return;
      }
      ++steps_;
      if (!decided.insert(row.subject + " " + step).second) ++twice_;
    }));
  }

  /// What people saw, against what was to be said.
  void count_messages(Reader& reader) {
    std::map<std::string, std::map<std::string, int>> said;  // by account and text
    std::map<std::string, std::string> account_of_person;
    for (int i = 0; i <= units_; ++i)
      account_of_person[i == 0 ? "lanh-dao" : "can-bo-" + std::to_string(i)] = account_of(i);
    const auto rows = reader.outbox("", "", 0, 10'000'000).value();
    for (const OutboxRecord& record : rows) {
      ++messages_;
      if (record.standing == OutboxStanding::waiting) ++unsettled_;
      const auto account = account_of_person.find(record.row.person);
      if (account != account_of_person.end())
        ++said[account->second][decode_message(record.row.body).text];
    }
    for (int i = 0; i <= units_; ++i) {
      for (const auto& shown : house_.telegram().chat(account_of(i))) {
        if (!shown.from_bot) continue;
        auto text = said[account_of(i)].find(shown.text);
        if (text != said[account_of(i)].end() && text->second-- > 0) continue;
        if (says_that_it_came_before(shown.text)) {
          ++repeated_;
        } else if (++unsaid_ <= 3) {
          UNSCOPED_INFO("not said, or said too often: " << shown.text);
        }
      }
    }
  }

  static bool says_that_it_came_before(const std::string& text) {
    return text.starts_with(definitions().books().vi->find("H-17")->text);
  }

  ServerPair& servers_;
  const int units_;
  NodeHouse house_;
  Random random_{k_seed};
  std::atomic<bool> calling_ = false;
  std::atomic<std::int64_t> last_update_ = 1'000'000;
  std::mutex mutex_;
  std::vector<std::string> answered_;  // guarded by mutex_ while callers run
  std::map<std::string, int> kinds_;
  int faults_ = 0;
  int failed_starts_ = 0;
  std::size_t lost_ = 0;
  int steps_ = 0;
  int twice_ = 0;
  int messages_ = 0;
  int unsettled_ = 0;
  int repeated_ = 0;
  int unsaid_ = 0;
};

}  // namespace

TEST_CASE("three nodes and their servers fail again and again, and nothing is lost or done twice",
          "[nodes]") {
  const auto servers = ServerPair::start();
  if (!servers) {
    WARN("skipped: no PostgreSQL server to start (scripts/packages.txt)");
    return;
  }
  const int faults = wanted("DONDOC_PROOF_FAULTS", 8);
  TroubledNodes nodes(*servers, wanted("DONDOC_PROOF_UNITS", 12),
                      {Elapsed{0}, Elapsed::minutes(4), Elapsed{-Elapsed::minutes(7).ms}});
  const Elapsed whole = at("2023-10-20T08:00") - at(k_issued);
  for (int i = 0; i < faults; ++i) nodes.suffer(Elapsed{whole.ms / faults});
  nodes.heal("2023-11-01T15:00");
  nodes.check();
  INFO(nodes.figures());
  CHECK(nodes.is_well());
  WARN(nodes.figures());
}

TEST_CASE("what a node that died was to send is sent by another one within seconds", "[nodes]") {
  const auto servers = ServerPair::start();
  if (!servers) {
    WARN("skipped: no PostgreSQL server to start (scripts/packages.txt)");
    return;
  }
  TroubledNodes nodes(*servers, 3, {});
  NodeHouse& house = nodes.house();
  house.kill(0);  // the first to start has the duties
  const std::size_t before = house.telegram().chat(account_of(1)).size();
  const auto died = Steady::now();
  REQUIRE(house.call(1, 2'000'000, account_of(1), "việc của tôi") == 200);
  while (house.telegram().chat(account_of(1)).size() == before) {
    REQUIRE(Steady::now() - died < std::chrono::minutes(2));
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  WARN("answered " << std::chrono::duration<double>(Steady::now() - died).count()
                   << " s after the node that sent died");
  CHECK(house.stop(1) == 0);
  CHECK(house.stop(2) == 0);
}
