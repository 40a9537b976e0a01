#include "storage/move/rows.h"

#include <fmt/format.h>

namespace dondoc::moving {

const std::vector<Table>& moved_tables() {
  constexpr auto n = ColumnKind::number;
  constexpr auto b = ColumnKind::truth;
  constexpr auto t = ColumnKind::text;
  constexpr auto x = ColumnKind::bytes;
  static const std::vector<Table> tables = {
      {"log",
       "seq",
       {{"seq", n},
        {"at", n},
        {"subject_kind", t},
        {"subject", t},
        {"kind", t},
        {"body", t},
        {"hash", x}}},
      {"cases",
       "code",
       {{"code", t},
        {"plan", t},
        {"obligation", t},
        {"unit", t},
        {"period", t},
        {"state", t},
        {"open", b},
        {"next_step", n},
        {"body", t}}},
      {"documents", "kind, key", {{"kind", t}, {"key", t}, {"body", t}}},
      {"inbox", "key", {{"key", t}, {"at", n}}},
      {"outbox",
       "id",
       {{"id", n},
        {"person", t},
        {"code", t},
        {"step", t},
        {"priority", n},
        {"created", n},
        {"not_before", n},
        {"standing", n},
        {"attempts", n},
        {"next_attempt", n},
        {"lease_until", n},
        {"ready_at", n},
        {"settled_at", n},
        {"channel", t},
        {"detail", t},
        {"body", t}}},
      {"secrets", "name", {{"name", t}, {"body", x}}},
      {"files", "digest", {{"digest", t}, {"bytes", n}, {"content", x}}},
      {"page_sessions",
       "hash",
       {{"hash", t}, {"person", t}, {"administrator", b}, {"since", n}, {"last_seen", n}}},
      {"page_links", "hash", {{"hash", t}, {"made", n}}},
      {"page_passwords", "person", {{"person", t}, {"hash", t}}},
      {"page_reads", "id", {{"at", n}, {"person", t}, {"unit", t}, {"page", t}}},
      {"access_keys",
       "number",
       {{"id", t},
        {"hash", t},
        {"kind", n},
        {"person", t},
        {"name", t},
        {"scopes", t},
        {"unit", t},
        {"made", n},
        {"expires", n},
        {"last_used", n},
        {"revoked", n}}},
      {"kept_answers", "key", {{"key", t}, {"call", t}, {"status", n}, {"body", t}, {"at", n}}},
      {"webhooks",
       "id",
       {{"id", t},
        {"url", t},
        {"kinds", t},
        {"unit", t},
        {"private_allowed", b},
        {"made", n},
        {"cursor", n},
        {"failures", n},
        {"failing_since", n},
        {"next_attempt", n},
        {"fault", t},
        {"paused", b}}},
      {"drafts",
       "id",
       {{"id", t},
        {"person", t},
        {"file", t},
        {"title", t},
        {"opened", n},
        {"changed", n},
        {"text", t},
        {"plan", t},
        {"seen", t},
        {"version", n}}},
  };
  return tables;
}

std::string difference(const LogHead& sent, const RowCounts& sent_rows, const Moved& arrived) {
  for (const auto& [table, rows] : sent_rows) {
    const auto found = arrived.rows.find(table);
    const std::int64_t there = found == arrived.rows.end() ? 0 : found->second;
    if (there != rows) return fmt::format("{}: {} rows were sent, {} arrived", table, rows, there);
  }
  if (arrived.head.seq != sent.seq || arrived.head.hash != sent.hash)
    return "the hash of the log is another at its new place";
  return {};
}

}  // namespace dondoc::moving
