// What people type into forms, put in order. Pure; safe from any thread.
#pragma once

#include <string>
#include <vector>

namespace dondoc {

/// In normal form, on one line, one space between words and none around them.
std::string one_line(const std::string& text);

/// Each line as one_line; those with nothing in them are left out.
std::vector<std::string> typed_lines(const std::string& text);

}  // namespace dondoc
