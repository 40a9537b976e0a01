#include "tests/served/served_office.h"

#include <httplib.h>
#include <signal.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "app/data.h"
#include "app/demo_office.h"
#include "tests/support/office.h"
#include "tests/support/text_file.h"

namespace dondoc::test {
namespace {

using nlohmann::json;

constexpr const char* k_public = "https://dondoc.test";

/// What calls the webhooks of the office: its public address is this machine.
class WebhookCaller : public HttpClient {
 public:
  explicit WebhookCaller(int port) : client_("127.0.0.1", port) { client_.set_read_timeout(30); }
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
    httplib::Headers headers;
    for (const HttpHeader& header : request.headers) {
      if (header.name != "Content-Type") headers.emplace(header.name, header.value);
    }
    const std::string type =
        request.content_type.empty() ? "application/json" : request.content_type;
    const auto answer =
        client_.Post(request.url.substr(std::string(k_public).size()), headers, request.body, type);
    if (!answer) return tl::unexpected(HttpError{HttpFailure::no_answer, "no answer"});
    HttpAnswer result;
    result.status = answer->status;
    result.body = answer->body;
    return result;
  }

 private:
  httplib::Client client_;
};

/// units.json of a plan: its units, and the people the demo invents for it.
json directory_of(const Plan& plan, const std::vector<std::string>& channels) {
  json units = json::array();
  json persons = json::array();
  for (const Command& command : people_of_demo(plan)) {
    if (const auto* registered = std::get_if<RegisterUnit>(&command.body)) {
      const Unit& unit = registered->unit;
      units.push_back({{"id", unit.id}, {"name", unit.name}, {"kind", unit.kind}});
      units.back()["parent"] = unit.parent.empty() ? json() : json(unit.parent);
      if (!unit.short_name.empty()) units.back()["short"] = unit.short_name;
    } else if (const auto* person = std::get_if<RegisterPerson>(&command.body)) {
      const Person& p = person->person;
      persons.push_back({{"id", p.id},
                         {"name", p.name},
                         {"address", p.form_of_address},
                         {"unit", p.unit},
                         {"roles", {p.lead ? "lead" : "officer"}},
                         {"language", "vi"},
                         {"channels", channels}});
    }
  }
  return {{"units", units}, {"persons", persons}};
}

}  // namespace

ServedOffice::ServedOffice(const std::string& start, std::vector<std::unique_ptr<Chats>> platforms)
    : now_ms_(at(start).ms), platforms_(std::move(platforms)) {
  for (const auto& chats : platforms_) {
    servers_.push_back(std::make_unique<FakeServer>(chats->platform(), [this] { return now(); }));
    ports_.push_back(servers_.back()->start());
    if (ports_.back() == 0) throw std::runtime_error("a fake platform cannot listen");
  }
  std::filesystem::create_directories(folder_.file("var"));
  write_configuration("dondoc.json", database_.url());
}

ServedOffice::~ServedOffice() {
  program_.reset();
  for (const auto& server : servers_) server->stop();
}

/// The program with its own folder for what lies beside a server's database.
std::vector<std::string> ServedOffice::program(std::vector<std::string> words) const {
  const std::vector<std::string> before = {"/usr/bin/env", "STATE_DIRECTORY=" + file("var"),
                                           DONDOC_PROGRAM};
  words.insert(words.begin(), before.begin(), before.end());
  return words;
}

void ServedOffice::write_configuration(const std::string& name, const std::string& url) {
  json config = {{"storage", {{"url", url}}},
                 {"listen", {{"host", "127.0.0.1"}, {"port", 0}, {"public_url", k_public}}},
                 {"channels", json::object()}};
  for (std::size_t i = 0; i < platforms_.size(); ++i) {
    const std::string base = "http://127.0.0.1:" + std::to_string(ports_[i]);
    config["channels"][platforms_[i]->channel()] =
        json::parse(platforms_[i]->configuration(base, folder_.path(), now()));
  }
  write_text(file(name), config.dump(1));
}

void ServedOffice::start() {
  program_ = std::make_unique<RunningProgram>(
      program({"serve", "--config", file("dondoc.json"), "--virtual-clock",
               Zone::viet_nam().iso(now())}),
      file("serve.log"));
  const std::string line = program_->line();
  const auto colon = line.rfind(':');
  if (colon == std::string::npos) throw std::runtime_error("serve did not start: " + said());
  port_ = std::stoi(line.substr(colon + 1));
}

std::unique_ptr<RunningProgram> ServedOffice::start_second() {
  write_configuration("second.json", "sqlite:" + folder_.file("var/second.db"));
  auto second = std::make_unique<RunningProgram>(
      program({"serve", "--config", file("second.json"), "--virtual-clock",
               Zone::viet_nam().iso(now())}),
      file("second.log"));
  if (second->line().empty()) throw std::runtime_error("no second: " + said("second.log"));
  return second;
}

void ServedOffice::kill() {
  program_->signal(SIGKILL);
  program_->wait();
  program_.reset();
}

int ServedOffice::stop() {
  program_->signal(SIGTERM);
  const int status = program_->wait();
  program_.reset();
  return status;
}

Ended ServedOffice::try_command(std::vector<std::string> words) const {
  words.insert(words.end(), {"--config", file("dondoc.json")});
  return run_program(program(std::move(words)));
}

std::string ServedOffice::command(std::vector<std::string> words) {
  const Ended ended = try_command(words);
  if (ended.status != 0) throw std::runtime_error(words.front() + ": " + ended.err + ended.out);
  return ended.out;
}

void ServedOffice::import_people(const std::string& plan) {
  std::vector<std::string> channels;
  for (const auto& chats : platforms_) channels.push_back(chats->channel());
  write_text(file("people.json"), directory_of(decoded(plan_text(plan)), channels).dump(1));
  command({"admin", "units", "import", file("people.json")});
  command({"admin", "persons", "import", file("people.json")});
}

void ServedOffice::bind(Chats& chats, const std::string& person, const std::string& account) {
  const json invitation = json::parse(
      command({"admin", "invite", person, "--channel", chats.channel(), "--json"}));
  chats.join(account, invitation.at("code"), now());
  settle();
}

bool ServedOffice::move_to(Instant when) {
  now_ms_ = when.ms;
  httplib::Client client("127.0.0.1", port_);
  client.set_read_timeout(600);
  const auto answer = client.Post("/debug/clock", json{{"set", Zone::viet_nam().iso(when)}}.dump(),
                                  "application/json");
  if (answer && answer->status != 200)
    throw std::runtime_error("the clock was not moved: " + answer->body);
  return static_cast<bool>(answer);
}

void ServedOffice::run_to(const std::string& when) {
  if (!move_to(at(when))) throw std::runtime_error("the office does not answer: " + said());
  settle();
}

int ServedOffice::call(const std::string& path, const std::vector<HttpHeader>& headers,
                       const std::string& body) const {
  httplib::Client client("127.0.0.1", port_);
  httplib::Headers sent;
  for (const HttpHeader& header : headers) sent.emplace(header.name, header.value);
  const auto answer = client.Post(path, sent, body, "application/json");
  return answer ? answer->status : 0;
}

std::size_t ServedOffice::deliver() {
  WebhookCaller caller(port_);
  std::size_t taken = 0;
  for (const auto& chats : platforms_) taken += chats->deliver(caller, now());
  return taken;
}

void ServedOffice::settle() {
  while (deliver() > 0) {
  }
  if (!move_to(now())) throw std::runtime_error("the office does not answer: " + said());
}

std::string ServedOffice::said(const std::string& log) const {
  return read_file(file(log)).value_or("nothing was said");
}

}  // namespace dondoc::test
