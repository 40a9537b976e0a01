#include "app/self_audit.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <utility>

#include "app/case_files.h"
#include "engine/check.h"
#include "engine/ladder/ladder.h"

namespace dondoc {
namespace {

/// An examination takes at most this share of one processor: a twentieth.
constexpr int k_rest_per_work = 19;
constexpr std::size_t k_answer_bytes = 64 * 1024;
constexpr Elapsed k_patience = Elapsed::seconds(10);
constexpr std::size_t k_key_bytes = 16;

struct FindingText {
  std::string_view code;
  std::string_view message;
  bool loses_steps = false;
};

constexpr std::array k_texts = std::to_array<FindingText>({
    {"unreadable_row", "M-46A", true},
    {"disarmed", "M-46B", true},
    {"no_next_step", "M-46C", true},
    {"no_ladder", "M-46D", true},
    {"overlooked_step", "M-46E", true},
    {"no_plan", "M-46F"},
    {"no_obligation", "M-46G"},
    {"no_officer", "M-46H"},
    {"unreachable_officer", "M-46I"},
    {"no_lead", "M-46J"},
    {"cannot_reach", "M-46K"},
    {"late_step", "M-46L"},
    {"quarantined", "M-46M"},
    {"planned_change", "M-46N"},
    {"clock_behind", "M-46Q"},
    {"webhook_failing", "M-46O"},
    {"webhook_paused", "M-46P"},
});

const FindingText& text_of(std::string_view code) {
  const auto found = std::find_if(k_texts.begin(), k_texts.end(),
                                  [&](const FindingText& text) { return text.code == code; });
  CHECK(found != k_texts.end());
  return *found;
}

bool same(const Finding& a, const Finding& b) { return a.code == b.code && a.about == b.about; }

/// While the office is read people go on working, so that a plan can be newer than what is known of
/// plans. A fault is one that a second look finds too.
void keep_faults_of_both(Examination& seen, const Examination& before) {
  const auto was_there = [&](const Finding& finding) {
    return std::any_of(before.findings.begin(), before.findings.end(),
                       [&](const Finding& other) { return same(finding, other); });
  };
  std::erase_if(seen.findings, [&](const Finding& finding) {
    return finding.severity == Severity::fault && !was_there(finding);
  });
}

AuditStanding standing_of(const Examination& seen, Instant now) {
  AuditStanding standing;
  standing.at = now;
  standing.was_read = true;
  standing.open = seen.open;
  standing.armed = seen.armed;
  for (const Finding& finding : seen.findings) {
    const bool is_fault = finding.severity == Severity::fault;
    ++(is_fault ? standing.faults : standing.notes);
    if (is_fault && text_of(finding.code).loses_steps) standing.steps_unaccounted += finding.count;
  }
  return standing;
}

std::string digest_of(const std::set<std::string>& signature) {
  std::string all;
  for (const std::string& one : signature) all += one + '\n';
  std::array<unsigned char, k_key_bytes> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(all.data()),
                     all.size(), nullptr, 0);
  std::string text;
  for (const unsigned char byte : hash) text += fmt::format("{:02x}", byte);
  return text;
}

bool can_be_told(const Person& person) {
  return person.active && std::any_of(person.addresses.begin(), person.addresses.end(),
                                      [](const Address& address) { return address.reachable; });
}

}  // namespace

std::set<std::string> signature_of(const Examination& seen) {
  std::set<std::string> signature;
  for (const Finding& finding : seen.findings) {
    signature.insert(finding.severity == Severity::fault ? finding.code + ' ' + finding.about
                                                         : finding.code);
  }
  return signature;
}

std::string audit_text(const Examination& seen, const Person& reader, const MessageBook& book,
                       const std::string& clock) {
  std::map<std::string_view, std::size_t> counts;  // by message
  for (const Finding& finding : seen.findings) ++counts[text_of(finding.code).message];
  std::string list;
  for (const auto& [message, count] : counts) {
    if (!list.empty()) list += '\n';
    list += words_of(book, message, {{"n", std::to_string(count)}});
  }
  return words_of(
      book, counts.empty() ? "M-47" : "M-46",
      {{"xh", reader.form_of_address}, {"ten", reader.name}, {"gio", clock}, {"danh_sach", list}});
}

Interpretation AuditInterpreter::interpret(const World& world, const Heard& heard,
                                           Instant now) const {
  if (heard.channel != SelfAudit::k_channel) return conversation_.interpret(world, heard, now);
  Interpretation said;
  said.replies.push_back({heard.text, {}, {}, "M-46"});
  return said;
}

SelfAudit::SelfAudit(Parts parts) : parts_(std::move(parts)) {}
SelfAudit::~SelfAudit() { stop(); }

void SelfAudit::start() {
  thread_ = std::thread([this] {
    using Clock = std::chrono::steady_clock;
    for (;;) {
      const auto begun = Clock::now();
      work();
      const auto rest = std::max<Clock::duration>(std::chrono::milliseconds(parts_.every.ms),
                                                  k_rest_per_work * (Clock::now() - begun));
      std::unique_lock lock(mutex_);
      if (woken_.wait_for(lock, rest, [this] { return stopping_; })) return;
    }
  });
}

void SelfAudit::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  woken_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::optional<AuditStanding> SelfAudit::standing() const {
  const std::lock_guard lock(mutex_);
  return standing_;
}

Result<SelfAudit::Looked> SelfAudit::look() {
  auto office = read_office(parts_.reader);
  if (!office) return tl::unexpected(office.error());
  auto seen = examine(parts_.reader, *office, parts_.definitions, parts_.zone, parts_.now());
  if (!seen) return tl::unexpected(seen.error());
  if (parts_.webhooks != nullptr) {
    auto webhooks = parts_.webhooks->all();
    if (!webhooks) return tl::unexpected(webhooks.error());
    look_at_webhooks(*webhooks, parts_.zone, *seen);
  }
  return Looked{std::move(*office), std::move(*seen)};
}

Result<SelfAudit::Looked> SelfAudit::look_twice() {
  const auto first = look();
  if (!first || !first->seen.has_fault()) return first;
  auto second = look();
  if (second) keep_faults_of_both(second->seen, first->seen);
  return second;
}

void SelfAudit::work() {
  const Instant now = parts_.now();
  const auto looked = look_twice();
  AuditStanding standing = this->standing().value_or(AuditStanding{});
  if (looked) {
    standing = standing_of(looked->seen, now);
    report(*looked, now);
  } else {
    standing.at = now;
    standing.was_read = false;
    LogRecord record{LogEvent::store_failed};
    record.error = looked.error().kind;
    record.said.said = looked.error().message;
    parts_.tell(record);
  }
  if (has_duty() && standing.passes() && !parts_.alive_url.empty())
    standing.alive_taken = call_outside();
  const std::lock_guard lock(mutex_);
  standing_ = standing;
}

void SelfAudit::report(const Looked& looked, Instant now) {
  const Examination& seen = looked.seen;
  const auto signature = signature_of(seen);
  if (signature != std::exchange(logged_, signature)) {
    LogRecord record{seen.has_fault() ? LogEvent::audit_found_faults : LogEvent::audit_changed};
    for (const std::string& one : signature) record.said.said += one + "; ";
    parts_.tell(record);
  }
  if (has_duty() && signature != told_) tell_administrators(looked, now);
}

/// In the hours of a working day: what is found at night waits, and is told as it then is.
void SelfAudit::tell_administrators(const Looked& looked, Instant now) {
  const auto& [office, seen] = looked;
  if (!is_sending_time(now, parts_.definitions.ladders.hours, office.calendar, parts_.zone,
                       DayRule::working_days_only))
    return;
  const auto signature = signature_of(seen);
  if (told_fault_ && !seen.has_fault()) ++mended_;
  told_fault_ = seen.has_fault();
  for (const auto& [id, person] : office.directory.persons()) {
    if (!can_be_told(person)) continue;
    const auto password = parts_.pages.find_password(id);
    if (!password) return;
    if (!*password) continue;
    Heard word;
    word.person = id;
    word.channel = k_channel;
    // After a restart on the same day the same is not said again, and notes that come and go are
    // said once a day; a fault that comes back is news.
    word.key = fmt::format("{}:{}:{}:{}", parts_.zone.date_of(now).iso(), mended_, id,
                           digest_of(signature));
    word.at = now;
    word.text = audit_text(seen, person, parts_.definitions.messages(person.language),
                           parts_.zone.clock(now));
    parts_.say(std::move(word));
  }
  told_ = signature;
}

bool SelfAudit::call_outside() {
  HttpRequest request;
  request.method = HttpMethod::get;
  request.url = parts_.alive_url;
  request.timeout = k_patience;
  request.answer_bytes = k_answer_bytes;
  const auto answer = parts_.outside.ask(request);
  const bool taken = answer && answer->status >= 200 && answer->status < 300;
  const auto before = standing();
  if (!taken && (!before || before->alive_taken.value_or(true))) {
    LogRecord record{LogEvent::alive_not_taken};
    record.said.said = answer ? fmt::format("status {}", answer->status) : answer.error().detail;
    parts_.tell(record);
  }
  return taken;
}

}  // namespace dondoc
