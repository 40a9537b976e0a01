// Files that leave the office from a page: the board as a table, the annex that proves the
// reminding of one duty, the slip for whom no channel reaches, and what officers sent in the chat.
#include <algorithm>
#include <charconv>
#include <optional>

#include "reports/export.h"
#include "web/board_file.h"
#include "web/duty_view.h"
#include "web/file_answer.h"
#include "web/page_table.h"

namespace dondoc {
namespace {

Response board_of_page(const PageTools& tools, const PageCall& call) {
  const BoardChoice choice = board_choice_at(call.request, tools.desk);
  ExportedFile file;
  auto looked = tools.desk.look(
      choice.as_of, [&](const Moment& moment) { file = board_file(moment, call.visitor, choice); });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  return file_answer(std::move(file));
}

Response proof_file(const PageTools& tools, const PageCall& call) {
  const std::string& code = call.value("code");
  auto proof = tools.desk.proof(code);
  if (!proof) return plain_page(tools.kit, call, 503, "say_unavailable");
  std::optional<ExportedFile> file;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    if (const Assignment* a = moment.world.cases.find(code))
      file = export_proof(moment.world.office, *a, *proof, moment.world.zone);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!file) return plain_page(tools.kit, call, 404, "say_not_yours");
  return file_answer(std::move(*file));
}

// --- the slip ---

/// What of one plan is overdue or due soon in that unit; none when nothing is.
std::optional<UrgingSlip> slip_of(const Moment& moment, const std::string& unit,
                                  const std::string& plan) {
  UrgingSlip slip{plan, unit, {}, {}, moment.today};
  for (const Person* officer : moment.world.office.directory.officers_of(unit))
    slip.persons.push_back(officer->id);
  std::vector<const Judged*> urgent;
  for (const Judged& one : moment.judged) {
    const bool is_theirs = one.assignment->unit == unit && one.assignment->plan == plan;
    if (is_theirs && calls_for_slip(one)) urgent.push_back(&one);
  }
  slip.duties = rows_at(moment, urgent);
  return slip.duties.empty() ? std::nullopt : std::optional(std::move(slip));
}

Response slip_file(const PageTools& tools, const PageCall& call) {
  const std::string plan = call.request.parameter("plan");
  std::optional<ExportedFile> file;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    if (moment.world.office.plan(plan) == nullptr) return;
    if (const auto slip = slip_of(moment, call.value("unit"), plan))
      file = export_slip(moment.world.office, *slip);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!file) return plain_page(tools.kit, call, 404, "say_nothing_urgent");
  return file_answer(std::move(*file));
}

// --- what was sent in the chat ---

std::optional<int> number_in(const std::string& text) {
  int number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<Attachment> attachment_of(const Moment& moment, const PageCall& call) {
  const Assignment* a = moment.world.cases.find(call.value("code"));
  const auto number = number_in(call.value("number"));
  if (a == nullptr || !number) return std::nullopt;
  for (const Attachment& one : a->attachments) {
    if (one.number == *number && one.is_kept()) return one;
  }
  return std::nullopt;
}

Response sent_file(const PageTools& tools, const PageCall& call) {
  std::optional<Attachment> attachment;
  auto looked = tools.desk.look(
      std::nullopt, [&](const Moment& moment) { attachment = attachment_of(moment, call); });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!attachment) return plain_page(tools.kit, call, 404, "say_no_page");
  auto bytes = tools.desk.file(attachment->digest);
  if (!bytes || !*bytes) return plain_page(tools.kit, call, 503, "say_unavailable");
  return strange_file_answer(
      call.value("code") + "-" + call.value("number") + "." + attachment->kind, std::move(**bytes));
}

}  // namespace

void add_file_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  const auto add = [&](const char* pattern, Rule rule, Subject subject, auto handler) {
    table.push_back({"GET", pattern, rule, subject,
                     [tools, handler](const PageCall& call) { return handler(tools, call); },
                     true});
  };
  add("/board.csv", Rule::signed_in, Subject::none, board_of_page);
  add("/assignments/{code}/proof.docx", Rule::leads, Subject::assignment, proof_file);
  add("/assignments/{code}/files/{number}", Rule::in_sight, Subject::assignment, sent_file);
  add("/units/{unit}/slip.docx", Rule::leads, Subject::unit, slip_file);
}

}  // namespace dondoc
