// `dondoc admin …`: the directory, the calendar and the open questions of plans, in the
// administrator's name, through a running `dondoc serve` when there is one. `--dry-run` only
// looks. Exit codes: 0 done, 1 the file, the
// store or the state is at fault (every fault is named).
#pragma once

#include <string>

#include "app/people_import.h"

namespace dondoc {

struct ImportOptions {
  ImportKind kind = ImportKind::units;
  std::string file;
  std::string config;
  bool dry_run = false;
};
/// All rows or none.
int run_admin_import(const ImportOptions& options);

struct CalendarOptions {
  std::string file;
  std::string reason;
  std::string config;
  bool dry_run = false;
};
/// Sets a calendar year and says which due dates move.
int run_admin_calendar(const CalendarOptions& options);

struct QuestionOptions {
  std::string plan;
  std::string question;
  std::string text;
  std::string config;
  bool use_default = false;
};
/// Answers a question of a plan: with its proposed default or with a text.
int run_admin_question(const QuestionOptions& options);

}  // namespace dondoc
