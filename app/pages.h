// The pages of a running office: desk, store and site put together, to be given to the server.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/administration_office.h"
#include "app/intake_office.h"
#include "app/log_record.h"
#include "app/page_office.h"
#include "app/runtime.h"
#include "engine/command/sign_in_link.h"
#include "engine/port/access_store.h"
#include "engine/port/log_pages.h"
#include "engine/port/page_store.h"
#include "web/site.h"

namespace dondoc {

/// The platforms of an office that has any.
struct Platforms {
  const ChannelSet* channels = nullptr;
  const Receiving* receiving = nullptr;
  const SelfAudit* audit = nullptr;
  WebhookStore* webhooks = nullptr;
};

class Pages {
 public:
  /// `database`: opened as a store before. `public_url` empty: pages are for this machine.
  /// `runtime` must run as long as pages are answered. `tell` hears of calls that are turned away.
  /// Errors: those of the store.
  static Result<std::unique_ptr<Pages>> open(Runtime& runtime, const Definitions& definitions,
                                             Zone zone, const std::string& database,
                                             const std::string& link_key,
                                             const std::string& public_url,
                                             const Tell& tell = tell_nobody,
                                             Platforms platforms = {});
  Site& site() { return *site_; }
  // For whoever else looks at the office or keeps something beside it, as long as the pages live.
  PageStore& store() { return *store_; }
  PageDesk& desk() { return *office_; }
  LogPages& log() { return *log_; }

 private:
  Pages() = default;
  std::unique_ptr<PageStore> store_;
  std::unique_ptr<AccessStore> access_;
  std::unique_ptr<LogPages> log_;
  std::unique_ptr<PageOffice> office_;
  std::unique_ptr<AdministrationOffice> administration_;
  std::unique_ptr<IntakeOffice> intake_;
  std::unique_ptr<Site> site_;  // last: uses the others
};

/// A template, asset or catalogue that is built in; none when there is no such file.
std::optional<std::string_view> embedded_page_file(std::string_view name);

/// A key for the links of this run.
std::string fresh_link_key();

}  // namespace dondoc
