#include "intake/source/docx_numbering.h"

#include <algorithm>

#include "intake/source/number_formats.h"
#include "intake/source/xml_part.h"

namespace dondoc {
namespace {

constexpr int k_none = -1;

int val(const pugi::xml_node& node, std::string_view child, int otherwise) {
  return number_of(child_of(node, child), "val", otherwise);
}

std::string_view text_val(const pugi::xml_node& node, std::string_view child) {
  return value_of(child_of(node, child), "val");
}

}  // namespace

DocxNumbering::DocxNumbering(const pugi::xml_node& numbering, const pugi::xml_node& styles) {
  read_styles(styles);
  for (const pugi::xml_node& node : numbering.children())
    if (local_name(node) == "abstractNum") read_list(node);
  for (const pugi::xml_node& node : numbering.children())
    if (local_name(node) == "num") read_number(node);
  // A list can say that it looks as a style does, whose number leads to the list that is meant.
  for (const pugi::xml_node& node : numbering.children()) {
    const auto style = styles_.find(text_val(node, "numStyleLink"));
    if (local_name(node) != "abstractNum" || style == styles_.end()) continue;
    const auto number = numbers_.find(style->second.number);
    const int own = number_of(node, "abstractNumId", k_none);
    if (number == numbers_.end() || number->second.list == own) continue;
    const auto meant = lists_.find(number->second.list);
    if (meant != lists_.end()) lists_[own].levels = meant->second.levels;
  }
}

DocxNumbering::Level DocxNumbering::level_of(const pugi::xml_node& node) {
  Level level;
  level.start = val(node, "start", 1);
  level.text = text_val(node, "lvlText");
  level.style = text_val(node, "pStyle");
  level.legal = is_on(child_of(node, "isLgl"));
  level.restarts = val(node, "lvlRestart", 1) != 0;
  if (const std::string_view format = text_val(node, "numFmt"); !format.empty())
    level.format = format;
  return level;
}

void DocxNumbering::read_list(const pugi::xml_node& node) {
  List& list = lists_[number_of(node, "abstractNumId", k_none)];
  for (const pugi::xml_node& child : node.children()) {
    const int at = number_of(child, "ilvl", k_none);
    if (local_name(child) == "lvl" && at >= 0 && at < static_cast<int>(k_levels))
      list.levels[static_cast<std::size_t>(at)] = level_of(child);
  }
}

void DocxNumbering::read_number(const pugi::xml_node& node) {
  Numbered numbered;
  numbered.list = val(node, "abstractNumId", k_none);
  for (const pugi::xml_node& change : node.children()) {
    const int at = number_of(change, "ilvl", k_none);
    if (local_name(change) != "lvlOverride" || at < 0 || at >= static_cast<int>(k_levels)) continue;
    const auto level = static_cast<std::size_t>(at);
    if (const auto start = child_of(change, "startOverride"))
      numbered.starts[level] = number_of(start, "val", 1);
    if (const auto changed = child_of(change, "lvl")) numbered.changed[level] = level_of(changed);
  }
  numbers_[number_of(node, "numId", k_none)] = std::move(numbered);
}

void DocxNumbering::read_styles(const pugi::xml_node& styles) {
  for (const pugi::xml_node& style : styles.children()) {
    if (local_name(style) != "style") continue;
    const std::string id(value_of(style, "styleId"));
    if (value_of(style, "type") == "paragraph" && value_of(style, "default") == "1")
      default_style_ = id;
    parents_[id] = text_val(style, "basedOn");
    const pugi::xml_node number = child_of(child_of(style, "pPr"), "numPr");
    if (!number) continue;
    Place place{val(number, "numId", 0), std::nullopt};
    const int at = val(number, "ilvl", k_none);
    if (at >= 0 && at < static_cast<int>(k_levels)) place.level = static_cast<std::size_t>(at);
    styles_[id] = place;
  }
}

std::size_t DocxNumbering::level_of_style(int number, std::string_view style) const {
  const auto numbered = numbers_.find(number);
  if (numbered == numbers_.end()) return 0;
  const auto list = lists_.find(numbered->second.list);
  if (list == lists_.end()) return 0;
  const Levels& levels = list->second.levels;
  const auto found = std::find_if(levels.begin(), levels.end(),
                                  [&](const Level& level) { return level.style == style; });
  return found == levels.end() ? 0 : static_cast<std::size_t>(found - levels.begin());
}

std::optional<DocxNumbering::Place> DocxNumbering::place_of(
    const pugi::xml_node& properties) const {
  constexpr int k_generations = 20;  // styles can be based on each other in a circle
  const pugi::xml_node own = child_of(properties, "numPr");
  std::string style(text_val(properties, "pStyle"));
  if (style.empty()) style = default_style_;
  std::optional<Place> place;
  for (int i = 0; i < k_generations && !style.empty() && !place; ++i) {
    if (const auto found = styles_.find(style); found != styles_.end()) {
      place = found->second;
      if (!place->level) place->level = level_of_style(place->number, style);
    }
    const auto parent = parents_.find(style);
    style = parent == parents_.end() ? std::string() : parent->second;
  }
  if (!own) return place;
  const int at = val(own, "ilvl", k_none);
  Place result = place.value_or(Place{});
  result.number = val(own, "numId", result.number);
  if (at >= 0 && at < static_cast<int>(k_levels)) result.level = static_cast<std::size_t>(at);
  return result;
}

const DocxNumbering::Level& DocxNumbering::level(const List& list, const Numbered& numbered,
                                                 std::size_t at) const {
  const auto changed = numbered.changed.find(at);
  return changed == numbered.changed.end() ? list.levels[at] : changed->second;
}

std::string DocxNumbering::label(const List& list, const Numbered& numbered, std::size_t at) const {
  const Level& own = level(list, numbered, at);
  if (own.format == "bullet") return bullet_of(own.text);
  if (own.format == "none") return {};
  std::string label;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const bool is_number = own.text[i] == '%' && i + 1 < own.text.size() &&
                           own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
    if (!is_number) {
      label += own.text[i];
      continue;
    }
    const auto other = static_cast<std::size_t>(own.text[++i] - '1');
    const Level& shown = level(list, numbered, other);
    label +=
        number_in(own.legal ? "decimal" : shown.format, list.counts[other].value_or(shown.start));
  }
  return label;
}

std::string DocxNumbering::next_label(const pugi::xml_node& paragraph_properties) {
  const auto place = place_of(paragraph_properties);
  if (!place || place->number == 0) return {};  // 0 takes the number of the style away
  const auto numbered = numbers_.find(place->number);
  if (numbered == numbers_.end()) return {};
  const auto found = lists_.find(numbered->second.list);
  if (found == lists_.end()) return {};
  List& list = found->second;
  const std::size_t at = place->level.value_or(0);
  auto& count = list.counts[at];
  const auto start = numbered->second.starts.find(at);
  const bool begins = numbered->second.begun.insert(at).second;
  if (begins && start != numbered->second.starts.end()) {
    count = start->second;
  } else {
    count = count ? std::min(*count, 1'000'000) + 1 : level(list, numbered->second, at).start;
  }
  for (std::size_t below = at + 1; below < k_levels; ++below)
    if (level(list, numbered->second, below).restarts) list.counts[below].reset();
  return label(list, numbered->second, at);
}

}  // namespace dondoc
