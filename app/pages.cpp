#include "app/pages.h"

#include <sodium.h>

#include <algorithm>

#include "app/clock.h"
#include "app/embedded_files.h"
#include "engine/check.h"
#include "storage/open.h"

namespace dondoc {

std::optional<std::string_view> embedded_page_file(std::string_view name) {
  const auto files = embedded_files();
  const auto found = std::lower_bound(
      files.begin(), files.end(), name,
      [](const EmbeddedFile& file, std::string_view wanted) { return file.name < wanted; });
  const bool there = found != files.end() && found->name == name;
  return there ? std::optional(found->text) : std::nullopt;
}

std::string fresh_link_key() {
  CHECK(sodium_init() >= 0);
  std::string key(k_sign_in_key_bytes, '\0');
  randombytes_buf(key.data(), key.size());
  return key;
}

namespace {

/// A line a refusal; who called and what was sent stay out of it (app/log_record.h).
std::function<void(const RefusedCall&)> teller_of(const Tell& tell) {
  return [tell](const RefusedCall& call) {
    LogRecord record{LogEvent::page_refused};
    record.status = call.status;
    record.said.said = std::string(call.why);
    if (!call.route.empty()) record.said.said += " " + call.route;
    tell(record);
  };
}

}  // namespace

Result<std::unique_ptr<Pages>> Pages::open(Runtime& runtime, const Definitions& definitions,
                                           Zone zone, const std::string& database,
                                           const std::string& link_key,
                                           const std::string& public_url, const Tell& tell,
                                           Platforms platforms) {
  std::unique_ptr<Pages> pages(new Pages());
  auto store = open_pages(database);
  if (!store) return tl::unexpected(store.error());
  pages->store_ = std::move(*store);
  auto access = open_access(database);
  if (!access) return tl::unexpected(access.error());
  pages->access_ = std::move(*access);
  auto log = open_log_pages(database);
  if (!log) return tl::unexpected(log.error());
  pages->log_ = std::move(*log);
  auto drafts = open_drafts(database);
  if (!drafts) return tl::unexpected(drafts.error());
  pages->intake_ = std::make_unique<IntakeOffice>(std::move(*drafts));
  pages->office_ = std::make_unique<PageOffice>(PageOffice::Parts{
      definitions, zone, [database] { return open_reader(database); },
      [database] { return open_files(database); }, [&runtime] { return runtime.now(); },
      [&runtime](const Command& command) { return runtime.ask(command); }});
  if (auto opened = pages->office_->open(); !opened) return tl::unexpected(opened.error());
  auto reader = open_reader(database);
  if (!reader) return tl::unexpected(reader.error());
  pages->administration_ = std::make_unique<AdministrationOffice>(
      AdministrationOffice::Parts{
          definitions, zone, database, [&runtime] { return runtime.now(); },
          [&runtime](const AdministrationOffice::Look& look) { runtime.inspect(look); },
          platforms.channels, platforms.receiving, platforms.audit, platforms.webhooks},
      std::move(*reader));
  pages->site_ = std::make_unique<Site>(
      SiteParts{*pages->office_, *pages->administration_, *pages->store_, embedded_page_file,
                link_key, public_url, [] { return SystemClock().now(); }, teller_of(tell),
                pages->access_.get(), pages->log_.get(), pages->intake_.get()});
  return pages;
}

}  // namespace dondoc
