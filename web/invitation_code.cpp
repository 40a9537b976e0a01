#include "web/invitation_code.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

#include "engine/check.h"
#include "engine/command/invitation.h"

namespace dondoc {

std::string fresh_invitation_code() {
  CHECK(sodium_init() >= 0);
  for (;;) {
    std::array<std::uint32_t, k_invitation_length> random{};
    randombytes_buf(random.data(), sizeof random);
    if (auto code = invitation_code(random)) return *code;
  }
}

bool has_account(const Person& person, std::string_view channel) {
  return std::any_of(person.addresses.begin(), person.addresses.end(), [&](const Address& a) {
    return channel.empty() ? a.channel != "sandbox" : a.channel == channel;
  });
}

std::string moment_in_words(Instant time, const Zone& zone) {
  const std::string iso = zone.iso(time);  // 2026-01-12T08:30:00+07:00
  return fmt::format("{} ngày {}/{}/{}", iso.substr(11, 5), iso.substr(8, 2), iso.substr(5, 2),
                     iso.substr(0, 4));
}

}  // namespace dondoc
