#include "web/board_file.h"

#include "web/duty_view.h"

namespace dondoc {

ExportedFile board_file(const Moment& moment, const Visitor& visitor, const BoardChoice& choice) {
  Sight sight(moment, visitor);
  const auto all = chosen(moment, sight, choice, false);
  return export_board(Board{moment.at, moment.today, count(all), std::nullopt,
                            rows_at(moment, worst_first(all, false))});
}

}  // namespace dondoc
