// The whole story of plan B, by the program itself over each platform: invited, bound, issued,
// acknowledged, reported, extended, overdue, escalated, summarized.
#include <algorithm>
#include <catch2/catch.hpp>

#include "app/data.h"
#include "storage/open.h"
#include "tests/served/served_office.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr const char* k_plan = "workflows/plans/b-hocmon-2023.json";
constexpr const char* k_lead = "900";

std::vector<std::unique_ptr<Chats>> only(std::unique_ptr<Chats> chats) {
  std::vector<std::unique_ptr<Chats>> one;
  one.push_back(std::move(chats));
  return one;
}

/// An office of the plan's lead and three officers on one platform.
class Story {
 public:
  explicit Story(std::unique_ptr<Chats> chats)
      : office_("2023-05-25T07:30", only(std::move(chats))), chats_(office_.chats(0)) {
    office_.start();
    office_.import_people("b-hocmon-2023");
    office_.bind(chats_, "ld-hpn-huyen-hoc-mon", k_lead);
    office_.bind(chats_, "cb-hpn-xa-ba-diem", "701");
    office_.bind(chats_, "cb-hpn-xa-dong-thanh", "702");
    office_.bind(chats_, "cb-hpn-xa-nhi-binh", "703");
    office_.command({"issue", k_plan});
    office_.run_to("2023-05-25T08:05");
  }

  void say(const std::string& account, const std::string& text) {
    chats_.say(account, text, office_.now());
    office_.settle();
  }
  bool press(const std::string& account, const std::string& label) {
    const bool shown = chats_.press(account, label, office_.now());
    office_.settle();
    return shown;
  }
  bool saw(const std::string& account, const std::string& words) const {
    const auto lines = chats_.lines(account);
    return std::any_of(lines.begin(), lines.end(), [&](const ChatLine& line) {
      return line.text.find(words) != std::string::npos;
    });
  }
  std::string newest(const std::string& account) const {
    const auto lines = chats_.lines(account);
    return lines.empty() ? "" : lines.back().text;
  }
  /// Everybody looks at what is theirs: the platform lets us write to them for some days.
  void everybody_looks() {
    for (const char* account : {"701", "702", "703"}) say(account, "việc của tôi");
    say(k_lead, "tình hình");
  }
  std::string state(const std::string& code) const {
    auto reader = open_reader(office_.database()).value();
    std::string body;
    if (!reader->each_case({}, [&](const CaseRow& row) {
          if (row.code == code) body = row.body;
        }))
      throw std::runtime_error("cases");
    const std::string name = R"("state":")";
    const auto begin = body.find(name);
    if (begin == body.npos) return "";
    return body.substr(begin + name.size(),
                       body.find('"', begin + name.size()) - begin - name.size());
  }

  ServedOffice& office() { return office_; }

 private:
  ServedOffice office_;
  Chats& chats_;
};

void acknowledged(Story& story) {
  CHECK(story.saw("701", "tin nhắn tự động của Đôn Đốc"));
  CHECK(story.saw("701", "[B20-01]"));
  CHECK(story.press("701", "Tiếp nhận tất cả"));
  CHECK(story.state("B20-01") == "acknowledged");
  CHECK(story.saw("701", "tiếp nhận 13 việc"));
  story.say("702", "tiếp nhận B20-02");
  CHECK(story.state("B20-02") == "acknowledged");
}

void reported_and_extended(Story& story) {
  story.office().run_to("2023-11-20T09:00");
  story.everybody_looks();
  story.say("701", "báo cáo B20-01");
  for (const char* answer : {"3", "245", "2,5 triệu", "không", "bỏ qua"}) story.say("701", answer);
  if (story.state("B20-01") != "reported") story.say("701", "gửi");
  CHECK(story.state("B20-01") == "reported");
  CHECK(story.saw(k_lead, "[B20-01]"));
  story.say("702", "xin gia hạn B20-02 đến 30/11 vì chờ số liệu công an");
  CHECK(story.saw(k_lead, "xin gia hạn [B20-02]"));
  CHECK(story.press(k_lead, "Đồng ý"));
  CHECK(story.saw("702", "Lãnh đạo đồng ý gia hạn"));
}

void overdue_and_escalated(Story& story) {
  story.office().run_to("2023-11-24T09:00");
  story.everybody_looks();
  story.office().run_to("2023-11-30T09:00");
  CHECK(story.saw("703", "quá hạn"));
  CHECK(story.saw(k_lead, "[B20-03]"));
  story.say(k_lead, "quá hạn");
  CHECK(story.newest(k_lead).find("QUÁ HẠN – [") != std::string::npos);
}

void summarized(Story& story) {
  const std::string file = story.office().file("summary.txt");
  story.office().command({"summary", "B-HPN-HM-2023", "--out", file});
  const auto text = read_file(file);
  REQUIRE(text);
  CHECK(text->find("245") != std::string::npos);
  CHECK(story.office().stop() == 0);
  story.office().command({"verify"});
}

void tell(std::unique_ptr<Chats> chats) {
  Story story(std::move(chats));
  acknowledged(story);
  reported_and_extended(story);
  overdue_and_escalated(story);
  summarized(story);
}

}  // namespace

TEST_CASE("plan B from invitation to summary over Telegram", "[story]") { tell(telegram_chats()); }
TEST_CASE("plan B from invitation to summary over a Zalo Official Account", "[story]") {
  tell(zalo_oa_chats());
}
TEST_CASE("plan B from invitation to summary over a Zalo Bot", "[story]") {
  tell(zalo_bot_chats());
}
TEST_CASE("plan B from invitation to summary over Telegram by polling", "[story]") {
  tell(telegram_chats(Updates::poll));
}
TEST_CASE("plan B from invitation to summary over a Zalo Bot by polling", "[story]") {
  tell(zalo_bot_chats(Updates::poll));
}
