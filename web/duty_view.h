// A row of the board as words ready to be printed, in the visitor's language. Pure; safe from any
// thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "reports/board.h"
#include "web/page_desk.h"
#include "web/page_words.h"

namespace dondoc {

/// "Quá hạn 5 ngày".
std::string standing_in_words(const BoardRow& row, const PageWords& words);
/// Why it stands so: blocked, extension asked for, promise, …; may be empty.
std::string notes_in_words(const BoardRow& row, const PageWords& words);
/// How it is coloured: "overdue", "soon", "term", "done", "late", "waiting".
std::string tone_of(const BoardRow& row);
/// "24/11/2023", both dates when they differ; empty when there is none.
std::string due_in_words(const BoardRow& row, const PageWords& words);

/// "năm 2023", "quý II năm 2017"; as it is in a language that has no such words.
std::string period_in_words(std::string_view period, const PageWords& words);

/// One unit's figure as it stands in its report: "1.000.000 đồng", "92,5%", "Có"; as it is when no
/// form knows the field (`field` null).
std::string figure_in_words(const Field* field, const FigureValue& value, const PageWords& words);

/// For the template duty_rows.
nlohmann::json duty_values(const std::vector<BoardRow>& rows, const PageWords& words);

/// The rows of these assignments.
std::vector<BoardRow> rows_at(const Moment& moment, const std::vector<const Judged*>& chosen);

/// Whether it belongs on a slip (phiếu đôn đốc): overdue, or due soon.
bool calls_for_slip(const Judged& one);

/// The name of a person or unit as people know it; the id when nobody knows it.
std::string name_of_person(const World& world, const std::string& id);
std::string name_of_unit(const World& world, const std::string& id);

}  // namespace dondoc
