// The board in Vietnamese words, for a terminal. Pure; safe from any thread.
#pragma once

#include <string>

#include "reports/board.h"

namespace dondoc {

/// "Tổng số 15 · Hoàn thành đúng hạn 9 · Hoàn thành trễ hạn 2 · Đang thực hiện trong hạn 1 ·
/// Quá hạn 3 · Chưa cập nhật 1", on one line.
std::string boxes_text(const Boxes& boxes);

/// "So với cùng kỳ năm trước: tổng số +3 · hoàn thành đúng hạn −1 · …", in the same order.
std::string change_text(const Boxes& change);

/// "Quá hạn 5 ngày", "Đúng hạn", "Trễ 2 ngày", "Đến hạn hôm nay", "Còn 3 ngày", "Trong hạn",
/// "Đề nghị", "Thường xuyên"; else the state's own label.
std::string standing_text(const BoardRow& row, LocalDate today);

/// "Gia hạn đến 27/11/2023; Vướng mắc: thiếu kinh phí", … ; empty when there is nothing to add.
std::string notes_text(const BoardRow& row);

/// "24/11/2023"; both when they differ: "27/11/2023 (văn bản: 25/11/2023)"; "–" without a date.
std::string due_text(const BoardRow& row);

/// Boxes, change, then one line a row in aligned columns. Ends with a line break.
std::string board_text(const Board& board);

}  // namespace dondoc
