#include "app/case_files.h"

#include "engine/codec/state_codec.h"
#include "engine/loop/documents.h"

namespace dondoc {

Result<std::vector<Assignment>> read_cases(Reader& reader, const CaseFilter& filter) {
  std::vector<Assignment> cases;
  std::optional<Error> broken;
  auto read = reader.each_case(filter, [&](const CaseRow& row) {
    auto assignment = decode_assignment(row.body);
    if (assignment) {
      cases.push_back(std::move(*assignment));
    } else if (!broken) {
      broken = Error{assignment.error().kind, row.code + ": " + assignment.error().message};
    }
  });
  if (!read) return tl::unexpected(read.error());
  if (broken) return tl::unexpected(*broken);
  return cases;
}

Result<Office> read_office(Reader& reader) {
  Office office;
  std::optional<Error> broken;
  auto read = reader.each_document([&](const DocumentRow& row) {
    if (broken) return;
    auto taken = take_in(office, row);
    if (!taken)
      broken = Error{taken.error().kind, row.kind + " '" + row.key + "': " + taken.error().message};
  });
  if (!read) return tl::unexpected(read.error());
  if (broken) return tl::unexpected(*broken);
  return office;
}

}  // namespace dondoc
