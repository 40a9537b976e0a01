#include "web/demo_routes.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

#include "engine/codec/json_document.h"
#include "engine/codec/json_reader.h"
#include "engine/codec/json_writer.h"

namespace dondoc {
namespace {

constexpr std::string_view k_json = "application/json; charset=utf-8";
constexpr std::string_view k_html = "text/html; charset=utf-8";

const TextRule k_id{1, 200, nullptr, ""};
const TextRule k_said{1, 4000, nullptr, ""};
const TextRule k_payload{1, 256, nullptr, ""};
const TextRule k_key{0, 64, nullptr, ""};

struct Asset {
  std::string_view path;
  std::string_view file;
  std::string_view type;
};
constexpr std::array<Asset, 5> k_assets{{
    {"/assets/demo.css", "web/assets/demo.css", "text/css; charset=utf-8"},
    {"/assets/demo.js", "web/assets/demo.js", "text/javascript; charset=utf-8"},
    {"/assets/chat.js", "web/assets/chat.js", "text/javascript; charset=utf-8"},
    {"/assets/fill.js", "web/assets/fill.js", "text/javascript; charset=utf-8"},
    {"/assets/demo.svg", "web/assets/demo.svg", "image/svg+xml"},
}};

Response page(std::string_view type, std::string body) {
  return {200, std::string(type), std::move(body)};
}

Response failed() { return refusal(503, "Chưa đọc được dữ liệu; đề nghị thử lại."); }

Response answer(const Deed& deed) {
  switch (deed.kind) {
    case Deed::Kind::unknown:
      return refusal(404, deed.text);
    case Deed::Kind::refused:
      return refusal(409, deed.text);
    case Deed::Kind::failed:
      return refusal(503, deed.text);
    case Deed::Kind::done:
      break;
  }
  Response response;
  JsonWriter json(response.body);
  json.open_object();
  json.key("text");
  json.text(deed.text);
  json.close_object();
  return response;
}

DemoChoice choice_of(const Request& request) {
  DemoChoice choice{request.parameter("plan"), {}};
  const auto [begin, end] = request.query.equal_range("who");
  for (auto it = begin; it != end && choice.people.size() < k_windows; ++it)
    choice.people.push_back(it->second);
  return choice;
}

/// `read` makes a value of the body's fields; `act` is called with it only when nothing in the body
/// is at fault.
template <class Read, class Act>
Response with_body(const Request& request, Read read, Act act) {
  Faults faults("body");
  auto document = JsonDocument::parse(request.body, faults);
  if (!document) return refusal(400, "Nội dung gửi lên không phải JSON hợp lệ.");
  const auto fields = [&] {
    ObjectReader object(JsonValue::root(*document, faults));
    return read(object);
  }();
  if (faults.none()) return answer(act(fields));
  const Fault& first = faults.list().front();
  return refusal(
      400, fmt::format("Nội dung gửi lên không đúng ở “{}”: {}.", first.pointer, first.message));
}

struct Spoken {
  std::string person;
  std::string words;
  std::string key;
};

Response say(DemoDesk& desk, const Request& request) {
  const auto read = [](ObjectReader& body) {
    return Spoken{body.text("person", Presence::required, k_id),
                  body.text("text", Presence::required, k_said),
                  body.text("key", Presence::optional, k_key)};
  };
  return with_body(request, read,
                   [&](const Spoken& s) { return desk.say(s.person, s.words, s.key); });
}

Response press(DemoDesk& desk, const Request& request) {
  const auto read = [](ObjectReader& body) {
    return Spoken{body.text("person", Presence::required, k_id),
                  body.text("payload", Presence::required, k_payload),
                  body.text("key", Presence::optional, k_key)};
  };
  return with_body(request, read,
                   [&](const Spoken& s) { return desk.press(s.person, s.words, s.key); });
}

Response move_clock(DemoDesk& desk, const Request& request) {
  static constexpr std::array<Choice<ClockMove>, 3> k_moves{
      {{"hour", ClockMove::hour}, {"day", ClockMove::day}, {"step", ClockMove::step}}};
  const auto read = [](ObjectReader& body) {
    return body.choice("move", Presence::required, k_moves);
  };
  return with_body(request, read,
                   [&](const std::optional<ClockMove>& move) { return desk.move_clock(*move); });
}

Response confirm(DemoDesk& desk, const Request& request) {
  using Question = std::pair<std::string, std::string>;
  const auto read = [](ObjectReader& body) {
    return Question{body.text("plan", Presence::required, k_id),
                    body.text("question", Presence::required, k_id)};
  };
  return with_body(request, read,
                   [&](const Question& q) { return desk.confirm(q.first, q.second); });
}

Response state(DemoDesk& desk, const Request& request) {
  const std::string known = request.parameter("after");
  const std::string version = known.empty() ? desk.version() : desk.wait_for_change(known);
  if (version == known) return {204, "", ""};
  auto view = desk.look(choice_of(request));
  return view ? page(k_json, demo_state(*view, version)) : failed();
}

Response front_page(DemoDesk& desk, const std::string& token, const FindFile& files,
                    const Request& request) {
  const std::string version =
      desk.version();  // before the look: what comes in between is then shown again, not missed
  auto view = desk.look(choice_of(request));
  return view ? page(k_html, demo_page(*view, version, token, files)) : failed();
}

Response asset(const Asset& wanted, const FindFile& files) {
  const auto text = files(wanted.file);
  return text ? page(wanted.type, std::string(*text)) : refusal(404, "Không có tệp này.");
}

}  // namespace

std::vector<Route> demo_routes(DemoDesk& desk, const std::string& token, const FindFile& files) {
  std::vector<Route> routes{
      {"GET", "/healthz", Access::open,
       [](const Request&) { return page("text/plain; charset=utf-8", "ok\n"); }},
      {"GET", "/", Access::page,
       [&desk, token, files](const Request& r) { return front_page(desk, token, files, r); }},
      {"GET", "/state", Access::page, [&desk](const Request& r) { return state(desk, r); }},
      {"POST", "/say", Access::act, [&desk](const Request& r) { return say(desk, r); }},
      {"POST", "/press", Access::act, [&desk](const Request& r) { return press(desk, r); }},
      {"POST", "/clock", Access::act, [&desk](const Request& r) { return move_clock(desk, r); }},
      {"POST", "/confirm", Access::act, [&desk](const Request& r) { return confirm(desk, r); }},
  };
  for (const Asset& each : k_assets) {
    routes.push_back({"GET", std::string(each.path), Access::page,
                      [&each, files](const Request&) { return asset(each, files); }});
  }
  return routes;
}

}  // namespace dondoc
