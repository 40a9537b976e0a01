// `dondoc admin export board|log|deadlines|proof|slip`: the files that pages hand out, for who has
// no page. Exit codes: 0 done, 1 there is nothing of that name, or the store or the place to write
// is at fault.
#pragma once

#include <string>

namespace dondoc {

enum class ExportSubject {
  board,      ///< .csv, of one plan or all
  log,        ///< .csv
  deadlines,  ///< .ics of a unit or a person
  proof,      ///< .docx: what was sent about one duty
  slip,       ///< .docx: phiếu đôn đốc for one unit
};

struct ExportOptions {
  ExportSubject subject = ExportSubject::board;
  std::string plan;
  std::string unit;
  std::string person;
  std::string code;
  std::string out;
  std::string config;
};
int run_admin_export(const ExportOptions& options);

}  // namespace dondoc
