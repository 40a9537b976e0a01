// Slots: what a reply says beside its intent, one line a way of saying it.
#include <catch2/catch.hpp>

#include <algorithm>

#include <string>

#include "bots/understanding/spelling.h"
#include "bots/understanding/understand.h"

using namespace dondoc;
using namespace dondoc::understanding;

namespace {

const LocalDate k_monday = LocalDate::of(2023, 11, 13).value();

Said said(const std::string& text) { return understand(text, k_monday).main(); }

std::string until(const std::string& text) {
  const Said one = said(text);
  return one.until ? one.until->iso() : "none";
}

double figure(const std::string& text, const std::string& slug) {
  for (const FoundFigure& one : said(text).values) {
    if (one.slug == slug) return std::get<double>(one.value);
  }
  return -1;
}

struct Row {
  const char* text;
  const char* value;
};

}  // namespace

TEST_CASE("Days are counted from the day of the message", "[understanding]") {
  const Row row = GENERATE(values<Row>({{"mai em gửi", "2023-11-14"},
                                        {"mốt em gửi nhé", "2023-11-15"},
                                        {"thứ 5 em nộp", "2023-11-16"},
                                        {"cuối tuần em gửi", "2023-11-17"},
                                        {"2 hôm nữa em gửi", "2023-11-15"},
                                        {"xin gia hạn tới 28 tây", "2023-11-28"},
                                        {"xin lùi tới mùng 5", "2023-12-05"},
                                        {"xin lùi tới giữa tháng 12", "2023-12-15"},
                                        {"xin lui sang thu 4", "2023-11-15"},
                                        {"xin dời tới cuối năm", "2023-12-31"}}));
  INFO(row.text);
  CHECK(until(row.text) == row.value);
}

TEST_CASE("Figures are read with their nouns", "[understanding]") {
  CHECK(figure("báo cáo: 3 cuộc, 1.245 lượt người", "luot_nguoi") == 1245);
  CHECK(figure("tin bài 5, 10,350 lượt xem", "luot_xem") == 10350);
  CHECK(figure("xã tự chấm 92,5 điểm", "diem") == 92.5);
  CHECK(figure("phát 3k tờ rơi", "to_roi") == 3000);
  CHECK(figure("kiểm tra 12 cơ sở, phạt 7 triệu 500", "tien_phat") == 7'500'000);
  CHECK(figure("một nghìn hai trăm lượt người", "luot_nguoi") == 1200);
  CHECK(figure("von vay 2 ty ruoi", "von_vay") == 2'500'000'000);
  CHECK(said("làm được hai phần ba rồi").percent == 67);
}

TEST_CASE("A share of the work is no date, and a day no share", "[understanding]") {
  CHECK(said("xong 2/3 cuộc").kind == Kind::progress);
  CHECK(said("xong 2/3 cuộc").done == 2);
  CHECK(until("xin gia hạn tới 2/12") == "2023-12-02");
}

TEST_CASE("What is asked, supposed, denied or told of others changes nothing", "[understanding]") {
  const char* text = GENERATE(values<const char*>(
      {"xong chưa chị?", "chưa xong", "đã xong đâu", "nếu có kinh phí thì xong lâu rồi",
       "xã bên đã nộp rồi", "Fw: Đề nghị các xã báo cáo 3 cuộc", "chỉ tiêu giao 15 cuộc",
       "năm ngoái được 3 cuộc", "tuần sau tổ chức 3 cuộc 200 lượt", "ok",
       "em không xin gia hạn đâu", "chị nhắn “đã nộp báo cáo” là sao ạ?"}));
  INFO(text);
  const Kind kind = said(text).kind;
  CHECK(kind != Kind::done);
  CHECK(kind != Kind::report);
  CHECK(kind != Kind::extension);
}

TEST_CASE("Several acts in one message are kept apart", "[understanding]") {
  const auto meaning = understand(
      "tuyên truyền xong rồi; tập huấn chuyển Đoàn xã làm; báo cáo cuối tuần gửi", k_monday);
  REQUIRE(meaning.acts.size() == 3);
  CHECK(meaning.acts[0].part == "tuyên truyền");
  CHECK(meaning.acts[1].unit == "Đoàn xã");
  CHECK(meaning.acts[2].until->iso() == "2023-11-17");
}

TEST_CASE("A long text costs no more than its beginning", "[understanding]") {
  std::string text;
  while (text.size() < 16'000) text += "1.000 cuộc ";
  const auto meaning = understand(text, k_monday);
  CHECK(meaning.main().values.size() == 1);
  CHECK(meaning.main().end <= 150);
}

TEST_CASE("A refused text is in no trace of how it was read", "[understanding]") {
  const auto meaning =
      understand("cccd 012345678901 của chị Lan, đã nộp rồi", k_monday, Tracing::on);
  CHECK(meaning.danger == Danger::personal);
  REQUIRE_FALSE(meaning.traces.empty());
  for (const Trace& trace : meaning.traces) CHECK(trace.words.empty());
}

TEST_CASE("A word without end is read at its beginning, not copied for each of its pieces",
          "[understanding]") {
  std::string word;
  for (int i = 0; i < 20'000; ++i) word += "ok👍";
  CHECK(spelled_out(Utterance(word)).size() < 100);
  CHECK(understand(word, k_monday).main().kind == Kind::ack);
}

TEST_CASE("Wide spaces without end cost no more than others", "[understanding]") {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "\u00A0\u3000";
  const Utterance spaced("đã\u2009nhận\u3000rồi\u00A0ạ" + text);
  CHECK(spaced.text().starts_with("đã nhận rồi ạ "));
  CHECK(spaced.size() == 4);
}

TEST_CASE("Of a document the beginning is read", "[understanding]") {
  std::string text = "xin gia hạn đến 28/11";
  for (int i = 0; i < 50'000; ++i) text += ", công việc";
  text += "\nNguyễn Văn Tèo sinh năm 1990 nhiễm HIV";
  const Meaning meaning = understand(text, k_monday);
  CHECK(meaning.main().kind == Kind::extension);
  CHECK(meaning.danger == Danger::personal);  // the guard reads all of it
}

TEST_CASE("Each slot is traced to its reader and to the words it stood in", "[understanding]") {
  const auto meaning = understand(
      "báo cáo năm nộp qua mail hôm qua, còn quyết toán xin lùi tới 20/11 vì chờ số liệu", k_monday,
      Tracing::on);
  const auto has = [&](std::string_view rule, std::string_view gives, std::string_view words) {
    return std::any_of(meaning.traces.begin(), meaning.traces.end(), [&](const Trace& trace) {
      return trace.rule == rule && trace.gives == gives && trace.words == words;
    });
  };
  CHECK(has("read_date", "on=2023-11-12", "hôm qua"));
  CHECK(has("slot_words", "channel=email", "mail"));
  CHECK(has("slot_words", "part=quyết toán", "quyết toán"));
  CHECK(has("read_date", "until=2023-11-20", "20/11"));
}

TEST_CASE("Words of an act that perform none", "[understanding]") {
  const auto kind = [](const char* text) {
    return std::string(name_of(understand(text, k_monday).main().kind));
  };
  CHECK(kind("xong rồi thì nộp ở đâu ạ?") == "query");
  CHECK(kind("máy mà không hư thì em gửi hôm qua rồi") == "blocked");
  CHECK(kind("[B20-07] Báo cáo kết quả: còn 3 ngày, hạn 24/11. Xin gia hạn / Báo số liệu") ==
        "none");
  CHECK(kind("xã Tân Phú được gia hạn tới 30/11, sướng ghê") == "none");
  CHECK(kind("em không xin lùi đâu, mai em gửi") == "snooze");
  CHECK(kind("nếu chiều nay có chữ ký thì chiều nay em nộp") == "snooze");
  CHECK(kind("em nộp đảng phí cho cô Út rồi") == "none");
}
