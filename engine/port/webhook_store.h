// WebhookStore: who is told of what happens in the office, and how far each has been told. The
// secrets they are signed with are sealed elsewhere (Vault). Safe from several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"
#include "engine/time/time.h"

namespace dondoc {

struct Webhook {
  std::string id;
  std::string url;
  std::string kinds;             ///< names of events, one space between them; empty: all
  std::string unit;              ///< this unit and everything below it; empty: the whole office
  bool private_allowed = false;  ///< the administrator said that its address may be a private one
  Instant made;
  std::int64_t cursor = 0;  ///< sequence of the last event it was told, or was not asked about
  int failures = 0;         ///< in a row
  std::optional<Instant> failing_since;
  Instant next_attempt;
  std::string fault;    ///< why the last attempt failed; nothing the other side said
  bool paused = false;  ///< given up until the administrator resumes it
  bool operator==(const Webhook&) const = default;
};

class WebhookStore {
 public:
  virtual ~WebhookStore() = default;

  /// Errors: permanent when the id is taken.
  virtual Result<void> add(const Webhook& webhook) = 0;
  /// In order of id.
  virtual Result<std::vector<Webhook>> all() = 0;
  /// How far it is and how it fares: everything from `cursor` on. Never moves the cursor back; one
  /// that was removed meanwhile stays removed. Neither is an error.
  virtual Result<void> note_progress(const Webhook& webhook) = 0;
  /// False when there is none of that id: not an error.
  virtual Result<bool> remove(std::string_view id) = 0;
};

}  // namespace dondoc
