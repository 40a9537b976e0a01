// Names in a text: people by their form of address ("chị Hoa", "đ/c Lê Minh Trí") and units ("Công
// an xã", "Văn hóa - Xã hội"). Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>

#include "bots/understanding/utterance.h"

namespace dondoc::understanding {

struct FoundPerson {
  std::string called;  ///< with the form of address in full: "c Lan" → "chị Lan"; empty: nobody
  std::size_t length = 0;  ///< in words
};

/// A person named at word `at`, as far as that is certain: with a capital, or plainly typed behind
/// "chi", "anh" or "d/c".
FoundPerson person_at(const Utterance& text, std::size_t at);

/// The first person named in [from, to), also carelessly ("chuyển chị hoa phụ trách"); empty when
/// nobody is.
std::string person_in(const Utterance& text, std::size_t from, std::size_t to);

/// The unit named in [from, to): behind "bên", "sang", "thuộc" …, or with a capital; empty when
/// none is, or when it is the one that is denied ("không phải bên Hội").
std::string unit_in(const Utterance& text, std::size_t from, std::size_t to);

}  // namespace dondoc::understanding
