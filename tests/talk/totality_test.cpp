#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/talk/world_for_talk.h"

using namespace dondoc;
using dondoc::talk_test::OfficeForTalk;
using dondoc::talk_test::Told;

namespace {

const std::vector<std::string>& phrases() {
  static const std::vector<std::string> k_phrases = {"ok",
                                                     "báo cáo",
                                                     "B20-01",
                                                     "B20-02",
                                                     "B19-01",
                                                     "C22-01",
                                                     "C23-01-Q4",
                                                     "B20",
                                                     "B99-01",
                                                     "3",
                                                     "2",
                                                     "1",
                                                     "245",
                                                     "2,5 triệu",
                                                     "không",
                                                     "có",
                                                     "bỏ qua",
                                                     "gửi",
                                                     "sửa",
                                                     "sửa 2",
                                                     "đúng rồi",
                                                     "dừng",
                                                     "dung",
                                                     "tiếp tục",
                                                     "riêng",
                                                     "giữ nguyên",
                                                     "tất cả",
                                                     "gia hạn",
                                                     "đến 27/11",
                                                     "vì",
                                                     "thiếu kinh phí",
                                                     "vướng mắc",
                                                     ":",
                                                     "mai",
                                                     "em gửi",
                                                     "chuyển cho",
                                                     "chị Hoa",
                                                     "xong",
                                                     "60%",
                                                     "2/3 cuộc",
                                                     "không phát sinh",
                                                     "việc của tôi",
                                                     "quá hạn",
                                                     "tình hình",
                                                     "đôn đốc",
                                                     "xã Bà Điểm",
                                                     "duyệt",
                                                     "trả lại",
                                                     "không đồng ý",
                                                     "tổng hợp",
                                                     "trợ giúp",
                                                     "hạn",
                                                     "mẫu",
                                                     "thôi",
                                                     "???",
                                                     "\xC3",
                                                     "\xF0\x9F\x91\x8D",
                                                     "\n",
                                                     "-",
                                                     "[",
                                                     "99999999999999999999",
                                                     "31/2",
                                                     "thứ 6",
                                                     "ý kiến",
                                                     "0",
                                                     "92,5"};
  return k_phrases;
}

const std::vector<std::string>& actions() {
  static const std::vector<std::string> k_actions = {
      "ack_all",  "ack",        "dispute",   "open",       "handover",
      "progress", "form",       "blocked",   "sent",       "report",
      "extend",   "nil",        "today",     "list",       "overdue",
      "nudge",    "call",       "contact",   "ask",        "mine",
      "right",    "fix",        "attach",    "grant",      "grant_other",
      "refuse",   "understood", "withdrawn", "supplement", "info",
      "accept",   "return",     "approve",   "settle",     "skip",
      "send",     "resume",     "confirm",   "download",   "unheard-of",
      ""};
  return k_actions;
}

class Chatter {
 public:
  explicit Chatter(unsigned seed) : random_(seed) {}

  const std::string& one_of(const std::vector<std::string>& all) {
    return all[std::uniform_int_distribution<std::size_t>(0, all.size() - 1)(random_)];
  }
  bool rarely() { return std::uniform_int_distribution<int>(0, 4)(random_) == 0; }
  std::string sentence() {
    std::string text = one_of(phrases());
    while (rarely() || rarely()) text += " " + one_of(phrases());
    return text;
  }

 private:
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("Whatever is said, something is answered or done", "[talk]") {
  const unsigned seed = GENERATE(range(1u, 21u));
  const std::vector<std::string> people = {"lan", "hoa", "minh", "nga", "dao", "nobody"};
  const std::vector<std::string> codes = {"B20-01",    "B20-02", "B19-01", "C22-01",
                                          "C23-01-Q4", "B99-01", ""};
  OfficeForTalk office;
  Chatter chatter(seed);
  for (int i = 0; i < 300; ++i) {
    const std::string who = chatter.one_of(people);
    const bool presses = chatter.rarely();
    const std::string said = presses ? chatter.one_of(actions()) : chatter.sentence();
    const Told told =
        presses ? office.press(who, said, chatter.one_of(codes)) : office.say(who, said);
    INFO("seed " << seed << ", message " << i << ", " << who << ": " << said);
    REQUIRE_FALSE((told.texts.empty() && told.commands.empty()));
    for (const std::string& text : told.texts) {
      REQUIRE_FALSE(text.empty());
      REQUIRE(text.find('{') == std::string::npos);
    }
    office.now = office.now + Elapsed::minutes(37);
  }
}
