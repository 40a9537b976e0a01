#include <fmt/format.h>
#include <signal.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <future>
#include <map>
#include <memory>

#include "app/channel_set.h"
#include "app/receiving.h"
#include "app/runtime.h"
#include "app/serve_http.h"
#include "app/temporary_folder.h"
#include "bench/counting_store.h"
#include "bench/figures.h"
#include "bench/synthetic_office.h"
#include "bench/wrk.h"
#include "bots/talk/talk.h"
#include "bots/telegram/telegram.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"

namespace dondoc::bench {
namespace {

constexpr OfficeSize k_size{5'000, 24};
constexpr LocalDate k_issued = LocalDate::from_days(19'600);  // 2023-08-31
constexpr LocalDate k_due = LocalDate::from_days(19'900);
constexpr long k_first_account = 700'001;
constexpr const char* k_secret = "secret-of-the-measurement";
constexpr const char* k_peer = "bench/grammy";

/// A platform that is not there: only what comes in is measured.
class NoPlatform final : public HttpClient {
 public:
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest&) override {
    return tl::unexpected(HttpError{HttpFailure::not_sent, "no platform in a measurement"});
  }
};

class OneTelegram final : public ChannelSet {
 public:
  explicit OneTelegram(Telegram& telegram) {
    const ReceivePlan by_webhook{true, "https://dondoc.test/webhook/telegram"};
    all_.push_back({"telegram", &telegram, &telegram, &telegram, by_webhook, {}, 1});
  }
};

/// Officers whose Telegram accounts are bound.
Result<void> fill(Runtime& runtime) {
  std::map<std::string, std::string> accounts;
  for (int unit = 1; unit <= k_size.units; ++unit)
    accounts[officer_of(unit)] = std::to_string(k_first_account + unit - 1);
  std::vector<std::future<Result<Answer>>> answers;
  for (Command& command : make_office(k_size, k_issued, k_due)) {
    auto* registered = std::get_if<RegisterPerson>(&command.body);
    if (registered != nullptr && accounts.contains(registered->person.id))
      registered->person.addresses = {{"telegram", accounts.at(registered->person.id), true}};
    auto promise = std::make_shared<std::promise<Result<Answer>>>();
    answers.push_back(promise->get_future());
    runtime.submit(std::move(command),
                   [promise](const Result<Answer>& answer) { promise->set_value(answer); });
  }
  for (auto& each : answers) {
    const Result<Answer> answer = each.get();
    if (!answer) return tl::unexpected(answer.error());
    if (answer->kind != AnswerKind::done)
      return failure(ErrorKind::permanent, "made-up office refused: " + answer->refusal.why.id);
  }
  return {};
}

Result<std::string> write_script(const TemporaryFolder& folder, Instant now) {
  const std::string file = folder.file("presses.lua");
  std::ofstream script(file);
  script << presses_script({k_size.units, k_size.duties, "X%d-%03d", k_first_account,
                            static_cast<long>(now.ms / 1000), k_secret});
  if (!script.flush()) return failure(ErrorKind::permanent, file + ": cannot be written");
  return file;
}

/// grammY on Node, answering the same presses and storing nothing. None where it is not installed.
Result<std::optional<LoadFigures>> measure_peer(const std::string& script) {
  if (!std::filesystem::exists(std::string(k_peer) + "/node_modules"))
    return std::optional<LoadFigures>();
  FILE* server = ::popen(fmt::format("exec node {}/server.mjs {}", k_peer, k_secret).c_str(), "r");
  if (server == nullptr) return failure(ErrorKind::permanent, "node cannot be started");
  long process = 0;
  int port = 0;
  const bool started = std::fscanf(server, "%ld %d", &process, &port) == 2;
  Result<LoadFigures> figures =
      started ? put_under_load({32, 8, fmt::format("http://127.0.0.1:{}/", port), script})
              : failure(ErrorKind::permanent, "grammY did not start");
  if (started) ::kill(static_cast<pid_t>(process), SIGTERM);
  ::pclose(server);
  if (!figures) return tl::unexpected(figures.error());
  return std::optional<LoadFigures>(*figures);
}

struct Server {
  explicit Server(Runtime& runtime, std::unique_ptr<Reader> reader)
      : receiving(runtime, channels),
        http(runtime, std::move(reader), Zone::viet_nam(), ClockAccess::none) {
    http.take_webhooks(channels, receiving);
  }

  NoPlatform platform;
  std::unique_ptr<Telegram> telegram =
      make_telegram({"http://127.0.0.1", "1:measurement", k_secret}, platform);
  OneTelegram channels{*telegram};
  Receiving receiving;
  ServeHttp http;
};

/// Presses that had their effect; the rest would be refusals, which cost less.
Result<double> acknowledged(const std::string& database) {
  auto reader = open_sqlite_reader(database);
  if (!reader) return tl::unexpected(reader.error());
  double count = 0;
  auto read = (*reader)->each_log(
      0, "", [&](const LogRow& row) { count += row.kind == "acknowledged" ? 1 : 0; });
  if (!read) return tl::unexpected(read.error());
  return count;
}

Figures figures_of(const LoadFigures& own, double effective, double batch,
                   const std::optional<LoadFigures>& peer) {
  Figures figures{"webhook", {}, {}};
  figures.numbers = {{"connections", 32},
                     {"durable decisions answered with 200 per second", own.per_second},
                     {"answer p50 ms", own.p50_ms},
                     {"answer p99 ms", own.p99_ms},
                     {"not answered with 200", own.refused},
                     {"acknowledgements in the log", effective},
                     {"acknowledgements per durable commit", batch}};
  if (peer) {
    figures.numbers.insert(figures.numbers.end(),
                           {{"grammY without storing, per second", peer->per_second},
                            {"grammY p50 ms", peer->p50_ms},
                            {"grammY p99 ms", peer->p99_ms},
                            {"ratio to grammY without storing", own.per_second / peer->per_second}});
  } else {
    figures.notes.push_back("grammY beside it: npm ci --prefix bench/grammy, then again from here");
  }
  figures.notes.push_back(
      "Every press is an acknowledgement by another update: deduplicated, decided, logged and "
      "synced before its 200.");
  return figures;
}

}  // namespace

Result<Figures> measure_webhook() {
  auto definitions = definitions_of_this_place();
  if (!definitions) return tl::unexpected(definitions.error());
  TemporaryFolder folder;
  const std::string database = folder.file("bench.db");
  auto store = open_sqlite_store(database);
  if (!store) return tl::unexpected(store.error());
  VirtualClock clock(Zone::viet_nam().at(k_issued, TimeOfDay::at(20, 0)));
  const auto talk = make_talk();
  CountingStore counting(**store);
  Runtime runtime(
      {*definitions, Zone::viet_nam(), counting, talk.get(), clock, &clock, {}});
  if (auto started = runtime.start(); !started) return tl::unexpected(started.error());
  if (auto filled = fill(runtime); !filled) return tl::unexpected(filled.error());
  auto reader = open_sqlite_reader(database);
  if (!reader) return tl::unexpected(reader.error());
  Server server(runtime, std::move(*reader));
  auto port = server.http.start({"127.0.0.1", 0, ""});
  if (!port) return tl::unexpected(port.error());
  auto script = write_script(folder, clock.now());
  if (!script) return tl::unexpected(script.error());
  counting.reset();
  auto own = put_under_load(
      {32, 8, fmt::format("http://127.0.0.1:{}/webhook/telegram", *port), *script});
  server.http.stop();
  runtime.stop();
  if (!own) return tl::unexpected(own.error());
  auto peer = measure_peer(*script);
  if (!peer) return tl::unexpected(peer.error());
  auto effective = acknowledged(database);
  if (!effective) return tl::unexpected(effective.error());
  return figures_of(*own, *effective, *effective / static_cast<double>(counting.commits()), *peer);
}

}  // namespace dondoc::bench
