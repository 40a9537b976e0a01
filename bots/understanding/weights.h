// The learnt weights as they stand in config/understanding/, built in.
#pragma once

#include <string_view>

namespace dondoc::understanding {

std::string_view weights_file();         ///< weights.tsv: kinds of acts (likelihood.h)
std::string_view detail_weights_file();  ///< weights-details.tsv: their details (details.h)

}  // namespace dondoc::understanding
