#include "storage/postgres/postgres_error.h"

#include <fmt/format.h>

#include <new>
#include <pqxx/pqxx>
#include <stdexcept>
#include <string_view>

namespace dondoc::postgres {
namespace {

/// Thrown by ourselves.
class Refused : public std::runtime_error {
 public:
  Refused(ErrorKind refused_as, const std::string& message)
      : std::runtime_error(message), kind(refused_as) {}
  const ErrorKind kind;
};

std::string_view state_of(const std::exception& thrown) {
  const auto* failed = dynamic_cast<const pqxx::sql_error*>(&thrown);
  return failed == nullptr ? std::string_view() : std::string_view(failed->sqlstate());
}

bool is_without_right(const std::exception& thrown) {
  return dynamic_cast<const pqxx::insufficient_privilege*>(&thrown) != nullptr;
}

/// By SQLSTATE (PostgreSQL manual, appendix A), which libpqxx keeps where it has no class for it.
ErrorKind kind_of_state(std::string_view state) {
  const std::string_view group = state.substr(0, 2);
  if (state.starts_with("XX00") && state != "XX000") return ErrorKind::corrupt;
  for (const std::string_view passing : {"57", "58"}) {
    if (group == passing) return ErrorKind::transient;
  }
  if (state == "55P03" || state == "25006" || state == "25P03") return ErrorKind::transient;
  return ErrorKind::permanent;
}

ErrorKind kind_of(const std::exception& thrown) {
  if (const auto* refused = dynamic_cast<const Refused*>(&thrown)) return refused->kind;
  if (dynamic_cast<const pqxx::broken_connection*>(&thrown) != nullptr ||
      dynamic_cast<const pqxx::transaction_rollback*>(&thrown) != nullptr ||
      dynamic_cast<const pqxx::in_doubt_error*>(&thrown) != nullptr ||
      dynamic_cast<const pqxx::insufficient_resources*>(&thrown) != nullptr ||
      dynamic_cast<const std::bad_alloc*>(&thrown) != nullptr)
    return ErrorKind::transient;
  return kind_of_state(state_of(thrown));
}

/// libpq ends its messages with a line break and may fill several lines.
std::string one_line(std::string_view said) {
  std::string line;
  for (const char c : said) {
    if (c != '\n' && c != '\t') {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace

Error error_of(const std::exception& thrown, const std::string& name) {
  std::string said = one_line(thrown.what());
  if (is_lock_timeout(thrown)) said = "somebody else kept this busy for too long: " + said;
  if (is_without_right(thrown))
    said += "; the role of storage.url lacks a right (docs/operations.md, PostgreSQL)";
  return Error{kind_of(thrown), fmt::format("{}: {}", name, said)};
}

bool is_rolled_back(const std::exception& thrown) {
  return dynamic_cast<const pqxx::serialization_failure*>(&thrown) != nullptr ||
         dynamic_cast<const pqxx::deadlock_detected*>(&thrown) != nullptr;
}

bool is_in_doubt(const std::exception& thrown) {
  return dynamic_cast<const pqxx::in_doubt_error*>(&thrown) != nullptr ||
         dynamic_cast<const pqxx::statement_completion_unknown*>(&thrown) != nullptr;
}

bool is_of_server(const std::exception& thrown) {
  return dynamic_cast<const Refused*>(&thrown) == nullptr;
}

bool is_lock_timeout(const std::exception& thrown) { return state_of(thrown) == "55P03"; }

bool is_wrong_server(const std::exception& thrown) {
  const std::string_view state = state_of(thrown);
  return state == "25006" || state.substr(0, 4) == "57P0";
}

void throw_corrupt(const std::string& message) { throw Refused(ErrorKind::corrupt, message); }
void throw_permanent(const std::string& message) { throw Refused(ErrorKind::permanent, message); }
void throw_transient(const std::string& message) { throw Refused(ErrorKind::transient, message); }

void throw_error(const Error& error) { throw Refused(error.kind, error.message); }

}  // namespace dondoc::postgres
