// Sender: a message as consultation while the window is open, else as approved template
// (chat-apis.md §3.3 to §3.6). Safe from several threads at once.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "bots/platform/parts_sent.h"
#include "bots/zalo_oa/bodies.h"
#include "bots/zalo_oa/calls.h"
#include "bots/zalo_oa/quota.h"
#include "bots/zalo_oa/template.h"
#include "engine/port/channel.h"

namespace dondoc::zalo_oa {

constexpr std::size_t k_text_characters = 2000;
/// An account that is known by its phone only.
constexpr std::string_view k_phone_prefix = "phone:";

class Sender {
 public:
  Sender(Calls& calls, Alarms& alarms, Quota& quota, std::vector<ZaloTemplate> templates);

  SendOutcome send(const OutgoingMessage& message, Instant now);

 private:
  /// A consultation text or file: what is sent one after the other.
  struct Part {
    std::string text;
    std::vector<OutgoingButton> buttons;  ///< of the last text
    const OutgoingFile* file = nullptr;
    const MessageBook* book = nullptr;  ///< as in OutgoingMessage
  };

  std::vector<Part> parts_of(const OutgoingMessage& message) const;
  /// `window_over`: the platform says that the window is closed.
  SendOutcome consult(const OutgoingMessage& message, Instant now, bool& window_over);
  Answer send_part(const std::string& user, const Part& part, Instant now);
  Answer send_text(const std::string& user, const Part& part, Instant now);
  Answer send_typed(const std::string& user, const Part& part, Instant now);
  Answer send_file(const std::string& user, const OutgoingFile& file, Instant now);

  SendOutcome by_template(const OutgoingMessage& message, Instant now);
  SendOutcome by_phone(const OutgoingMessage& message, const ZaloTemplate& form,
                       const TemplateData& data, Instant now);
  Answer ask_by_user(const std::string& user, const ZaloTemplate& form, const TemplateData& data,
                     Instant now);

  Calls& calls_;
  Alarms& alarms_;
  Quota& quota_;
  const std::vector<ZaloTemplate> templates_;
  PartsSent sent_;
  std::atomic<std::int64_t> typed_until_{0};  ///< ms: buttons were refused, so they are not tried
  std::atomic<UserPlace> user_place_{UserPlace::flat};
};

}  // namespace dondoc::zalo_oa
