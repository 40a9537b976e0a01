// The tables. Internal to storage/sqlite. Instants are milliseconds since 1970 (UTC). Text columns
// are never NULL unless said so. STRICT: a value of another type is refused.
#pragma once

namespace dondoc::sqlite {

inline constexpr const char* schema_1 = R"sql(
-- The only cause of state. Rows are appended in the order of seq and never changed.
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL              -- 32 bytes, see hash_chain.h
) STRICT;

-- Which log rows a subject has, in runs of some thousand rows: see key_runs.h. log_runs.last = log_keys.run.
CREATE TABLE log_runs (last INTEGER PRIMARY KEY) STRICT;
CREATE TABLE log_keys (
  run INTEGER NOT NULL,
  key TEXT NOT NULL,              -- log.subject
  seq INTEGER NOT NULL,
  PRIMARY KEY (run, key, seq)
) STRICT, WITHOUT ROWID;

-- One row: where the log ends, so that a cut off end is found.
CREATE TABLE log_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;
INSERT INTO log_head (id, seq, hash) VALUES (1, 0, zeroblob(32));

CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  plan TEXT NOT NULL,
  obligation TEXT NOT NULL,
  unit TEXT NOT NULL,
  period TEXT NOT NULL,
  state TEXT NOT NULL,
  open INTEGER NOT NULL,
  next_step INTEGER,              -- NULL: nothing armed
  body TEXT NOT NULL
) STRICT;
CREATE INDEX cases_by_step ON cases (next_step, code) WHERE next_step IS NOT NULL;
CREATE INDEX cases_by_unit ON cases (unit, open, code);
CREATE INDEX cases_in_order ON cases (plan, obligation, unit, period, open, code);

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (kind, key)
) STRICT;

CREATE TABLE inbox (
  key TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  person TEXT NOT NULL,
  code TEXT NOT NULL,
  step TEXT NOT NULL,
  priority INTEGER NOT NULL,
  created INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  standing INTEGER NOT NULL,      -- 0 waiting, 1 sent, 2 given up
  attempts INTEGER NOT NULL,
  next_attempt INTEGER NOT NULL,
  lease_until INTEGER NOT NULL,   -- 0: not leased since it was last recorded
  ready_at INTEGER NOT NULL,      -- the latest of not_before, next_attempt, lease_until
  settled_at INTEGER NOT NULL,    -- 0: not settled
  channel TEXT NOT NULL,
  detail TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_waiting ON outbox (priority, ready_at) WHERE standing = 0;

-- As log_runs and log_keys.
CREATE TABLE outbox_runs (last INTEGER PRIMARY KEY) STRICT;
CREATE TABLE outbox_keys (
  run INTEGER NOT NULL,
  key TEXT NOT NULL,              -- 'c' and outbox.code, 'p' and outbox.person; none for an empty one
  id INTEGER NOT NULL,
  PRIMARY KEY (run, key, id)
) STRICT, WITHOUT ROWID;
)sql";

inline constexpr const char* schema_2 = R"sql(
-- Sealed before they come here (app/vault.h); never in the log.
CREATE TABLE secrets (
  name TEXT PRIMARY KEY,
  body BLOB NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

inline constexpr const char* schema_3 = R"sql(
-- Files sent in the chat, each kept once. In pieces, so that the writer of the log never waits long.
-- A file is there when its row in files is.
CREATE TABLE files (
  digest TEXT PRIMARY KEY,        -- SHA-256 in hexadecimal
  bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE file_pieces (
  digest TEXT NOT NULL,
  number INTEGER NOT NULL,        -- 0, 1, 2 …
  content BLOB NOT NULL,
  PRIMARY KEY (digest, number)
) STRICT;
)sql";

inline constexpr const char* schema_4 = R"sql(
-- Who is signed in to the pages; of the token only the hash.
CREATE TABLE page_sessions (
  hash TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  administrator INTEGER NOT NULL,
  since INTEGER NOT NULL,
  last_seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE page_passwords (
  person TEXT PRIMARY KEY,
  hash TEXT NOT NULL              -- Argon2id, as libsodium writes it
) STRICT, WITHOUT ROWID;
-- Who looked at which unit's figures. Only added to.
CREATE TABLE page_reads (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  person TEXT NOT NULL,
  unit TEXT NOT NULL,
  page TEXT NOT NULL
) STRICT;
CREATE INDEX page_reads_of_unit ON page_reads (unit, id);
CREATE TRIGGER page_reads_stay BEFORE UPDATE ON page_reads
BEGIN SELECT RAISE(ABORT, 'page_reads is only added to'); END;
CREATE TRIGGER page_reads_are_kept BEFORE DELETE ON page_reads
BEGIN SELECT RAISE(ABORT, 'page_reads is only added to'); END;
)sql";

inline constexpr const char* schema_5 = R"sql(
-- Tokens of programs and secret addresses of calendar feeds; of the secret only the hash.
CREATE TABLE access_keys (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL,          -- 0 token, 1 feed
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,
  unit TEXT NOT NULL,
  made INTEGER NOT NULL,
  expires INTEGER,                -- NULL: until it is revoked
  last_used INTEGER,
  revoked INTEGER
) STRICT;
-- What a call with an Idempotency-Key was answered.
CREATE TABLE kept_answers (
  key TEXT PRIMARY KEY,
  call TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_answers_by_age ON kept_answers (at);
-- Who is told of events, and how far.
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  kinds TEXT NOT NULL,
  unit TEXT NOT NULL,
  private_allowed INTEGER NOT NULL,
  made INTEGER NOT NULL,
  cursor INTEGER NOT NULL,        -- log.seq
  failures INTEGER NOT NULL,
  failing_since INTEGER,
  next_attempt INTEGER NOT NULL,
  fault TEXT NOT NULL,
  paused INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

inline constexpr const char* schema_6 = R"sql(
-- Plans read from documents that wait to be corrected and issued.
CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  file TEXT NOT NULL,
  title TEXT NOT NULL,
  opened INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  text TEXT NOT NULL,             -- JSON
  plan TEXT NOT NULL,             -- a plan file
  seen TEXT NOT NULL,             -- JSON
  version INTEGER NOT NULL
) STRICT;
)sql";

inline constexpr const char* schema_7 = R"sql(
-- One-time sign-in links that were used; of the link only the hash.
CREATE TABLE page_links (
  hash TEXT PRIMARY KEY,
  made INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace dondoc::sqlite
