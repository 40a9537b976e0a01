#include "engine/codec/json_reader.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "engine/limits.h"

namespace dondoc {
namespace {

/// "/pointer: message" of every fault.
std::vector<std::string> shown(const Faults& faults) {
  std::vector<std::string> lines;
  for (const auto& fault : faults.list()) lines.push_back(fault.pointer + ": " + fault.message);
  return lines;
}

std::vector<std::string> parse_faults(const std::string& text) {
  Faults faults("file.json");
  JsonDocument::parse(text, faults);
  return shown(faults);
}

/// A document with the reader of its top object.
struct Opened {
  Faults faults{"file.json"};
  std::optional<JsonDocument> document;

  explicit Opened(const std::string& text) : document(JsonDocument::parse(text, faults)) {
    REQUIRE(document);
  }
  JsonValue root() { return JsonValue::root(*document, faults); }
};

using Lines = std::vector<std::string>;

TEST_CASE("a NUL in a document was taken for its end, and what followed was read by nobody") {
  CHECK(parse_faults(std::string("{}\n\0{\"a\": 1}", 11)) ==
        std::vector<std::string>{": a NUL at line 2, column 1"});
}

TEST_CASE("a syntax error is found at its line and column", "[json_reader]") {
  const auto lines = parse_faults("{\n  \"tên\": \"Mẫu\",,\n}");
  REQUIRE(lines.size() == 1);
  CHECK_THAT(lines[0], Catch::StartsWith(": not valid JSON at line 2, column 16: "));
  CHECK_THAT(lines[0], Catch::Contains("unexpected ','"));
  CHECK_THAT(parse_faults("").at(0), Catch::Contains("line 1, column 1"));
  CHECK_THAT(parse_faults("{\"a\": 1").at(0), Catch::Contains("unexpected end of input"));
  CHECK_THAT(parse_faults("{\"a\": 1} x").at(0), Catch::Contains("not valid JSON"));
  CHECK_THAT(parse_faults("[1e999]").at(0), Catch::Contains("number overflow"));
  CHECK_THAT(parse_faults("[\"\\ud800\"]").at(0), Catch::Contains("not valid JSON"));
}

TEST_CASE("comments and a byte order mark are allowed", "[json_reader]") {
  CHECK(parse_faults("\xEF\xBB\xBF// mẫu\n{\"a\": 1 /* một */} // hết").empty());
}

TEST_CASE("text that is not UTF-8 is found at its line and column", "[json_reader]") {
  CHECK(parse_faults("{\"a\":\n \"\xFF\"}") ==
        Lines{": not valid UTF-8 at line 2, column 3; save the file as UTF-8"});
}

TEST_CASE("a key that stands twice is a fault and the rest is still read", "[json_reader]") {
  Opened opened(R"({"a": {"x": [0, {"b": 1, "b": [2], "c": 3}]}})");
  CHECK(shown(opened.faults) ==
        Lines{"/a/x/1/b: field 'b' stands twice in this object; keep one of them"});
  CHECK(opened.document->root().at("a").at("x").at(1).at("b").at(0) == 2);
  CHECK(opened.document->root().at("a").at("x").at(1).at("c") == 3);
}

TEST_CASE("nesting and size have limits", "[json_reader]") {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  CHECK(parse_faults(nested(limits::json_depth)).empty());
  const auto lines = parse_faults(nested(limits::json_depth + 1));
  REQUIRE(lines.size() == 1);
  CHECK_THAT(lines[0], Catch::EndsWith("nested more than 64 levels deep"));
  CHECK_THAT(parse_faults(nested(1'000'000)).at(0), Catch::EndsWith("64 levels deep"));
  CHECK(parse_faults(std::string(limits::file_bytes + 1, ' ')) == Lines{": larger than 16 MiB"});
}

TEST_CASE("every text is brought into normal form C, and it is said where", "[json_reader]") {
  Opened opened("{\"a\": [\"Mẫu\", \"Ma\xCC\x82\xCC\x83u\"], \"b\": \"e\\u0301\"}");
  CHECK(opened.document->root().at("a").at(1) == "Mẫu");
  CHECK(opened.document->root().at("b") == "é");
  CHECK(opened.document->denormalised() == Lines{"/a/1", "/b"});
  CHECK(opened.faults.none());
}

TEST_CASE("pointers are escaped as RFC 6901 asks", "[json_reader]") {
  CHECK(pointer_to("/a", "b/c~d") == "/a/b~1c~0d");
  CHECK(pointer_to("", std::size_t{3}) == "/3");
}

TEST_CASE("a value of another type is named with what was expected", "[json_reader]") {
  Opened opened(R"({"text": 1, "whole": "x", "half": 1.5, "number": [], "flag": "true",
                    "date": 20231124, "time": null, "list": {}, "name": 3})");
  {
    ObjectReader object(opened.root());
    CHECK(object.text("text", Presence::required, rules::some_text).empty());
    CHECK_FALSE(object.whole("whole", Presence::required, {}));
    CHECK_FALSE(object.whole("half", Presence::required, {}));
    CHECK_FALSE(object.number("number", Presence::required));
    CHECK_FALSE(object.flag("flag", Presence::required));
    CHECK_FALSE(object.date("date", Presence::required));
    CHECK_FALSE(object.time("time", Presence::required));
    CHECK(object.items("list", Presence::required, 9).empty());
    CHECK_FALSE(object.one_of("name", Presence::required, {"a", "b", "c"}));
  }
  CHECK(shown(opened.faults) ==
        Lines{"/text: expected text, found a number", "/whole: expected a number, found text",
              "/half: expected a whole number, found a number",
              "/number: expected a number, found a list",
              "/flag: expected true or false, found text",
              "/date: expected a date as text, 'YYYY-MM-DD', found a number",
              "/time: expected a time of day as text, 'HH:MM', found null",
              "/list: expected a list, found an object",
              "/name: expected 'a', 'b' or 'c', found a number"});
}

TEST_CASE("missing and unknown fields are named, with the nearest known one", "[json_reader]") {
  Opened opened(R"({"form": "x", "cutof": 1, "zzz": 2, "token": "12345"})");
  {
    ObjectReader object(opened.root());
    object.text("form", Presence::required, rules::some_text);
    object.text("who", Presence::required, rules::some_text);
    object.text("cutoff", Presence::optional, rules::some_text);
    object.text("token_file", Presence::optional, rules::some_text);
  }
  CHECK(shown(opened.faults) == Lines{": field 'who' is missing",
                                      "/cutof: unknown field 'cutof'; did you mean 'cutoff'?",
                                      "/token: unknown field 'token'; did you mean 'token_file'?",
                                      "/zzz: unknown field 'zzz'"});
}

TEST_CASE("a field may be null only where the format says so", "[json_reader]") {
  Opened opened(R"({"a": null, "b": null, "c": null})");
  {
    ObjectReader object(opened.root());
    CHECK(object.text("a", Presence::required_or_null, rules::some_text).empty());
    CHECK(object.text("b", Presence::optional_or_null, rules::some_text).empty());
    object.text("c", Presence::optional, rules::some_text);
    object.text("d", Presence::required_or_null, rules::some_text);
    object.text("e", Presence::optional_or_null, rules::some_text);
  }
  CHECK(shown(opened.faults) == Lines{"/c: expected text, found null", ": field 'd' is missing"});
}

TEST_CASE("what is no object is reported once", "[json_reader]") {
  Opened opened(R"([1])");
  {
    ObjectReader object(opened.root());
    CHECK_FALSE(object.field("a", Presence::required));
    CHECK(object.items("b", Presence::required, 3).empty());
  }
  CHECK(shown(opened.faults) == Lines{": expected an object, found a list"});
}

TEST_CASE("dates and times must exist", "[json_reader]") {
  Opened opened(R"(["2023-02-30", "2024-02-29", "25/11/2023", "24:00", "08:00", "8h"])");
  const auto values = opened.root().items(10);
  CHECK_FALSE(values[0].date());
  CHECK(values[1].date() == LocalDate::of(2024, 2, 29));
  CHECK_FALSE(values[2].date());
  CHECK_FALSE(values[3].time());
  CHECK(values[4].time() == TimeOfDay::at(8, 0));
  CHECK_FALSE(values[5].time());
  CHECK(shown(opened.faults) ==
        Lines{"/0: the date 2023-02-30 does not exist (or lies outside 1900 to 2199)",
              "/2: '25/11/2023' is no date: expected 'YYYY-MM-DD'",
              "/3: '24:00' is no time of day: expected '00:00' to '23:59'",
              "/5: '8h' is no time of day: expected '00:00' to '23:59'"});
}

TEST_CASE("numbers and lists have a range", "[json_reader]") {
  Opened opened(R"({"n": 32, "m": -1, "huge": 99999999999999999999, "big": 18446744073709551615,
                    "list": [1, 2, 3]})");
  {
    ObjectReader object(opened.root());
    CHECK(object.whole("n", Presence::required, {1, 31}) == 31);
    CHECK(object.whole("m", Presence::required, {0, 60}) == 0);
    CHECK_FALSE(object.whole("huge", Presence::required, {0, 60}));
    CHECK(object.whole("big", Presence::required, {0, 60}) == 60);
    CHECK(object.items("list", Presence::required, 2).size() == 2);
  }
  CHECK(shown(opened.faults) ==
        Lines{"/n: 32 is out of range: expected 1 to 31",
              "/m: -1 is out of range: expected 0 to 60",
              "/huge: expected a whole number, found a number",
              "/big: 18446744073709551615 is out of range: expected 0 to 60",
              "/list: 3 entries; at most 2 are allowed"});
}

TEST_CASE("texts have a length in characters and a shape", "[json_reader]") {
  std::string twenty;
  for (int i = 0; i < 20; ++i) twenty += "ố";
  Opened opened(R"(["", "Xa Mot", "a\u0001b", ")" + twenty + R"(ố", ")" + twenty + R"("])");
  const auto values = opened.root().items(10);
  values[0].text(rules::some_text);
  CHECK(values[1].text(rules::unit_id) == "Xa Mot");
  values[2].text(rules::some_text);
  values[3].text(rules::button_label);
  values[4].text(rules::button_label);
  CHECK(shown(opened.faults) == Lines{"/0: must not be empty",
                                      "/1: 'Xa Mot' does not fit: expected small letters, digits "
                                      "and '-', as in 'xa-dong-thanh'",
                                      "/2: holds a control character",
                                      "/3: 21 characters; at most 20 are allowed"});
}

TEST_CASE("shapes accept what the schemas accept", "[json_reader]") {
  struct Case {
    const TextRule* rule;
    std::string text;
    bool fits;
  };
  const auto c = GENERATE(values<Case>({
      {&rules::unit_id, "xa-dong-thanh", true},
      {&rules::unit_id, "-xa", false},
      {&rules::unit_id, "xã", false},
      {&rules::plan_id, "B-HPN-HM-2023", true},
      {&rules::plan_id, "B", false},
      {&rules::plan_id, "b-2023", false},
      {&rules::obligation_id, "B20", true},
      {&rules::obligation_id, "BCDE1", false},
      {&rules::obligation_id, "B", false},
      {&rules::question_id, "B-Q1", true},
      {&rules::question_id, "B-1", false},
      {&rules::question_topic, "units", true},
      {&rules::question_topic, "B20", true},
      {&rules::question_topic, "unit", false},
      {&rules::source_line, "81", true},
      {&rules::source_line, "27-29", true},
      {&rules::source_line, "83, 85-86", true},
      {&rules::source_line, "83,85", false},
      {&rules::source_line, "83-", false},
      {&rules::source_line, "dòng 3", false},
      {&rules::target_id, "T12", true},
      {&rules::target_id, "T123", false},
      {&rules::name_id, "so_cuoc", true},
      {&rules::name_id, "Số", false},
      {&rules::rung_id, "D+1", true},
      {&rules::rung_id, "D 1", false},
      {&rules::web_address, "https://a.vn", true},
      {&rules::web_address, "http://a.vn", false},
      {&rules::web_address, "http://127.0.0.1:8080/x", true},
      {&rules::web_address, "http://localhost.vn", false},
      {&rules::host_pattern, "*.zdn.vn", true},
      {&rules::host_pattern, "*", false},
  }));
  CAPTURE(c.text, c.rule->shape);
  CHECK(c.rule->fits(c.text) == c.fits);
}

TEST_CASE("faults beyond the limit are counted but not listed", "[json_reader]") {
  std::string text = "{\"a\": 0";
  for (int i = 0; i < 1500; ++i) text += ", \"x" + std::to_string(i) + "\": 0";
  Opened opened(text + "}");
  { ObjectReader object(opened.root()); }
  CHECK(opened.faults.count() == 1501);
  CHECK(opened.faults.list().size() == limits::faults_reported);
}

}  // namespace
}  // namespace dondoc
