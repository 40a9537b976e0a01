// `dondoc admin file CODE NUMBER --out FILE`: a file that was sent in the chat, as it was sent. Exit
// codes: 0 done, 1 there is no such file, or the store or the place to write is at fault.
#pragma once

#include <string>

namespace dondoc {

struct FileOptions {
  std::string code;
  int number = 1;  ///< as `dondoc explain` says
  std::string out;
  std::string config;
};
int run_admin_file(const FileOptions& options);

}  // namespace dondoc
