#include "app/log_office.h"

#include <mutex>
#include <utility>

#include "app/explain.h"
#include "storage/sqlite/sqlite_log_pages.h"
#include "storage/sqlite/sqlite_reader.h"

namespace dondoc {
namespace {

class LogOffice final : public LogDesk {
 public:
  LogOffice(std::unique_ptr<LogPages> pages, std::unique_ptr<Reader> reader)
      : pages_(std::move(pages)), reader_(std::move(reader)) {}

  Result<std::vector<LogRow>> after(std::int64_t seq, std::size_t limit) override {
    return pages_->after(seq, limit);
  }
  Result<std::int64_t> last_seq() override { return pages_->last_seq(); }

  Result<ReminderProof> proof(const std::string& code) override {
    const std::lock_guard lock(mutex_);
    auto read = read_proof(*reader_, code);
    if (!read) return tl::unexpected(read.error());
    return std::move(read->proof);
  }

 private:
  const std::unique_ptr<LogPages> pages_;
  std::mutex mutex_;
  const std::unique_ptr<Reader> reader_;  // guarded by mutex_
};

}  // namespace

Result<std::unique_ptr<LogDesk>> open_log_office(const std::string& database) {
  auto pages = open_sqlite_log_pages(database);
  if (!pages) return tl::unexpected(pages.error());
  auto reader = open_sqlite_reader(database);
  if (!reader) return tl::unexpected(reader.error());
  return std::make_unique<LogOffice>(std::move(*pages), std::move(*reader));
}

}  // namespace dondoc
