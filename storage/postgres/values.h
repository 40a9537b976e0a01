// Values of the ports to and from columns. Internal to storage/postgres.
//
// Text: a PostgreSQL text holds no zero byte. Bytes 0 and 1 are written as 1 1 and 1 2, which keeps
// their order; nothing else is changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/port/reader.h"
#include "engine/port/store.h"
#include "storage/hash_chain.h"

namespace pqxx {
class row;
class transaction_base;
}  // namespace pqxx

namespace dondoc::postgres {

std::string written(std::string_view text);
/// Throws on what `written` never gives.
std::string read_back(std::string_view stored);

/// A value for an array parameter, built up one after the other: {"a","b",NULL}.
class Array {
 public:
  void add(std::string_view text);  ///< as `written`
  void add(std::int64_t number);
  void add(bool truth);
  void add(const ChainHash& hash);
  void add(std::optional<Instant> at);  ///< none: NULL
  void add_bytes(std::string_view bytes);
  std::string done() const { return text_ + '}'; }

 private:
  void separate();
  void add_quoted(std::string_view text);
  std::string text_ = "{";
};

// Column lists for SELECT, in the order the functions below read.
inline constexpr const char* k_log_columns = "seq, at, subject_kind, subject, kind, body";
inline constexpr const char* k_case_columns =
    "code, plan, obligation, unit, period, state, open, next_step, body";
inline constexpr const char* k_message_columns =
    "id, person, code, step, priority, created, not_before, body, attempts";
inline constexpr const char* k_record_columns =
    "id, person, code, step, priority, created, not_before, body, attempts, standing, settled_at, "
    "channel, detail";

// Columns of a row. They throw on a value that this program could not have written.
std::string text_in(const pqxx::row& row, int column);
std::int64_t number_in(const pqxx::row& row, int column);
bool truth_in(const pqxx::row& row, int column);
Instant instant_in(const pqxx::row& row, int column);
std::optional<Instant> optional_instant_in(const pqxx::row& row, int column);
std::string bytes_in(const pqxx::row& row, int column);
ChainHash hash_in(const pqxx::row& row, int column);

LogRow log_in(const pqxx::row& row);
CaseRow case_in(const pqxx::row& row);
DocumentRow document_in(const pqxx::row& row);  ///< kind, key, body
OutboxRow message_in(const pqxx::row& row);
OutboxRecord record_in(const pqxx::row& row);

/// For LIMIT.
std::int64_t row_limit(std::size_t rows);
/// A time that may be absent, for NULLIF($n, '')::bigint.
std::string number_or_nothing(const std::optional<Instant>& at);

}  // namespace dondoc::postgres
