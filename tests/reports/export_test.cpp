#include "reports/export.h"

#include <catch2/catch.hpp>

#include "tests/reports/sample_duties.h"

using namespace dondoc;
using namespace dondoc::sample;

TEST_CASE("the kind of an export follows the file's ending", "[export]") {
  CHECK(export_kind_of("tong-hop.DOCX") == ExportKind::docx);
  CHECK(export_kind_of("a.b.xlsx") == ExportKind::xlsx);
  CHECK(export_kind_of("figures.csv") == ExportKind::csv);
  CHECK(export_kind_of("han.ics") == ExportKind::ics);
  CHECK_FALSE(export_kind_of("docx"));
  CHECK_FALSE(export_kind_of("tong-hop.txt"));
  CHECK_FALSE(export_kind_of("-"));
}

TEST_CASE("an export's name holds nothing a header or a file system could trip over", "[export]") {
  Plan p = plan();
  p.id = "../x\r\n\"y";
  const PlanSummary summary = summarize(p, "2023", {}, Calendar{}, Zone::viet_nam());
  const Directory units = directory();
  const ExportedFile file =
      export_summary({summary, p, units}, Zone::viet_nam(), ExportKind::csv, SmallCounts::hidden);
  CHECK(file.name == "---x---y-tong-hop-2023.csv");
  CHECK(media_type(file.kind) == "text/csv; charset=utf-8");
}

TEST_CASE("a summary can be had in each form", "[export]") {
  const Plan p = plan();
  const PlanSummary summary = summarize(p, "2023", {}, Calendar{}, Zone::viet_nam());
  const Directory units = directory();
  for (const ExportKind kind : {ExportKind::docx, ExportKind::xlsx, ExportKind::csv}) {
    const ExportedFile file =
        export_summary({summary, p, units}, Zone::viet_nam(), kind, SmallCounts::hidden);
    CHECK(export_kind_of(file.name) == kind);
    CHECK(file.bytes.starts_with(kind == ExportKind::csv ? "\xEF\xBB\xBF" : "PK"));
  }
}
