// The units of a draft: who is named in a document becomes units and groups with ids.
// Owned by one thread.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::intake {

struct DraftUnit {
  std::string id, name, kind, parent;
  bool placeholder = false;  ///< counted but not named
  bool unlisted = false;     ///< stands for a group of unknown size
  bool external = false;     ///< receives, has no officer here
  std::size_t line = 0;
};

struct DraftGroup {
  std::string id, name;
  std::vector<std::string> units;
  int stated_count = 0;  ///< 0: not stated
  std::size_t line = 0;
};

struct DraftRecipient {
  std::string unit, through, office;
};

class UnitBook {
 public:
  /// The issuer comes first; the others stand below it.
  UnitBook(const std::string& issuer, std::size_t line);

  /// The unit or group for a phrase such as "các sở, ban, ngành và UBND các xã, phường".
  std::string who(const std::string& phrase, std::size_t line);
  /// "UBND thành phố (qua Phòng Nội vụ)", "Bộ Công an, UBND tỉnh".
  std::vector<DraftRecipient> recipients(const std::string& phrase, std::size_t line);

  const std::string& issuer() const { return units_.front().id; }
  const std::vector<DraftUnit>& units() const { return units_; }
  const std::vector<DraftGroup>& groups() const { return groups_; }

 private:
  std::vector<std::string> units_of_part(const std::string& part, std::size_t line);
  std::string unit(const std::string& name, std::size_t line, bool external);
  std::string id_for(const std::string& name) const;
  std::string key_here(const std::string& name) const;
  bool is_issuer(const std::string& name) const;
  bool taken(const std::string& id) const;

  std::vector<DraftUnit> units_;
  std::vector<DraftGroup> groups_;
  std::map<std::string, std::string> known_;  ///< by key of the phrase
};

/// What a unit is, by the words of its name: "commune", "police" (workflows/schema). The first rule
/// that fits counts.
std::string unit_kind_of(const std::string& name);

/// Equal for names of one unit: "UBND" is "Ủy ban nhân dân", "hoà" is "hòa", "&" is "và".
std::string unit_key(const std::string& name);

/// The id of a unit whose name has no letter (engine/text/slug.h).
inline constexpr std::string_view k_unit_slug = "don-vi";

}  // namespace dondoc::intake
