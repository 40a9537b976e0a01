// Lists that people fill in and send as files: the empty form, what belongs into its columns, and
// what was wrong with one that came. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/codec/faults.h"
#include "web/page_words.h"
#include "web/route.h"

namespace dondoc {

struct ListColumn {
  const char* name;
  const char* word;  ///< of config/pages: what belongs there
  const char* example;
};

struct ListTemplate {
  std::string file;   ///< without its ending
  std::string sheet;  ///< of the workbook
  std::span<const ListColumn> columns;
};

/// The empty list as "FILE.xlsx", with a second sheet that says how, or "FILE.csv". None for any
/// other name.
std::optional<Response> template_answer(const std::string& name, const ListTemplate& list,
                                        const PageWords& words);

/// [{"name", "meaning", "example"}]
nlohmann::json column_help(std::span<const ListColumn> columns, const PageWords& words);

/// [{"row", "column", "text", "foreign"}], the first of them.
nlohmann::json fault_rows(const std::vector<Fault>& faults, const PageWords& words);

}  // namespace dondoc
