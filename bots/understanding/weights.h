// The learnt weights (likelihood.h) as they stand in config/understanding/weights.tsv, built in.
#pragma once

#include <string_view>

namespace dondoc::understanding {

std::string_view weights_file();

}  // namespace dondoc::understanding
