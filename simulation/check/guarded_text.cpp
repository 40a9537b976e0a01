#include "simulation/check/guarded_text.h"

#include "simulation/guarded.h"

namespace dondoc::simulation {

void GuardWatch::look(std::string_view text, const std::string& where) {
  for (const std::string_view needle : k_guarded) {
    if (text.find(needle) != text.npos)
      findings_.add("guarded", where + " holds " + std::string(needle));
  }
}

void GuardWatch::committed(const Committed& commit) {
  for (const LogRow& row : commit.rows.log) look(row.body, "the log (" + row.kind + ")");
  for (const CaseRow& row : commit.rows.cases) look(row.body, "the row of " + row.code);
  for (const DocumentRow& row : commit.rows.documents)
    look(row.body.value_or(""), "the " + row.kind + " " + row.key);
  for (const OutboxRow& row : commit.rows.outbox) look(row.body, "a message to " + row.person);
}

void GuardWatch::arrived(const Arrival& arrival) {
  look(arrival.message.text, "what came to " + arrival.account);
}

}  // namespace dondoc::simulation
