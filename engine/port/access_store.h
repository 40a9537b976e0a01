// AccessStore: what opens the office without a browser: tokens for programs, and secret addresses
// of calendar feeds. Of a secret only its hash is kept. A port of its own for the same reasons as
// PageStore. Safe from several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"
#include "engine/time/time.h"

namespace dondoc {

enum class KeyKind {
  token,  ///< Authorization: Bearer, for /api/v1
  feed,   ///< the secret part of the address of a calendar feed
};

/// One secret that was handed out.
struct AccessKey {
  std::string id;    ///< public, names it in lists and in the log
  std::string hash;  ///< of the secret
  KeyKind kind = KeyKind::token;
  std::string person;  ///< whose rights it has: an id, or k_administrator
  std::string name;    ///< what it is for, in the words of who made it
  std::string scopes;  ///< token: names, one space between them
  std::string unit;    ///< feed: of this unit; empty: the person's own
  Instant made;
  std::optional<Instant> expires;    ///< none: until it is revoked
  std::optional<Instant> last_used;  ///< to some minutes
  std::optional<Instant> revoked;
  bool operator==(const AccessKey&) const = default;
};

/// What a call with an Idempotency-Key was answered, so that the same call is answered so again.
struct KeptAnswer {
  std::string key;
  std::string call;  ///< hash of method, path and body: another call under the same key is a fault
  int status = 0;
  std::string body;
  Instant at;
  bool operator==(const KeptAnswer&) const = default;
};

class AccessStore {
 public:
  virtual ~AccessStore() = default;

  /// Errors: permanent when id or hash are taken.
  virtual Result<void> add_key(const AccessKey& key) = 0;
  /// Revoked and expired ones too: whoever asks judges. None when there is none: not an error.
  virtual Result<std::optional<AccessKey>> find_key(KeyKind kind, std::string_view hash) = 0;
  /// Newest first; `person` empty: of everybody.
  virtual Result<std::vector<AccessKey>> keys(KeyKind kind, std::string_view person) = 0;
  virtual Result<void> note_use(std::string_view id, Instant at) = 0;
  /// False when no key has that id, or it was revoked before: not an error.
  virtual Result<bool> revoke_key(std::string_view id, Instant at) = 0;

  virtual Result<std::optional<KeptAnswer>> find_answer(std::string_view key) = 0;
  /// Replaces one of the same key, and forgets those from before `forget`.
  virtual Result<void> keep_answer(const KeptAnswer& answer, Instant forget) = 0;
};

}  // namespace dondoc
