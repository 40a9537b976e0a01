// The administrator's desk over the running office: lists tried on it, the log read backwards, how
// channels and store fare. Safe from any thread.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "app/delivery.h"
#include "app/receiving.h"
#include "app/self_audit.h"
#include "engine/port/reader.h"
#include "engine/port/webhook_store.h"
#include "web/administration_desk.h"

namespace dondoc {

class AdministrationOffice : public AdministrationDesk {
 public:
  using Look = std::function<void(const Engine&, const Delivery&)>;
  struct Parts {
    const Definitions& definitions;
    Zone zone;
    std::string database;  ///< the file
    std::function<Instant()> now;
    std::function<void(const Look&)> inspect;  ///< as Runtime::inspect
    /// Null in a demo, which has no platforms.
    const ChannelSet* channels = nullptr;
    const Receiving* receiving = nullptr;
    const SelfAudit* audit = nullptr;  ///< null: nobody examines the office by himself
    WebhookStore* webhooks = nullptr;
  };
  /// `reader`: a connection of its own.
  AdministrationOffice(Parts parts, std::unique_ptr<Reader> reader);

  ListTrial try_list(const World& world, Instant now, ListKind kind,
                     const UploadedFile& file) override;
  ChangeTrial read_change(const Directory& directory, const UploadedFile& file) override;
  InvitationWays ways(const std::string& channel) override;
  Result<std::vector<LogRow>> log_before(std::int64_t before_seq, std::size_t limit) override;
  Result<std::vector<LogRow>> log_of(const std::string& subject, std::int64_t before_seq,
                                     std::size_t limit) override;
  Result<std::int64_t> last_at(Instant time) override;
  OfficeFacts facts() override;
  std::vector<ChannelAnswer> ask_platforms() override;
  Result<DoctorReport> examine() override;

 private:
  std::string telegram_name();
  void add_store_facts(OfficeFacts& facts, Instant now);

  const Parts parts_;
  std::mutex reading_;
  const std::unique_ptr<Reader> reader_;  // guarded by reading_
  std::mutex naming_;
  std::string telegram_name_;  // guarded by naming_; empty: not known yet
};

}  // namespace dondoc
