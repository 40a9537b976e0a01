#include "intake/language/document_head.h"

#include <algorithm>

#include "engine/text/vietnamese.h"
#include "intake/language/calendar_point.h"
#include "intake/language/unit_phrase.h"
#include "intake/language/word_pattern.h"

namespace dondoc::intake {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `marks` and dashes: those are longer than a byte, and some of their bytes end letters ("À").
std::string trimmed(std::string_view text, std::string_view marks) {
  constexpr std::string_view k_dashes[] = {"–", "—"};
  for (bool moved = true; moved && !text.empty();) {
    moved = false;
    while (!text.empty() && marks.find(text.front()) != marks.npos) text.remove_prefix(1);
    while (!text.empty() && marks.find(text.back()) != marks.npos) text.remove_suffix(1);
    for (const std::string_view dash : k_dashes) {
      if (text.starts_with(dash)) {
        text.remove_prefix(dash.size());
        moved = true;
      }
      if (text.ends_with(dash)) {
        text.remove_suffix(dash.size());
        moved = true;
      }
    }
  }
  return std::string(text);
}

/// "148 /KH-BTV" → "148/KH-BTV"; empty when no number stands there.
std::string number_at(std::string_view text) {
  std::string number;
  std::size_t at = text.find_first_not_of(": .");
  while (at < text.size() && is_digit(text[at])) number += text[at++];
  if (number.empty()) return {};
  while (at < text.size() && text[at] >= 'a' && text[at] <= 'z' && number.size() < 8)
    number += text[at++];
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size() || (text[at] != '/' && text[at] != '-')) return {};
  while (at < text.size() && text[at] != ' ' && text[at] != ',' && text[at] != ';') {
    number += text[at++];
    const bool joins = number.back() == '/' || number.back() == '-';
    while (joins && at < text.size() && text[at] == ' ') ++at;
  }
  return number;
}

const PatternList& citing_words() {
  static const PatternList k_list(
      {"căn cứ", "thực hiện", "xét", "theo", "kế hoạch số", "công văn số"});
  return k_list;
}

class HeadReader {
 public:
  explicit HeadReader(const Outline& outline) : outline_(outline) {
    end_ = outline_.letter ? outline_.type_line + 1
           : outline_.title_end == k_no_node
               ? std::min<std::size_t>(outline_.nodes.size(), 15)
               : std::min(outline_.title_end + 3, outline_.nodes.size());
  }

  DocumentHead read() {
    for (std::size_t i = 0; i < end_; ++i) {
      const Node& node = outline_.nodes[i];
      if (citing_words().match(node.tokens, 0) > 0) continue;
      if (head_.number.empty()) number(node);
      if (!head_.date) date(node);
    }
    title();
    signature();
    issuer();
    return std::move(head_);
  }

 private:
  const std::vector<Node>& nodes() const { return outline_.nodes; }

  void number(const Node& node) {
    for (std::size_t at = 0; at < std::min<std::size_t>(node.tokens.size(), 40); ++at) {
      if (!node.tokens[at].is("số") || !node.tokens[at].capital) continue;
      head_.number = number_at(node.text().substr(node.tokens[at].end));
      if (!head_.number.empty()) return;
    }
  }

  void date(const Node& node) {
    if (node.text().size() > 400) return;
    for (std::size_t at = 0; at < node.tokens.size(); ++at) {
      if (!node.tokens[at].is("ngày")) continue;
      const auto point = point_at(node.tokens, at, Bare::refused);
      if (!point || !point->day || !point->month || !point->year) continue;
      if (at < 2 || !node.tokens[at - 1].is(",")) {
        if (at != 0 && node.tokens[at - 1].kind == TokenKind::word) continue;
      }
      head_.date = last_day(*point);
      std::size_t begin = at > 0 ? at - 1 : 0;
      while (begin > 0 && node.tokens[begin - 1].kind != TokenKind::mark &&
             (node.tokens[begin - 1].capital || node.tokens[begin - 1].value >= 0) &&
             at - begin < 7)
        --begin;
      if (at > 0) head_.place = std::string(node.text_of(begin, at - 1));
      return;
    }
  }

  void title() {
    if (outline_.letter) return letter_title();
    if (outline_.type_line == k_no_node) return;
    const Node& type = nodes()[outline_.type_line];
    const std::size_t length = document_type_length(type);
    head_.document_type = std::string(type.text_of(0, length));
    std::string title;
    for (std::size_t i = outline_.title_begin; i < outline_.title_end; ++i) {
      const std::size_t from = i == outline_.type_line ? length : 0;
      const std::string_view part = nodes()[i].text_of(from, nodes()[i].tokens.size());
      if (!title.empty()) title += ' ';
      title += part;
    }
    head_.title = trimmed(title, " .:;_-");
  }

  void letter_title() {
    head_.document_type = "CÔNG VĂN";
    static const PatternList k_about({"v / v", "về việc"});
    for (std::size_t i = 0; i < end_; ++i) {
      const Node& node = nodes()[i];
      const std::size_t at = k_about.find(node.tokens, 0, node.tokens.size());
      if (at >= node.tokens.size() || citing_words().match(node.tokens, 0) > 0) continue;
      head_.title = std::string(node.text_of(at, node.tokens.size()));
      for (std::size_t next = i + 1; next < end_ && next < i + 3; ++next) {
        const Tokens& tokens = nodes()[next].tokens;
        if (tokens.empty() || tokens[0].capital || tokens[0].kind != TokenKind::word) break;
        head_.title += ' ' + std::string(nodes()[next].text());
      }
      return;
    }
  }

  // --- issuer ---

  static bool is_motto(const Node& node) {
    const std::string key = fold(node.text());
    return key.find("cong hoa") != key.npos || key.find("doc lap") != key.npos ||
           key.find("chu nghia viet nam") != key.npos || key.find("dang cong san") != key.npos ||
           key.find("doan tncs ho") == 0 || key.find("doan thanh nien cong san") == 0;
  }

  void issuer() {
    head_.issuer = from_block();
    if (head_.issuer.empty()) head_.issuer = from_sentence();
    if (head_.issuer.empty()) head_.issuer = from_authority();
    if (head_.issuer.empty() && key_of(head_.signer_authority).starts_with("tm"))
      head_.issuer = without_sign(head_.signer_authority);
    complete_issuer();
  }

  /// The names printed top left, the last of them the issuer: "UBND TỈNH A" / "SỞ Y TẾ".
  std::string from_block() const {
    std::vector<std::string> names;
    const std::size_t end = std::min(
        outline_.type_line == k_no_node ? std::size_t{8} : outline_.type_line, nodes().size());
    for (std::size_t i = 0; i < end; ++i) {
      const Node& node = nodes()[i];
      if (node.paragraph.columns != 0 || is_motto(node) || node.tokens.empty()) continue;
      if (!all_capitals(node.text()) || node.tokens[0].is("số") || node.text().size() > 160)
        continue;
      const std::string name = trimmed(node.text(), " -_.:|*");
      static const PatternList k_places(
          {"tỉnh|huyện|quận|xã|phường", "thành phố", "thị xã|trấn", "đặc khu"});
      const bool unit = unit_begins_at(node.tokens, 0);
      const bool place =
          k_places.match(node.tokens, 0) > 0 && !node.tokens.empty() &&
          !(node.tokens.size() > 1 && (node.tokens[1].is("ủy") || node.tokens[1].is("đoàn")));
      if (names.empty()) {
        if (unit || place) names.push_back(name);
      } else if (place || !unit) {
        names.back() += ' ' + name;
      } else {
        names.push_back(name);
      }
    }
    if (names.empty()) return {};
    std::string name = names.back();
    if (names.size() > 1 && !has_place(name)) name += ' ' + place_of(names[names.size() - 2]);
    return title_case(name);
  }

  static std::size_t place_begin(const Tokens& tokens) {
    static const PatternList k_places(
        {"tỉnh|huyện|quận|xã|phường", "thành phố", "thị xã|trấn", "đặc khu", "tp"});
    for (std::size_t at = 1; at < tokens.size(); ++at) {
      if (k_places.match(tokens, at) > 0 && at + 1 < tokens.size() && !tokens[at + 1].is("ủy"))
        return at;
    }
    return tokens.size();
  }
  static bool has_place(std::string_view name) {
    const Tokens tokens = tokens_of(name);
    return place_begin(tokens) < tokens.size();
  }
  static std::string place_of(std::string_view name) {
    const Tokens tokens = tokens_of(name);
    const std::size_t begin = place_begin(tokens);
    return begin < tokens.size() ? std::string(name.substr(tokens[begin].begin)) : std::string();
  }

  /// "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK" → "Ủy ban nhân dân tỉnh Đắk Lắk": names of places keep their
  /// capitals, words of offices do not.
  static std::string title_case(const std::string& name) {
    static const PatternList k_small(
        {"tế",     "dục",   "tạo",   "nghệ",  "học",  "trường", "nghiệp", "thao", "lịch",
         "hóa",    "pháp",  "hoạch", "dựng",  "tải",  "tin",    "binh",   "động", "hiểm",
         "đoàn",   "đảng",  "ban",   "nhân",  "dân",  "tỉnh",   "huyện",  "quận", "xã",
         "phường", "thành", "phố",   "thị",   "trấn", "ủy",     "vụ",     "chấp", "hành",
         "và",     "chỉ",   "đạo",   "chính", "hội",  "đồng",   "tuyên",  "giáo"});
    const Tokens tokens = tokens_of(name);
    std::string text;
    bool in_place = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (at > 0 && name[tokens[at].begin - 1] == ' ') text += ' ';
      const std::string raw(name.substr(tokens[at].begin, tokens[at].end - tokens[at].begin));
      const bool abbreviation =
          tokens[at].kind == TokenKind::word && is_abbreviation(tokens[at].key);
      const bool small = at > 0 && !in_place && k_small.match(tokens, at) > 0;
      const std::string lowered = lower_case(raw);
      text += abbreviation ? raw : small ? lowered : capitalised(lowered);
      if (tokens[at].is("tỉnh") || tokens[at].is("huyện") || tokens[at].is("quận") ||
          tokens[at].is("xã") || tokens[at].is("phường") || tokens[at].is("phố") ||
          tokens[at].is("trấn"))
        in_place = !(at + 1 < tokens.size() && tokens[at + 1].is("ủy"));
    }
    return text;
  }

  static bool is_abbreviation(std::string_view key) {
    constexpr std::string_view k_vowels[] = {"a", "e", "i", "o", "u", "y"};
    if (key.size() < 2) return false;
    const std::string folded = fold(key);
    for (std::string_view vowel : k_vowels) {
      if (folded.find(vowel) != folded.npos)
        return folded == "ubnd" || folded == "ubmttq" || folded == "bhxh";
    }
    return true;
  }

  /// "…; Ủy ban nhân dân thành phố Cao Lãnh xây dựng kế hoạch".
  std::string from_sentence() const {
    static const PatternList k_issues(
        {"xây dựng", "ban hành", "triển khai", "tổ chức", "đề ra", "lập"});
    std::string best;
    const std::size_t begin = outline_.title_end == k_no_node ? 0 : outline_.title_end;
    for (std::size_t i = begin; i < std::min(nodes().size(), begin + 12); ++i) {
      const Node& node = nodes()[i];
      if (node.zone != Zone::grounds && node.zone != Zone::body) continue;
      for (std::size_t at = node.content; at < node.tokens.size(); ++at) {
        const auto unit = unit_phrase_at(node.tokens, at, node.tokens.size());
        if (!unit) continue;
        if (k_issues.match(node.tokens, unit->end) > 0 && !behind_of(node, at)) {
          best = std::string(node.text_of(unit->begin, unit->end));
          if (node.zone == Zone::grounds) return best;
        }
        at = unit->end;
      }
      if (!best.empty()) return best;
    }
    return best;
  }

  /// "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN …" below the title of a decision.
  std::string from_authority() const {
    static const PatternList k_heads(
        {"chủ tịch", "giám đốc", "bộ trưởng", "trưởng ban", "hiệu trưởng"});
    for (std::size_t i = outline_.title_end; i < std::min(nodes().size(), outline_.title_end + 4);
         ++i) {
      const Node& node = nodes()[i];
      const std::size_t length = k_heads.match(node.tokens, 0);
      const bool names = length > 0 || unit_begins_at(node.tokens, 0);
      if (!names || !all_capitals(node.text()) || node.tokens.size() <= length) continue;
      return title_case(std::string(node.text_of(length, node.tokens.size())));
    }
    return {};
  }

  static bool behind_of(const Node& node, std::size_t at) {
    return at > 0 && (node.tokens[at - 1].is("của") || node.tokens[at - 1].is("do"));
  }

  /// "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH" → "Ủy ban nhân dân".
  static std::string without_sign(const std::string& authority) {
    std::string_view name = authority;
    if (const auto dot = name.find('.'); dot != name.npos && dot < 5) name.remove_prefix(dot + 1);
    for (std::string_view next : {" KT.", " TL.", " TUQ."}) name = name.substr(0, name.find(next));
    return title_case(trimmed(name, " ./"));
  }

  /// "Ban Thường vụ Hội LHPN huyện" of Hóc Môn; the signature may say more.
  void complete_issuer() {
    if (head_.issuer.empty()) return;
    const std::string signed_by = without_sign(head_.signer_authority);
    if (key_of(signed_by).starts_with(key_of(head_.issuer)) &&
        signed_by.size() > head_.issuer.size())
      head_.issuer = signed_by;
    static constexpr std::string_view k_levels[] = {"huyện", "tỉnh", "quận", "xã", "phường", "phố"};
    const std::string key = key_of(head_.issuer);
    for (std::string_view level : k_levels) {
      if (key.ends_with(level) && !head_.place.empty()) {
        head_.issuer += ' ' + head_.place;
        return;
      }
    }
  }

  // --- signature ---

  void signature() {
    for (std::size_t i = end_; i < nodes().size(); ++i) {
      const Node& node = nodes()[i];
      if (node.zone != Zone::signature && node.zone != Zone::recipients) continue;
      static const PatternList k_signs({"tm|kt|tl|tuq .", "t . m", "k . t"});
      const std::size_t at = k_signs.find(node.tokens, 0, node.tokens.size());
      if (at >= node.tokens.size()) continue;
      head_.signer_authority = std::string(node.text_of(at, node.tokens.size()));
      signer(i + 1);
      return;
    }
  }

  void signer(std::size_t from) {
    for (std::size_t i = from; i < std::min(nodes().size(), from + 6); ++i) {
      const Node& node = nodes()[i];
      if (node.tokens.empty() || node.tokens[0].is("nơi")) return;
      if (all_capitals(node.text())) {
        if (head_.signer_position.empty()) head_.signer_position = std::string(node.text());
      } else if (node.tokens.size() >= 2 && node.tokens.size() <= 6 && node.tokens[0].capital &&
                 node.tokens[1].capital && node.mark.rank == MarkRank::none) {
        head_.signer_name = std::string(node.text());
        return;
      }
    }
  }

  const Outline& outline_;
  std::size_t end_ = 0;
  DocumentHead head_;
};

/// "giai đoạn 2021 – 2025": the greatest year that is written.
int newest_year(const Tokens& tokens) {
  long year = 0;
  for (const Token& token : tokens) {
    if (token.value >= 1990 && token.value <= 2100) year = std::max(year, token.value);
  }
  return static_cast<int>(year);
}

std::optional<LocalDate> newest_ground(const DocumentHead& head, const Outline& outline) {
  std::optional<LocalDate> newest;
  for (const Node& node : outline.nodes) {
    if (node.zone != Zone::grounds) continue;
    for (std::size_t at = 0; at < node.tokens.size(); ++at) {
      const auto point = point_at(node.tokens, at, Bare::refused);
      if (!point || !point->day || !point->month || !point->year) continue;
      const auto date = last_day(*point);
      if (date && (!head.date || *date <= *head.date) && (!newest || *date > *newest))
        newest = date;
    }
  }
  return newest;
}

/// The last "năm 2018" of the text.
int last_year(const Tokens& tokens) {
  int year = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!tokens[at].is("năm")) continue;
    if (const auto point = point_at(tokens, at, Bare::refused);
        point && point->year && point->is_year())
      year = *point->year;
  }
  return year;
}

}  // namespace

DocumentHead document_head(const Outline& outline) {
  DocumentHead head = HeadReader(outline).read();
  head.year = year_of(head, outline);
  head.last_year = std::max(head.year, newest_year(tokens_of(head.title)));
  head.newest_ground = newest_ground(head, outline);
  return head;
}

int year_of(const DocumentHead& head, const Outline& outline) {
  if (head.date) return head.date->year();
  if (const int year = last_year(tokens_of(head.title)); year > 0) return year;
  int year = 0;
  for (const Node& node : outline.nodes) {
    if (node.zone != Zone::grounds) continue;
    for (std::size_t at = 0; at < node.tokens.size(); ++at) {
      if (const auto point = point_at(node.tokens, at, Bare::refused); point && point->year)
        year = std::max(year, *point->year);
    }
  }
  return year;
}

}  // namespace dondoc::intake
