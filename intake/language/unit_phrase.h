// Names of organisations and groups of them in running text: "Sở Khoa học và Công nghệ", "UBND các
// xã, phường, thị trấn", "Các đơn vị được phân bổ kinh phí".
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>

#include "intake/language/token.h"

namespace dondoc::intake {

struct UnitPhrase {
  std::size_t begin = 0, end = 0;  ///< tokens
};

/// Whether a name of an organisation begins at `at`.
bool unit_begins_at(const Tokens& tokens, std::size_t at);

/// The phrase that begins at `at`, up to the verb, bracket or mark that ends it, at most to
/// `limit`.
std::optional<UnitPhrase> unit_phrase_at(const Tokens& tokens, std::size_t at, std::size_t limit);

/// Where what the subject does begins: the first verb of [at, limit), or `limit`.
std::size_t predicate_from(const Tokens& tokens, std::size_t at, std::size_t limit);

}  // namespace dondoc::intake
