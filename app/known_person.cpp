#include "app/known_person.h"

#include <fmt/format.h>

#include "app/case_files.h"
#include "engine/command/command.h"
#include "storage/open.h"

namespace dondoc {

Result<void> require_person(const std::string& database, const std::string& person) {
  if (person == k_administrator) return {};
  auto reader = open_reader(database);
  if (!reader) return tl::unexpected(reader.error());
  auto office = read_office(**reader);
  if (!office) return tl::unexpected(office.error());
  const Person* found = office->directory.person(person);
  if (found == nullptr || !found->active)
    return failure(
        ErrorKind::permanent,
        fmt::format("there is no person '{}'; dondoc admin persons import FILE", person));
  return {};
}

}  // namespace dondoc
