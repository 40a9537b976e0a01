#include "app/operations_log.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

using namespace dondoc;

namespace {

using Lines = std::vector<nlohmann::json>;

/// What is written by `tell`, line by line.
template <class Act>
Lines written(Act act) {
  std::ostringstream out;
  VirtualClock clock(parse_instant("2026-01-05T08:00:00", Zone::viet_nam()).value());
  {
    OperationsLog log(clock, Zone::viet_nam(), {"geheim"}, &out);
    if constexpr (std::is_invocable_v<Act, OperationsLog&, VirtualClock&>) {
      act(log, clock);
    } else {
      act(log);
    }
  }
  Lines lines;
  std::istringstream in(out.str());
  for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

LogRecord refused_call() {
  LogRecord record{LogEvent::webhook_refused, "telegram"};
  record.status = 401;
  record.said.said = "wrong or missing secret";
  return record;
}

}  // namespace

TEST_CASE("an event is one line of JSON with time, level and what is known", "[log]") {
  const Lines lines = written([](OperationsLog& log) {
    LogRecord failed{LogEvent::send_failed, "zalo_oa"};
    failed.outcome = SendClass::recipient_gone;
    failed.said.said = "-213 user geheim has not followed";
    log.write(failed);
    LogRecord started{LogEvent::started};
    started.port = 8080;
    log.write(started);
  });
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == nlohmann::json{{"time", "2026-01-05T08:00:00+07:00"},
                                   {"level", "warning"},
                                   {"what", "send_failed"},
                                   {"channel", "zalo_oa"},
                                   {"class", "recipient_gone"},
                                   {"code", -213},
                                   {"said", "-213 user … has not followed"}});
  CHECK(lines[1]["what"] == "started");
  CHECK(lines[1]["level"] == "info");
  CHECK(lines[1]["port"] == 8080);
}

TEST_CASE("a call that the pages turn away is a warning with status, reason and our route",
          "[log]") {
  const Lines lines = written([](OperationsLog& log) {
    LogRecord record{LogEvent::page_refused};
    record.status = 404;
    record.said.said = "not_hers POST /assignments/{code}/{deed}";
    log.write(record);
  });
  REQUIRE(lines.size() == 1);
  CHECK(lines[0]["level"] == "warning");
  CHECK(lines[0]["what"] == "page_refused");
  CHECK(lines[0]["status"] == 404);
  CHECK(lines[0]["said"] == "not_hers POST /assignments/{code}/{deed}");
}

TEST_CASE("what needs a person is an error, what mends itself a warning", "[log]") {
  const Lines lines = written([](OperationsLog& log) {
    LogRecord receiving{LogEvent::channel_receiving, "telegram"};
    for (const PollState state : {PollState::auth_dead, PollState::failed, PollState::taken}) {
      receiving.receiving = state;
      log.write(receiving);
    }
    LogRecord sending{LogEvent::channel_sending, "telegram"};
    sending.stopped = false;
    for (const bool open : {true, false}) {
      sending.breaker_open = open;
      log.write(sending);
    }
  });
  std::vector<std::string> levels;
  for (const auto& line : lines) levels.push_back(line["level"]);
  CHECK(levels == std::vector<std::string>{"error", "warning", "info", "warning", "info"});
  CHECK(lines[0]["meaning"].get<std::string>().find("admin channel check") != std::string::npos);
}

TEST_CASE("a flood of refused calls is a few lines, other events go on", "[log]") {
  const Lines lines = written([](OperationsLog& log) {
    for (int i = 0; i < 100'000; ++i) log.write(refused_call());
    log.write({LogEvent::stopping});
  });
  CHECK(lines.size() == OperationsLog::k_lines_in_a_minute + 1);
  CHECK(lines.back()["what"] == "stopping");
}

TEST_CASE("after a minute the log goes on and says how much it left out", "[log]") {
  const Lines lines = written([](OperationsLog& log, VirtualClock& clock) {
    for (int i = 0; i < 1'000; ++i) log.write(refused_call());
    clock.move_to(clock.now() + Elapsed::minutes(1));
    log.write(refused_call());
    log.write(refused_call());
  });
  REQUIRE(lines.size() == OperationsLog::k_lines_in_a_minute + 2);
  CHECK(lines[OperationsLog::k_lines_in_a_minute]["left_out"] == 990);
  CHECK_FALSE(lines.back().contains("left_out"));
}

TEST_CASE("many threads write whole lines", "[log]") {
  constexpr int k_threads = 8;
  const Lines lines = written([](OperationsLog& log) {
    std::vector<std::thread> threads;
    for (int i = 0; i < k_threads; ++i) {
      threads.emplace_back([&log, i] {
        LogRecord record = refused_call();
        record.status = 400 + i;
        for (int n = 0; n < 20; ++n) log.write(record);
      });
    }
    for (std::thread& thread : threads) thread.join();
  });
  CHECK(lines.size() == k_threads * OperationsLog::k_lines_in_a_minute);
}
