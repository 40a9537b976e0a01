// Mentions: what stands in a text as a value — numbers, shares, dates, spans, times of day, codes,
// numbers of documents — each with its place. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bots/understanding/utterance.h"
#include "engine/time/time.h"

namespace dondoc::understanding {

enum class MentionKind : std::uint8_t {
  number,    ///< "1.245", "7 triệu 500", "ba mươi lăm"
  percent,   ///< "60%", "70-75%", "một nửa", "8 phần 10"
  fraction,  ///< "2/3", "hai phần ba"
  date,      ///< a day to come, or today
  past,      ///< a day gone by
  span,      ///< "3 ngày", "05 ngày làm việc", "nửa tháng"
  hours,     ///< "2 tiếng", "30 phút"
  time,      ///< "10h30", "lúc 7h"
  code,      ///< "B20-07", "[C23-04]"
  document,  ///< "215/BC-UBND"
  person,    ///< "chị Hoa"
};

struct Mention {
  MentionKind kind = MentionKind::number;
  std::size_t begin = 0;  ///< first word
  std::size_t end = 0;    ///< behind the last word
  double value = 0;       ///< number; percent; hours
  double upper = 0;       ///< of a range, otherwise 0
  bool whole = false;
  bool money = false;                ///< a unit of money or of thousands and more stands with it
  std::int64_t done = 0, total = 0;  ///< fraction
  LocalDate day{};
  std::optional<LocalDate> from{};  ///< "tuần sau": its Monday; `day` is the last
  std::optional<TimeOfDay> time{};
  std::string part_of_day{};  ///< "sáng", "trưa", "chiều", "tối"
  int days = 0;               ///< span
  bool working_days = false;
  std::string text{};  ///< code, document: as typed; person: with the form of address in full
  std::optional<LocalDate> gone{};  ///< of a date without a month: the same day gone by
};

class Mentions {
 public:
  Mentions(const Utterance& text, LocalDate today);

  LocalDate today() const { return today_; }
  const std::vector<Mention>& all() const { return all_; }
  /// The mention that begins at word `at`; null when there is none.
  const Mention* at(std::size_t at) const {
    return at < starts_.size() && starts_[at] != 0 ? &all_[starts_[at] - 1] : nullptr;
  }
  /// The mention that covers word `at`; null when there is none.
  const Mention* over(std::size_t at) const {
    return at < covers_.size() && covers_[at] != 0 ? &all_[covers_[at] - 1] : nullptr;
  }

 private:
  void add(Mention mention);

  LocalDate today_;
  std::vector<Mention> all_;
  std::vector<std::uint16_t> starts_;  ///< by word: 1 + index of a mention
  std::vector<std::uint16_t> covers_;
};

}  // namespace dondoc::understanding
