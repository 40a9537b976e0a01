// A dialogue as it is written down: who says what and when, what the bot answers, what the board
// shows. README.md beside this file has the form. Reading only; playing is in play.h. Values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace dondoc::dialogues {

enum class StepKind {
  says,      ///< "Chị Hoa: đã nhận ạ"
  presses,   ///< "Chị Hoa bấm [Tiếp nhận] của B20-01"
  sends,     ///< "Chị Hoa gửi tệp [bao-cao.pdf]: lời kèm"
  answered,  ///< "Bot: …" to whoever spoke last, "Bot → Chị Hoa: …" to somebody else
  silence,   ///< "Bot im lặng"
  buttons,   ///< "Nút: [Tiếp nhận] [Xem văn bản]" of the answer above
  board,     ///< "Bảng: B20-01 = Đã tiếp nhận · Còn 3 ngày"
  figures,   ///< "Số liệu: B20-01 = Số cuộc: 3 · Lượt người: 245"
  clock,     ///< "(17/11 08:00)"; "(17/11 08:00 …)": what comes on the way is not looked at
  absent,    ///< "Không lưu: 079203004567": nowhere in the database
  office,    ///< "Quản trị: Chị Hoa nghỉ từ 13/11/2023 đến 20/11/2023, Chị Lan thay"
};

struct Step {
  std::size_t line = 0;  ///< in the file, from 1
  StepKind kind = StepKind::says;
  std::string who;    ///< as written, without the unit; empty: whoever spoke last
  std::string unit;   ///< as written in brackets behind the name; may be empty
  std::string text;   ///< said, expected, a label, a time
  std::string about;  ///< code of a duty; name of a file
  bool rest = false;  ///< clock: "…"; file: it is a photo
};

struct Dialogue {
  std::size_t line = 0;
  std::string title;
  std::string plan;   ///< letter, "B"
  std::string start;  ///< "13/11/2023 08:00"
  std::string before;  ///< "mọi đơn vị đã tiếp nhận, B19 đã xong"; empty: nothing happened yet
  std::vector<Step> steps;
};

/// The dialogues of one file, separated by lines "---"; plan, day and history go on from one to the
/// next. An error names file and line.
using ReadScript = tl::expected<std::vector<Dialogue>, std::string>;
ReadScript read_script(const std::string& file, std::string_view text);

/// Whether `text` is what `pattern` says: word for word, "…" for anything or nothing.
bool matches(std::string_view pattern, std::string_view text);

}  // namespace dondoc::dialogues
