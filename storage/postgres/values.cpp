#include "storage/postgres/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <pqxx/pqxx>

#include "storage/postgres/postgres_error.h"

namespace dondoc::postgres {
namespace {

constexpr char k_escape = '\1';

int choice_in(const pqxx::row& row, int column, int last) {
  const std::int64_t value = number_in(row, column);
  if (value < 0 || value > last) {
    throw_corrupt(
        fmt::format("outbox row {}: {} is {}", number_in(row, 0), row[column].name(), value));
  }
  return static_cast<int>(value);
}

}  // namespace

std::string written(std::string_view text) {
  constexpr std::string_view special("\0\1", 2);
  if (text.find_first_of(special) == text.npos) return std::string(text);
  std::string stored;
  for (const char c : text) {
    if (c == '\0' || c == k_escape) stored += k_escape;
    stored += c == '\0' ? '\1' : c == k_escape ? '\2' : c;
  }
  return stored;
}

std::string read_back(std::string_view stored) {
  if (stored.find(k_escape) == stored.npos) return std::string(stored);
  std::string text;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    if (stored[i] != k_escape) {
      text += stored[i];
      continue;
    }
    if (++i == stored.size() || stored[i] < '\1' || stored[i] > '\2')
      throw_corrupt("a text holds a byte 1 that was not written so");
    text += stored[i] == '\1' ? '\0' : k_escape;
  }
  return text;
}

void Array::separate() {
  if (text_.size() > 1) text_ += ',';
}

void Array::add_quoted(std::string_view text) {
  separate();
  text_ += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') text_ += '\\';
    text_ += c;
  }
  text_ += '"';
}

void Array::add(std::string_view text) { add_quoted(written(text)); }

void Array::add(std::int64_t number) {
  separate();
  text_ += std::to_string(number);
}

void Array::add(bool truth) {
  separate();
  text_ += truth ? 't' : 'f';
}

void Array::add(const ChainHash& hash) {
  add_bytes(std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size()));
}

void Array::add_bytes(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex = "\\x";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += digits[byte >> 4U];
    hex += digits[byte & 15U];
  }
  add_quoted(hex);
}

void Array::add(std::optional<Instant> at) {
  if (at) {
    add(at->ms);
  } else {
    separate();
    text_ += "NULL";
  }
}

std::string text_in(const pqxx::row& row, int column) {
  const pqxx::field value = row[column];
  return read_back(std::string_view(value.c_str(), value.size()));
}

std::int64_t number_in(const pqxx::row& row, int column) { return row[column].as<std::int64_t>(); }

bool truth_in(const pqxx::row& row, int column) { return row[column].as<bool>(); }

Instant instant_in(const pqxx::row& row, int column) { return Instant{number_in(row, column)}; }

std::optional<Instant> optional_instant_in(const pqxx::row& row, int column) {
  if (row[column].is_null()) return std::nullopt;
  return instant_in(row, column);
}

std::string bytes_in(const pqxx::row& row, int column) {
  return pqxx::binarystring(row[column]).str();
}

ChainHash hash_in(const pqxx::row& row, int column) {
  const std::string bytes = bytes_in(row, column);
  ChainHash hash{};
  if (bytes.size() != hash.size()) {
    throw_corrupt(
        fmt::format("a chain hash has {} bytes instead of {}", bytes.size(), hash.size()));
  }
  std::transform(bytes.begin(), bytes.end(), hash.begin(),
                 [](char c) { return static_cast<std::uint8_t>(c); });
  return hash;
}

LogRow log_in(const pqxx::row& row) {
  return {number_in(row, 0), instant_in(row, 1), text_in(row, 2),
          text_in(row, 3),   text_in(row, 4),    text_in(row, 5)};
}

CaseRow case_in(const pqxx::row& row) {
  return {text_in(row, 0), text_in(row, 1), text_in(row, 2),  text_in(row, 3),
          text_in(row, 4), text_in(row, 5), truth_in(row, 6), optional_instant_in(row, 7),
          text_in(row, 8)};
}

DocumentRow document_in(const pqxx::row& row) {
  return {text_in(row, 0), text_in(row, 1), text_in(row, 2)};
}

OutboxRow message_in(const pqxx::row& row) {
  OutboxRow message;
  message.id = number_in(row, 0);
  message.person = text_in(row, 1);
  message.code = text_in(row, 2);
  message.step = text_in(row, 3);
  message.priority = static_cast<Priority>(choice_in(row, 4, static_cast<int>(Priority::answer)));
  message.created = instant_in(row, 5);
  message.not_before = instant_in(row, 6);
  message.body = text_in(row, 7);
  return message;
}

OutboxRecord record_in(const pqxx::row& row) {
  OutboxRecord record;
  record.row = message_in(row);
  record.attempts = static_cast<int>(number_in(row, 8));
  record.standing =
      static_cast<OutboxStanding>(choice_in(row, 9, static_cast<int>(OutboxStanding::overtaken)));
  record.settled_at = instant_in(row, 10);
  record.channel = text_in(row, 11);
  record.detail = text_in(row, 12);
  return record;
}

std::int64_t row_limit(std::size_t rows) {
  constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
  return static_cast<std::int64_t>(std::min(rows, most));
}

std::string number_or_nothing(const std::optional<Instant>& at) {
  return at ? std::to_string(at->ms) : std::string();
}

}  // namespace dondoc::postgres
