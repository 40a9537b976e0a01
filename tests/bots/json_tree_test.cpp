#include "bots/platform/json_tree.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace dondoc;

namespace {

JsonTree tree(std::string_view text) {
  auto parsed = JsonTree::parse(text);
  REQUIRE(parsed);
  return *parsed;
}

}  // namespace

TEST_CASE("what is not there, or of another type, is empty") {
  const JsonTree nothing = tree(R"({"a": {"b": [1]}})")["x"]["y"];
  CHECK_FALSE(nothing.exists());
  CHECK(nothing.text().empty());
  CHECK_FALSE(nothing.whole());
  CHECK(nothing.items().empty());
  CHECK_FALSE(nothing.is_true());
  CHECK_FALSE(nothing.is_false());
  CHECK_FALSE(JsonTree()["a"].is_object());
  CHECK_FALSE(tree("[1]")["a"].exists());
  CHECK_FALSE(tree(R"({"a": null})")["a"].exists());
}

TEST_CASE("an id is whole however it is written, and never passes through a double") {
  const JsonTree ids = tree(
      R"({"number": 9007199254740993, "text": "9007199254740993", "large": 18446744073709551615,
          "name": "@lan", "half": 1.5, "exponent": 1e3, "padded": " 7"})");
  CHECK(ids["number"].text() == "9007199254740993");
  CHECK(ids["number"].whole() == 9007199254740993);
  CHECK(ids["text"].whole() == 9007199254740993);
  CHECK(ids["number"].number() == 9007199254740993);
  CHECK_FALSE(ids["text"].number());
  CHECK_FALSE(ids["large"].number());
  CHECK(ids["text"].whole_text() == "9007199254740993");
  CHECK(ids["large"].text() == "18446744073709551615");
  for (const char* name : {"large", "name", "half", "exponent", "padded", "none"}) {
    INFO(name);
    CHECK_FALSE(ids[name].whole());
    CHECK(ids[name].whole_text().empty());
  }
}

TEST_CASE("true and false are themselves alone") {
  const JsonTree flags = tree(R"({"yes": true, "no": false, "one": 1, "zero": 0, "text": "true"})");
  CHECK(flags["yes"].is_true());
  CHECK_FALSE(flags["yes"].is_false());
  CHECK(flags["no"].is_false());
  for (const char* name : {"one", "zero", "text"}) {
    INFO(name);
    CHECK_FALSE(flags[name].is_true());
    CHECK_FALSE(flags[name].is_false());
  }
}

TEST_CASE("a part of a tree outlives the tree it was taken from") {
  std::vector<JsonTree> parts;
  {
    const JsonTree whole = tree(R"({"list": [{"a": "một"}, {"a": "hai"}]})");
    REQUIRE(whole["list"].is_list());
    parts = whole["list"].items();
  }
  REQUIRE(parts.size() == 2);
  CHECK(parts[1]["a"].text() == "hai");
}

TEST_CASE("a text that is no JSON is no tree; a member named twice is one only when not strict") {
  for (const char* text : {"", "{", "\"\xff\"", "<html>"}) CHECK_FALSE(JsonTree::parse(text));
  CHECK(tree(R"({"a": 1, "a": 2})")["a"].whole() == 2);
  CHECK_FALSE(JsonTree::parse_strictly(R"({"a": 1, "a": 2})"));
  CHECK(JsonTree::parse_strictly(R"({"a": 1})"));
}

TEST_CASE("what is written is JSON, whatever bytes it holds") {
  CHECK(json_text({{"text", "a\xff"}}) == "{\"text\":\"a\uFFFD\"}");
  CHECK(whole_number("-12") == -12);
  for (const char* text : {"", "-", "1.0", "1 ", "9223372036854775808", "0x1"})
    CHECK_FALSE(whole_number(text));
}
