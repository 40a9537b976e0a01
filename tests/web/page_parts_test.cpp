// What the pages are made of: words, templates, addresses, choices.
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <set>

#include "tests/web/fake_desk.h"
#include "web/board_choice.h"
#include "web/page_route.h"
#include "web/page_words.h"
#include "web/pager.h"

namespace dondoc {
namespace {

PageWords words(const char* language) {
  auto read = PageWords::read(*project_file("config/pages/" + std::string(language) + ".json"));
  REQUIRE(read.has_value());
  return *read;
}

std::set<std::string> placeholders_in(const std::string& text) {
  static const std::regex name("\\{([a-z_]+)\\}");
  std::set<std::string> names;
  for (std::sregex_iterator at(text.begin(), text.end(), name), end; at != end; ++at)
    names.insert((*at)[1]);
  return names;
}

/// Word ids that templates and code ask for.
std::set<std::string> ids_used() {
  static const std::regex in_template("\\{\\{w\\.([a-z_]+)\\}\\}");
  static const std::regex in_code(
      "\"((?:say|sign_in|nav|box|cell|note|stands|page|unit|units|plan|assignment|inbox|bad|due|"
      "duties|board|map|summary|people|person|leaver|invite|import|list|changes?|fault|admin|calendar|"
      "doctor|access|"
      "reads)_[a-z_]*[a-z])\"");
  std::set<std::string> ids;
  for (const char* folder : {"web/templates/pages", "web"}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const std::string name = entry.path().generic_string();
      const bool code = entry.path().extension() == ".cpp";
      if (!code && entry.path().extension() != ".html") continue;
      const std::string text(*project_file(name));
      for (std::sregex_iterator at(text.begin(), text.end(), code ? in_code : in_template), end;
           at != end; ++at)
        ids.insert((*at)[1]);
    }
  }
  return ids;
}

}  // namespace

TEST_CASE("a word whose id stands twice, of which one was lost in silence, is refused") {
  CHECK_FALSE(PageWords::read(R"({"title": "Địa chỉ lịch", "title": "Lịch làm việc"})"));
  CHECK(PageWords::read(R"({"title": "Địa chỉ lịch"})"));
}

TEST_CASE("the pages' words have the same ids and places in both languages", "[pages]") {
  const PageWords vi = words("vi");
  const PageWords en = words("en");
  CHECK(vi.ids() == en.ids());
  for (const std::string& id : vi.ids()) {
    INFO(id);
    CHECK(placeholders_in(vi.text(id)) == placeholders_in(en.text(id)));
  }
}

TEST_CASE("every word that a page asks for is there", "[pages]") {
  const PageWords vi = words("vi");
  // Names of templates, values and routes that look like ids of words.
  const std::set<std::string> others = {"board_live",        "duty_rows",
                                        "sign_in_link",      "unit_href",
                                        "unit_name",         "plan_href",
                                        "plan_title",        "units_text",
                                        "page_of",           "page_links",
                                        "bad_date",          "due_soon",
                                        "due_how",           "units",
                                        "summary_figure",    "unit_names",
                                        "fault_count",       "person_name",
                                        "unit_columns",      "person_columns",
                                        "list_unit",         "assignment_issued",
                                        "calendar_year_set", "due_confirmed",
                                        "person_left",       "person_moved",
                                        "person_registered", "plan_issued",
                                        "plan_moved",        "unit_registered",
                                        "unit_reorganised",  "change_effects",
                                        "change_new",        "change_preview",
                                        "calendar_made",     "change_file"};
  for (const std::string& id : ids_used()) {
    INFO(id);
    CHECK((vi.has(id) || others.contains(id)));
  }
  for (std::string_view state : board_states()) CHECK(vi.has("state_" + std::string(state)));
}

TEST_CASE("a pattern matches whole paths, decoded", "[pages]") {
  CHECK(match("/units/{unit}", "/units/x%C3%A3-a").value().at("unit") == "xã-a");
  CHECK(match("/", "/").has_value());
  for (const char* other :
       {"/units", "/units/", "/units/a/b", "/unitsa/b", "/units/%zz", "units/a", "/units/a/", ""})
    CHECK_FALSE(match("/units/{unit}", other).has_value());
  CHECK(percent_encoded("a b/ế") == "a%20b%2F%E1%BA%BF");
  CHECK(percent_decoded(percent_encoded("100% ế?&=#")) == "100% ế?&=#");
}

TEST_CASE("a choice comes back from its address", "[pages]") {
  Request request;
  request.query = {{"plan", "B"},
                   {"unit", "hpn & con"},
                   {"state", "overdue"},
                   {"asof", "2023-11-29"},
                   {"page", "3"}};
  const BoardChoice choice = board_choice(request);
  CHECK(address_of("/board", choice) ==
        "/board?plan=B&unit=hpn%20%26%20con&state=overdue&asof=2023-11-29&page=3");
  Request odd;
  odd.query = {{"state", "'; DROP"}, {"asof", "31/02/2023"}, {"page", "-1"}};
  CHECK(address_of("/board", board_choice(odd)) == "/board");
  CHECK(board_choice(odd).bad_date);
}

TEST_CASE("a list's page is one that there is, whatever was asked for", "[pages]") {
  Request request;
  for (const char* text : {"", "0", "-1", "x", "2x", "100001", "99999999999999999999"}) {
    request.query = {{"page", text}};
    CHECK(page_asked(request) == 1);
  }
  request.query = {{"page", "7"}};
  CHECK(page_asked(request) == 7);
  const ListPage last = list_page(7, 250, 100);
  CHECK(last.number == 3);
  CHECK(last.first == 200);
  CHECK(last.last == 250);
  const ListPage none = list_page(1, 0, 100);
  CHECK(none.pages == 1);
  CHECK(none.last == 0);
}

}  // namespace dondoc
