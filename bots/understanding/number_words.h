// Numbers in words: "ba cuộc", "hai trăm bốn mươi lăm", "một nghìn hai trăm", "triệu rưỡi", "nửa
// triệu". Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "bots/understanding/utterance.h"

namespace dondoc::understanding {

struct WordNumber {
  double value = 0;
  std::size_t length = 0;  ///< in words
  bool has_scale = false;  ///< trăm, nghìn, triệu …: certainly a number
};

/// The number in words that begins at word `at`. A single digit ("ba") is one too: whether it is
/// meant as such ("bà", "năm") is for the caller to see from what follows.
std::optional<WordNumber> number_in_words(const Utterance& text, std::size_t at);

/// Whether a number in words may begin at word `at`; most words that begin none are told quickly.
bool may_begin_number(const Utterance& text, std::size_t at);

/// A small number in digits ("2", "05") or in one word ("hai", "mười"), at word `at`. Words that
/// are other words as well ("năm", "sáu") count only where the caller knows that a number is meant.
std::optional<int> small_number(const Utterance& text, std::size_t at);

}  // namespace dondoc::understanding
