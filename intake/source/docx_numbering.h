// Numbers and bullets of a .docx, which stand in no paragraph: word/numbering.xml says how they
// look and each paragraph counts on (ECMA-376, 17.9). One thread; ask in the order of the document.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>

namespace dondoc {

class DocxNumbering {
 public:
  /// The roots of both parts; either may be empty.
  DocxNumbering(const pugi::xml_node& numbering, const pugi::xml_node& styles);

  /// What stands in front of the paragraph of these properties (<w:pPr>, may be empty): "1.", "a)",
  /// "II.1.", "-"; empty when it is not numbered. Counts on.
  std::string next_label(const pugi::xml_node& paragraph_properties);

 private:
  static constexpr std::size_t k_levels = 9;

  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;
    std::string style;
    bool legal = false;  ///< every number of it in decimal
    bool restarts = true;
  };
  using Levels = std::array<Level, k_levels>;
  struct List {
    Levels levels;
    std::array<std::optional<int>, k_levels> counts;
  };
  struct Numbered {
    int list = 0;
    std::map<std::size_t, int> starts;  ///< where this use of the list begins anew
    std::set<std::size_t> begun;
    std::map<std::size_t, Level> changed;
  };
  struct Place {
    int number = 0;
    std::optional<std::size_t> level;
  };

  void read_list(const pugi::xml_node& node);
  void read_number(const pugi::xml_node& node);
  void read_styles(const pugi::xml_node& styles);
  static Level level_of(const pugi::xml_node& node);
  std::optional<Place> place_of(const pugi::xml_node& properties) const;
  std::size_t level_of_style(int number, std::string_view style) const;
  const Level& level(const List& list, const Numbered& numbered, std::size_t at) const;
  std::string label(const List& list, const Numbered& numbered, std::size_t at) const;

  std::map<int, List> lists_;
  std::map<int, Numbered> numbers_;
  std::map<std::string, Place, std::less<>> styles_;
  std::map<std::string, std::string, std::less<>> parents_;
  std::string default_style_;
};

}  // namespace dondoc
