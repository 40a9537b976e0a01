#include "app/administration_office.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/channel_health.h"
#include "app/doctor.h"
#include "app/list_trial.h"
#include "storage/open.h"

namespace dondoc {
namespace {

std::string state_of(const ChannelStanding& standing, Instant now) {
  if (standing.is_stopped) return "stopped";
  if (standing.breaker_open) return "breaker";
  return standing.paused_until > now ? "paused" : "working";
}

ChannelFacts facts_of(const std::string& name, const SendCounts& counts,
                      const ChannelStanding& standing, Instant now) {
  ChannelFacts facts;
  facts.name = name;
  facts.state = state_of(standing, now);
  if (facts.state == "paused") facts.paused_until = standing.paused_until;
  facts.under_way = standing.under_way;
  for (const std::uint64_t outcome : counts.outcomes) facts.attempts += outcome;
  facts.delivered = counts.of(SendClass::delivered);
  facts.unknown = counts.of(SendClass::unknown);
  facts.trouble = standing.last_trouble;
  return facts;
}

DoctorReport report_of(Examination seen) {
  DoctorReport report{seen.open, seen.armed, std::move(seen.silent), {}};
  for (Finding& one : seen.findings)
    report.findings.push_back({one.severity == Severity::fault, std::move(one.code),
                               std::move(one.about), one.count, std::move(one.what),
                               std::move(one.advice)});
  return report;
}

}  // namespace

AdministrationOffice::AdministrationOffice(Parts parts, std::unique_ptr<Reader> reader)
    : parts_(std::move(parts)), reader_(std::move(reader)) {}

ListTrial AdministrationOffice::try_list(const World& world, Instant now, ListKind kind,
                                         const UploadedFile& file) {
  return dondoc::try_list(world, now, kind, file);
}

ChangeTrial AdministrationOffice::read_change(const Directory& directory,
                                              const UploadedFile& file) {
  return try_change(directory, file);
}

std::string AdministrationOffice::telegram_name() {
  const ConnectedChannel* telegram =
      parts_.channels == nullptr ? nullptr : parts_.channels->find("telegram");
  if (telegram == nullptr) return {};
  const std::lock_guard lock(naming_);
  if (!telegram_name_.empty()) return telegram_name_;
  std::string name = telegram->upkeep->check(parts_.now()).identity;
  if (name.starts_with('@')) name.erase(0, 1);
  return telegram_name_ = std::move(name);
}

InvitationWays AdministrationOffice::ways(const std::string& channel) {
  InvitationWays ways;
  if (channel.empty() || channel == "telegram") {
    const std::string name = telegram_name();
    if (!name.empty()) ways.link_start = "https://t.me/" + name + "?start=";
  }
  for (const char* zalo : {"zalo_oa", "zalo_bot"}) {
    const bool holds = channel.empty() || channel == zalo;
    if (holds && parts_.channels != nullptr && parts_.channels->find(zalo) != nullptr)
      ways.by_zalo = true;
  }
  return ways;
}

Result<std::vector<LogRow>> AdministrationOffice::log_before(std::int64_t before_seq,
                                                             std::size_t limit) {
  const std::lock_guard lock(reading_);
  return reader_->log_before(before_seq, limit);
}

Result<std::vector<LogRow>> AdministrationOffice::log_of(const std::string& subject,
                                                         std::int64_t before_seq,
                                                         std::size_t limit) {
  const std::lock_guard lock(reading_);
  std::vector<LogRow> rows;
  auto read = reader_->each_log(0, subject, [&](const LogRow& row) {
    if (row.seq < before_seq) rows.push_back(row);
  });
  if (!read) return tl::unexpected(read.error());
  std::reverse(rows.begin(), rows.end());
  if (rows.size() > limit) rows.resize(limit);
  return rows;
}

/// Recorded time never runs backwards, so that half of what is left can be passed over each time.
Result<std::int64_t> AdministrationOffice::last_at(Instant time) {
  const std::lock_guard lock(reading_);
  auto last = reader_->last_seq();
  if (!last) return last;
  std::int64_t low = 0;
  std::int64_t high = *last;
  while (low < high) {
    const std::int64_t middle = low + (high - low + 1) / 2;
    auto row = reader_->log_before(middle + 1, 1);
    if (!row) return tl::unexpected(row.error());
    if (row->empty() || row->front().at <= time) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

OfficeFacts AdministrationOffice::facts() {
  OfficeFacts facts;
  std::map<std::string, SendCounts> sends;
  std::map<std::string, ChannelStanding> standings;
  const Instant now = parts_.now();
  parts_.inspect([&](const Engine&, const Delivery& delivery) {
    sends = delivery.counts();
    standings = delivery.standings(now);
  });
  std::map<std::string, ReceivingStanding> receiving;
  if (parts_.receiving != nullptr) receiving = parts_.receiving->standings();
  for (const auto& [name, standing] : standings) {
    ChannelFacts one = facts_of(name, sends[name], standing, now);
    if (const auto found = receiving.find(name); found != receiving.end())
      one.last_inbound = found->second.last_inbound;
    const ConnectedChannel* channel =
        parts_.channels == nullptr ? nullptr : parts_.channels->find(name);
    if (channel != nullptr) one.alarms = channel->upkeep->alarms(now);
    facts.channels.push_back(std::move(one));
  }
  const SendCounts sum = sum_of(sends);
  bool ignored = false;
  facts.delivered = sum.of(SendClass::delivered);
  facts.late_half = late_within(sum, 0.5, ignored);
  facts.late_most = late_within(sum, 0.99, facts.late_most_is_beyond);
  facts.possible_duplicates_per_million = possible_duplicates_per_million(sum);
  if (const auto audit = parts_.audit == nullptr ? std::nullopt : parts_.audit->standing()) {
    facts.audited = audit->at;
    facts.audit_passes = audit->passes();
    facts.steps_unaccounted = audit->steps_unaccounted;
  }
  add_store_facts(facts, now);
  return facts;
}

void AdministrationOffice::add_store_facts(OfficeFacts& facts, Instant now) {
  {
    const std::lock_guard lock(reading_);
    if (auto backlog = reader_->backlog(now)) facts.backlog = *backlog;
    facts.events = reader_->last_seq().value_or(0);
  }
  if (is_on_server(parts_.database)) {  // its size and disk are the server's to watch
    facts.database = shown_database(parts_.database);
    return;
  }
  namespace fs = std::filesystem;
  std::error_code fault;
  const fs::path file(parts_.database);
  facts.database = file.filename().string();
  const auto bytes = fs::file_size(file, fault);
  if (!fault) {
    const auto log_bytes = fs::file_size(parts_.database + "-wal", fault);
    facts.database_bytes = static_cast<std::int64_t>(bytes + (fault ? 0 : log_bytes));
  }
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const auto space = fs::space(folder, fault);
  if (!fault) facts.free_bytes = static_cast<std::int64_t>(space.available);
}

std::vector<ChannelAnswer> AdministrationOffice::ask_platforms() {
  std::vector<ChannelAnswer> answers;
  if (parts_.channels == nullptr) return answers;
  const Instant now = parts_.now();
  std::size_t on_zalo_bot = 0;
  parts_.inspect([&](const Engine& engine, const Delivery&) {
    on_zalo_bot = bound_persons(engine.office().directory, "zalo_bot");
  });
  for (auto& [name, health] : ask_channels(*parts_.channels, on_zalo_bot, now))
    answers.push_back({name, health.ok, std::move(health.identity), std::move(health.webhook),
                       std::move(health.faults)});
  return answers;
}

Result<DoctorReport> AdministrationOffice::examine() {
  const std::lock_guard lock(reading_);
  auto seen = dondoc::examine(*reader_, parts_.definitions, parts_.zone, parts_.now());
  if (!seen) return tl::unexpected(seen.error());
  if (parts_.webhooks != nullptr) {
    auto webhooks = parts_.webhooks->all();
    if (!webhooks) return tl::unexpected(webhooks.error());
    look_at_webhooks(*webhooks, parts_.zone, *seen);
  }
  return report_of(std::move(*seen));
}

}  // namespace dondoc
