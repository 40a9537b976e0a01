// Moods: how a clause means its words. "Xong chưa chị", "nếu xong thì báo", "không xin lùi đâu",
// "[B20-07] … hạn 24/11" hold the words of an act and perform none. Looks at whole clauses, so that
// it holds for every verb alike. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "bots/understanding/understand.h"
#include "bots/understanding/utterance.h"

namespace dondoc::understanding {

/// The text is one of the bot's own messages sent back, or stands in quotation marks as a whole.
bool is_said_back(std::string_view raw, const Utterance& text);

class Moods {
 public:
  explicit Moods(const Utterance& text);

  /// Acts that are asked about become questions.
  void ask(std::vector<Said>& acts) const;
  /// Acts that are supposed, or that would have been, are taken out.
  void apply(std::vector<Said>& acts) const;

 private:
  struct Clause {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t sentence = 0;
    bool asks = false;      ///< ends in "hả", "phải không", "nhỉ": whether it is so
    bool requests = false;  ///< ends in "được không"
  };

  void cut();
  void hear(Clause& clause) const;
  const Clause& clause_of(std::size_t word) const;
  bool is_supposed(const Said& said, const std::vector<Said>& acts) const;
  bool is_asked_beside(const Said& said, const std::vector<Said>& acts) const;
  bool asks_in(std::size_t sentence) const;
  bool has_within(const Said& said, const PhraseList& phrases) const;
  bool is_granted(const Said& said) const;
  void regret(Said& said) const;
  std::size_t then_behind(std::size_t at) const;

  const Utterance& text_;
  std::vector<Clause> clauses_;
  Clause none_;
};

}  // namespace dondoc::understanding
