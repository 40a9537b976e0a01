// What people type into forms, put in order. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

/// In normal form, on one line, one space between words and none around them.
std::string one_line(const std::string& text);

/// Each line as one_line; those with nothing in them are left out.
std::vector<std::string> typed_lines(const std::string& text);

/// `wanted`, with a number behind it when somebody has it.
template <class Taken>
std::string free_id(const std::string& wanted, Taken taken) {
  std::string id = wanted;
  for (int number = 2; taken(id); ++number) id = wanted + "-" + std::to_string(number);
  return id;
}

}  // namespace dondoc
