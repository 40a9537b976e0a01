// Commands on the store as a whole: migrate, verify, backup, restore.
#pragma once

#include <string>

namespace dondoc {

// Exit codes: 0 done and in order, 1 something is at fault (said on stderr or listed).
int run_migrate(const std::string& config_file);
int run_verify(const std::string& config_file, bool json);
int run_backup(const std::string& config_file, const std::string& file);
int run_restore(const std::string& config_file, const std::string& file);

}  // namespace dondoc
