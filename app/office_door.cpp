#include "app/office_door.h"

#include <fmt/format.h>
#include <httplib.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/desk.h"
#include "app/settings.h"
#include "engine/codec/command_codec.h"
#include "engine/limits.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// A plan of the largest size, escaped, with room to spare.
constexpr std::size_t k_body_bytes = 4 * limits::file_bytes;
constexpr int k_seconds = 120;
constexpr std::size_t k_threads = 2;

json to_json(const Phrase& phrase) {
  json values = json::array();
  for (const PhraseValue& value : phrase.values)
    values.push_back({{"name", value.name},
                      {"value", value.value},
                      {"kind", value.kind},
                      {"values", to_json(Phrase{"", value.values})["values"]}});
  return {{"id", phrase.id}, {"values", std::move(values)}};
}

Phrase phrase_from(const json& from) {
  Phrase phrase{from.value("id", ""), {}};
  for (const json& value : from.value("values", json::array()))
    phrase.values.push_back({value.value("name", ""), value.value("value", ""),
                             value.value("kind", PhraseValue::Kind::as_is),
                             phrase_from(value).values});
  return phrase;
}

json to_json(const Answer& answer) {
  return {{"refused", answer.kind == AnswerKind::refused},
          {"why", to_json(answer.refusal.why)},
          {"codes", answer.codes}};
}

Answer from_json(const json& from) {
  Answer answer;
  if (from.value("refused", false)) answer.kind = AnswerKind::refused;
  answer.refusal.why = phrase_from(from.value("why", json::object()));
  answer.codes = from.value("codes", std::vector<std::string>());
  return answer;
}

}  // namespace

std::string door_of(const std::string& database) { return files_beside(database) + ".sock"; }

class OfficeDoor::Impl {
 public:
  Impl(Runtime& runtime, std::string path) : runtime_(runtime), path_(std::move(path)) {
    server_.set_address_family(AF_UNIX);
    server_.new_task_queue = [] { return new httplib::ThreadPool(k_threads); };
    server_.set_payload_max_length(k_body_bytes);
    server_.Get("/", [](const httplib::Request&, httplib::Response& out) {
      out.set_content("dondoc", "text/plain");
    });
    server_.Post("/commands", [this](const httplib::Request& in, httplib::Response& out) {
      carry_out(in.body, out);
    });
  }

  ~Impl() { close(); }

  void show_channels(std::function<std::string()> health) {
    server_.Get("/channels",
                [health = std::move(health)](const httplib::Request&, httplib::Response& out) {
                  out.set_content(health(), "application/json");
                });
  }

  Result<void> open() {
    if (path_.size() >= sizeof(sockaddr_un::sun_path))
      return failure(ErrorKind::permanent, path_ + ": too long a path for a socket");
    ::unlink(path_.c_str());  // of a run that was killed: the database's lock is ours
    const mode_t before = ::umask(0177);
    const bool bound = server_.bind_to_port(path_, 80);
    ::umask(before);
    if (!bound) return failure(ErrorKind::permanent, path_ + ": cannot be opened");
    thread_ = std::thread([this] {
      server_.listen_after_bind();
      ended_ = true;
    });
    return {};
  }

  void close() {
    if (!thread_.joinable()) return;
    while (!server_.is_running() && !ended_) std::this_thread::yield();
    server_.stop();
    thread_.join();
    ::unlink(path_.c_str());
  }

 private:
  void carry_out(const std::string& body, httplib::Response& out) {
    const json commands = json::parse(body, nullptr, false);
    json answers = json::array();
    for (const json& one : commands.is_array() ? commands : json::array()) {
      auto command = decode_office_command(one.is_string() ? one.get<std::string>() : "");
      auto answer = command ? runtime_.ask(by_administrator(std::move(*command)))
                            : Result<Answer>(tl::unexpected(command.error()));
      if (!answer) {
        out.status = 503;
        out.set_content(answer.error().message, "text/plain");
        return;
      }
      answers.push_back(to_json(*answer));
    }
    out.set_content(answers.dump(), "application/json");
  }

  Runtime& runtime_;
  const std::string path_;
  httplib::Server server_;
  std::thread thread_;
  std::atomic<bool> ended_ = false;
};

OfficeDoor::OfficeDoor(Runtime& runtime, std::string path)
    : impl_(std::make_unique<Impl>(runtime, std::move(path))) {}
OfficeDoor::~OfficeDoor() = default;
void OfficeDoor::show_channels(std::function<std::string()> health) {
  impl_->show_channels(std::move(health));
}
Result<void> OfficeDoor::open() { return impl_->open(); }
void OfficeDoor::close() { impl_->close(); }

bool answers(const std::string& door) {
  struct stat found {};
  if (::stat(door.c_str(), &found) != 0 || !S_ISSOCK(found.st_mode)) return false;
  httplib::Client client(door);
  client.set_address_family(AF_UNIX);
  const auto answer = client.Get("/");
  return answer && answer->status == 200 && answer->body == "dondoc";
}

Result<std::string> channels_behind(const std::string& door) {
  httplib::Client client(door);
  client.set_address_family(AF_UNIX);
  client.set_read_timeout(k_seconds);
  const auto answer = client.Get("/channels");
  if (!answer || answer->status != 200)
    return failure(ErrorKind::transient, door + ": the running dondoc does not answer");
  return answer->body;
}

Result<std::vector<Answer>> hand_over(const std::string& door,
                                      const std::vector<CommandBody>& commands) {
  json list = json::array();
  for (const CommandBody& command : commands) {
    auto text = encode_office_command(command);
    if (!text)
      return failure(ErrorKind::permanent, "this cannot be done while dondoc serve is running");
    list.push_back(std::move(*text));
  }
  httplib::Client client(door);
  client.set_address_family(AF_UNIX);
  client.set_read_timeout(k_seconds);
  client.set_write_timeout(k_seconds);
  const auto answer = client.Post("/commands", list.dump(), "application/json");
  if (!answer) return failure(ErrorKind::transient, door + ": the running dondoc does not answer");
  if (answer->status != 200) return failure(ErrorKind::transient, answer->body);
  const json told = json::parse(answer->body, nullptr, false);
  if (!told.is_array() || told.size() != commands.size())
    return failure(ErrorKind::corrupt, door + ": the running dondoc answers in another language");
  std::vector<Answer> all;
  for (const json& one : told) all.push_back(from_json(one));
  return all;
}

}  // namespace dondoc
