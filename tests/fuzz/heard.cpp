#include "tests/fuzz/heard.h"

#include "engine/check.h"
#include "engine/limits.h"
#include "engine/text/vietnamese.h"

namespace dondoc::fuzz {

Instant reading_time() { return {1'700'000'000'000}; }  // 14/11/2023

void check_heard(const std::vector<Inbound>& updates) {
  for (const Inbound& each : updates) {
    CHECK(!each.key.empty());
    CHECK(each.at <= reading_time());
    CHECK(each.text.size() <= limits::inbound_bytes);
    CHECK(nfc(each.text) == each.text);
    CHECK(each.file.name.find('/') == std::string::npos);
    // A receipt and a blocked bot need no account of a chat; what is answered does.
    const bool is_answered = each.kind == InboundKind::text || each.kind == InboundKind::press ||
                             each.kind == InboundKind::file || each.kind == InboundKind::photo ||
                             each.kind == InboundKind::start;
    CHECK(!is_answered || (!each.account.empty() && !each.chat.empty()));
  }
}

}  // namespace dondoc::fuzz
