#include "engine/state/unit_names.h"

#include <algorithm>
#include <vector>

#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Brackets, quotes and commas around a word are not said; of marks alone nothing is left.
std::string without_marks(std::string_view word) {
  while (!word.empty() && !is_letter_or_digit(word.front())) word.remove_prefix(1);
  while (!word.empty() && !is_letter_or_digit(word.back())) word.remove_suffix(1);
  return std::string(word);
}

/// Every ending of the name, the whole name among them, folded.
std::vector<std::string> endings_of(std::string_view name) {
  std::vector<std::string> endings;
  const std::string folded = fold(name);
  std::string ending;
  for (std::size_t end = folded.size(); end > 0 && endings.size() < UnitNames::k_words_most;) {
    const auto space = folded.rfind(' ', end - 1);
    const std::size_t begin = space == folded.npos ? 0 : space + 1;
    ending = without_marks(std::string_view(folded).substr(begin, end - begin)) +
             (ending.empty() ? "" : " ") + ending;
    if (!ending.empty()) endings.push_back(ending);
    end = begin == 0 ? 0 : begin - 1;
  }
  return endings;
}

}  // namespace

void UnitNames::add(const std::string& id, std::string_view name) {
  for (std::string& ending : endings_of(name)) by_ending_[std::move(ending)].insert(id);
}

void UnitNames::remove(const std::string& id, std::string_view name) {
  for (const std::string& ending : endings_of(name)) {
    const auto found = by_ending_.find(ending);
    if (found == by_ending_.end()) continue;
    found->second.erase(id);
    if (found->second.empty()) by_ending_.erase(found);
  }
}

const UnitNames::Ids& UnitNames::ending_in(std::string_view folded_words) const {
  static const Ids k_none;
  const auto found = by_ending_.find(folded_words);
  return found == by_ending_.end() ? k_none : found->second;
}

}  // namespace dondoc
