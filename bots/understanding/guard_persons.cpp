#include <algorithm>

#include "bots/understanding/guard_rules.h"

namespace dondoc::understanding {
namespace {

constexpr std::size_t k_reach = 12;  ///< words behind a name that may still speak of it

/// "phòng chống bạo lực": what the work is about; not "bị chồng bạo hành", whatever is typed.
bool is_topic_before(const GuardText& text, std::size_t i) {
  if (text.cut_before(i) || !text.ends_before(i, bit(Sense::topic))) return false;
  const bool is_spouse = i >= 2 && text.is(i - 1, "chong") && text.is(i - 2, "bi");
  return !is_spouse && !text[i - 1].capital;
}

/// One name and what stands around it.
class Around {
 public:
  Around(const GuardText& text, const std::vector<Name>& names, std::size_t which)
      : text_(text), name_(names[which]), end_(std::min(text.size(), name_.end + k_reach)) {
    if (which + 1 < names.size()) end_ = std::min(end_, names[which + 1].title);
    for (std::size_t i = name_.end; i < end_; ++i) {
      if (text_.sentence_ends_before(i) && i > name_.end) end_ = i;
    }
    duty_ = end_;
    for (std::size_t i = name_.end; i < end_; ++i) {
      if (text_.at(i, bit(Sense::duty)) && !text_.in(i, bit(Sense::status)) &&
          address_before(i) == 0) {
        duty_ = i;
        break;
      }
    }
  }

  std::string_view rule() const {
    if (is_born()) return "name-and-birth";
    if (has_age()) return "name-and-age";
    if (is_concern_before()) return "name-of-somebody-concerned";
    if (is_household()) return "name-of-household";
    if (is_called()) return {};
    if (has_status()) return "name-and-status";
    if (has_address()) return "name-and-address";
    return {};
  }

 private:
  std::size_t address_before(std::size_t i) const {
    for (std::size_t at = name_.end; at <= i; ++at) {
      const std::size_t length = address_at(text_, at);
      if (length > 0 && at + length > i) return length;
    }
    return 0;
  }

  bool is_kin_title() const { return name_.title < name_.begin && !is_officer(); }
  bool is_officer() const {
    return text_.ends_before(name_.title, bit(Sense::officer)) ||
           (name_.title < name_.begin && text_.at(name_.title, bit(Sense::officer)));
  }

  bool is_born() const {
    for (std::size_t i = name_.end; i < duty_; ++i) {
      if (birth_at(text_, i) > 0 && !is_feast(i)) return true;
    }
    return has_bare_year();
  }
  bool is_feast(std::size_t i) const { return text_.is(i + 1, "nhat"); }

  /// "Tuấn (1990)", "Y Blăng ở buôn Trấp, 1989"
  bool has_bare_year() const {
    std::size_t at = name_.end;
    const bool is_direct = at < duty_ && text_[at].digits;
    if (!is_direct) at = behind_address(at);
    if (at >= duty_ || !is_birth_year(text_, at) || text_[at].folded > "2018") return false;
    if (text_.at(at + 1, bit(Sense::unit))) return false;
    const char gap = text_[at].gap;
    const bool is_cut = gap == '(' || gap == ',' || gap == '-' || gap == '|' || gap == '/';
    if (name_.kind == NameKind::full && is_direct) return is_cut || text_[at].folded < "2015";
    return is_cut;
  }
  /// Behind an address right after the name; the same place when there is none.
  std::size_t behind_address(std::size_t at) const {
    for (std::size_t i = at; i < at + 2 && i < duty_; ++i) {
      const std::size_t length = address_at(text_, i);
      if (length == 0) continue;
      at = i + length;
      while (at < duty_ && text_[at].capital && text_[at].gap == ' ') ++at;
      return at;
    }
    return at;
  }

  bool has_age() const {
    for (std::size_t i = name_.end; i < duty_; ++i) {
      if (age_at(text_, i) == 0) continue;
      const bool is_limit = text_.is(i - 1, "duoi") || text_.is(i - 1, "tren") ||
                            text_.is(i - 1, "tu") || text_.is(i - 1, "em") ||
                            text_.is(i - 1, "den") || text_.is(i - 1, "chau");
      if (!is_limit) return true;
    }
    return false;
  }

  /// "chị Lan ơi", "dạ chị Hà, …": spoken to.
  bool is_called() const {
    if (is_officer()) return true;
    if (name_.kind == NameKind::initials) return false;
    return name_.end < text_.size() && text_[name_.end].gap == ' ' &&
           text_.at(name_.end, bit(Sense::called));
  }

  /// A status that is said of the one named, not what the work is about.
  bool has_status() const {
    for (std::size_t i = name_.end; i < duty_; ++i) {
      if (!text_.at(i, bit(Sense::status))) continue;
      if (i > name_.end && is_topic_before(text_, i)) continue;
      const std::size_t length = text_.length_at(i, Sense::status);
      const std::size_t next = i + length;
      const bool is_count = next < text_.size() && text_[next].digits && text_[next].gap != ',' &&
                            text_.at(next + 1, bit(Sense::unit)) && !is_sum(next + 1);
      if (is_count) continue;
      return true;
    }
    return is_one_case(name_.end);
  }
  bool is_sum(std::size_t i) const {
    return text_.is(i, "trieu") || text_.is(i, "tr") || text_.is(i, "dong") || text_.is(i, "ngan");
  }
  /// "Vàng Seo Chá 1 đối tượng vi phạm"
  bool is_one_case(std::size_t i) const {
    if (name_.kind != NameKind::full || i != name_.end) return false;
    const bool is_one = text_.is(i, "1") || text_.is(i, "01");
    return is_one && text_.at(i + 1, bit(Sense::concern));
  }

  /// "người tái nghiện là Phạm Văn Tèo", "đối tượng Tuấn".
  bool is_concern_before() const {
    if (duty_ == name_.end && name_.kind != NameKind::initials && duty_ < end_) return false;
    bool linked = false;
    for (std::size_t at = name_.title; at > 0; --at) {
      if (text_.sentence_ends_before(at) || name_.title - at > 8) return false;
      if (text_.ends_before(at, bit(Sense::concern)))
        return (linked || is_direct(at)) && !is_topic(at);
      const std::size_t i = at - 1;
      if (text_.at(i, bit(Sense::link))) linked = true;
      if (text_[at].gap == ':') linked = true;
      const bool is_light = text_.in(i, any_of(Sense::link, Sense::status, Sense::kin)) ||
                            text_[i].digits || text_.in(i, bit(Sense::settlement));
      if (!is_light) return false;
    }
    return false;
  }
  /// Right before the name, or before its title: "nạn nhân chị Lan" only with a family's name.
  bool is_direct(std::size_t at) const {
    return at == name_.begin ||
           (name_.kind != NameKind::partial && at == name_.title && !is_officer());
  }
  bool is_topic(std::size_t at) const {
    static constexpr Senses k_work = any_of(Sense::officer, Sense::duty, Sense::topic, Sense::list);
    std::size_t first = at;
    while (first > 0 && text_.in(first - 1, bit(Sense::concern))) --first;
    for (std::size_t back = 1; back <= 3 && back <= first; ++back) {
      const std::size_t i = first - back;
      if (text_.sentence_ends_before(i + 1) || text_.cut_before(i + 1)) return false;
      if (text_.in(i, bit(Sense::link)) && !text_.in(i, k_work)) continue;
      const bool is_told = text_.is(i, "co") || text_[i].digits;
      if (is_told) return false;
      if (text_.in(i, k_work) && !is_case_word(i)) return true;
    }
    return false;
  }
  bool is_case_word(std::size_t i) const {
    return text_.is(i, "nguoi") || text_.is(i, "ca") || text_.is(i, "vu") ||
           text_.is(i, "truong") || text_.is(i, "hop");
  }

  /// "hộ ông Trần Văn Sáu"; "làm hộ anh Tuấn" is a favour.
  bool is_household() const {
    if (!text_.ends_before(name_.title, bit(Sense::household)) &&
        !text_.ends_before(name_.begin, bit(Sense::household)))
      return false;
    if (duty_ == name_.end && duty_ < end_) return false;
    std::size_t first = text_.begin_of_ending(name_.title, Sense::household);
    if (first == name_.title) first = text_.begin_of_ending(name_.begin, Sense::household);
    const bool is_home = text_.is(first, "nha") || text_.is(first, "gia") || text_.is(first, "gd");
    if (is_home) return has_address() || has_status();
    if (first == 0 || text_.cut_before(first) || text_[first - 1].digits) return true;
    if (text_.at(name_.end, bit(Sense::called))) return false;
    return text_.in(first - 1, any_of(Sense::link, Sense::status, Sense::concern)) ||
           !text_.in(first - 1, any_of(Sense::duty, Sense::officer, Sense::handing_over));
  }

  bool has_address() const {
    if (duty_ < end_) return false;
    const bool is_near = behind_address(name_.end) > name_.end;
    if (!is_near && !is_resident()) return false;
    if (name_.kind == NameKind::full) return true;
    return text_.has_any(any_of(Sense::concern, Sense::household));
  }

  bool is_resident() const {
    for (std::size_t i = name_.end; i < end_; ++i) {
      if (text_.at(i, bit(Sense::resident))) return true;
    }
    return false;
  }

  const GuardText& text_;
  const Name name_;
  std::size_t end_;   ///< what follows speaks of something else
  std::size_t duty_;  ///< from here on of what the named one does in an office; end_ when nowhere
};

/// "le thanh tung sn 1999", "tran quoc thai 1990 kp1": a name typed without capitals, known by the
/// birth or age behind it.
bool is_careless_name_before(const GuardText& text, std::size_t i, Sense surnames) {
  for (std::size_t back = 2; back <= 4 && back <= i; ++back) {
    const std::size_t first = i - back;
    if (text.at(first, bit(surnames)) && !text.at(first, bit(Sense::namesake)) &&
        !text.ends_before(first, bit(Sense::place)))
      return true;
    if (text.cut_before(first + 1) && first + 1 < i) return false;
  }
  return false;
}

/// "chị bèo, 1971": kin, a name in small letters, a year set off by a mark.
bool is_kin_with_year(const GuardText& text, std::size_t i) {
  if (i < 2 || (text[i].gap != ',' && text[i].gap != '(') || text[i].folded > "2012") return false;
  static constexpr Senses k_said =
      any_of(Sense::duty, Sense::called, Sense::officer, Sense::topic, Sense::status);
  return text.in(i - 2, bit(Sense::kin)) && !text.cut_before(i - 1) && !text[i - 1].digits &&
         !text.in(i - 1, k_said) && (i + 1 == text.size() || text.cut_before(i + 1));
}

/// "lê thanh tùng nhiễm hiv": a surname with its diacritics and two or three words that are in no
/// table, right before a status.
bool is_careless_name_with_status(const GuardText& text, std::size_t i) {
  static constexpr std::string_view k_between[] = {"bi",  "da",   "dang", "moi", "vua",
                                                   "lai", "nghi", "tung", "la"};
  std::size_t end = i;
  while (end > 0 && std::find(std::begin(k_between), std::end(k_between), text[end - 1].folded) !=
                        std::end(k_between))
    --end;
  std::size_t first = end;
  while (first > 0 && end - first < 4 && !text.cut_before(first)) {
    --first;
    const bool is_surname = text.at(first, bit(Sense::common_surname)) && !text[first].plain;
    if (is_surname && end - first >= 3) return !text.ends_before(first, bit(Sense::place));
    if (text[first].known.folded != 0 && !text.at(first, bit(Sense::surname))) return false;
  }
  return false;
}

bool counts_something(const GuardText& text, std::size_t i) {
  return text.at(i, any_of(Sense::unit, Sense::age));
}

/// A year of birth on its own: whose is told by the words around it.
bool is_somebodys_birth(const GuardText& text, std::size_t i) {
  if (text.is(i + 1, "nhat") || text.ends_before(i, bit(Sense::group))) return false;
  if (text.is(i, "sn")) return true;
  for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
    if (text.in(i - back, bit(Sense::group))) return false;
  }
  return true;
}

/// Words of a year spoken of as a time: "năm 2010", "quý 3/2010", "kế hoạch 2010".
bool is_time(const GuardText& text, std::size_t i) {
  if (i == 0) return true;
  const bool is_joined = text[i].gap == '/' || text[i].gap == 0;
  return is_joined || text.is(i - 1, "nam") || text.is(i - 1, "so") || text.is(i - 1, "hoach") ||
         text[i - 1].digits || text.is(i - 1, "luat") || text.is(i - 1, "ky");
}

std::string_view careless_rule(const GuardText& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (birth_at(text, i) > 0 && is_somebodys_birth(text, i)) return "birth-date";
    if (text.at(i, bit(Sense::status)) && is_careless_name_with_status(text, i))
      return "name-and-status";
    if (is_birth_year(text, i) && is_kin_with_year(text, i)) return "name-and-birth";
    if (age_at(text, i) > 0 && is_careless_name_before(text, i, Sense::common_surname))
      return "name-and-age";
    if (is_birth_year(text, i) && text[i].folded <= "2015" && !counts_something(text, i + 1) &&
        !is_time(text, i) && is_careless_name_before(text, i, Sense::common_surname))
      return "name-and-birth";
  }
  return {};
}

/// Behind "thang" without diacritics: it is "tháng".
bool is_month(const GuardText& text, std::size_t i) {
  if (!text[i].plain || !text.is(i, "thang")) return false;
  for (std::string_view word : {"nay", "truoc", "sau", "qua", "vua", "roi", "nao", "may", "toi"}) {
    if (text.is(i + 1, word)) return true;
  }
  return i + 1 >= text.size() || text[i + 1].digits || (i > 0 && text[i - 1].digits);
}

/// "thằng Cu Em con ông Bảy Lẹ nó chơi đá lại": spoken about, name or nickname.
std::string_view familiar_rule(const GuardText& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text.at(i, bit(Sense::familiar)) || is_month(text, i)) continue;
    for (std::size_t at = i + 1; at < text.size() && at < i + k_reach + 4; ++at) {
      if (text.sentence_ends_before(at)) break;
      const bool is_naked = text.at(at, bit(Sense::status)) && !is_topic_before(text, at);
      if (is_naked) return "somebody-and-status";
    }
  }
  return {};
}

/// "ông tư ap 4 đánh vợ", "ba hai to 5 bi tam than": kin, a name in small letters, address, status.
std::string_view neighbour_rule(const GuardText& text) {
  static constexpr std::string_view k_elders[] = {"ong", "ba", "co", "chu", "bac", "di", "cau"};
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (std::find(std::begin(k_elders), std::end(k_elders), text[i].folded) == std::end(k_elders))
      continue;
    if (!text.in(i, bit(Sense::kin)) || text[i + 1].digits || text.cut_before(i + 1) ||
        text.in(i + 1, any_of(Sense::called, Sense::duty, Sense::status, Sense::topic)))
      continue;
    std::size_t at = i + 2;
    while (at < text.size() && at < i + 4 && address_at(text, at) == 0) ++at;
    const std::size_t address = address_at(text, at);
    if (address == 0) continue;
    for (at += address; at < text.size() && at < i + k_reach; ++at) {
      if (text.sentence_ends_before(at) || text.at(at, any_of(Sense::topic, Sense::duty))) break;
      if (text.at(at, bit(Sense::status))) return "somebody-and-status";
    }
  }
  return {};
}

/// "Tuấn (1990), Hiền (1988)": two given names with years.
bool are_given_names_with_years(const GuardText& text) {
  std::size_t found = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool is_pair = is_birth_year(text, i) && text[i].folded < "2016" && text[i - 1].capital &&
                         !text[i - 1].upper && !text[i - 1].digits &&
                         !text.at(i + 1, bit(Sense::unit));
    found += is_pair ? 1 : 0;
  }
  return found >= 2;
}

}  // namespace

std::string_view person_rule(const GuardText& text, const std::vector<Name>& names) {
  for (std::size_t which = 0; which < names.size(); ++which) {
    if (const auto rule = Around(text, names, which).rule(); !rule.empty()) return rule;
  }
  if (are_given_names_with_years(text)) return "names-and-births";
  if (const auto rule = careless_rule(text); !rule.empty()) return rule;
  if (const auto rule = familiar_rule(text); !rule.empty()) return rule;
  return neighbour_rule(text);
}

}  // namespace dondoc::understanding
