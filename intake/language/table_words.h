// What the columns of tables of tasks are headed with. Pure; safe from any thread.
#pragma once

#include <string_view>

namespace dondoc::intake {

enum class TableColumn {
  unknown,
  number,
  task,
  lead,
  helpers,
  time,
  product,
  recipient,
  note,
  money
};

/// By the words of a heading cell: "Cơ quan chủ trì" → lead.
TableColumn table_heading_of(std::string_view cell);

}  // namespace dondoc::intake
