#include "bots/talk/names.h"

#include <algorithm>
#include <array>

#include "bots/talk/said.h"

namespace dondoc::talk {
namespace {

constexpr std::array<std::string_view, 16> k_address = {"chi", "anh", "c",   "a",   "em",  "dc",
                                                        "d/c", "co",  "chu", "bac", "ban", "dong",
                                                        "ong", "ba",  "can", "bo"};

bool is_address(const Utterance& text, std::size_t at) {
  return std::find(k_address.begin(), k_address.end(), text.folded(at)) != k_address.end();
}

/// "đồng chí Minh", "chị Hoa", "cán bộ Lan": where the name begins.
std::size_t behind_address(const Utterance& text) {
  std::size_t at = 0;
  while (at + 1 < text.size() && is_address(text, at)) ++at;
  if (at > 0 && at + 1 < text.size() && text.folded(at - 1) == "dong" && text.folded(at) == "chi")
    ++at;
  return at;
}

std::size_t matched(const Utterance& text, std::size_t from, const Utterance& name) {
  for (std::size_t length = std::min(name.size(), text.size() - from); length > 0; --length) {
    const std::size_t first = name.size() - length;
    bool same = true;
    for (std::size_t i = 0; i < length && same; ++i)
      same = text.folded(from + i) == name.folded(first + i);
    if (same) return length;
  }
  return 0;
}

}  // namespace

std::size_t words_of_unit(const World& world, const Utterance& text, std::size_t at) {
  const auto most = std::min(text.size() - at, UnitNames::k_words_most);
  std::string words;
  std::size_t longest = 0;
  for (std::size_t count = 1; count <= most; ++count) {
    if (count > 1) words += ' ';
    words += text.folded(at + count - 1);
    if (!world.office.directory.unit_names().ending_in(words).empty()) longest = count;
  }
  return longest;
}

const UnitNames::Ids& units_at(const World& world, const Utterance& text, std::size_t at,
                               std::size_t count) {
  std::string words;
  for (std::size_t i = at; i < at + count; ++i) words += (i == at ? "" : " ") + text.folded(i);
  return world.office.directory.unit_names().ending_in(words);
}

std::vector<const Person*> persons_called(const World& world, std::string_view unit,
                                          std::string_view text) {
  std::vector<const Person*> found;
  const Utterance spoken(text);
  if (spoken.empty()) return found;
  std::size_t longest = 1;
  for (const auto& [id, person] : world.office.directory.persons()) {
    if (person.unit != unit || !person.active) continue;
    if (id == text) return {&person};
    const Utterance name(person.name);
    // "ông Bá" is a form of address and a name: both readings count.
    const std::size_t length =
        std::max(matched(spoken, 0, name), matched(spoken, behind_address(spoken), name));
    if (length < longest || length == 0) continue;
    if (length > longest) found.clear();
    longest = length;
    found.push_back(&person);
  }
  return found;
}

}  // namespace dondoc::talk
