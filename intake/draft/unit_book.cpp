#include "intake/draft/unit_book.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/slug.h"
#include "engine/text/vietnamese.h"
#include "intake/language/token.h"
#include "intake/language/unit_phrase.h"
#include "intake/language/word_pattern.h"

namespace dondoc::intake {
namespace {

constexpr int k_placeholders_max = 400;

struct Abbreviation {
  std::string_view letters, words;
};
constexpr Abbreviation k_abbreviations[] = {{"ubnd", "ủy ban nhân dân"},
                                            {"hđnd", "hội đồng nhân dân"},
                                            {"hdnd", "hội đồng nhân dân"},
                                            {"lhpn", "liên hiệp phụ nữ"},
                                            {"mttq", "mặt trận tổ quốc"},
                                            {"ubmttq", "ủy ban mặt trận tổ quốc"},
                                            {"tncs", "thanh niên cộng sản"},
                                            {"hnd", "hội nông dân"},
                                            {"tp", "thành phố"},
                                            {"vn", "việt nam"},
                                            {"&", "và"}};

std::string_view written_out(std::string_view word) {
  for (const Abbreviation& one : k_abbreviations) {
    if (one.letters == word) return one.words;
  }
  return word;
}

bool is_group(const std::string& part) {
  static const PatternList k_plural({"các", "những", "từng", "mỗi", "mọi", "toàn thể", "tất cả",
                                     "# xã|phường|đơn|huyện|phòng|sở|trường", "cơ sở",
                                     "thủ trưởng các"});
  const Tokens tokens = tokens_of(part);
  return k_plural.find(tokens, 0, tokens.size()) < tokens.size();
}

int count_in(const std::string& part) {
  static const PatternList k_counted({"# xã|phường|đơn|huyện|phòng|sở|trường|thị|ban|cơ"});
  const Tokens tokens = tokens_of(part);
  const std::size_t at = k_counted.find(tokens, 0, tokens.size());
  return at < tokens.size() ? static_cast<int>(tokens[at].value) : 0;
}

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" ,;.:-");
  if (begin == text.npos) return {};
  const auto end = text.find_last_not_of(" ,;.:-");
  return std::string(text.substr(begin, end - begin + 1));
}

/// "Bộ Công an, UBND tỉnh" → both; "Sở Văn hóa, Thể thao và Du lịch" stays one.
std::vector<std::string> parts_of(const std::string& phrase) {
  const Tokens tokens = tokens_of(phrase);
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool joint = tokens[at].is(",") || tokens[at].is(";") || tokens[at].is("và");
    if (!joint || at + 1 >= tokens.size()) continue;
    if (!unit_begins_at(tokens, at + 1) && !(tokens[at + 1].value > 0)) continue;
    parts.push_back(trimmed(std::string_view(phrase).substr(begin, tokens[at].begin - begin)));
    begin = tokens[at + 1].begin;
  }
  parts.push_back(trimmed(std::string_view(phrase).substr(begin)));
  std::erase_if(parts, [](const std::string& part) { return part.empty(); });
  return parts;
}

}  // namespace

std::string unit_kind_of(const std::string& name) {
  static const PatternTable<const char*> k_kinds({
      {"ban chỉ đạo|huy", "steering"},
      {"bcđ", "steering"},
      {"công an", "police"},
      {"quân sự", "military"},
      {"biên phòng", "military"},
      {"mặt trận", "front"},
      {"mttq|ubmttq|ubmttqvn|mttqvn", "front"},
      {"phụ nữ", "women_union"},
      {"lhpn", "women_union"},
      {"nông dân", "farmers_union"},
      {"hnd", "farmers_union"},
      {"đoàn thanh niên", "youth_union"},
      {"đoàn tncs", "youth_union"},
      {"quận|huyện|tỉnh|thành|xã|phường đoàn", "youth_union"},
      {"cơ sở đoàn", "youth_union"},
      {"đài|báo", "media"},
      {"đội|tổ", "team"},
      {"xã|phường", "commune"},
      {"thị trấn", "commune"},
      {"ủy ban nhân dân", "committee"},
      {"ubnd", "committee"},
  });
  const Tokens tokens = tokens_of(name);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (const auto kind = k_kinds.match(tokens, at)) return *kind.value;
  }
  return "department";
}

std::string unit_key(const std::string& name) {
  std::string key;
  for (const Token& token : tokens_of(name)) {
    if (token.is(".")) continue;  // "TP. Bình An"
    if (!key.empty()) key += ' ';
    key += written_out(token.key);
  }
  return key;
}

UnitBook::UnitBook(const std::string& issuer, std::size_t line) {
  DraftUnit unit;
  unit.name = issuer.empty() ? "Cơ quan ban hành" : issuer;
  unit.id = slug(unit.name, k_unit_slug);
  unit.kind = unit_kind_of(unit.name);
  if (unit.kind == "commune") unit.kind = "committee";
  unit.line = line;
  known_[unit_key(unit.name)] = unit.id;
  units_.push_back(std::move(unit));
}

bool UnitBook::taken(const std::string& id) const {
  const auto same = [&](const auto& one) { return one.id == id; };
  return std::any_of(units_.begin(), units_.end(), same) ||
         std::any_of(groups_.begin(), groups_.end(), same);
}

std::string UnitBook::id_for(const std::string& name) const {
  const std::string wanted = slug(name, k_unit_slug);
  std::string id = wanted;
  for (int i = 2; taken(id); ++i) id = fmt::format("{}-{}", wanted, i);
  return id;
}

/// "UBND tỉnh" of the province's committee itself.
bool UnitBook::is_issuer(const std::string& name) const {
  const std::string key = unit_key(name), issuer = unit_key(units_.front().name);
  return key == issuer || (key.size() > 12 && issuer.starts_with(key)) ||
         (issuer.size() > 12 && key.starts_with(issuer)) || issuer.ends_with(" " + key);
}

/// "Phòng Y tế" and "Phòng Y tế thành phố" are one office of a city.
std::string UnitBook::key_here(const std::string& name) const {
  std::string key = unit_key(name);
  const std::string issuer = unit_key(units_.front().name);
  for (const std::string_view level :
       {" thành phố", " tỉnh", " thị xã", " huyện", " quận", " phường", " xã"}) {
    const bool ours = issuer.find(level) != issuer.npos;
    if (ours && key.ends_with(level) && key.size() > level.size() + 12)
      key.resize(key.size() - level.size());
    if (ours) break;
  }
  return key;
}

std::string UnitBook::unit(const std::string& name, std::size_t line, bool external) {
  if (is_issuer(name)) return issuer();
  const auto known = known_.find(key_here(name));
  if (known != known_.end()) return known->second;
  DraftUnit unit;
  unit.id = id_for(name);
  unit.name = name;
  unit.kind = external ? "superior" : unit_kind_of(name);
  unit.parent = external ? "" : issuer();
  unit.external = external;
  unit.unlisted = !external && is_group(name);
  unit.line = line;
  known_[key_here(name)] = unit.id;
  units_.push_back(unit);
  return unit.id;
}

std::vector<std::string> UnitBook::units_of_part(const std::string& part, std::size_t line) {
  const int count = is_group(part) ? count_in(part) : 0;
  if (count < 2 || count > k_placeholders_max) return {unit(part, line, false)};
  std::vector<std::string> ids;
  for (int i = 1; i <= count; ++i) {
    DraftUnit unit;
    unit.name = fmt::format("{} – {}", part, two_digits(i));
    unit.id = id_for(unit.name);
    unit.kind = unit_kind_of(part);
    unit.parent = issuer();
    unit.placeholder = true;
    unit.line = line;
    ids.push_back(unit.id);
    units_.push_back(std::move(unit));
  }
  return ids;
}

std::string UnitBook::who(const std::string& phrase, std::size_t line) {
  const std::string key = unit_key(phrase);
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  const auto parts = parts_of(phrase);
  if (parts.empty()) return issuer();
  DraftGroup group;
  for (const std::string& part : parts) {
    for (std::string& id : units_of_part(part, line)) {
      if (std::find(group.units.begin(), group.units.end(), id) == group.units.end())
        group.units.push_back(std::move(id));
    }
  }
  if (group.units.size() == 1) {
    known_[key] = group.units.front();
    return group.units.front();
  }
  group.id = id_for(phrase);
  group.name = phrase;
  group.line = line;
  if (parts.size() == 1) group.stated_count = static_cast<int>(group.units.size());
  known_[key] = group.id;
  groups_.push_back(group);
  return group.id;
}

std::vector<DraftRecipient> UnitBook::recipients(const std::string& phrase, std::size_t line) {
  std::vector<DraftRecipient> found;
  std::string names = phrase, office;
  if (const auto open = phrase.find('('); open != phrase.npos) {
    names = trimmed(std::string_view(phrase).substr(0, open));
    const Tokens tokens = tokens_of(phrase);
    static const PatternList k_through({"qua", "thông qua"});
    const std::size_t at = k_through.find(tokens, 0, tokens.size());
    if (at < tokens.size()) {
      const std::size_t from = at + k_through.match(tokens, at);
      const auto close = phrase.find(')', open);
      if (from < tokens.size())
        office = trimmed(std::string_view(phrase).substr(
            tokens[from].begin, close == phrase.npos ? phrase.npos : close - tokens[from].begin));
    }
  }
  static const PatternList k_persons({"cán bộ", "đồng chí", "bộ phận", "đ / c"});
  for (const std::string& name : parts_of(names)) {
    DraftRecipient recipient;
    const Tokens tokens = tokens_of(name);
    if (k_persons.match(tokens, 0) > 0) {
      recipient.unit = issuer();
      recipient.office = name;
    } else {
      recipient.unit = unit(name, line, true);
    }
    if (!office.empty()) {
      const Tokens desk = tokens_of(office);
      if (k_persons.match(desk, 0) > 0 || !unit_begins_at(desk, 0)) {
        recipient.office = office;
      } else {
        recipient.through = unit(office, line, false);
      }
    }
    if (recipient.through == recipient.unit) recipient.through.clear();
    found.push_back(std::move(recipient));
  }
  return found;
}

}  // namespace dondoc::intake
