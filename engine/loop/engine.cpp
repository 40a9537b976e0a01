#include "engine/loop/engine.h"

#include <algorithm>
#include <utility>

#include "engine/codec/state_codec.h"
#include "engine/command/reorganise.h"
#include "engine/command/step.h"
#include "engine/limits.h"
#include "engine/loop/engine_batch.h"
#include "engine/loop/engine_turn.h"
#include "engine/notice/facts.h"

namespace dondoc {
namespace {

/// Assignments kept in memory between batches.
constexpr std::size_t k_cases_kept = 20'000;

/// How offices of before wrote that a year came with the data files.
constexpr std::string_view k_from_file_before = "Theo tệp lịch: ";

/// A year that the administrator has set stands until the administrator sets it again; files do not
/// undo it.
bool set_by_person(const Office& office, int year) {
  auto reason = office.calendar_reasons.find(std::to_string(year));
  return reason != office.calendar_reasons.end() && !reason->second.empty() &&
         !reason->second.starts_with(k_from_file_before);
}

/// Kinds that are something said; the others only tell how an account stands.
bool is_answered(InboundKind kind) {
  switch (kind) {
    case InboundKind::text:
    case InboundKind::press:
    case InboundKind::file:
    case InboundKind::photo:
    case InboundKind::start:
    case InboundKind::other:
      return true;
    default:
      return false;
  }
}

/// Quietens the sender's repeats: the key of the platform, unique with the channel.
std::string inbox_key(const Heard& heard) {
  return heard.key.empty() ? "" : heard.channel + ":" + heard.key;
}

std::string key_of(const Input& input) {
  const auto* heard = std::get_if<Heard>(&input);
  return heard != nullptr ? inbox_key(*heard) : std::get<Command>(input).key;
}

/// The assignment a command is about; empty when it is about none, or several.
std::string code_of(const CommandBody& body) {
  return std::visit(
      [](const auto& one) -> std::string {
        if constexpr (requires { std::string(one.code); }) return one.code;
        return {};
      },
      static_cast<const CommandVariant&>(body));
}

/// Of "action:CODE:nonce"; empty when it has another form.
std::string code_of_press(std::string_view payload) {
  const auto first = payload.find(':');
  if (first == payload.npos) return {};
  payload.remove_prefix(first + 1);
  return std::string(payload.substr(0, payload.find(':')));
}

/// How fine the time of the last word is kept: windows of chat platforms are counted in days.
constexpr Elapsed k_heard_step = Elapsed::hours(1);

/// What an inbound event says about the account itself; none when nothing new.
std::optional<Event> note_of_account(const Person& person, const Heard& heard, Instant now) {
  const bool left = heard.kind == InboundKind::blocked || heard.kind == InboundKind::unfollow;
  const bool receipt = heard.kind == InboundKind::delivered || heard.kind == InboundKind::seen;
  if (receipt) return std::nullopt;
  for (const Address& address : person.addresses) {
    if (address.channel != heard.channel || address.account != heard.account) continue;
    const bool is_news = address.reachable == left ||
                         (!left && (!address.heard || now - *address.heard >= k_heard_step));
    if (!is_news) return std::nullopt;
    Event event;
    event.at = now;
    event.by = person.id;
    event.subject = person.id;
    event.via = inbox_key(heard);
    event.body = AccountNoted{heard.channel, heard.account, !left, !left, ""};
    return event;
  }
  return std::nullopt;
}

}  // namespace

Engine::Engine(const Definitions& definitions, Zone zone, Store& store,
               const Interpreter* interpreter)
    : definitions_(definitions),
      zone_(zone),
      store_(store),
      interpreter_(interpreter),
      cases_(store, k_cases_kept) {}

Engine::~Engine() = default;

Result<void> Engine::open(Instant now) {
  loaded_ = false;
  if (Turn turn(*this); !turn.is_taken()) return tl::unexpected(turn.error());
  return adopt_calendars(now);
}

Result<void> Engine::adopt_calendars(Instant now) {
  std::vector<Input> changes;
  const auto& kept = office_.calendar.given_years();
  for (const CalendarYear& year : definitions_.calendars) {
    auto found = kept.find(year.year);
    if (found != kept.end() &&
        (encode(found->second) == encode(year) || set_by_person(office_, year.year)))
      continue;
    changes.push_back(
        Command{std::string(k_administrator), "", ChangeCalendar{year, year.source, true}});
  }
  if (changes.empty()) return {};
  auto handled = handle(changes, now);
  if (!handled) return tl::unexpected(handled.error());
  return {};
}

/// What was decided without a row that could not be read must not stand.
Result<Commit*> Engine::rows_of(Batch& batch) {
  if (auto error = cases_.take_error(); error && error->kind != ErrorKind::corrupt)
    return tl::unexpected(std::move(*error));
  return &batch.finish(office_.last_event);
}

Result<void> Engine::commit(Batch& batch) {
  auto rows = rows_of(batch);
  if (!rows) return tl::unexpected(undone(rows.error()));
  auto written = store_.commit(**rows);
  if (!written) return tl::unexpected(undone(written.error()));
  if (!(*rows)->log.empty()) ends_.seq = (*rows)->log.back().seq;
  cases_.trim();
  return {};
}

Answer Engine::run(Batch& batch, const Command& command, Instant now) {
  Answer answer;
  Decision decision = decide(world(), command, now);
  if (auto* refused = std::get_if<Rejected>(&decision)) {
    answer.kind = AnswerKind::refused;
    answer.refusal = std::move(*refused);
    return answer;
  }
  batch.take(std::move(std::get<std::vector<Event>>(decision)), now, &answer.codes);
  return answer;
}

Answer Engine::run(Batch& batch, const Heard& heard, Instant now) {
  Answer answer;
  if (!is_answered(heard.kind)) return answer;
  Interpretation meaning = interpreter_->interpret(world(), heard, now);
  for (CommandBody& body : meaning.commands) {
    Answer one = run(batch, Command{heard.person, inbox_key(heard), std::move(body)}, now);
    answer.codes.insert(answer.codes.end(), one.codes.begin(), one.codes.end());
    if (one.kind != AnswerKind::refused) continue;
    batch.reply(refusal_told(heard.person, one.refusal), heard.person, now);
    answer.kind = AnswerKind::refused;
    answer.refusal = std::move(one.refusal);
    return answer;
  }
  for (const Reply& reply : meaning.replies) batch.reply(reply, heard.person, now);
  if (meaning.conversation) {
    meaning.conversation->nonce = nonce_after(meaning, heard.person);
    Event event;
    event.at = std::max(now, office_.last_event);
    event.by = heard.person;
    event.subject = heard.person;
    event.via = inbox_key(heard);
    event.body = ConversationSaved{std::move(*meaning.conversation)};
    batch.take({std::move(event)}, now, nullptr);
  }
  return answer;
}

Reply Engine::refusal_told(const std::string& person, const Rejected& refusal) const {
  const Person* reader = office_.directory.person(person);
  return {in_words(definitions_, refusal.why, reader == nullptr ? "vi" : reader->language),
          {},
          {},
          "refused"};
}

/// Of the last answer, so that buttons of earlier ones are known as old.
std::string Engine::nonce_after(const Interpretation& meaning, const std::string& person) const {
  if (!meaning.replies.empty()) return button_nonce(ends_.outbox_id);
  auto before = office_.conversations.find(person);
  return before == office_.conversations.end() ? "" : before->second.nonce;
}

/// The sender is looked up, the account's standing kept, and strangers dealt with.
Answer Engine::receive(Batch& batch, const Heard& heard, Instant now) {
  if (!heard.person.empty()) return run(batch, heard, now);
  const Person* person = office_.directory.at_address(heard.channel, heard.account);
  if (person == nullptr) {
    if (!is_answered(heard.kind) && heard.kind != InboundKind::follow) return {};
    StrangerAnswer stranger = answer_stranger(world(), heard, now);
    batch.take(std::exchange(stranger.events, {}), now, nullptr);
    if (!stranger.message.empty())
      batch.answer_stranger(stranger_receiver(heard.channel, heard.account), std::move(stranger),
                            now);
    return {};
  }
  Heard known = heard;
  known.person = person->id;
  if (auto noted = note_of_account(*person, heard, std::max(now, office_.last_event)))
    batch.take({std::move(*noted)}, now, nullptr);
  return run(batch, known, now);
}

/// What the inputs are about, looked up together: on a server each question is a journey.
void Engine::fetch_cases(const std::vector<Input>& inputs) {
  std::vector<std::string> codes;
  for (const Input& input : inputs) {
    const auto* command = std::get_if<Command>(&input);
    std::string code =
        command != nullptr ? code_of(command->body) : code_of_press(std::get<Heard>(input).payload);
    if (!code.empty()) codes.push_back(std::move(code));
  }
  cases_.fetch(codes);
}

Result<std::vector<Answer>> Engine::handle(const std::vector<Input>& inputs, Instant clock) {
  const Turn turn(*this);
  if (!turn.is_taken()) return tl::unexpected(turn.error());
  Batch batch(*this);
  auto answers = run_each(batch, inputs, std::max(clock, office_.last_event));
  if (!answers) return tl::unexpected(undone(answers.error()));
  if (auto written = commit(batch); !written) return tl::unexpected(written.error());
  return answers;
}

/// Errors: memory is ahead of the store.
Result<std::vector<Answer>> Engine::run_each(Batch& batch, const std::vector<Input>& inputs,
                                             Instant now) {
  std::vector<std::string> keys;
  for (const Input& input : inputs) {
    if (std::string key = key_of(input); !key.empty()) keys.push_back(std::move(key));
  }
  auto seen = store_.seen_keys(keys);
  if (!seen) return tl::unexpected(seen.error());
  batch.know(std::move(*seen));
  fetch_cases(inputs);
  std::vector<Answer> answers;
  answers.reserve(inputs.size());
  for (const Input& input : inputs) {
    const std::string key = key_of(input);
    if (batch.has_heard(key)) {
      answers.push_back({AnswerKind::duplicate, {}, {}});
      continue;
    }
    const auto* heard = std::get_if<Heard>(&input);
    answers.push_back(heard != nullptr ? receive(batch, *heard, now)
                                       : run(batch, std::get<Command>(input), now));
    batch.hear(key, now);
    if (auto error = cases_.take_error()) return tl::unexpected(std::move(*error));
  }
  return answers;
}

Ahead Engine::handle_ahead(const std::vector<Input>& inputs, Instant clock) {
  Ahead ahead;
  const Turn turn(*this);
  if (!turn.is_taken()) {
    ahead.before = confirm();
    ahead.answers = tl::unexpected(turn.error());
    return ahead;
  }
  Batch batch(*this);
  ahead.answers = run_each(batch, inputs, std::max(clock, office_.last_event));
  if (auto handed = hand_over(batch, ahead); !handed)
    ahead.answers = tl::unexpected(undone(handed.error()));
  return ahead;
}

/// Everything is made ready before the store is waited for. Errors: memory is ahead of the store.
Result<void> Engine::hand_over(Batch& batch, Ahead& ahead) {
  Result<Commit*> rows = tl::unexpected(Error{});
  if (ahead.answers) rows = rows_of(batch);
  ahead.before = store_.confirm();
  if (!ahead.before) return tl::unexpected(ahead.before.error());
  if (!ahead.answers) return tl::unexpected(ahead.answers.error());
  if (!rows) return tl::unexpected(rows.error());
  const auto events = static_cast<std::int64_t>((*rows)->log.size());
  auto handed = store_.hand_over(std::move(**rows));
  if (!handed) return tl::unexpected(handed.error());
  ahead.standing = *handed;
  ends_.seq += events;
  cases_.trim();
  return {};
}

Result<WritePace> Engine::confirm() {
  auto confirmed = store_.confirm();
  if (!confirmed) return tl::unexpected(undone(confirmed.error()));
  return confirmed;
}

void Engine::quarantine(Batch& batch, const std::string& code, const char* why, Instant now) {
  Event event;
  event.at = now;
  event.subject = code;
  event.rearmed = true;
  event.body = Quarantined{"", why};
  batch.take({std::move(event)}, now, nullptr);
}

/// A step that leaves its assignment due would be taken again at once, for ever.
bool Engine::is_still_due(const std::string& code, Instant now) const {
  const Assignment* assignment = cases_.find(code);
  return assignment != nullptr && assignment->next && assignment->next->at <= now;
}

Result<Ticked> Engine::tick(Instant clock) {
  const Turn turn(*this);
  if (!turn.is_taken()) return tl::unexpected(turn.error());
  const Instant now = std::max(clock, office_.last_event);
  auto changes = take_due_reorganisation(world(), now);
  if (auto error = cases_.take_error()) return tl::unexpected(*error);
  if (!changes.empty()) return tick_units(std::move(changes), now);
  auto due = store_.due_cases(now, limits::steps_per_batch);
  if (!due) return tl::unexpected(due.error());
  Ticked ticked;
  ticked.more = due->size() == limits::steps_per_batch;
  if (due->empty()) return tick_morning(now);
  std::vector<std::string> codes;
  for (const DueCase& due_case : *due) codes.push_back(due_case.code);
  cases_.fetch(codes);
  Batch batch(*this);
  for (const DueCase& due_case : *due) {
    const Assignment* assignment = cases_.find(due_case.code);
    if (auto error = cases_.take_error(); error && error->kind != ErrorKind::corrupt)
      return tl::unexpected(undone(std::move(*error)));
    if (assignment == nullptr) {
      batch.disarm(due_case.code);
      continue;
    }
    batch.take(take_due_step(world(), due_case.code, now), now, nullptr);
    if (is_still_due(due_case.code, now)) quarantine(batch, due_case.code, "S-11", now);
    ++ticked.steps;
  }
  if (auto written = commit(batch); !written) return tl::unexpected(written.error());
  ticked.messages = batch.messages();
  ticked.more = ticked.more || due_morning(world(), now);
  return ticked;
}

/// Units change before anything is sent: whoever is gone is not reminded.
Result<Ticked> Engine::tick_units(std::vector<Event> changes, Instant now) {
  sweep_.reset();
  Batch batch(*this);
  batch.take(std::move(changes), now, nullptr);
  if (auto written = commit(batch); !written) return tl::unexpected(written.error());
  return Ticked{0, batch.messages(), true};
}

Result<Ticked> Engine::tick_morning(Instant now) {
  const auto morning = due_morning(world(), now);
  if (!morning) {
    sweep_.reset();
    return Ticked{};
  }
  Batch batch(*this);
  if (morning->missed) {
    batch.take({missed_morning(morning->day, now)}, now, nullptr);
  } else {
    if (!sweep_ || sweep_->day() != morning->day)
      sweep_ = std::make_unique<DigestSweep>(world(), morning->day);
    if (!sweep_->is_counted()) {
      sweep_->count_on(world(), cases_, limits::assignments_per_glance);
      if (auto error = cases_.take_error(); error && error->kind != ErrorKind::corrupt)
        return tl::unexpected(*error);
      return Ticked{0, 0, true};
    }
    batch.take(sweep_->tell(world(), limits::digests_per_batch, now), now, nullptr);
    if (sweep_->is_told()) batch.take({sweep_->settled(now)}, now, nullptr);
  }
  Ticked ticked;
  ticked.more = !morning->missed && !sweep_->is_told();
  if (auto written = commit(batch); !written) return tl::unexpected(written.error());
  ticked.messages = batch.messages();
  if (!ticked.more) sweep_.reset();
  return ticked;
}

Result<std::optional<Instant>> Engine::wake_at() {
  if (!loaded_) {
    if (const Turn turn(*this); !turn.is_taken()) return tl::unexpected(turn.error());
  }
  auto step = store_.earliest_step();
  if (!step) return step;
  for (const auto& other : {next_morning(world()), next_reorganisation(office_, zone_)}) {
    if (other && (!*step || *other < **step)) *step = other;
  }
  return step;
}

Result<std::size_t> Engine::lease(const Leasing& leasing,
                                  const std::function<void(ClaimedMessage)>& look) {
  const Turn turn(*this);
  if (!turn.is_taken()) return tl::unexpected(turn.error());
  auto claimed = store_.claim_outbox(leasing.now, leasing.until, leasing.limit);
  if (!claimed) return tl::unexpected(claimed.error());
  const std::size_t count = claimed->size();
  for (ClaimedMessage& message : *claimed) look(std::move(message));
  Batch nothing(*this);
  nothing.stand_behind(leasing.fence);
  if (auto written = commit(nothing); !written) return tl::unexpected(written.error());
  return count;
}

Result<void> Engine::settle(const std::vector<Settled>& settled,
                            const std::vector<Unreached>& unreached, Instant clock,
                            const std::optional<Fence>& fence) {
  const Turn turn(*this);
  if (!turn.is_taken()) return tl::unexpected(turn.error());
  const Instant now = std::max(clock, office_.last_event);
  Batch batch(*this);
  batch.stand_behind(fence);
  for (const Settled& s : settled) {
    batch.update(s.update);
    if (s.row.code.empty()) continue;
    Event event;
    event.at = now;
    event.subject = s.row.person;
    event.body = MessageSettled{s.row.id,         s.row.code, s.row.step,
                                s.update.channel, s.outcome,  s.update.detail};
    batch.take({std::move(event)}, now, nullptr);
  }
  for (const Unreached& u : unreached) {
    if (office_.directory.person(u.person) == nullptr) continue;
    Event event;
    event.at = now;
    event.subject = u.person;
    event.body = AccountNoted{u.channel, u.account, false, false, u.reason};
    batch.take({std::move(event)}, now, nullptr);
  }
  return commit(batch);
}

Decision Engine::consider(const Command& command, Instant now) const {
  return decide(world(), command, now);
}

}  // namespace dondoc
