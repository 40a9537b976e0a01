// Guard: looks at a text before anything of it is kept (design §8, domain.md §2.7, §2.8). When in
// doubt it refuses: a wrong refusal costs the sender one message, a wrong acceptance cannot be
// taken back. Pure; safe from any thread.
#pragma once

#include <string_view>

namespace dondoc::understanding {

enum class Danger {
  none,
  personal,  ///< identity or phone numbers, names with years of birth, lists of names: M-15
  secret,    ///< markings of state secrets: M-16
};

Danger danger_in(std::string_view text);

}  // namespace dondoc::understanding
