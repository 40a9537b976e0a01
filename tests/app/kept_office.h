// Plan B in a database of its own, for what reads a database while an office works with it.
#pragma once

#include <memory>
#include <string>

#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/support/office.h"

namespace dondoc::test {

struct KeptOffice {
  TemporaryFolder folder;
  std::unique_ptr<Store> store = open_sqlite_store(folder.file("t.db")).value();
  TestOffice office{*store};

  KeptOffice() {
    office.open("2023-05-25T07:00");
    office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  }

  std::unique_ptr<Reader> reader() { return open_sqlite_reader(folder.file("t.db")).value(); }
};

}  // namespace dondoc::test
