// A zip archive in memory, as .docx and .xlsx are: equal members give equal bytes, for the times in
// it are fixed (01/01/1980, the earliest the format knows). Pure; safe from any thread.
#pragma once

#include <string>
#include <vector>

namespace dondoc {

struct ZipMember {
  std::string path;  ///< "word/document.xml"
  std::string bytes;
};

/// Members in their order, compressed. Requires: paths are not empty and each occurs once
/// (CHECKed).
std::string zip_archive(const std::vector<ZipMember>& members);

}  // namespace dondoc
