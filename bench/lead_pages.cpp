#include "bench/lead_pages.h"

#include <chrono>
#include <utility>

#include "app/administration_office.h"
#include "app/page_office.h"
#include "app/pages.h"
#include "engine/command/sign_in_link.h"
#include "storage/sqlite/sqlite_files.h"
#include "storage/sqlite/sqlite_pages.h"
#include "storage/sqlite/sqlite_reader.h"
#include "web/sessions.h"
#include "web/site.h"

namespace dondoc::bench {

struct LeadPages::Parts {
  Parts(const Definitions& definitions, const std::string& file, std::unique_ptr<PageStore> pages,
        std::unique_ptr<Reader> reader, Instant now)
      : store(std::move(pages)),
        office({definitions, Zone::viet_nam(), [file] { return open_sqlite_reader(file); },
                [file] { return open_sqlite_files(file); }, [now] { return now; },
                [](const Command&) { return Result<Answer>(Answer{}); }}),
        administration({definitions, Zone::viet_nam(), file, [now] { return now; },
                        [](const AdministrationOffice::Look&) {}},
                       std::move(reader)),
        site({office, administration, *store, embedded_page_file,
              std::string(k_sign_in_key_bytes, 'k'), "", [now] { return now; }}),
        cookie("dondoc=" + Sessions(*store).begin(k_lead, false, now).value_or("")) {}

  std::unique_ptr<PageStore> store;
  PageOffice office;
  AdministrationOffice administration;
  Site site;
  std::string cookie;
  double opening_ms = 0;
};

LeadPages::LeadPages(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
LeadPages::~LeadPages() = default;

Result<std::unique_ptr<LeadPages>> LeadPages::open(const Definitions& definitions,
                                                   const std::string& file, Instant now) {
  auto pages = open_sqlite_pages(file);
  if (!pages) return tl::unexpected(pages.error());
  auto reader = open_sqlite_reader(file);
  if (!reader) return tl::unexpected(reader.error());
  auto parts =
      std::make_unique<Parts>(definitions, file, std::move(*pages), std::move(*reader), now);
  const auto begin = std::chrono::steady_clock::now();
  if (auto opened = parts->office.open(); !opened) return tl::unexpected(opened.error());
  parts->opening_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  return std::unique_ptr<LeadPages>(new LeadPages(std::move(parts)));
}

double LeadPages::opening_ms() const { return parts_->opening_ms; }

Response LeadPages::get(const std::string& path, std::multimap<std::string, std::string> query) {
  Request request;
  request.method = "GET";
  request.path = path;
  request.query = std::move(query);
  request.host = "127.0.0.1";
  request.cookie = parts_->cookie;
  return parts_->site.answer(request);
}

}  // namespace dondoc::bench
