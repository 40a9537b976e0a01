// What engine/codec/archive.h promises for any value, seen through events.
#include "engine/codec/event_codec.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace dondoc;

namespace {

std::string encoded(EventBody body) {
  Event e;
  e.at = Instant{5};
  e.subject = "s";
  e.body = std::move(body);
  return encode(e);
}

std::string fault_of(std::string_view json) {
  auto event = decode_event(json);
  if (event) return "";
  CHECK(event.error().kind == ErrorKind::corrupt);
  return event.error().message;
}

std::string written_remark(const std::string& text) {
  auto json = encoded(Nudged{text});
  auto event = decode_event(json);
  REQUIRE(event.has_value());
  return std::get<Nudged>(event->body).text;
}

}  // namespace

TEST_CASE("any text comes back as it was", "[codec]") {
  auto text = GENERATE(as<std::string>{}, "", "\"quoted\" \\ back/slash", "dòng 1\r\n\tdòng 2\b\f\x7F",
                       "Đã nộp báo cáo, ạ!", std::string("a\0b\x1F", 4), "😀 ưỡ \xE2\x80\xA8", "</script>");
  CHECK(written_remark(text) == text);
}

TEST_CASE("bytes that are not UTF-8 still give valid JSON", "[codec]") {
  struct Case { const char* broken; const char* kept; };
  auto c = GENERATE(values<Case>({{"a\xFFz", "a\uFFFDz"}, {"\xC3", "\uFFFD"}, {"\xE1\xBB", "\uFFFD\uFFFD"},
                                  {"\xC0\xAF", "\uFFFD\uFFFD"}, {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
                                  {"\xF5\x80\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"}, {"\x80\xC4\x91", "\uFFFDđ"}}));
  CHECK(written_remark(c.broken) == c.kept);
}

TEST_CASE("a decimal comes back as exactly the same decimal", "[codec]") {
  auto value = GENERATE(0.0, -0.0, 92.0, 0.1, 1.0 / 3, 1e300, -5e-324, 1e22, 123456789012345678.0);
  auto back = decode_event(encoded(Progressed{value, {}, {}, ""}));
  REQUIRE(back.has_value());
  auto percent = std::get<Progressed>(back->body).percent;
  REQUIRE(percent.has_value());
  CHECK(*percent == value);
  CHECK(std::signbit(*percent) == std::signbit(value));
}

TEST_CASE("a decimal that JSON cannot write stays a decimal that is no number", "[codec]") {
  auto json = encoded(Progressed{std::numeric_limits<double>::infinity(), {}, {}, ""});
  CHECK(json == R"({"at":5,"kind":"progressed","subject":"s","body":{"percent":null}})");
  CHECK(encode(decode_event(json).value()) == json);
}

TEST_CASE("a damaged event is an error that names the field", "[codec]") {
  struct Case { const char* json; const char* fault; };
  auto c = GENERATE(values<Case>({
      {"", "event: not valid JSON"},
      {"nonsense", "event: not valid JSON"},
      {"[]", "event: expected an object"},
      {"{}", "event: at: missing"},
      {R"({"at":"5","kind":"nudged","subject":"s","body":{}})", "event: at: expected a whole number"},
      {R"({"at":5.5,"kind":"nudged","subject":"s","body":{}})", "event: at: expected a whole number"},
      {R"({"at":9223372036854775808,"kind":"accepted","subject":"s"})", "event: at: number too large"},
      {R"({"at":1e999,"kind":"accepted","subject":"s"})", "event: not valid JSON"},
      {R"({"at":5,"subject":"s"})", "event: kind: missing"},
      {R"({"at":5,"kind":"praised","subject":"s"})", "event: kind: unknown name 'praised'"},
      {R"({"at":5,"kind":7,"subject":"s"})", "event: kind: expected a name"},
      {R"({"at":5,"kind":"accepted","subject":null})", "event: subject: expected a text"},
      {R"({"at":5,"kind":"nudged","subject":"s"})", "event: body: missing"},
      {R"({"at":5,"kind":"nudged","subject":"s","body":[]})", "event: body: expected an object"},
      {R"({"at":5,"kind":"raised","subject":"s","body":{"nominal":"2023-02-30"}})",
       "event: body.nominal: expected a date YYYY-MM-DD"},
      {R"({"at":5,"kind":"submitted","subject":"s","body":{"submission":{"files":["a",2]}}})",
       "event: body.submission.files[1]: expected a text"},
      {R"({"at":5,"kind":"submitted","subject":"s","body":{"submission":{"figures":[{"field":"f","value":[]}]}}})",
       "event: body.submission.figures[0].value: expected a number or a text"},
      {R"({"at":5,"kind":"step_taken","subject":"s","body":{"rung":3000000000,"day":"2023-11-21"}})",
       "event: body.rung: number too large"},
      {R"({"at":5,"kind":"step_taken","subject":"s","body":{"rung":64,"day":"2023-11-21"}})",
       "event: body.rung: no such rung"},
      {R"({"at":5,"kind":"calendar_year_set","subject":"s","body":{"year":{"year":2023,"standing":"announced",)"
       R"("entries":[{"date":"2023-05-06","kind":"holiday"},{"date":"2023-05-06","kind":"holiday"}]}}})",
       "event: body.year.entries: not of that year or not in order of date"},
      {R"({"at":5,"kind":"conversation_saved","subject":"s","body":{"conversation":{"position":-1}}})",
       "event: body.conversation.position: expected a whole number, not negative"},
  }));
  CHECK(fault_of(c.json) == c.fault);
}

TEST_CASE("endless nesting is an error and never a crash", "[codec]") {
  CHECK(fault_of(std::string(1'000'000, '[')) == "event: not valid JSON");
  CHECK(fault_of(std::string(200'000, '[') + std::string(200'000, ']')) == "event: not valid JSON");
  std::string due = R"({"type":"past","stated":"x"})";
  for (int i = 0; i < 100; ++i) due = R"({"type":"several","stated":"x","rules":[)" + due + "]}";
  auto answered = R"({"at":5,"kind":"question_answered","subject":"B","body":{"dues":[{"obligation":"B1","due":)" +
                  due + "}]}}";
  auto fault = fault_of(answered);
  CHECK(fault.find("nested too deep") != std::string::npos);
}
