#include "intake/language/unit_phrase.h"

#include <algorithm>

#include "intake/language/unit_words.h"

namespace dondoc::intake {
namespace {

constexpr std::size_t k_words_max = 70;

bool is_mark(const Token& token, std::string_view marks) {
  return token.kind == TokenKind::mark && marks.find(token.key) != marks.npos;
}

/// A verb in small letters ends a name; "Sở Xây dựng" goes on.
bool is_predicate(const Tokens& tokens, std::size_t at) {
  if (tokens[at].capital || predicate_words().match(tokens, at) == 0) return false;
  const bool noun = tokens[at].is("tổ") && at > 0 &&
                    (tokens[at - 1].is("các") || tokens[at - 1].is("và") ||
                     tokens[at - 1].is(",") || tokens[at - 1].is("thể"));
  if (noun) return false;
  if (at > 0 && tokens[at - 1].is("được")) return false;  // "các đơn vị được phân bổ kinh phí"
  const bool named = at > 0 && tokens[at - 1].capital && tokens[at].is("quản");
  return !named;
}

}  // namespace

bool unit_begins_at(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size() || tokens[at].kind == TokenKind::mark) return false;
  if (no_unit_heads().match(tokens, at) > 0) return false;
  const bool paper = tokens[at].is("báo") && tokens[at].capital && at + 1 < tokens.size() &&
                     tokens[at + 1].capital;  // "Báo Cà Mau"
  return paper || unit_heads().match(tokens, at) > 0;
}

std::optional<UnitPhrase> unit_phrase_at(const Tokens& tokens, std::size_t at, std::size_t limit) {
  limit = std::min({limit, tokens.size(), at + k_words_max});
  if (at >= limit || !unit_begins_at(tokens, at)) return std::nullopt;
  std::size_t end = at + 1;
  for (; end < limit; ++end) {
    const Token& token = tokens[end];
    if (token.kind == TokenKind::mark) {
      if (is_mark(token, "-&/")) continue;
      if (!token.is(",") || end + 1 >= limit) break;
      if (tokens[end - 1].is("phòng") && tokens[end + 1].is("chống")) continue;
      if (unit_list_words().match(tokens, end + 1) == 0 && !unit_begins_at(tokens, end + 1) &&
          !tokens[end + 1].capital)
        break;
      continue;
    }
    if (token.is("và")) {
      if (end + 1 >= limit) break;
      const bool goes_on = tokens[end + 1].capital || unit_begins_at(tokens, end + 1) ||
                           unit_list_words().match(tokens, end + 1) > 0 ||
                           tokens[end + 1].value > 0;
      if (!goes_on && is_predicate(tokens, end + 1)) break;
      continue;
    }
    if (is_predicate(tokens, end)) break;
  }
  while (end > at + 1 && (tokens[end - 1].kind == TokenKind::mark || tokens[end - 1].is("và")))
    --end;
  return UnitPhrase{at, end};
}

std::size_t predicate_from(const Tokens& tokens, std::size_t at, std::size_t limit) {
  while (at < limit && !is_predicate(tokens, at)) ++at;
  return at;
}

}  // namespace dondoc::intake
