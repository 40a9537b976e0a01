#include "intake/reading_questions.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/text/vietnamese.h"
#include "intake/draft/draft_due.h"
#include "intake/language/token.h"

namespace dondoc::intake {
namespace {

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  for (const Token& token : tokens_of(text)) {
    if (token.kind == TokenKind::word) words.insert(token.key);
  }
  return words;
}

std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
}

class Asker {
 public:
  explicit Asker(const PlanReading& reading) : reading_(reading) {}

  std::vector<ReadingQuestion> ask() {
    head();
    dues();
    two_rhythms();
    rhythm_of_others();
    money();
    aims();
    return std::move(questions_);
  }

 private:
  void add(QuestionAbout about, std::size_t index, std::string question, std::string proposal = "",
           bool conflict = false) {
    questions_.push_back({about, index, std::move(question), std::move(proposal), conflict});
  }

  void head() {
    if (reading_.head.number.empty())
      add(QuestionAbout::document, 0, "Văn bản không ghi số, ký hiệu. Đề nghị cho biết.");
    if (!reading_.head.date)
      add(QuestionAbout::document, 0, "Văn bản không ghi ngày ban hành. Đề nghị cho biết.");
    if (reading_.head.issuer.empty())
      add(QuestionAbout::document, 0, "Không đọc được cơ quan ban hành. Đề nghị cho biết.");
  }

  void dues() {
    const DraftDays days = draft_days(reading_);
    for (std::size_t i = 0; i < reading_.deadlines.size(); ++i) {
      const Deadline& deadline = reading_.deadlines[i];
      const DraftDue due = draft_due(deadline, days);
      if (!due.question.empty()) add(QuestionAbout::deadline, i, due.question, due.proposal_text);
      if (deadline.who.empty())
        add(QuestionAbout::deadline, i, "Văn bản không ghi đơn vị thực hiện. Giao cho đơn vị nào?");
    }
  }

  /// The same unit reports to the same office at two rhythms stated in different places.
  void two_rhythms() {
    const auto& all = reading_.deadlines;
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const bool reports =
            all[i].kind == DeadlineKind::report && all[j].kind == DeadlineKind::report;
        if (!reports || all[i].who.empty() || all[i].to.empty() || all[i].who != all[j].who ||
            all[i].to != all[j].to)
          continue;
        if (all[i].quote.line == all[j].quote.line || all[i].due.form != DueForm::every ||
            all[j].due.form != DueForm::every)
          continue;
        if (all[i].due.every != all[j].due.every && all[i].due.day == all[j].due.day) continue;
        if (all[i].due.every == all[j].due.every && all[i].due.day == all[j].due.day) continue;
        add(QuestionAbout::deadline, i,
            fmt::format("Dòng {} ghi “{}”, dòng {} ghi “{}” cho cùng một báo cáo. Theo hạn nào?",
                        all[j].quote.line, all[j].due.rule, all[i].quote.line, all[i].due.rule),
            "", true);
        break;
      }
    }
  }

  /// "hàng quí (đối với cơ sở)", while the same units elsewhere report monthly to the same house.
  void rhythm_of_others() {
    const auto& all = reading_.deadlines;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto scope = words_of(scope_of(all[i]));
      if (scope.empty() || all[i].due.form != DueForm::every) continue;
      const auto contradicts = [&](const Deadline& other) {
        const bool reports = other.kind == DeadlineKind::report &&
                             other.due.form == DueForm::every &&
                             other.quote.line != all[i].quote.line;
        return reports && other.due.every < all[i].due.every &&
               shared(scope, words_of(other.who)) == scope.size() &&
               shared(words_of(all[i].to), words_of(other.to)) >= 2;
      };
      const auto other = std::find_if(all.begin(), all.end(), contradicts);
      if (other == all.end()) continue;
      add(QuestionAbout::deadline, i,
          fmt::format("Dòng {} ghi “{}” cho {}, dòng {} ghi “{}”. Đơn vị này báo cáo theo kỳ nào?",
                      all[i].quote.line, all[i].due.rule, scope_of(all[i]), other->quote.line,
                      other->due.rule),
          "", true);
    }
  }

  /// "cơ sở" of "hàng quí (đối với cơ sở)".
  static std::string scope_of(const Deadline& deadline) {
    constexpr std::string_view k_open = " (đối với ";
    const std::string& text = deadline.quote.text;
    if (deadline.due.rule.empty()) return {};
    const auto rule = text.find(deadline.due.rule + std::string(k_open));
    if (rule == text.npos) return {};
    const auto begin = rule + deadline.due.rule.size() + k_open.size();
    const auto end = text.find(')', begin);
    return end == text.npos ? std::string() : text.substr(begin, end - begin);
  }

  /// Parts that do not add up, or are for something the heading does not name.
  void money() {
    const auto& lines = reading_.budget;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].part_of_total) continue;
      std::int64_t sum = 0;
      std::size_t next = i + 1;
      for (; next < lines.size() && lines[next].part_of_total; ++next) {
        sum += lines[next].amount_vnd;
        names_another(lines[i], lines[next], next);
      }
      if (next > i + 1 && sum != lines[i].amount_vnd) {
        add(QuestionAbout::budget, i,
            fmt::format("Các khoản trong tổng {} đồng cộng lại là {} đồng. Số nào đúng?",
                        thousands(lines[i].amount_vnd), thousands(sum)),
            "", true);
      }
    }
  }

  void names_another(const BudgetLine& total, const BudgetLine& part, std::size_t index) {
    if (total.heading.empty()) return;
    const auto heading = words_of(total.heading), named = words_of(part.what);
    std::set<std::string> rest = named;
    for (const char* word : {"với", "kinh", "phí", "là", "trong", "đó", "và", "cho", "gồm"})
      rest.erase(word);
    const std::size_t both = shared(rest, heading);
    const bool another = rest.size() >= 5 && both < rest.size() && both * 10 >= rest.size() * 7;
    if (!another) return;
    add(QuestionAbout::budget, index,
        fmt::format("Tiêu đề ghi “{}”, phần kinh phí ghi “{}” ({} đồng). Nội dung nào đúng?",
                    total.heading, part.what, thousands(part.amount_vnd)),
        "", true);
  }

  /// Both are about what one name in quotation marks says: “không ma túy”, “xã, phường không ma
  /// túy”.
  static bool one_name(const ReadTarget& one, const ReadTarget& other) {
    const auto a = words_of(quoted(one.what)), b = words_of(quoted(other.what));
    const std::size_t least = std::min(a.size(), b.size());
    return least >= 3 && shared(a, b) == least;
  }

  static std::string_view quoted(std::string_view text) {
    constexpr std::string_view k_open = "“", k_close = "”";
    const auto open = text.find(k_open);
    if (open == text.npos) return {};
    text.remove_prefix(open + k_open.size());
    return text.substr(0, std::min(text.find(k_close), text.size()));
  }

  /// "ít nhất 50% xã, phường … năm 2030" and "100% xã, phường … năm 2030".
  void aims() {
    const auto& all = reading_.targets;
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (all[i].unit != "%" || all[j].unit != "%" || all[i].value == all[j].value ||
            all[i].by.empty() || all[i].by != all[j].by)
          continue;
        const auto one = words_of(all[i].what), other = words_of(all[j].what);
        const std::size_t both = shared(one, other), least = std::min(one.size(), other.size());
        const bool same = least >= 4 && both * 10 >= least * 9;
        if (!same && !one_name(all[i], all[j])) continue;
        add(QuestionAbout::target, i,
            fmt::format("Dòng {} ghi {}%, dòng {} ghi {}% cho cùng một chỉ tiêu đến năm {}. Theo "
                        "chỉ tiêu nào?",
                        all[j].quote.line, decimal(all[j].value), all[i].quote.line,
                        decimal(all[i].value), all[i].by),
            "", true);
        break;
      }
    }
  }

  const PlanReading& reading_;
  std::vector<ReadingQuestion> questions_;
};

}  // namespace

std::vector<ReadingQuestion> questions_of(const PlanReading& reading) {
  return Asker(reading).ask();
}

}  // namespace dondoc::intake
