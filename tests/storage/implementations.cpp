#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/store_contract.h"
#include "tests/storage/temporary_folder.h"

namespace dondoc::test {
namespace {

class SqliteUnderTest final : public StoreUnderTest {
 public:
  SqliteUnderTest() { reopen(); }
  Store& store() override { return *store_; }
  void reopen() override {
    store_.reset();
    store_ = must(open_sqlite_store(path_));
  }
  std::unique_ptr<Reader> open_reader() override { return must(open_sqlite_reader(path_)); }

 private:
  TemporaryFolder folder_;
  std::string path_ = folder_.file("dondoc.db");
  std::unique_ptr<Store> store_;
};

}  // namespace

const std::vector<Implementation>& implementations() {
  static const std::vector<Implementation> all = {
      {"sqlite", [] { return std::make_unique<SqliteUnderTest>(); }},
  };
  return all;
}

}  // namespace dondoc::test
