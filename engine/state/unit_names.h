// Unit names: which units people may mean by the last words of a name – "xã Bà Điểm", "Bà Điểm" for
// "Hội LHPN xã Bà Điểm". Kept beside the directory, so that a message is held against thousands of
// units by looking up, not by reading them all. Values only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace dondoc {

class UnitNames {
 public:
  using Ids = std::set<std::string, std::less<>>;

  void add(const std::string& id, std::string_view name);
  void remove(const std::string& id, std::string_view name);

  /// Ids of the units with a name that ends in exactly these words, given folded and with single
  /// spaces (engine/text/vietnamese.h). None: empty.
  const Ids& ending_in(std::string_view folded_words) const;

  /// No name has more words.
  static constexpr std::size_t k_words_most = 24;

 private:
  std::map<std::string, Ids, std::less<>> by_ending_;
};

}  // namespace dondoc
