// Circumstances: what keeps words from meaning what they say: a question, a condition, somebody
// else's deed, an earlier year, a target, a quotation, an automatic reply. Pure; safe from any
// thread.
#pragma once

#include <string_view>
#include <vector>

#include "bots/understanding/islands.h"
#include "bots/understanding/understand.h"

namespace dondoc::understanding {

/// The text without what stands in quotation marks, unless that is all of it: a quoted sentence is
/// not said.
Utterance without_quotes(Utterance text);

class Circumstances {
 public:
  /// `whole` is the text as it was typed, `text` what is read of it.
  Circumstances(const Utterance& whole, const Utterance& text, const Mentions& mentions,
                LocalDate today);

  /// One act in its sentence: nil returns, corrections, questions.
  void change(Said& said, const Island& island) const;

  /// The acts of the message together: what is forwarded, supposed, planned or told of others
  /// changes nothing.
  void settle(std::vector<Said>& acts) const;
  /// Forwarded, sent by a program, or the bot's own words: the person herself says nothing.
  bool is_another_voice() const { return is_forwarded_ || is_automatic_ || is_said_back_; }

 private:
  bool is_question(const Island& island) const;
  std::size_t sentence_of(std::size_t word) const;
  bool has_future(const Said& said) const;
  /// Sentences about others, an earlier year, a target or a supposition.
  std::vector<std::size_t> told_of_others(const std::vector<Said>& acts) const;
  void drop_asked_about(std::vector<Said>& acts) const;
  void drop_planned(std::vector<Said>& acts) const;
  void add_nil(std::vector<Said>& acts, bool others) const;
  bool is_closed_between(std::size_t from, std::size_t to) const;
  bool is_own_turn(const Said& said) const;
  bool is_at_work(const Said& said) const;
  bool is_plan_under_way(const std::vector<Said>& acts, const Said& said) const;
  bool is_left_by_private(const std::vector<Said>& acts, const Said& said) const;
  bool is_promised(const Said& said) const;
  bool is_past_told(const std::vector<Said>& acts, const Said& said) const;

  const Utterance& text_;
  const Mentions& mentions_;
  int year_;
  bool is_forwarded_ = false;
  bool is_automatic_ = false;
  bool is_said_back_ = false;
  bool asks_ = false;
  bool corrects_ = false;
  std::vector<std::size_t> sentences_;  ///< by word: number of its sentence
  std::vector<char> ends_;              ///< by sentence: the mark that closes it
};

}  // namespace dondoc::understanding
