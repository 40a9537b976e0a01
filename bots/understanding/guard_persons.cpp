#include <algorithm>
#include <iterator>

#include "bots/understanding/guard_rules.h"

namespace dondoc::understanding {
namespace {

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
    if (is_summoned()) return "name-and-offence";
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
      if (is_counted(i + text_.length_at(i, Sense::status))) continue;
      return true;
    }
    return is_one_case(name_.end);
  }
  /// "nghèo đa chiều 12 hộ": a number of them, nobody.
  bool is_counted(std::size_t next) const {
    for (std::size_t i = next; i < next + 3 && i < text_.size(); ++i) {
      if (text_.cut_before(i)) return false;
      if (text_[i].digits) return text_.at(i + 1, bit(Sense::unit)) && !is_sum(i + 1);
    }
    return false;
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
    if (is_introduced() || is_on_paper()) return true;
    if (duty_ == name_.end && name_.kind != NameKind::initials && duty_ < end_) return false;
    bool linked = false;
    for (std::size_t at = name_.title; at > 0; --at) {
      if (text_.sentence_ends_before(at) || name_.title - at > 8) return false;
      if (text_.ends_before(at, bit(Sense::concern)))
        return at == name_.begin || ((linked || is_direct(at)) && !is_topic(at));
      const std::size_t i = at - 1;
      if (text_.at(i, bit(Sense::link))) linked = true;
      if (text_[at].gap == ':') linked = true;
      const bool is_light = text_.in(i, any_of(Sense::link, Sense::status, Sense::kin)) ||
                            text_[i].digits || text_.in(i, bit(Sense::settlement));
      if (!is_light) return false;
    }
    return false;
  }
  /// "mời Ma Văn Chuột lên làm việc vì nghi trộm cắp": the duty is another's.
  bool is_summoned() const {
    if (name_.kind != NameKind::full || name_.title == 0) return false;
    static constexpr std::string_view k_verbs[] = {"moi", "tap", "dua", "giu", "bat", "phat"};
    const std::string_view verb = text_[name_.title - 1].folded;
    if (std::find(std::begin(k_verbs), std::end(k_verbs), verb) == std::end(k_verbs)) return false;
    for (std::size_t i = name_.end; i < end_; ++i) {
      if (text_.at(i, bit(Sense::status)) && !is_topic_before(text_, i)) return true;
    }
    return false;
  }
  /// "1 F1 tên Đào Văn Mực"; "tôi tên …" and "ký tên" are officers.
  bool is_introduced() const {
    std::size_t i = name_.title;
    if (i > 0 && text_.is(i - 1, "la")) --i;
    if (i == 0 || !text_.is(i - 1, "ten")) return false;
    if (i >= 2 && (text_.in(i - 2, any_of(Sense::kin, Sense::duty, Sense::officer)) ||
                   text_.is(i - 2, "toi") || text_.is(i - 2, "minh") || text_.is(i - 2, "tui")))
      return false;
    const bool known = text_.has_any(any_of(Sense::status, Sense::concern, Sense::citizens));
    return known && duty_ == end_;
  }
  /// "hồ sơ cai nghiện của Huỳnh Văn Cua"
  bool is_on_paper() const {
    if (name_.title == 0 || !text_.is(name_.title - 1, "cua")) return false;
    bool has_status = false;
    for (std::size_t back = 2; back <= 7 && back <= name_.title; ++back) {
      const std::size_t i = name_.title - back;
      if (text_.in(i, any_of(Sense::status, Sense::concern))) has_status = true;
      if (text_.at(i, bit(Sense::paper))) return true;
      const bool is_paper = text_.is(i, "don") || text_.is(i, "giay") || text_.is(i, "phieu") ||
                            (text_.is(i, "ho") && text_.is(i + 1, "so"));
      if (is_paper && has_status) return true;
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
    if (is_home) return has_status() || (name_.kind == NameKind::full && has_address());
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
    return text_.has(Sense::concern);
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

}  // namespace

std::string_view person_rule(const GuardText& text, const std::vector<Name>& names) {
  for (std::size_t which = 0; which < names.size(); ++which) {
    if (const auto rule = Around(text, names, which).rule(); !rule.empty()) return rule;
  }
  return careless_rule(text);
}

}  // namespace dondoc::understanding
