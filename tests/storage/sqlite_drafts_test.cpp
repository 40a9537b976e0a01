// Drafts of plans in the embedded store.
#include "storage/sqlite/sqlite_drafts.h"

#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/sqlite_file.h"
#include "tests/storage/store_contract.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

KeptDraft draft_of(const char* id, const char* person, std::int64_t changed) {
  KeptDraft draft;
  draft.head = {id, person, "kế hoạch.docx", "Kế hoạch", Instant{1'000}, Instant{changed}};
  draft.text = "[]";
  draft.plan = "{}";
  draft.seen = "{}";
  return draft;
}

}  // namespace

TEST_CASE("a draft is kept over a restart, and changed by who saw its last version", "[drafts]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  must(open_sqlite_store(path)).reset();
  KeptDraft one = draft_of("d1", "ld", 2'000);
  {
    const auto drafts = must(open_sqlite_drafts(path));
    REQUIRE(drafts->add(one));
    CHECK_FALSE(drafts->add(one));
  }
  const auto drafts = must(open_sqlite_drafts(path));
  CHECK(must(drafts->find("d1")) == one);
  CHECK_FALSE(must(drafts->find("' OR 1=1 --")).has_value());
  one.plan = "{\"plan\":1}";
  one.head.changed = Instant{3'000};
  CHECK(must(drafts->change(one)));
  CHECK_FALSE(must(drafts->change(one)));  // somebody was faster
  one.version = 1;
  CHECK(must(drafts->find("d1")) == one);
}

TEST_CASE("drafts are listed by their last change, removed and forgotten", "[drafts]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  must(open_sqlite_store(path)).reset();
  const auto drafts = must(open_sqlite_drafts(path));
  for (const KeptDraft& draft :
       {draft_of("d1", "ld", 2'000), draft_of("d2", "ld", 5'000), draft_of("d3", "cb", 4'000)})
    REQUIRE(drafts->add(draft));
  const auto all = must(drafts->drafts_of(""));
  REQUIRE(all.size() == 3);
  CHECK(all[0].id == "d2");
  CHECK(all[1].id == "d3");
  CHECK(must(drafts->drafts_of("ld")).size() == 2);
  REQUIRE(drafts->forget(Instant{4'000}));
  CHECK_FALSE(must(drafts->find("d1")).has_value());
  CHECK(must(drafts->remove("d3")));
  CHECK_FALSE(must(drafts->remove("d3")));
  CHECK(must(drafts->drafts_of("")).size() == 1);
}
