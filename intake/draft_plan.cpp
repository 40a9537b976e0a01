#include "intake/draft_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/plan/plan.h"
#include "engine/text/slug.h"
#include "engine/text/vietnamese.h"
#include "intake/draft/draft_due.h"
#include "intake/draft/draft_json.h"
#include "intake/draft/draft_kind.h"
#include "intake/draft/question_list.h"
#include "intake/draft/unit_book.h"

namespace dondoc {
namespace {

using namespace intake;
using Json = nlohmann::ordered_json;

constexpr std::size_t k_obligations_max = 2000, k_text_max = 1900;
constexpr const char* k_form = "bao-cao-ket-qua";

std::string cut(std::string_view text) {
  if (text.size() <= k_text_max) return std::string(text);
  const auto space = text.rfind(' ', k_text_max);
  return std::string(text.substr(0, space == text.npos ? k_text_max : space));
}

class Drafter {
 public:
  explicit Drafter(const PlanReading& reading)
      : reading_(reading), days_(draft_days(reading)), book_(reading.head.issuer, 0) {}

  std::string draft() {
    ask_about_head();
    Json obligations = Json::array();
    for (std::size_t i = 0; i < std::min(reading_.deadlines.size(), k_obligations_max); ++i)
      obligations.push_back(obligation(i));
    for (const Deadline& duty : reading_.undated) {
      if (obligations.size() == k_obligations_max) break;
      obligations.push_back(undated(duty, id_of(obligations.size())));
    }
    Json plan = head();
    if (Json list = targets(); !list.empty()) plan["targets"] = std::move(list);
    if (Json money = budget(); !money.empty()) plan["budget"] = std::move(money);
    if (!together_.empty()) plan["submit_together"] = together_;
    ask_about_units();
    ask_what_was_read();
    Json json{{"plan", std::move(plan)}, {"units", units_json(book_)}};
    if (!book_.groups().empty()) json["groups"] = groups_json(book_);
    if (reports_) json["forms"] = forms();
    json["obligations"] = std::move(obligations);
    json["questions"] = questions();
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
  }

 private:
  static std::string id_of(std::size_t i) { return fmt::format("N{}", i + 1); }

  std::string plan_id() const {
    std::string id = "N";
    const std::string& name =
        reading_.head.number.empty() ? book_.issuer() : reading_.head.number;
    for (char c : slug(name, k_unit_slug)) {
      if (id.size() == 1) id += '-';
      id += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    if (id.size() > 34) id.resize(34);
    while (id.back() == '-') id.pop_back();
    return fmt::format("{}-{}", id, days_.from.year());
  }

  Json head() const {
    const DocumentHead& head = reading_.head;
    Json plan{{"id", plan_id()}};
    plan["number"] = head.number.empty() ? Json(nullptr) : Json(head.number);
    plan["date"] = head.date ? Json(head.date->iso()) : Json(nullptr);
    if (!head.date) plan["not_before"] = days_.floor.iso();
    if (!head.place.empty()) plan["place"] = head.place;
    if (!head.document_type.empty()) plan["document_type"] = head.document_type;
    plan["issuer"] = book_.issuer();
    plan["subject"] =
        head.title.empty() ? std::string("(không đọc được trích yếu)") : cut(head.title);
    plan["from"] = days_.from.iso();
    plan["to"] = days_.to.iso();
    if (!head.signer_authority.empty() || !head.signer_name.empty()) {
      Json& signatory = plan["signatory"] = Json::object();
      signatory["authority"] =
          head.signer_authority.empty() ? Json(nullptr) : Json(cut(head.signer_authority));
      signatory["position"] =
          head.signer_position.empty() ? Json(nullptr) : Json(head.signer_position);
      signatory["name"] = head.signer_name.empty() ? Json(nullptr) : Json(head.signer_name);
    }
    plan["source"] = "Dự thảo đọc từ văn bản; số dòng theo văn bản.";
    return plan;
  }

  void ask_about_head() {
    const DocumentHead& head = reading_.head;
    if (head.number.empty() || !head.date) {
      const char* missing = head.number.empty() && !head.date ? "số, ký hiệu và ngày ban hành"
                            : head.number.empty()             ? "số, ký hiệu"
                                                              : "ngày ban hành";
      std::string proposal;
      if (!head.date)
        proposal = fmt::format("Tạm để trống; không tính hạn nào trước ngày {}.", days_.floor.vi());
      questions_.ask({"",
                      {"plan"},
                      fmt::format("Văn bản không ghi {}. Đề nghị cho biết.", missing),
                      0,
                      proposal});
    }
    if (head.issuer.empty())
      questions_.ask({"", {"plan"}, "Không đọc được cơ quan ban hành. Đề nghị cho biết.", 0, ""});
    if (head.year == 0)
      questions_.ask({"",
                      {"plan"},
                      "Văn bản không cho biết năm. Các ngày không ghi năm thuộc năm nào?",
                      0,
                      ""});
  }

  // --- obligations ---

  Json obligation(std::size_t i) {
    const Deadline& deadline = reading_.deadlines[i];
    const std::string id = id_of(i);
    DraftDue due = draft_due(deadline, days_);
    const Kind kind = kind_of_dated(deadline);
    Json json = duty(deadline, id, kind);
    json["who"] =
        Json::array({who(deadline, id, !std::holds_alternative<PastRule>(due.rule.rule))});
    std::string question;
    if (!due.question.empty()) {
      DraftQuestion asked{"", {id}, due.question, deadline.quote.line, due.proposal_text};
      if (due.proposal) asked.dues.emplace_back(id, *due.proposal);
      question = questions_.ask(std::move(asked));
    }
    json["due"] = due_json(due.rule, question);
    together(i);
    return json;
  }

  /// Done once: asked when. Else it goes on as long as the plan.
  Json undated(const Deadline& deadline, const std::string& id) {
    const Kind kind = kind_of_undated(deadline);
    Json json = duty(deadline, id, kind);
    json["who"] = Json::array({who(deadline, id, true)});
    if (kind == Kind::task_ongoing) {
      json["due"] = due_json({k_nothing_stated, OngoingRule{}}, "");
      return json;
    }
    DraftQuestion asked{
        "",
        {id},
        "Văn bản không ghi thời hạn của các việc này. Hạn của từng việc là ngày "
        "nào?",
        0,
        fmt::format("Tạm lấy thời gian của kế hoạch, đến hết ngày {}.", days_.to.vi())};
    asked.dues.emplace_back(
        id, DueRule{"đề xuất: trong thời gian của kế hoạch", WindowRule{days_.from, days_.to, ""}});
    json["due"] =
        due_json({k_nothing_stated, UnconfirmedRule{}}, questions_.ask_together(std::move(asked)));
    return json;
  }

  /// All but who and when.
  Json duty(const Deadline& deadline, const std::string& id, Kind kind) {
    Json json{{"id", id}, {"line", std::to_string(std::max<std::size_t>(deadline.quote.line, 1))}};
    json["kind"] = name_of(kind);
    json["binding"] = name_of(deadline.requested ? Binding::requested : Binding::ordered);
    json["what"] = cut(deadline.what.empty() ? deadline.quote.text : capitalised(deadline.what));
    json["who"] = Json::array();
    if (!deadline.who.empty()) json["who_stated"] = cut(deadline.who);
    if (!deadline.helpers.empty()) json["with"] = Json::array({cut(deadline.helpers)});
    if (Json to = recipients(deadline); !to.empty()) json["to"] = std::move(to);
    if (deadline.kind == DeadlineKind::report && kind != Kind::report_adhoc &&
        kind != Kind::task_ongoing) {
      json["form"] = k_form;
      reports_ = true;
    }
    return json;
  }

  std::string who(const Deadline& deadline, const std::string& id, bool is_asked) {
    if (!deadline.who.empty()) return book_.who(deadline.who, deadline.quote.line);
    if (is_asked) {
      questions_.ask_together({"",
                               {id},
                               "Văn bản không ghi đơn vị thực hiện. Giao cho đơn vị nào?",
                               0,
                               fmt::format("Tạm giao {}.", book_.units().front().name)});
    }
    return book_.issuer();
  }

  Json recipients(const Deadline& deadline) {
    Json list = Json::array();
    if (deadline.to.empty()) return list;
    for (const DraftRecipient& recipient : book_.recipients(deadline.to, deadline.quote.line)) {
      Json json{{"unit", recipient.unit}};
      if (!recipient.through.empty()) json["through"] = recipient.through;
      if (!recipient.office.empty()) json["office"] = cut(recipient.office);
      list.push_back(std::move(json));
    }
    return list;
  }

  /// Reports of one sentence to one recipient may be given together when they fall due together.
  void together(std::size_t i) {
    if (i == 0) return;
    const Deadline &one = reading_.deadlines[i - 1], &other = reading_.deadlines[i];
    const bool reports = one.kind == DeadlineKind::report && other.kind == DeadlineKind::report;
    if (!reports || one.who != other.who || one.to != other.to || one.due.form != DueForm::every ||
        other.due.form != DueForm::every)
      return;
    if (!together_.empty() && together_.back().back() == id_of(i - 1)) {
      together_.back().push_back(id_of(i));
    } else {
      together_.push_back(Json::array({id_of(i - 1), id_of(i)}));
    }
  }

  // --- figures ---

  Json targets() {
    Json list = Json::array();
    for (const ReadTarget& target : reading_.targets) {
      if (list.size() == 99) break;
      const bool percent = target.unit == "%";
      std::string what = target.what.empty() ? target.quote.text : target.what;
      if (!percent) what = target.unit + " " + what;
      list.push_back({{"id", fmt::format("T{}", list.size() + 1)},
                      {"what", cut(what)},
                      {"value", target.value},
                      {"unit", percent ? "percent" : "count"},
                      {"measured", "reported"},
                      {"line", std::to_string(std::max<std::size_t>(target.quote.line, 1))}});
    }
    return list;
  }

  /// Items with their parts; parts that do not add up are left out, and asked about.
  Json budget() {
    Json items = Json::array();
    for (std::size_t i = 0; i < reading_.budget.size(); ++i) {
      const BudgetLine& line = reading_.budget[i];
      Json parts = Json::array();
      std::int64_t sum = 0;
      while (i + 1 < reading_.budget.size() && reading_.budget[i + 1].part_of_total) {
        const BudgetLine& part = reading_.budget[++i];
        sum += part.amount_vnd;
        parts.push_back({{"what", cut(part.what.empty() ? part.quote.text : part.what)},
                         {"amount_vnd", part.amount_vnd}});
      }
      Json item{{"unit", line.who.empty() ? book_.issuer() : unit_of(line)},
                {"what", cut(line.what.empty() ? line.quote.text : line.what)},
                {"amount_vnd", line.amount_vnd},
                {"line", std::to_string(std::max<std::size_t>(line.quote.line, 1))}};
      if (!parts.empty() && sum == line.amount_vnd) item["parts"] = std::move(parts);
      if (!parts.empty() && sum != line.amount_vnd) {
        questions_.ask(
            {"",
             {"plan"},
             fmt::format("Các khoản trong tổng {} đồng cộng lại là {} đồng. Số nào đúng?",
                         thousands(line.amount_vnd), thousands(sum)),
             line.quote.line,
             "",
             {},
             true});
      }
      items.push_back(std::move(item));
    }
    if (items.empty()) return Json::object();
    return {{"items", std::move(items)}};
  }

  std::string unit_of(const BudgetLine& line) {
    const std::string id = book_.who(line.who, line.quote.line);
    const auto& units = book_.units();
    const bool is_unit = std::any_of(units.begin(), units.end(),
                                     [&](const DraftUnit& unit) { return unit.id == id; });
    return is_unit ? id : book_.issuer();
  }

  // --- questions ---

  void ask_about_units() {
    std::string names;
    for (const DraftUnit& unit : book_.units()) {
      if (!unit.unlisted || names.size() > 1200) continue;
      if (!names.empty()) names += "; ";
      names += "“" + unit.name + "”";
    }
    if (!names.empty()) {
      questions_.ask({"",
                      {"units"},
                      fmt::format("Văn bản không ghi tên và số lượng: {}. Đề nghị cung cấp danh "
                                  "sách để giao việc cho từng đơn vị.",
                                  names),
                      0,
                      "Tạm theo dõi chung qua một đầu mối cho mỗi nhóm."});
    }
    const bool counted = std::any_of(book_.units().begin(), book_.units().end(),
                                     [](const DraftUnit& unit) { return unit.placeholder; });
    if (counted)
      questions_.ask(
          {"",
           {"units"},
           "Văn bản ghi số lượng đơn vị nhưng không ghi tên. Đề nghị cho biết tên từng đơn vị.",
           0,
           "Tạm đánh số các đơn vị cho đến khi người quản trị đổi tên."});
  }

  /// Contradictions that the reading itself has found.
  void ask_what_was_read() {
    for (const ReadingQuestion& question : reading_.questions) {
      if (!question.conflict || question.about == QuestionAbout::budget) continue;
      std::vector<std::string> about{"plan"};
      if (question.about == QuestionAbout::deadline && question.index < k_obligations_max)
        about = {id_of(question.index)};
      questions_.ask(
          {"", std::move(about), cut(question.question), 0, question.proposal, {}, true});
    }
  }

  Json questions() const {
    Json list = Json::array();
    for (const DraftQuestion& question : questions_.all()) {
      Json json{
          {"id", question.id}, {"about", question.about}, {"question", cut(question.question)}};
      if (question.line > 0) json["line"] = std::to_string(question.line);
      if (question.conflict) json["conflict"] = true;
      json["default"] = nullptr;
      if (!question.proposal.empty()) {
        json["default"] = {{"text", cut(question.proposal)}};
        for (const auto& [obligation, rule] : question.dues)
          json["default"]["due"][obligation] = due_json(rule, "");
      }
      list.push_back(std::move(json));
    }
    return list;
  }

  static Json forms() {
    return Json::array({{{"id", k_form},
                         {"name", "Báo cáo kết quả thực hiện"},
                         {"assumed", true},
                         {"fields", Json::array({{{"id", "ket_qua"},
                                                  {"label", "Kết quả thực hiện"},
                                                  {"type", "text"},
                                                  {"aggregate", "list"}},
                                                 {{"id", "kho_khan"},
                                                  {"label", "Khó khăn, vướng mắc, kiến nghị"},
                                                  {"type", "text"},
                                                  {"aggregate", "list"},
                                                  {"optional", true}},
                                                 {{"id", "bao_cao_da_ky"},
                                                  {"label", "Báo cáo đã ký"},
                                                  {"type", "file"},
                                                  {"aggregate", "none"},
                                                  {"optional", true}}})}}});
  }

  const PlanReading& reading_;
  DraftDays days_;
  UnitBook book_;
  QuestionList questions_;
  Json together_ = Json::array();
  bool reports_ = false;
};

}  // namespace

std::string draft_plan(const PlanReading& reading) { return Drafter(reading).draft(); }

}  // namespace dondoc
