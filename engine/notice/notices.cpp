#include "engine/notice/notices.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/command/step.h"
#include "engine/command/stranger.h"
#include "engine/ladder/schedule.h"
#include "engine/notice/digest_words.h"
#include "engine/notice/facts.h"

namespace dondoc {
namespace {

template <class... Fs>
struct Overload : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overload(Fs...) -> Overload<Fs...>;

class Teller {
 public:
  Teller(const World& world, const Event& event, const Assignment* after, Instant now)
      : world_(world), event_(event), a_(after), now_(now) {}

  std::vector<Notice> run() {
    std::visit(Overload{
                   [&](const Acknowledged&) { acknowledged(); },
                   [&](const Progressed& x) {
                     to_sender("M-24", {{"tomtat", progress_words(x)}});
                   },
                   [&](const Submitted& x) { submitted(x); },
                   [&](const Accepted&) { to_officers("M-20", {}); },
                   [&](const Returned& x) { returned(x); },
                   [&](const ExtensionRequested& x) { extension_requested(x); },
                   [&](const ExtensionGranted& x) {
                     to_officers("M-12Y", {{"den", x.until.vi()}});
                   },
                   [&](const ExtensionRefused& x) {
                     to_officers("M-12N", {{"ykien", opinion(x.reason)}});
                   },
                   [&](const Blocked& x) { blocked(x.reason); },
                   [&](const Unblocked& x) { unblocked(x.text); },
                   [&](const Disputed& x) { disputed(x.reason); },
                   [&](const DisputeSettled& x) { dispute_settled(x.text); },
                   [&](const HandedOver& x) { handed_over(x); },
                   [&](const Transferred& x) { transferred(x); },
                   [&](const Snoozed& x) { snoozed(x); },
                   [&](const Waived& x) { withdrawn(x.reason); },
                   [&](const Cancelled& x) { withdrawn(x.reason); },
                   [&](const Nudged&) { to_officers(is_requested() ? "M-26Q" : "M-26", {}); },
                   [&](const Escalated& x) { escalated(x); },
                   [&](const Rescheduled& x) { rescheduled(x); },
                   [&](const StepTaken& x) { step(x); },
                   [&](const PlanMoved& x) { plan_moved(x); },
                   [&](const PlanIssued&) { questions_waiting(); },
                   [&](const AccountBound& x) { account_bound(x); },
                   [&](const AccountUnbound& x) { account_unbound(x); },
                   [&](const RebindAsked& x) { rebind_asked(x); },
                   [&](const RebindRefused& x) { rebind_refused(x); },
                   [&](const MessageSettled& x) { message_settled(x); },
                   [&](const DigestSent& x) { digest_sent(x); },
                   [&](const auto&) {},
               },
               event_.body);
    return std::move(notices_);
  }

 private:
  void tell(std::string_view person, std::string_view message, Parameters more, Priority priority,
            std::string step) {
    const Person* reader = world_.office.directory.person(person);
    if (reader == nullptr) return;
    Notice notice;
    notice.person = reader->id;
    notice.message = message;
    notice.step = std::move(step);
    notice.priority = priority;
    notice.parameters = std::move(more);  // first, so that they win over the duty's own words
    Parameters usual = {{"xh", reader->form_of_address}, {"ten", reader->name}};
    if (a_ != nullptr) {
      notice.codes = {a_->code};
      notice.due = a_->nominal;
      usual = duty_parameters(world_, *a_, *reader, now_);
    }
    for (auto& parameter : usual) notice.parameters.push_back(std::move(parameter));
    notices_.push_back(std::move(notice));
  }

  void to_sender(std::string_view message, const Parameters& more) {
    tell(event_.by, message, more, Priority::answer, std::string(name_of(event_.body)));
  }

  void to_all(const std::vector<std::string>& people, std::string_view message,
              const Parameters& more) {
    for (const std::string& person : people) {
      if (person != event_.by)
        tell(person, message, more, Priority::due_today, std::string(name_of(event_.body)));
    }
  }

  void to_officers(std::string_view message, const Parameters& more) {
    to_all(audience_of(world_, *a_, Audience::officer, world_.zone.date_of(now_)), message, more);
  }

  void to_leads(std::string_view message, const Parameters& more) {
    to_all(audience_of(world_, *a_, Audience::lead, world_.zone.date_of(now_)), message, more);
  }

  static std::string opinion(const std::string& text) {
    return text.empty() ? "không có ý kiến thêm" : text;
  }

  bool is_requested() const { return a_->binding == Binding::requested; }

  static std::string progress_words(const Progressed& x) {
    if (x.percent) return fmt::format("{:g}%", *x.percent);
    if (x.done && x.total) return fmt::format("{}/{}", *x.done, *x.total);
    if (x.done) return std::to_string(*x.done);
    return x.text.empty() ? "đang thực hiện" : x.text;
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

  std::string receipt(const Submission& s) const {
    if (s.outcome == Outcome::corrected) return "M-10C";
    if (s.outcome == Outcome::nil) return "M-10N";
    return s.figures.empty() && s.text.empty() && s.files.empty() ? "M-10T" : "M-10";
  }

  void submitted(const Submitted& x) {
    std::string words = figures_in_words(world_, *a_, x.submission);
    to_sender(receipt(x.submission), {{"tomtat", words}});
    to_leads("M-19", {{"tomtat", words}});
  }

  void returned(const Returned& x) {
    auto due = due_of(*a_, world_.office.calendar, world_.zone.date_of(now_));
    if (!x.until && !due) return to_officers("M-13N", {{"noidung", x.reason}});
    std::string until = x.until ? x.until->vi() : due_in_words(due, "vi");
    to_officers("M-13", {{"noidung", x.reason}, {"den", until}});
  }

  void extension_requested(const ExtensionRequested& x) {
    std::string times = std::to_string(extensions_of(*a_));
    to_sender("M-11O", {{"den", x.until.vi()}});
    to_leads("M-11", {{"den", x.until.vi()}, {"lydo", x.reason}, {"lan", times}});
  }

  void blocked(const std::string& reason) {
    to_sender("M-14", {{"lydo", reason}, {"noinhan", "lãnh đạo phụ trách"}});
    to_leads("M-14L", {{"lydo", reason}});
  }

  void unblocked(const std::string& text) {
    if (text.empty()) return to_officers("M-32N", {});
    to_officers("M-32", {{"ykien", text}});
  }

  void disputed(const std::string& reason) {
    std::string words = reason.empty() ? "đơn vị cho biết không thuộc nhiệm vụ của mình" : reason;
    to_sender("M-30O", {{"lydo", words}});
    to_leads("M-30", {{"lydo", words}});
  }

  void dispute_settled(const std::string& text) {
    // When the unit was right, the duty is waived in the same breath and M-27 says so.
    if (a_->meaning != Meaning::void_) to_officers("M-31", {{"ykien", opinion(text)}});
  }

  void handed_over(const HandedOver& x) {
    std::string reason = x.reason.empty() ? "phân công của đơn vị" : x.reason;
    tell(x.person, "M-21", {{"lydo", reason}}, Priority::due_today, "handed_over");
    if (event_.by != x.person) to_sender("T-39", {});
  }

  void transferred(const Transferred& x) {
    to_officers("M-27T", {{"lydo", x.reason}, {"noinhan", unit_name(world_, x.to_unit)}});
  }

  void snoozed(const Snoozed& x) {
    to_sender("M-33", {{"gio", world_.zone.time_of(x.until).text()},
                       {"ngay", world_.zone.date_of(x.until).vi()}});
  }

  void withdrawn(const std::string& reason) {
    // A duty that was still waiting for its date was never told to anybody.
    if (a_->steps_done != 0 || a_->last_answer_at) to_officers("M-27", {{"lydo", reason}});
  }

  void escalated(const Escalated& x) {
    for (const std::string& person : x.to)
      tell(person, "M-28", {{"lan", std::to_string(a_->unanswered_nudges)}}, Priority::due_today,
           "escalated");
  }

  void rescheduled(const Rescheduled& x) {
    if (!x.old_effective || !x.new_effective || x.old_effective == x.new_effective) return;
    to_officers(
        "M-25",
        {{"den", x.new_effective->vi()}, {"han", x.old_effective->vi()}, {"lydo", x.reason}});
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
    return {
        {"n", "1"}, {"danh_sach", line}, {"link", "mục “Không liên hệ được” trên bảng theo dõi"}};
  }

  void step(const StepTaken& x) {
    auto due = due_of(*a_, world_.office.calendar, x.day);
    const bool today = due && due->effective == x.day;
    for (const std::string& person : x.to)
      tell(person, step_message(x), step_parameters(x),
           today ? Priority::due_today : Priority::reminder, x.id);
  }

  void plan_moved(const PlanMoved& x) {
    const PlanCase* plan = world_.office.plan(event_.subject);
    if (plan == nullptr || x.on != "report") return;
    auto tally = world_.office.tallies.find(tally_key(event_.subject, x.period));
    std::string n =
        tally == world_.office.tallies.end() ? "" : std::to_string(tally->second.expected);
    for (const Person* lead : world_.office.directory.leads_over(plan->plan.issuer))
      tell(lead->id, "M-35",
           {{"kh", plan->plan.title()}, {"da_gui", n}, {"n", n}, {"link", "mục Tổng hợp"}},
           Priority::due_today, "plan_moved");
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
    if (lines > k_question_lines)
      list += fmt::format("\n… và {} nội dung khác", lines - k_question_lines);
    for (const Person* lead : world_.office.directory.leads_over(plan->plan.issuer))
      tell(lead->id, "M-34N",
           {{"kh", plan->plan.title()}, {"n", std::to_string(duties.size())}, {"cau_hoi", list}},
           Priority::due_today, "questions");
  }

  void digest_sent(const DigestSent& x) {
    if (const Person* reader = world_.office.directory.person(event_.subject))
      notices_.push_back(digest_notice(world_, *reader, x, now_));
  }

  // --- chat accounts

  static std::string channel_in_words(std::string_view channel) {
    if (channel == "telegram") return "Telegram";
    return channel.starts_with("zalo") ? "Zalo" : std::string(channel);
  }

  Parameters about_person(const Person& person, std::string_view channel) const {
    return {{"nguoi", person.name},
            {"dv", unit_name(world_, person.unit)},
            {"kenh", channel_in_words(channel)}};
  }

  /// To an account that is nobody's, or nobody's any more.
  void tell_account(std::string_view channel, std::string_view account, const char* message) {
    Notice notice;
    notice.person = stranger_receiver(channel, account);
    notice.message = message;
    notice.step = std::string(name_of(event_.body));
    notices_.push_back(std::move(notice));
  }

  void to_leads_of(const Person& person, const char* message, const Parameters& more,
                   std::vector<std::string> codes) {
    for (const Person* lead : world_.office.directory.leads_over(person.unit)) {
      if (lead->id == person.id) continue;
      tell(lead->id, message, more, Priority::due_today, std::string(name_of(event_.body)));
      if (!notices_.empty()) notices_.back().codes = codes;
    }
  }

  void account_bound(const AccountBound& x) {
    const Person* person = world_.office.directory.person(event_.subject);
    if (person == nullptr) return;
    Parameters more = about_person(*person, x.channel);
    more.emplace_back("n", std::to_string(world_.definitions.retention_days));
    more.emplace_back("noinhan", world_.definitions.contact);
    tell(person->id, "H-01", more, Priority::answer, "account_bound");
    if (!event_.by.empty() && event_.by != person->id) to_sender("H-13", more);
  }

  void account_unbound(const AccountUnbound& x) {
    tell_account(x.channel, x.account, "H-07");
    const Person* person = world_.office.directory.person(event_.subject);
    if (person != nullptr) to_leads_of(*person, "H-15", about_person(*person, x.channel), {});
  }

  void rebind_asked(const RebindAsked& x) {
    const Person* person = world_.office.directory.person(event_.subject);
    if (person == nullptr) return;
    const Parameters more = about_person(*person, x.channel);
    tell(person->id, "H-12", more, Priority::answer, "rebind_asked");
    to_leads_of(*person, "H-11", more, {person->id});
  }

  void rebind_refused(const RebindRefused& x) {
    tell_account(x.channel, x.account, "H-16");
    const Person* person = world_.office.directory.person(event_.subject);
    if (person != nullptr) to_sender("H-14", about_person(*person, x.channel));
  }

  /// A message that no channel could take: its reader's lead hears of it (design §7). What cannot
  /// reach a lead is only listed.
  void message_settled(const MessageSettled& x) {
    const Person* person = world_.office.directory.person(event_.subject);
    if (x.outcome != "given_up" || person == nullptr || x.step == k_cannot_reach) return;
    const std::string line =
        fmt::format("{} – {} – [{}]", person->name, unit_name(world_, person->unit), x.code);
    for (const Person* lead : world_.office.directory.leads_over(person->unit)) {
      if (lead->id == person->id) continue;
      tell(lead->id, "M-29",
           {{"n", "1"},
            {"dv", unit_name(world_, person->unit)},
            {"danh_sach", line},
            {"link", "mục “Không liên hệ được” trên bảng theo dõi"}},
           Priority::due_today, k_cannot_reach);
    }
  }

  static constexpr const char* k_cannot_reach = "message_settled";
  static constexpr std::size_t k_question_lines = 4;

  const World& world_;
  const Event& event_;
  const Assignment* a_;
  Instant now_;
  std::vector<Notice> notices_;
};

}  // namespace

std::vector<Notice> notices_of(const World& world, const Event& event, const Assignment* after,
                               Instant now) {
  return Teller(world, event, after, now).run();
}

}  // namespace dondoc
