#include <catch2/catch.hpp>

#include "engine/notice/notices.h"
#include "reports/reminder_docx.h"
#include "reports/reminder_proof.h"
#include "tests/reports/office_file.h"
#include "tests/reports/sample_duties.h"

using namespace dondoc;
using namespace dondoc::sample;
using Catch::Matchers::Contains;

namespace {

OutboxRecord message(std::int64_t id, const char* created, OutboxStanding standing,
                     const char* settled = nullptr) {
  OutboxRecord record;
  record.row.id = id;
  record.row.person = "officer-dt";
  record.row.code = "B20-01";
  record.row.step = "D-3";
  record.row.created = at(created);
  record.row.body = encode(MessageBody{"M-03", "[B20-01] còn 3 ngày", {}, {"B20-01"}});
  record.standing = standing;
  record.channel = "zalo_oa";
  if (settled != nullptr) record.settled_at = at(settled);
  return record;
}

Event said(const char* when, const char* by, EventBody body) {
  Event event;
  event.at = at(when);
  event.by = by;
  event.subject = "B20-01";
  event.body = std::move(body);
  return event;
}

Event seen(std::int64_t message, const char* when) {
  return said(when, "", MessageSettled{message, "B20-01", "D-3", "zalo_oa", "seen", ""});
}

}  // namespace

TEST_CASE("proof of reminding: taken by the platform, seen, answered", "[reminder]") {
  const ReminderProof proof = reminder_proof(
      "B20-01",
      {said("2023-11-20T08:00", "officer-dt", Acknowledged{}), seen(7, "2023-11-21T08:30"),
       said("2023-11-21T09:00", "lead", Nudged{"xin nhắc"}),
       said("2023-11-21T10:00", "officer-dt", Blocked{"thiếu kinh phí"})},
      {message(7, "2023-11-21T08:00", OutboxStanding::sent, "2023-11-21T08:01")});
  REQUIRE(proof.reminders.size() == 1);
  const Reminder& one = proof.reminders.front();
  CHECK(one.text == "[B20-01] còn 3 ngày");
  CHECK(one.accepted_at == at("2023-11-21T08:01"));
  CHECK(one.seen_at == at("2023-11-21T08:30"));
  CHECK(one.answered_at == at("2023-11-21T10:00"));  // neither what came before nor the lead's word
  CHECK(one.answer == "blocked");
}

TEST_CASE("what was never taken proves nothing", "[reminder]") {
  const auto standing =
      GENERATE(OutboxStanding::waiting, OutboxStanding::given_up, OutboxStanding::overtaken);
  const ReminderProof proof =
      reminder_proof("B20-01", {said("2023-11-22T08:00", "officer-dt", Acknowledged{})},
                     {message(7, "2023-11-21T08:00", standing, "2023-11-21T08:01")});
  CHECK_FALSE(proof.reminders.front().accepted_at);
  CHECK_FALSE(proof.reminders.front().answered_at);
}

TEST_CASE("the annex shows each message word for word", "[reminder]") {
  auto failed = message(8, "2023-11-22T08:00", OutboxStanding::given_up, "2023-11-22T08:01");
  failed.detail = "người nhận đã chặn";
  const ReminderProof proof = reminder_proof(
      "B20-01", {said("2023-11-21T10:00", "officer-dt", Acknowledged{})},
      {failed, message(7, "2023-11-21T08:00", OutboxStanding::sent, "2023-11-21T08:01")});
  CHECK(proof.reminders.front().message == 7);
  const auto document = xml_of(proof_docx(office(), duty("B20-01", "dt"), proof, Zone::viet_nam()),
                               "word/document.xml");
  const std::string text = text_in(document.document_element());
  CHECK_THAT(text, Contains("Mã việc: B20-01. Đơn vị: Hội LHPN xã Đông Thạnh.") &&
                       Contains("[B20-01] còn 3 ngày") && Contains("08:01 21/11/2023") &&
                       Contains("10:00 21/11/2023: tiếp nhận") &&
                       Contains("không gửi được (người nhận đã chặn)"));
}

TEST_CASE("the slip names unit, duties and both due dates, and leaves room to answer",
          "[reminder]") {
  const Office o = office();
  const Board board = make_board(o, {duty("B20-01", "dt", "2023-11-10")}, chart(), {},
                                 at("2023-11-20T09:00"), Zone::viet_nam());
  const UrgingSlip slip{"B-HPN", "dt", {"officer-dt"}, board.rows, board.today};
  const auto document = xml_of(slip_docx(o, slip), "word/document.xml");
  CHECK_THAT(text_in(document.document_element()),
             Contains("PHIẾU ĐÔN ĐỐC") && Contains("Kính gửi: Hội LHPN xã Đông Thạnh") &&
                 Contains("Do chưa liên hệ được qua tin nhắn với officer-dt") &&
                 Contains("B20-01") && Contains("10/11/2023") && Contains("Quá hạn 10 ngày") &&
                 Contains("Ý KIẾN CỦA ĐƠN VỊ") && Contains("Ngày …… tháng …… năm ………"));
}
