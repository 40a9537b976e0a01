// Files that are taken along from the pages: who gets which, under what name, and that no browser
// opens what somebody sent.
#include <catch2/catch.hpp>

#include "tests/web/fake_browser.h"

namespace dondoc {
namespace {

using Catch::Contains;

}  // namespace

TEST_CASE("the list is the one that is looked at, of what she may see", "[files]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  CHECK_THAT(lead.get("/duties", {{"only", "dt"}}).body, Contains("/board.csv?only=dt"));
  const Response all = lead.get("/board.csv");
  CHECK(all.type == "text/csv; charset=utf-8");
  CHECK_THAT(header(all, "Content-Disposition"), Contains("attachment; filename="));
  CHECK_THAT(all.body, Contains("B20-02"));
  CHECK_THAT(lead.get("/board.csv", {{"only", "dt"}}).body, !Contains("B20-02"));
  CHECK_THAT(office.signed_in("cb-dt").get("/board.csv").body, !Contains("B20-02"));
}

TEST_CASE("the annex that proves the reminding is for leads, and who took it is written down",
          "[files]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  CHECK_THAT(lead.get("/assignments/B20-01").body, Contains("/assignments/B20-01/proof.docx"));
  const Response annex = lead.get("/assignments/B20-01/proof.docx");
  CHECK(annex.status == 200);
  CHECK(annex.body.starts_with("PK"));
  CHECK(office.store.noted.back().page == "/assignments/B20-01/proof.docx");
  CHECK(office.signed_in("cb-dt").get("/assignments/B20-01/proof.docx").status == 404);
  CHECK_THAT(office.signed_in("cb-dt").get("/assignments/B20-01").body, !Contains("proof.docx"));
}

TEST_CASE("a slip is there for a plan that has something urgent in the unit", "[files]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  CHECK_THAT(lead.get("/units/dt").body, Contains("/units/dt/slip.docx?plan=B-HPN"));
  CHECK(lead.get("/units/dt/slip.docx", {{"plan", "B-HPN"}}).body.starts_with("PK"));
  CHECK(lead.get("/units/nb/slip.docx", {{"plan", "B-HPN"}}).status == 404);
  CHECK(lead.get("/units/dt/slip.docx", {{"plan", "none"}}).status == 404);
  CHECK(lead.get("/units/dt/slip.docx").status == 404);
}

TEST_CASE("a file that somebody sent is saved under a name of ours and opened by no browser",
          "[files]") {
  Office5 office;
  office.desk.send_file();
  Browser officer = office.signed_in("cb-dt");
  CHECK_THAT(officer.get("/assignments/B20-01").body, Contains("&lt;script&gt;.html</a>"));
  const Response file = officer.get("/assignments/B20-01/files/1");
  CHECK(file.status == 200);
  CHECK(file.body == "%PDF-1.4 ");
  CHECK(file.type == "application/octet-stream");
  CHECK(header(file, "Content-Disposition") == "attachment; filename=\"B20-01-1.pdf\"");
  CHECK(header(file, "Content-Security-Policy") == "sandbox; default-src 'none'");
  CHECK(header(file, "X-Content-Type-Options") == "nosniff");
  for (const char* number : {"2", "0", "-1", "1x", "99999999999999999999"})
    CHECK(officer.get(std::string("/assignments/B20-01/files/") + number).status == 404);
  CHECK(office.signed_in("cb-bd").get("/assignments/B20-01/files/1").status == 404);
  office.desk.kept_files.clear();
  CHECK(officer.get("/assignments/B20-01/files/1").status == 503);
}

}  // namespace dondoc
