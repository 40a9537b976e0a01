// PageStore: what the pages keep beside the log: who is signed in, links that were used, passwords,
// and who looked at whose figures. A port of its own, because it must work while the engine's thread is busy and is
// no part of the office's state. Safe from several threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"
#include "engine/time/time.h"

namespace dondoc {

/// Somebody who is signed in. The token itself is never kept, only its hash.
struct PageSession {
  std::string hash;
  std::string person;
  bool administrator = false;  ///< signed in by a password (`dondoc admin password set`)
  Instant since;
  Instant last_seen;
};

/// Somebody looked at a unit's figures.
struct PageRead {
  Instant at;
  std::string person;
  std::string unit;
  std::string page;  ///< path of the page
  bool operator==(const PageRead&) const = default;
};

class PageStore {
 public:
  virtual ~PageStore() = default;

  /// Replaces one of the same hash.
  virtual Result<void> save_session(const PageSession& session) = 0;
  /// None when there is none: not an error.
  virtual Result<std::optional<PageSession>> find_session(std::string_view hash) = 0;
  virtual Result<void> end_session(std::string_view hash) = 0;
  /// Every session of the person; of everybody when the person is empty.
  virtual Result<void> end_sessions_of(std::string_view person) = 0;
  /// Those last seen before `idle`, and those that began before `began`.
  virtual Result<void> forget_sessions(Instant idle, Instant began) = 0;

  /// Uses up a one-time link, of which only the hash is kept: true the first time, false ever after,
  /// whichever program asks. Forgets those made before `forget`.
  virtual Result<bool> use_link(std::string_view hash, Instant made, Instant forget) = 0;

  /// `hash`: as libsodium writes it, with its salt and costs.
  virtual Result<void> save_password(std::string_view person, const std::string& hash) = 0;
  /// None when the person has none: not an error.
  virtual Result<std::optional<std::string>> find_password(std::string_view person) = 0;

  /// Appended; a row is never changed or taken away.
  virtual Result<void> note_read(const PageRead& read) = 0;
  /// The newest first, at most `limit`; `unit` empty: of any.
  virtual Result<std::vector<PageRead>> reads(std::string_view unit, std::size_t limit) = 0;
};

}  // namespace dondoc
