#include "app/command_read.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "app/bounded_reading.h"
#include "app/data.h"
#include "app/desk.h"
#include "app/whole_file.h"
#include "intake/annotated_html.h"
#include "intake/answered_draft.h"
#include "intake/draft_plan.h"
#include "intake/plan_reading.h"
#include "intake/reading_json.h"
#include "intake/reading_text.h"

namespace dondoc {
namespace {

Result<void> write(const std::string& path, const std::string& text) {
  auto file = WholeFile::begin(path);
  if (!file) return tl::unexpected(file.error());
  return file->finish(text);
}

/// Of the formats that take a parser of others to read, in bounds.
Result<SourceDocument> document_of(const std::string& name, const std::string& bytes) {
  const auto format = source_format(name, bytes);
  if (!format) return tl::unexpected(format.error());
  if (*format == SourceFormat::text || *format == SourceFormat::markdown)
    return read_source(bytes, *format);
  auto document = read_source_bounded(bytes, *format);
  if (!document) return tl::unexpected(document.error().error);
  return std::move(*document);
}

/// The draft, with the answers of a file where there is one.
Result<std::string> drafted(const PlanReading& reading, const std::string& answers) {
  std::string draft = draft_plan(reading);
  if (answers.empty()) return draft;
  const auto text = read_file(answers);
  if (!text) return tl::unexpected(text.error());
  auto json = draft_json(draft);
  if (!json) return tl::unexpected(json.error());
  Faults faults(answers);
  const auto answered = apply_answers(std::move(*json), *text, faults);
  if (!answered)
    return failure(ErrorKind::permanent, "the answers have faults\n" + fault_lines(faults.list()));
  return draft_text(*answered);
}

}  // namespace

int run_read(const ReadOptions& options) {
  const auto bytes = read_file(options.file);
  if (!bytes) return fail("read", bytes.error().message);
  const auto document = document_of(options.file, *bytes);
  if (!document) return fail("read", options.file + ": " + document.error().message);
  const PlanReading reading = read_plan(*document);
  if (!options.draft.empty()) {
    const auto draft = drafted(reading, options.answers);
    if (!draft) return fail("read", draft.error().message);
    const auto written = write(options.draft, *draft);
    if (!written) return fail("read", written.error().message);
  }
  if (!options.annotate.empty()) {
    const auto written = write(options.annotate, annotated_html(*document, reading));
    if (!written) return fail("read", written.error().message);
  }
  const auto explaining = options.explain ? Explaining::on : Explaining::off;
  const bool quiet = !options.json && (!options.draft.empty() || !options.annotate.empty());
  if (!quiet)
    print(options.json ? reading_json(reading, explaining) : reading_text(reading, explaining));
  return 0;
}

}  // namespace dondoc
