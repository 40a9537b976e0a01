// Guard: looks at a text before anything of it is kept (design §8, domain.md §2.7, §2.8). When in
// doubt it refuses: a wrong refusal costs the sender one message, a wrong acceptance cannot be
// taken back. Pure; safe from any thread.
#pragma once

#include <string_view>

namespace dondoc::understanding {

enum class Danger {
  none,
  personal,  ///< numbers of persons, names with birth, address or status, lists, papers: M-15
  secret,    ///< markings of state secrets: M-16
};

struct Finding {
  Danger danger = Danger::none;
  /// Which rule fired ("phone-number"), never anything of the text; empty when none did. Lives as
  /// long as the program.
  std::string_view rule;
};

/// What is wrong with a message. Any text; no limit of its own (limits::text_bytes is the
/// caller's).
Finding finding_in(std::string_view text);

/// What is wrong with a file or photograph, by its name and the caption under it; either may be
/// empty. Stricter than with a message: a list named in a message may have gone elsewhere, a list
/// named by a file is here.
Finding finding_in_file(std::string_view name, std::string_view caption);

inline Danger danger_in(std::string_view text) { return finding_in(text).danger; }
inline Danger danger_in_file(std::string_view name, std::string_view caption) {
  return finding_in_file(name, caption).danger;
}

}  // namespace dondoc::understanding
