#include "simulation/check/stored_assignments.h"

#include "engine/codec/state_codec.h"

namespace dondoc::simulation {

Result<void> StoredAssignments::read_one(Store& disk, const std::string& code) {
  auto row = disk.find_case(code);
  if (!row) return tl::unexpected(row.error());
  if (!*row) return failure(ErrorKind::corrupt, code + " is not stored");
  const auto [seen, is_new] = seen_.try_emplace(code, Seen{"", all_.size()});
  if (is_new) all_.emplace_back();
  if (seen->second.body == (*row)->body) return {};
  auto assignment = decode_assignment((*row)->body);
  if (!assignment) return tl::unexpected(assignment.error());
  all_[seen->second.place] = std::move(*assignment);
  seen->second.body = std::move((*row)->body);
  return {};
}

Result<const std::vector<Assignment>*> StoredAssignments::read(Store& disk, const Mirror& mirror) {
  for (const auto& [code, duty] : mirror.duties()) {
    if (auto read = read_one(disk, code); !read) return tl::unexpected(read.error());
  }
  return &all_;
}

}  // namespace dondoc::simulation
