// The planted bug of the hash chain: a row of the file gets another hash.
#pragma once

#include <string>

namespace dondoc::simulation {

void break_chain(const std::string& file);

}  // namespace dondoc::simulation
