#include "app/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "app/case_files.h"
#include "app/loaded_cases.h"
#include "app/silence.h"
#include "engine/codec/event_codec.h"
#include "engine/codec/state_codec.h"
#include "engine/command/step.h"
#include "engine/notice/facts.h"
#include "engine/notice/notices.h"
#include "engine/text/vietnamese.h"
#include "reports/event_sentence.h"
#include "reports/step_words.h"

namespace dondoc {
namespace {

constexpr std::size_t k_page = 1'000;

/// "[B20-07]" as people type it.
std::string without_brackets(const std::string& code) {
  if (code.size() > 2 && code.front() == '[' && code.back() == ']')
    return code.substr(1, code.size() - 2);
  return code;
}

std::string as_sentence(const std::string& words) {
  return capitalised(words) + (words.ends_with(".") ? "" : ".");
}

Result<Assignment> stored(Reader& reader, const std::string& code) {
  auto row = reader.find_case(code);
  if (!row) return tl::unexpected(row.error());
  if (!*row) return failure(ErrorKind::permanent, "no assignment [" + code + "]");
  auto assignment = decode_assignment((*row)->body);
  if (!assignment) return failure(ErrorKind::corrupt, code + ": " + assignment.error().message);
  return assignment;
}

/// Of the log of `subject`, those `wanted` says yes to.
Result<std::vector<Event>> events_of(Reader& reader, const std::string& subject,
                                     const std::function<bool(const Event&)>& wanted) {
  std::vector<Event> events;
  std::optional<Error> broken;
  auto read = reader.each_log(0, subject, [&](const LogRow& row) {
    if (broken) return;
    auto event = decode_event(row.body);
    if (!event) {
      broken =
          Error{ErrorKind::corrupt, fmt::format("log row {}: {}", row.seq, event.error().message)};
    } else if (wanted(*event)) {
      events.push_back(std::move(*event));
    }
  });
  if (!read) return tl::unexpected(read.error());
  if (broken) return tl::unexpected(*broken);
  return events;
}

Result<std::vector<Event>> events_of_duty(Reader& reader, const std::string& code) {
  return events_of(reader, code, [](const Event& event) {
    return subject_kind(event.body) == SubjectKind::assignment;
  });
}

/// Messages about the assignment: its own, and those of its recipients that bundle several duties
/// under another's code.
class MessageFinder {
 public:
  MessageFinder(Reader& reader, std::string code) : reader_(reader), code_(std::move(code)) {}

  Result<void> find_for(const std::vector<Event>& events) {
    std::set<std::string> people;
    for (const Event& event : events) {
      if (const auto* step = std::get_if<StepTaken>(&event.body))
        people.insert(step->to.begin(), step->to.end());
      if (const auto* up = std::get_if<Escalated>(&event.body))
        people.insert(up->to.begin(), up->to.end());
    }
    if (auto own = collect(code_, ""); !own) return own;
    for (const std::string& person : people) {
      if (auto theirs = collect("", person); !theirs) return theirs;
    }
    return {};
  }
  const std::map<std::int64_t, OutboxRecord>& found() const { return found_; }

 private:
  Result<void> collect(const std::string& code, const std::string& person) {
    for (std::int64_t after = 0;;) {
      auto page = reader_.outbox(code, person, after, k_page);
      if (!page) return tl::unexpected(page.error());
      for (const OutboxRecord& record : *page) keep(record);
      if (page->size() < k_page) return {};
      after = page->back().row.id;
    }
  }

  void keep(const OutboxRecord& record) {
    const auto codes = decode_message(record.row.body).codes;
    const bool is_about =
        record.row.code == code_ || std::find(codes.begin(), codes.end(), code_) != codes.end();
    if (is_about) found_.emplace(record.row.id, record);
  }

  Reader& reader_;
  std::string code_;
  std::map<std::int64_t, OutboxRecord> found_;
};

/// What platforms said about the messages stands in the log of who got them.
Result<ReminderProof> proof_of(Reader& reader, const std::string& code, std::vector<Event> events,
                               const std::map<std::int64_t, OutboxRecord>& found) {
  std::vector<OutboxRecord> messages;
  std::set<std::string> people;
  for (const auto& entry : found) {
    messages.push_back(entry.second);
    people.insert(entry.second.row.person);
  }
  for (const std::string& person : people) {
    auto settled = events_of(reader, person, [&](const Event& event) {
      const auto* one = std::get_if<MessageSettled>(&event.body);
      return one != nullptr && found.contains(one->message);
    });
    if (!settled) return tl::unexpected(settled.error());
    events.insert(events.end(), settled->begin(), settled->end());
  }
  return reminder_proof(code, events, messages);
}

/// What the store knows about one duty.
struct Known {
  Assignment assignment;
  Office office;
  std::vector<Event> events;
  std::map<std::int64_t, OutboxRecord> messages;
  ReminderProof proof;
};

Result<Known> known_of(Reader& reader, const std::string& code) {
  auto assignment = stored(reader, code);
  if (!assignment) return tl::unexpected(assignment.error());
  auto office = read_office(reader);
  if (!office) return tl::unexpected(office.error());
  auto events = events_of_duty(reader, code);
  if (!events) return tl::unexpected(events.error());
  MessageFinder messages(reader, code);
  if (auto found = messages.find_for(*events); !found) return tl::unexpected(found.error());
  auto proof = proof_of(reader, code, *events, messages.found());
  if (!proof) return tl::unexpected(proof.error());
  return Known{std::move(*assignment), std::move(*office), std::move(*events), messages.found(),
               std::move(*proof)};
}

class Biographer {
 public:
  Biographer(const World& world, const Assignment& assignment, Instant now)
      : world_(world),
        a_(assignment),
        now_(now),
        rules_{world.office.calendar, world.definitions.ladders.hours, world.zone} {}

  Life write(const std::vector<Event>& events,
             const std::map<std::int64_t, OutboxRecord>& messages) {
    head();
    due();
    for (const Event& e : events) {
      life_.past.push_back(
          {e.at, std::string(name_of(e.body)), e.by, as_sentence(sentence_of(world_, e)), {}});
    }
    for (const auto& entry : messages) life_.past.push_back(message(entry.second));
    std::stable_sort(life_.past.begin(), life_.past.end(),
                     [](const LifeEntry& x, const LifeEntry& y) { return x.at < y.at; });
    coming();
    return std::move(life_);
  }

 private:
  void head() {
    life_.code = a_.code;
    life_.plan = a_.plan;
    life_.obligation = a_.obligation;
    life_.unit = a_.unit;
    life_.period = a_.period;
    life_.state = a_.state;
    const PlanCase* plan = world_.office.plan(a_.plan);
    life_.head =
        fmt::format("[{}] {}: {} ({}). Trạng thái: {}.", a_.code, unit_name(world_, a_.unit),
                    duty_in_words(world_, a_, 200), plan == nullptr ? a_.plan : plan->plan.title(),
                    label_of_state(world_, a_.state));
  }

  void say_due(std::string sentence) { life_.due.push_back(std::move(sentence)); }

  void due() {
    const auto now_due = due_of(a_, rules_.calendar, world_.zone.date_of(now_));
    stated();
    if (!a_.nominal || !now_due) return say_due("Chưa có ngày đến hạn.");
    life_.nominal = now_due->nominal;
    life_.effective = now_due->effective;
    say_due(fmt::format("Hạn theo văn bản: hết ngày {}.", a_.nominal->vi()));
    if (!a_.confirmed_by.empty())
      say_due(fmt::format("Do {} xác nhận.", doer_of(world_, a_.confirmed_by)));
    rolled();
    for (const LedgerEntry& entry : a_.ledger) ledger(entry);
    say_due(fmt::format("Hạn áp dụng: hết ngày {}.", now_due->effective.vi()));
  }

  void stated() {
    const PlanCase* plan = world_.office.plan(a_.plan);
    const Obligation* obligation = plan == nullptr ? nullptr : plan->plan.obligation(a_.obligation);
    if (obligation != nullptr && !obligation->due.stated.empty())
      say_due(fmt::format("Kế hoạch ghi: “{}”.", obligation->due.stated));
  }

  void rolled() {
    const LocalDate moved = effective_due(*a_.nominal, a_.roll, rules_.calendar);
    if (moved == *a_.nominal) return;
    const std::string name = rules_.calendar.name_of(*a_.nominal);
    say_due(fmt::format("Ngày {} là ngày nghỉ{}; chuyển sang ngày làm việc {}.", a_.nominal->vi(),
                        name.empty() ? "" : " (" + name + ")", moved.vi()));
  }

  void ledger(const LedgerEntry& entry) {
    const std::string who = doer_of(world_, entry.by);
    std::string why = entry.reason.empty() ? "" : "; lý do: " + entry.reason;
    if (!entry.document.empty()) why += "; văn bản: " + entry.document;
    const std::string day = entry.date.vi();
    const std::string when = world_.zone.clock(entry.at);
    switch (entry.kind) {
      case LedgerKind::extended:
        return say_due(fmt::format("Gia hạn đến {}, do {} lúc {}{}.", day, who, when, why));
      case LedgerKind::suspended:
        return say_due(fmt::format("Tạm dừng từ {}, do {} lúc {}{}.", day, who, when, why));
      case LedgerKind::resumed:
        return say_due(fmt::format("Tính tiếp từ {}, do {} lúc {}{}.", day, who, when, why));
      case LedgerKind::rescheduled:
        return say_due(fmt::format("Chuyển sang {}, do {} lúc {}{}.", day, who, when, why));
    }
  }

  LifeEntry message(const OutboxRecord& record) const {
    const MessageBody body = decode_message(record.row.body);
    LifeEntry entry{record.row.created, "message", "", "", {}};
    entry.text = fmt::format("Tin {} ({}) cho {}: {}.", record.row.id, body.message,
                             person_name(world_, record.row.person, "vi"), became(record));
    entry.details.push_back(body.text.empty() ? "(không đọc được nội dung)" : body.text);
    return entry;
  }

  std::string became(const OutboxRecord& record) const {
    const std::string detail =
        record.detail.empty() ? "" : " (" + words_of(world_.definitions.vi, record.detail) + ")";
    const std::string when = world_.zone.clock(record.settled_at);
    switch (record.standing) {
      case OutboxStanding::sent:
        return fmt::format("đã gửi qua {} lúc {}", channel_in_words(record.channel), when);
      case OutboxStanding::given_up:
        return fmt::format("không gửi được, thôi gửi lúc {}{}", when, detail);
      case OutboxStanding::overtaken:
        return fmt::format("không cần gửi nữa, lúc {}{}", when, detail);
      case OutboxStanding::waiting:
        break;
    }
    if (record.attempts > 0)
      return fmt::format("chưa gửi được sau {} lần{}, sẽ gửi lại", record.attempts, detail);
    return "chờ gửi từ " + world_.zone.clock(record.row.not_before);
  }

  void coming() {
    if (auto silence = why_silent(a_, world_.office, rules_)) {
      life_.standing = sentence_of(*silence);
      return;
    }
    auto ladder = world_.office.ladders.find(a_.ladder);
    if (ladder == world_.office.ladders.end()) return;
    for (const NextStep& step : pending_steps(a_, ladder->second, rules_))
      life_.coming.push_back(described(step, ladder->second));
    life_.standing = waiting_for();
  }

  ComingStep described(const NextStep& step, const Ladder& ladder) const {
    if (step.rung == k_promise_check)
      return coming_step(step, "hẹn", "M-23",
                         audience_of(world_, a_, Audience::officer, world_.zone.date_of(step.at)));
    const Rung& rung = ladder.rungs[static_cast<std::size_t>(step.rung)];
    return coming_step(step, rung.id, rung.message,
                       audience_of(world_, a_, rung.audience, world_.zone.date_of(step.at)));
  }

  ComingStep coming_step(const NextStep& step, std::string id, std::string message,
                         std::vector<std::string> to) const {
    std::string text = fmt::format(
        "Bước {}: gửi {} (mẫu tin {}).", step_in_words(id),
        to.empty() ? "cấp tiếp theo (chưa có người nhận ở cấp này)" : names_of(world_, to),
        message);
    return {step.at, std::move(id), std::move(message), std::move(to), std::move(text)};
  }

  std::string waiting_for() const {
    if (a_.extension_request)
      return fmt::format(
          "Đang chờ lãnh đạo cho ý kiến về gia hạn đến {}; trong lúc chờ không nhắc.",
          a_.extension_request->until.vi());
    if (a_.dispute) return "Đang xem xét việc không thuộc nhiệm vụ; trong lúc chờ không nhắc.";
    if (is_suspended(a_)) return "Đang tạm dừng tính thời gian; trong lúc tạm dừng không nhắc.";
    if (a_.block)
      return "Đang vướng mắc: " + a_.block->reason + "; trong lúc chờ không nhắc đơn vị.";
    return "";
  }

  const World& world_;
  const Assignment& a_;
  Instant now_;
  TimeRules rules_;
  Life life_;
};

}  // namespace

Result<Life> explain(Reader& reader, const Definitions& definitions, const Zone& zone,
                     const std::string& typed, Instant now) {
  auto known = known_of(reader, without_brackets(typed));
  if (!known) return tl::unexpected(known.error());
  const LoadedCases none;
  const World world{definitions, known->office, none, zone};
  Life life = Biographer(world, known->assignment, now).write(known->events, known->messages);
  life.proof = std::move(known->proof);
  return life;
}

Result<ProofRead> read_proof(Reader& reader, const std::string& typed) {
  auto known = known_of(reader, without_brackets(typed));
  if (!known) return tl::unexpected(known.error());
  return ProofRead{std::move(known->office), std::move(known->assignment), std::move(known->proof)};
}

Result<ReminderProof> read_reminders(Reader& reader, const std::string& code) {
  auto events = events_of_duty(reader, code);
  if (!events) return tl::unexpected(events.error());
  MessageFinder messages(reader, code);
  if (auto found = messages.find_for(*events); !found) return tl::unexpected(found.error());
  return proof_of(reader, code, std::move(*events), messages.found());
}

Result<Life> explain(Reader& reader, const World& world, const std::string& code, Instant now) {
  const Assignment* assignment = world.cases.find(code);
  if (assignment == nullptr) return failure(ErrorKind::permanent, "no assignment [" + code + "]");
  auto events = events_of_duty(reader, code);
  if (!events) return tl::unexpected(events.error());
  MessageFinder messages(reader, code);
  if (auto found = messages.find_for(*events); !found) return tl::unexpected(found.error());
  return Biographer(world, *assignment, now).write(*events, messages.found());
}

}  // namespace dondoc
