#include "web/demo_pages.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/web/fake_desk.h"

namespace dondoc {
namespace {

std::string page_of(const DemoView& view) {
  return demo_page(view, "life-1", "the-token", project_file);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

TEST_CASE("the page shows clock, boxes, rows, questions and chats") {
  const std::string page = page_of(small_view());
  CHECK(has(page, "<b data-text=\"time\">08:00</b>"));
  CHECK(has(page, "<b data-text=\"value\">15</b> <span data-text=\"label\">Tổng số</span>"));
  CHECK(has(page, "<b data-text=\"value\">3</b> <span data-text=\"label\">Quá hạn</span>"));
  CHECK(has(page, "data-key=\"B20-02\" data-tone=\"overdue\""));
  CHECK(has(page, "Quá hạn 5 ngày"));
  CHECK(has(page, "data-question=\"B-Q3\""));
  CHECK(has(page, "data-payload=\"ack:B20-01:7\">Tiếp nhận</button>"));
  CHECK(has(page, "<option value=\"B-HPN-HM-2023\" selected>"));
  CHECK(has(page, "<option value=\"A-QD8-2011\">"));
  CHECK(has(page, "<option value=\"cb-ba-diem\" selected>"));
  CHECK(has(page, "content=\"the-token\""));
}

TEST_CASE("what people write never becomes HTML") {
  const std::string attack = "<img src=x onerror=\"alert('1')\">&{{token}}";
  DemoView view = small_view();
  view.rows[0].what = view.rows[0].notes = view.rows[0].unit = view.rows[0].code = attack;
  view.questions[0].text = view.questions[0].proposal = view.questions[0].id = attack;
  view.windows[0].bubbles[0].text = view.windows[0].name = attack;
  view.windows[0].bubbles[0].buttons[0] = {attack, attack};
  view.windows[0].phrases = {attack};
  view.groups[0].people[0] = {attack, attack, 1};
  view.title = view.subject = view.plans[0].label = view.boxes[0].label = attack;
  const std::string page = page_of(view);
  CHECK_FALSE(has(page, "<img src=x"));
  CHECK(count(page, "&lt;img src=x onerror=&quot;alert(&apos;1&apos;)&quot;&gt;&amp;{{token}}") >=
        15);
  CHECK(count(page, "the-token") == 1);
}

TEST_CASE("the page brings no script or style of its own and asks nobody else") {
  const std::string page = page_of(small_view());
  CHECK(count(page, "<script") == 1);
  CHECK(has(page, "<script type=\"module\" src=\"/assets/demo.js\"></script>"));
  for (const char* forbidden : {"<style", " style=", " onclick=", " onload=", "javascript:",
                                "http://", "https://", "url("}) {
    INFO(forbidden);
    CHECK_FALSE(has(page, forbidden));
  }
  for (const char* file :
       {"web/assets/demo.css", "web/assets/demo.js", "web/assets/chat.js", "web/assets/fill.js"}) {
    INFO(file);
    const std::string text(project_file(file).value());
    for (const char* forbidden : {"http://", "https://", "@import", "innerHTML", "outerHTML",
                                  "insertAdjacentHTML", "eval("})
      CHECK_FALSE(has(text, forbidden));
  }
}

TEST_CASE("an office without a plan has a page too") {
  const std::string page = page_of(DemoView{});
  CHECK(has(page, "id=\"board\""));
  CHECK(has(page, "id=\"questions-part\" hidden"));
}

TEST_CASE("the state has the names that the templates fill") {
  const auto state = nlohmann::json::parse(demo_state(small_view(), "life-2"));
  CHECK(state["version"] == "life-2");
  CHECK(state["clock"]["weekday"] == "Thứ Hai");
  CHECK(state["rows"][0]["standing"] == "Quá hạn 5 ngày");
  CHECK(state["windows"][0]["bubbles"][0]["buttons"][0]["payload"] == "ack:B20-01:7");
  CHECK(state["groups"][0]["people"][0]["received"] == 7);
  CHECK(state["questions_open"] == "1");
  CHECK_FALSE(state.contains("token"));
  for (const char* name : {"row", "question", "bubble", "box"}) {
    const std::string text(project_file("web/templates/" + std::string(name) + ".html").value());
    const std::string list = std::string(name) == "box" ? "boxes" : std::string(name) + "s";
    const auto& item = list == "bubbles" ? state["windows"][0]["bubbles"][0] : state[list][0];
    for (auto at = text.find("data-text=\""); at != text.npos;
         at = text.find("data-text=\"", at + 1)) {
      const std::string field = text.substr(at + 11, text.find('"', at + 11) - at - 11);
      INFO(name << " shows " << field);
      CHECK(item.contains(field));
    }
  }
}

}  // namespace
}  // namespace dondoc
