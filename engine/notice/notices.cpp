#include "engine/notice/notices.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/attachment/attachment.h"
#include "engine/ladder/schedule.h"
#include "engine/notice/digest_words.h"
#include "engine/notice/facts.h"
#include "engine/notice/statement_words.h"
#include "engine/notice/telling.h"

namespace dondoc {
namespace {

template <class... Fs>
struct Overload : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overload(Fs...) -> Overload<Fs...>;

class Teller : private Telling {
 public:
  using Telling::Telling;

  std::vector<Notice> run() {
    std::visit(Overload{
                   [&](const Acknowledged&) { acknowledged(); },
                   [&](const Progressed& x) {
                     to_sender("M-24", {}, said("tomtat", progress_words(x), "M-37E"));
                   },
                   [&](const Submitted& x) { submitted(x); },
                   [&](const Accepted&) { to_officers("M-20", {}); },
                   [&](const Returned& x) { returned(x); },
                   [&](const ExtensionRequested& x) { extension_requested(x); },
                   [&](const ExtensionGranted& x) {
                     to_officers("M-12Y", {{"den", x.until.vi()}});
                   },
                   [&](const ExtensionRefused& x) {
                     to_officers("M-12N", {}, said("ykien", x.reason, "N-01"));
                   },
                   [&](const Blocked& x) { blocked(x.reason); },
                   [&](const Unblocked& x) { unblocked(x.text); },
                   [&](const Disputed& x) { disputed(x.reason); },
                   [&](const DisputeSettled& x) { dispute_settled(x.text); },
                   [&](const HandedOver& x) { handed_over(x); },
                   [&](const Transferred& x) { transferred(x); },
                   [&](const Snoozed& x) { snoozed(x); },
                   [&](const Moved& x) { moved(x); },
                   [&](const Waived& x) { withdrawn(x.reason, x.why); },
                   [&](const Cancelled& x) { withdrawn(x.reason, ""); },
                   [&](const Nudged&) { to_officers(is_requested() ? "M-26Q" : "M-26", {}); },
                   [&](const Escalated& x) { escalated(x); },
                   [&](const Rescheduled& x) { rescheduled(x); },
                   [&](const StepTaken& x) { step(x); },
                   [&](const FileKept& x) { file_kept(x); },
                   [&](const FileRefused& x) { file_refused(x); },
                   [&](const PlanMoved& x) { plan_moved(x); },
                   [&](const PlanIssued&) { questions_waiting(); },
                   [&](const DigestSent& x) { digest_sent(x); },
                   [&](const auto&) {},
               },
               event_.body);
    return take();
  }

 private:
  /// What somebody wrote, or the phrase that stands for nothing written.
  static InLanguage said(const char* name, const std::string& text, std::string_view unsaid) {
    if (text.empty()) return phrase(name, unsaid);
    return [name, text](const MessageBook&) { return Parameters{{name, text}}; };
  }

  bool is_requested() const { return a_->binding == Binding::requested; }

  static std::string progress_words(const Progressed& x) {
    if (x.percent) return fmt::format("{:g}%", *x.percent);
    if (x.done && x.total) return fmt::format("{}/{}", *x.done, *x.total);
    if (x.done) return std::to_string(*x.done);
    return x.text;
  }

  /// Dates on which the unit will still hear from us: "17/11, 21/11, 23/11".
  std::string dates_to_come() const {
    auto ladder = world_.office.ladders.find(a_->ladder);
    if (ladder == world_.office.ladders.end()) return {};
    TimeRules rules{world_.office.calendar, world_.definitions.ladders.hours, world_.zone};
    auto due = due_of(*a_, rules.calendar, world_.zone.date_of(now_));
    std::string dates;
    for (const NextStep& step : pending_steps(*a_, ladder->second, rules)) {
      LocalDate day = world_.zone.date_of(step.at);
      if (step.rung == k_promise_check || !due || day >= due->later()) continue;
      dates += (dates.empty() ? "" : ", ") + day.vi();
    }
    return dates;
  }

  void acknowledged() {
    if (!a_->nominal) return to_sender("M-09O", {});
    std::string dates = dates_to_come();
    if (dates.empty()) return to_sender("M-09N", {});
    to_sender("M-09", {{"lich", dates}});
  }

  /// "Đã gửi" came first, the figures now: nothing is put right.
  bool gives_first_figures(const Submission& s) const {
    const auto& all = a_->submissions;
    if (s.figures.empty() || all.size() < 2) return false;
    const Submission& before = all[all.size() - 2];
    return before.figures.empty() && before.outcome != Outcome::nil;
  }

  std::string receipt(const Submission& s) const {
    if (s.outcome == Outcome::corrected && !gives_first_figures(s)) return "M-10C";
    if (s.outcome == Outcome::nil) return "M-10N";
    return s.figures.empty() && s.text.empty() && s.files.empty() ? "M-10T" : "M-10";
  }

  void submitted(const Submitted& x) {
    const InLanguage figures = [&](const MessageBook& book) {
      return Parameters{{"tomtat", figures_in_words(world_, *a_, x.submission, book)}};
    };
    to_sender(receipt(x.submission), {}, figures);
    to_leads("M-19", {}, figures);
    if (lacks_figures(world_, *a_, x.submission)) to_sender("T-51", {});
  }

  void returned(const Returned& x) {
    auto due = due_of(*a_, world_.office.calendar, world_.zone.date_of(now_));
    if (!x.until && !due) return to_officers("M-13N", {{"noidung", x.reason}});
    to_officers("M-13", {{"noidung", x.reason}}, [&](const MessageBook& book) {
      return Parameters{{"den", x.until ? x.until->vi() : due_in_words(book, due)}};
    });
  }

  void extension_requested(const ExtensionRequested& x) {
    std::string times = std::to_string(extensions_of(*a_));
    to_sender("M-11O", {{"den", x.until.vi()}});
    to_leads("M-11", {{"den", x.until.vi()}, {"lydo", x.reason}, {"lan", times}});
  }

  void blocked(const std::string& reason) {
    to_sender("M-14", {{"lydo", reason}}, phrase("noinhan", "N-02"));
    to_leads("M-14L", {{"lydo", reason}});
  }

  void unblocked(const std::string& text) {
    if (text.empty()) return to_officers("M-32N", {});
    to_officers("M-32", {{"ykien", text}});
  }

  void disputed(const std::string& reason) {
    const InLanguage words = said("lydo", reason, "N-03");
    to_sender("M-30O", {}, words);
    to_leads("M-30", {}, words);
  }

  void dispute_settled(const std::string& text) {
    // When the unit was right, the duty is waived in the same breath and M-27 says so.
    if (a_->meaning != Meaning::void_) to_officers("M-31", {}, said("ykien", text, "N-01"));
  }

  void handed_over(const HandedOver& x) {
    tell(x.person, "M-21", {}, Priority::due_today, "handed_over", said("lydo", x.reason, "N-04"));
    if (event_.by != x.person) to_sender("T-39", {});
  }

  void transferred(const Transferred& x) {
    to_officers("M-27T", {{"lydo", x.reason}, {"noinhan", unit_name(world_, x.to_unit)}});
  }

  void snoozed(const Snoozed& x) {
    to_sender("M-33", {{"gio", world_.zone.time_of(x.until).text()},
                       {"ngay", world_.zone.date_of(x.until).vi()}});
  }

  /// In the reader's words where the program itself had the reason.
  static InLanguage reasoned(const std::string& reason, const std::string& why) {
    return [&](const MessageBook& book) {
      return Parameters{{"lydo", reason_in_words(book, reason, why)}};
    };
  }

  std::string state_label(const MessageBook& book) const {
    const ChartState* state = world_.definitions.assignment_chart.state(a_->state);
    if (state == nullptr) return a_->state;
    return &book == &world_.definitions.en ? state->label_en : state->label_vi;
  }

  /// What a lead was told of, she is told is gone.
  void moved(const Moved& x) {
    const Statement what = retracted_by(x.on);
    if (what == Statement::none) return;
    const InLanguage taken_back = phrase("noidung", phrase_of(what));
    to_sender("T-17", {}, [&](const MessageBook& book) {
      Parameters own = taken_back(book);
      own.emplace_back("tomtat", state_label(book));
      return own;
    });
    if (what == Statement::handover) to_officers("M-21R", {});
    const bool leads_know = what == Statement::report || what == Statement::extension ||
                            what == Statement::obstacle || what == Statement::dispute;
    if (leads_know) to_leads("M-39", {}, taken_back);
  }

  void withdrawn(const std::string& reason, const std::string& why) {
    // A duty that was still waiting for its date was never told to anybody.
    if (a_->steps_done != 0 || a_->last_answer_at) to_officers("M-27", {}, reasoned(reason, why));
  }

  void escalated(const Escalated& x) {
    for (const std::string& person : x.to)
      tell(person, "M-28", {{"lan", std::to_string(a_->unanswered_nudges)}}, Priority::due_today,
           "escalated");
  }

  void rescheduled(const Rescheduled& x) {
    if (!x.old_effective || !x.new_effective || x.old_effective == x.new_effective) return;
    to_officers("M-25", {{"den", x.new_effective->vi()}, {"han", x.old_effective->vi()}},
                reasoned(x.reason, x.why));
  }

  std::string step_message(const StepTaken& x) const {
    auto due = due_of(*a_, world_.office.calendar, x.day);
    const bool is_tomorrow = due && (due->earlier() - x.day).count == 1;
    if (x.message == "M-04" && !is_tomorrow) return "M-04S";
    return x.message;
  }

  /// What only some step messages ask for.
  Parameters step_parameters(const StepTaken& x) const {
    if (x.message == "M-23") return {{"ngay", x.day.vi()}};
    if (x.message != "M-29") return {};
    std::string line = fmt::format("{} – [{}] {}", unit_name(world_, a_->unit), a_->code,
                                   duty_in_words(world_, *a_, 60));
    return {{"n", "1"}, {"danh_sach", line}};
  }

  /// Only M-29 asks for it.
  static InLanguage page_of_unreached() { return phrase("link", "N-05"); }

  void step(const StepTaken& x) {
    auto due = due_of(*a_, world_.office.calendar, x.day);
    const bool today = due && due->effective == x.day;
    for (const std::string& person : x.to)
      tell(person, step_message(x), step_parameters(x),
           today ? Priority::due_today : Priority::reminder, x.id, page_of_unreached());
  }

  void plan_moved(const PlanMoved& x) {
    const PlanCase* plan = world_.office.plan(event_.subject);
    if (plan == nullptr || x.on != "report") return;
    auto tally = world_.office.tallies.find(tally_key(event_.subject, x.period));
    std::string n =
        tally == world_.office.tallies.end() ? "" : std::to_string(tally->second.expected);
    for (const Person* lead : world_.office.directory.leads_over(plan->plan.issuer))
      tell(lead->id, "M-35", {{"kh", plan->plan.title()}, {"da_gui", n}, {"n", n}},
           Priority::due_today, "plan_moved", phrase("link", "N-06"));
  }

  /// One message for all open questions of a new plan; the plan page answers them one by one.
  void questions_waiting() {
    const PlanCase* plan = world_.office.plan(event_.subject);
    if (plan == nullptr || plan->plan.questions.empty()) return;
    std::set<std::string> duties;
    std::string list;
    std::size_t lines = 0;
    for (const Question& q : plan->plan.questions) {
      duties.insert(q.about.begin(), q.about.end());
      if (++lines <= k_question_lines)
        list += fmt::format("{}- {}", lines == 1 ? "" : "\n", q.question);
    }
    const std::size_t more = lines - std::min(lines, k_question_lines);
    for (const Person* lead : world_.office.directory.leads_over(plan->plan.issuer))
      tell(lead->id, "M-34N", {{"kh", plan->plan.title()}, {"n", std::to_string(duties.size())}},
           Priority::due_today, "questions", [&](const MessageBook& book) {
             return Parameters{{"cau_hoi", list + line_of_rest(book, more)}};
           });
  }

  static std::string line_of_rest(const MessageBook& book, std::size_t count) {
    if (count == 0) return {};
    return "\n" + words_of(book, "N-24", {{"k", std::to_string(count)}});
  }

  void digest_sent(const DigestSent& x) {
    if (const Person* reader = world_.office.directory.person(event_.subject))
      add(digest_notice(world_, *reader, x, now_));
  }

  // --- files

  static std::string called(const std::string& name) {
    return name.empty() ? "" : " “" + name + "”";
  }

  void file_kept(const FileKept& x) {
    const bool owed = a_->meaning == Meaning::open;
    tell(x.person, owed ? "F-10" : "F-10R",
         {{"tep", called(x.name)}, {"dung_luong", size_in_words(x.bytes)}}, Priority::answer,
         "file_kept");
    if (a_->meaning == Meaning::reported)
      to_leads("F-10L", {{"tep", called(x.name)}, {"dung_luong", size_in_words(x.bytes)}});
  }

  void file_refused(const FileRefused& x) {
    const auto fault = attachment_fault_named(x.reason).value_or(AttachmentFault::gone);
    const Person* reader = world_.office.directory.person(x.person);
    if (reader == nullptr) return;
    const MessageBook& book = world_.definitions.messages(reader->language);
    const MessageText* why = book.find(message_of(fault));
    tell(x.person, "F-11",
         {{"tep", called(x.name)}, {"lydo", why == nullptr ? x.reason : why->text}},
         Priority::answer, "file_refused");
  }

  static constexpr std::size_t k_question_lines = 4;
};

}  // namespace

std::vector<Notice> notices_of(const World& world, const Event& event, const Assignment* after,
                               Instant now) {
  const SubjectKind kind = subject_kind(event.body);
  if (kind == SubjectKind::reorganisation || std::holds_alternative<RolesTakenOver>(event.body))
    return unit_notices(world, event, now);
  if (kind == SubjectKind::person || kind == SubjectKind::message)
    return account_notices(world, event, now);
  return Teller(world, event, after, now).run();
}

}  // namespace dondoc
