#include "intake/language/actor.h"

#include <algorithm>

#include "intake/language/duty_words.h"
#include "intake/language/unit_phrase.h"
#include "intake/language/unit_words.h"

namespace dondoc::intake {
namespace {

bool is(const Tokens& tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && tokens[at].is(word);
}

/// Adverbs and times a sentence may begin with before its subject.
std::size_t past_adverbials(const Tokens& tokens, const Sentence& sentence) {
  static const PatternList k_openers({"đồng thời", "ngoài ra", "bên cạnh đó", "riêng", "trong đó",
                                      "stt|tt # -|:|.", "nhiệm|nội vụ|dung # -|:|.", "sau đó",
                                      "các nội dung", "căn cứ", "trên cơ sở", "theo đó", ","});
  std::size_t at = sentence.begin;
  for (bool moved = true; moved && at < sentence.end;) {
    moved = false;
    for (const TimeExpression& time : sentence.times) {
      if (time.begin == at && time.end > at) {
        at = time.end;
        moved = true;
      }
    }
    if (const auto length = k_openers.match(tokens, at)) {
      if (is(tokens, at, "căn") || is(tokens, at, "trên")) {  // "Căn cứ Kế hoạch này, các Sở …"
        std::size_t comma = at;
        while (comma < sentence.end && !is(tokens, comma, ",")) ++comma;
        if (comma >= sentence.end || comma - at > 40) break;
        at = comma + 1;
      } else {
        at += length;
      }
      moved = true;
    }
  }
  return at;
}

std::string phrase_text(const Node& node, const UnitPhrase& phrase) {
  return std::string(node.text_of(phrase.begin, phrase.end));
}

/// "Sở A chủ trì …", ", các phòng, ban … xây dựng": a name followed by a verb.
bool acts(const Tokens& tokens, std::size_t at, std::size_t end) {
  while (at < end && (tokens[at].is("(") || tokens[at].is(","))) {
    if (tokens[at].is("(")) {
      while (at < end && !tokens[at].is(")")) ++at;
    }
    ++at;
  }
  static const PatternList k_no_verbs({"về", "để", "theo", "trước", "trong", "từ", "đến", "kết quả",
                                       "tình hình", "vào", "qua", "khi", "tại", "chậm nhất"});
  if (at >= end) return false;
  if (k_no_verbs.match(tokens, at) > 0) return false;
  return predicate_words().match(tokens, at) > 0;
}

/// "Kết quả thực hiện, các đơn vị gửi …": the verb belongs to a name.
bool is_named(const Tokens& tokens, std::size_t verb) {
  static const PatternList k_names({"kết quả", "tình hình", "tiến độ", "số liệu"});
  return verb >= 2 && k_names.match(tokens, verb - 2) == 2;
}

/// "Đội Cảnh sát quản lý hành chính về trật tự xã hội:": a name may go on behind what ends others,
/// up to its colon.
std::size_t end_at_colon(const Tokens& tokens, const UnitPhrase& phrase, std::size_t limit) {
  constexpr std::size_t k_words_most = 14;
  static const PatternList k_goes_on(
      {"về", "của", "thuộc", "trên", "phụ trách", "tại", "quản lý", ", chống"});
  if (k_goes_on.match(tokens, phrase.end) == 0) return phrase.end;
  for (std::size_t at = phrase.end; at < std::min(limit, phrase.end + k_words_most); ++at) {
    if (tokens[at].is(":")) return at;
    if (tokens[at].kind == TokenKind::mark && !tokens[at].is(",") && !tokens[at].is("-")) break;
  }
  return phrase.end;
}

}  // namespace

Actors::Actors(const Outline& outline, const std::vector<NodeSentences>& sentences)
    : outline_(outline), sentences_(sentences) {}

std::string helpers_in(const Node& node, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at + 1 < end; ++at) {
    if (!is(node.tokens, at, "phối") || !is(node.tokens, at + 1, "hợp")) continue;
    std::size_t next = at + 2;
    static const PatternList k_with({"với", "cùng", "cùng với", "chặt chẽ với", "chặt chẽ", "và"});
    next += k_with.match(node.tokens, next);
    if (const auto phrase = unit_phrase_at(node.tokens, next, end))
      return phrase_text(node, *phrase);
  }
  return {};
}

/// "Cơ quan chủ trì: Sở A." as a sentence of the paragraph.
Actor labelled_actor(const Node& node, const Sentence& sentence) {
  const auto length = lead_labels().match(node.tokens, sentence.begin);
  if (length == 0 || !is(node.tokens, sentence.begin + length, ":")) return {};
  Actor actor;
  actor.who = std::string(node.text_of(sentence.begin + length + 1, sentence.end));
  actor.rule = "co-quan-chu-tri";
  return actor;
}

Actor Actors::in_sentence(const Node& node, const Sentence& sentence, std::size_t at) const {
  const Tokens& tokens = node.tokens;
  Actor actor;
  const std::size_t limit = std::max(at, sentence.begin);
  // "do Sở A chủ trì", "Giao Sở A …": the nearest order before the duty
  for (std::size_t i = limit; i-- > sentence.begin;) {
    const auto order = order_words().match(tokens, i);
    if (!order || i + order.length > limit) continue;
    if (i > sentence.begin && is(tokens, i - 1, "ban")) continue;  // "Ban Chỉ đạo Trung ương"
    const auto phrase = unit_phrase_at(tokens, i + order.length, sentence.end);
    if (!phrase || phrase->begin >= limit) continue;
    if (i > sentence.begin && (is(tokens, i - 1, "theo") || is(tokens, i - 1, "có") ||
                               is(tokens, i - 1, "khi") || is(tokens, i - 1, "của")))
      continue;
    // "đề nghị Thủ tướng xem xét, tặng …" asks for a favour, it orders nothing
    static const PatternList k_favours({"xem xét", "khen thưởng", "tặng", "công nhận", "phê duyệt",
                                        "quyết định", "thẩm định", "cho ý kiến"});
    if (*order.value && k_favours.match(tokens, phrase->end) > 0) continue;
    // "Phân công từng đồng chí phụ trách xã, gửi danh sách …": by whom the heading names
    static const PatternList k_own_people(
        {"từng", "một", "đồng chí", "cán bộ", "người", "lực lượng"});
    if (k_own_people.match(tokens, phrase->begin) > 0 && is(tokens, i, "phân")) continue;
    actor.who = phrase_text(node, *phrase);
    actor.requested = *order.value;
    actor.rule = "giao";
    break;
  }
  const std::size_t subject = past_adverbials(tokens, sentence);
  if (actor.who.empty() && subject < limit + 1) {
    const bool label =
        lead_labels().match(tokens, subject) > 0 || helper_labels().match(tokens, subject) > 0;
    auto phrase = unit_phrase_at(tokens, subject, sentence.end);
    if (phrase) phrase->end = end_at_colon(tokens, *phrase, sentence.end);
    if (phrase && !label &&
        (acts(tokens, phrase->end, sentence.end) || is(tokens, phrase->end, ":"))) {
      actor.who = phrase_text(node, *phrase);
      actor.rule = "chu-ngu";
    }
  }
  // the last name that a verb follows, behind a comma or "và"
  if (actor.who.empty()) {
    std::size_t colon = limit;  // "Báo cáo nhanh: …" is a label
    while (colon > sentence.begin && !is(tokens, colon, ":")) --colon;
    for (std::size_t i = limit; i-- > sentence.begin + 1;) {
      if (!is(tokens, i - 1, ",") && !is(tokens, i - 1, ";") && !is(tokens, i - 1, ":")) continue;
      const auto phrase = unit_phrase_at(tokens, i, sentence.end);
      if (!phrase || phrase->end > limit || !acts(tokens, phrase->end, sentence.end)) continue;
      if (std::any_of(sentence.verbs.begin(), sentence.verbs.end(), [&](const Verb& verb) {
            return verb.at < i && verb.at > colon && !is_named(tokens, verb.at);
          }))
        continue;
      actor.who = phrase_text(node, *phrase);
      actor.rule = "chu-ngu";
      break;
    }
  }
  // "định kỳ ngày 15 hằng tháng, các đơn vị báo cáo …": behind the time
  for (std::size_t i = limit + 1; actor.who.empty() && i < sentence.end; ++i) {
    if (!is(tokens, i - 1, ",") && !is(tokens, i - 1, ":")) continue;
    const auto phrase = unit_phrase_at(tokens, i, sentence.end);
    if (!phrase || !acts(tokens, phrase->end, sentence.end)) continue;
    actor.who = phrase_text(node, *phrase);
    actor.rule = "chu-ngu";
  }
  if (actor.who.empty()) actor = ordered_behind(node, sentence, limit);
  if (!actor.who.empty()) actor.helpers = helpers_in(node, sentence.begin, sentence.end);
  return actor;
}

/// "… xong trong tháng 9/2024, giao Công an thị trấn chủ trì."
Actor Actors::ordered_behind(const Node& node, const Sentence& sentence, std::size_t from) {
  static const PatternList k_orders({"giao", "giao cho", "phân công", "do"});
  static const PatternList k_does({"chủ trì", "thực hiện", "phụ trách", "tham mưu", "theo dõi",
                                   "triển khai", "đảm nhiệm", "chịu trách nhiệm", "tổ chức"});
  for (std::size_t i = from; i < sentence.end; ++i) {
    const std::size_t length = k_orders.match(node.tokens, i);
    if (length == 0) continue;
    const auto phrase = unit_phrase_at(node.tokens, i + length, sentence.end);
    if (!phrase || k_does.match(node.tokens, phrase->end) == 0) continue;
    Actor actor;
    actor.who = phrase_text(node, *phrase);
    actor.rule = "giao";
    return actor;
  }
  return {};
}

Actor Actors::of_heading(const Node& node) const {
  const Tokens& tokens = node.tokens;
  Actor actor;
  std::size_t at = node.content;
  if (const auto order = order_words().match(tokens, at)) {
    actor.requested = *order.value;
    at += order.length;
  }
  auto phrase = unit_phrase_at(tokens, at, tokens.size());
  if (!phrase) return {};
  phrase->end = end_at_colon(tokens, *phrase, tokens.size());
  std::size_t end = phrase->end;
  if (is(tokens, end, "(")) {
    while (end < tokens.size() && !is(tokens, end, ")")) ++end;
    ++end;
  }
  const bool whole = end >= tokens.size() || is(tokens, end, ":") || is(tokens, end, ".") ||
                     is(tokens, end, ";") || is(tokens, end, ",");
  if (!whole && !acts(tokens, end, tokens.size())) return {};
  actor.who = phrase_text(node, *phrase);
  actor.rule = "de-muc";
  return actor;
}

/// "- Cơ quan chủ trì: Sở A." beside the line with the time.
Actor Actors::of_labels(std::size_t index) const {
  const Node& node = outline_.nodes[index];
  Actor actor;
  const std::size_t parent = node.parent;
  const auto look = [&](std::size_t i) {
    const Node& other = outline_.nodes[i];
    const std::size_t at = other.content;
    for (const PatternList* labels : {&lead_labels(), &helper_labels()}) {
      const auto length = labels->match(other.tokens, at);
      if (length == 0) continue;
      std::size_t begin = at + length;
      if (is(other.tokens, begin, ":"))
        ++begin;
      else if (begin < other.tokens.size() && !is(other.tokens, begin, "là"))
        continue;
      std::size_t end = begin;
      const auto& sentences = sentences_[i].sentences;
      const std::size_t stop = sentences.empty() ? other.tokens.size() : other.tokens.size();
      while (end < stop && !is(other.tokens, end, ".")) ++end;
      // "Sở A tiến hành rà soát …": only the name
      if (const auto phrase = unit_phrase_at(other.tokens, begin, end);
          phrase && phrase->end < end && acts(other.tokens, phrase->end, end))
        end = phrase->end;
      const std::string text(other.text_of(begin, end));
      if (labels == &lead_labels()) {
        if (actor.who.empty()) {
          actor.who = text;
          actor.rule = "co-quan-chu-tri";
        }
      } else if (actor.helpers.empty()) {
        actor.helpers = text;
      }
    }
  };
  std::size_t first = index;
  while (first > 0 && outline_.nodes[first - 1].parent == parent && index - first < 8 &&
         first - 1 != parent)
    --first;
  for (std::size_t i = first; i < std::min(index + 6, outline_.nodes.size()); ++i) {
    if (outline_.nodes[i].parent != parent && i > index) break;
    if (outline_.nodes[i].parent == parent) look(i);
  }
  return actor;
}

/// "… đề nghị các cơ quan, đơn vị:" with the items of a letter behind it.
Actor Actors::of_lead_in(std::size_t index) const {
  if (!outline_.letter) return {};
  constexpr std::size_t k_nodes_most = 40;
  for (std::size_t i = index; i-- > 0 && index - i < k_nodes_most;) {
    const Node& before = outline_.nodes[i];
    if (before.zone != Zone::body) return {};
    if (before.mark.rank != MarkRank::none || !before.text().ends_with(":")) continue;
    const auto& sentences = sentences_[i].sentences;
    for (std::size_t s = sentences.size(); s-- > 0;) {
      if (Actor actor = in_sentence(before, sentences[s], sentences[s].end); !actor.who.empty())
        return actor;
    }
    return {};
  }
  return {};
}

/// "Kính gửi: Bộ Lao động …" of a letter.
Actor Actors::addressee() const {
  if (!outline_.letter || outline_.type_line == k_no_node) return {};
  Actor actor;
  const Node& node = outline_.nodes[outline_.type_line];
  std::size_t at = 2;
  if (is(node.tokens, at, ":")) ++at;
  actor.who = std::string(node.text_of(at, node.tokens.size()));
  for (std::size_t i = outline_.type_line + 1;
       actor.who.empty() && i < std::min(outline_.type_line + 2, outline_.nodes.size()); ++i)
    actor.who = std::string(outline_.nodes[i].text());
  while (!actor.who.empty() && std::string_view(" -;.").find(actor.who.back()) != std::string::npos)
    actor.who.pop_back();
  actor.who.erase(0, std::min(actor.who.find_first_not_of(" -+"), actor.who.size()));
  if (!actor.who.empty()) actor.rule = "kinh-gui";
  return actor;
}

Actor Actors::actor_of(std::size_t index, std::size_t sentence, std::size_t at) const {
  const Node& node = outline_.nodes[index];
  const auto& sentences = sentences_[index].sentences;
  if (sentence < sentences.size()) {
    if (Actor actor = in_sentence(node, sentences[sentence], at); !actor.who.empty()) return actor;
  }
  if (Actor actor = of_labels(index); !actor.who.empty()) return actor;
  for (std::size_t i = std::min(sentence, sentences.size());
       i-- > 0;) {  // the subject goes on through the paragraph
    if (Actor actor = labelled_actor(node, sentences[i]); !actor.who.empty()) return actor;
    if (Actor actor = in_sentence(node, sentences[i], sentences[i].end); !actor.who.empty())
      return actor;
  }
  for (std::size_t i = sentence + 1; i < sentences.size(); ++i) {  // "… Đơn vị chủ trì: Sở A."
    if (Actor actor = labelled_actor(node, sentences[i]); !actor.who.empty()) return actor;
    // "… trước ngày 15/8/2024. Giao công chức Văn hóa thực hiện."
    static const PatternList k_orders({"giao", "phân công"});
    if (k_orders.match(node.tokens, sentences[i].begin) == 0 || !sentences[i].times.empty())
      continue;
    if (Actor actor = ordered_behind(node, sentences[i], sentences[i].begin); !actor.who.empty())
      return actor;
  }
  return around(index);
}

Actor Actors::around(std::size_t index) const {
  const Node& node = outline_.nodes[index];
  if (node.mark.rank == MarkRank::none && index > 0) {  // "Các đơn vị …:" in the paragraph before
    const Node& before = outline_.nodes[index - 1];
    if (before.parent == node.parent && before.mark.rank == MarkRank::none &&
        before.zone == node.zone) {
      if (Actor actor = of_heading(before); !actor.who.empty()) return actor;
    }
  }
  for (std::size_t up = node.parent; up != k_no_node; up = outline_.nodes[up].parent) {
    const Node& above = outline_.nodes[up];
    if (Actor actor = of_heading(above); !actor.who.empty()) return actor;
    const auto& lead_in = sentences_[up].sentences;
    if (above.text().ends_with(":") || above.mark.rank >= MarkRank::item) {
      for (std::size_t i = lead_in.size(); i-- > 0;) {
        if (Actor actor = in_sentence(above, lead_in[i], lead_in[i].end); !actor.who.empty())
          return actor;
      }
    }
  }
  if (Actor actor = of_lead_in(index); !actor.who.empty()) return actor;
  return addressee();
}

}  // namespace dondoc::intake
