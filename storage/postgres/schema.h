// The tables, in a schema of their own. Internal to storage/postgres. Instants are milliseconds
// since 1970 (UTC). Texts are in the order of their bytes (COLLATE "C"), as in SQLite, and written
// as values.h says.
#pragma once

namespace dondoc::postgres {

inline constexpr const char* k_schema = "dondoc";

inline constexpr const char* k_schema_1 = R"sql(
-- The only cause of state. Rows are appended in the order of seq and never changed.
CREATE TABLE log (
  seq bigint PRIMARY KEY,
  at bigint NOT NULL,
  subject_kind text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  body text COLLATE "C" NOT NULL,
  hash bytea NOT NULL             -- 32 bytes, see storage/hash_chain.h
);
CREATE INDEX log_by_subject ON log (subject, seq);

-- One row: where the log ends, and who may go on. Whoever commits changes it first.
CREATE TABLE log_head (
  id integer PRIMARY KEY CHECK (id = 1),
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  writer text COLLATE "C" NOT NULL,    -- name of the program that has the database open
  commits bigint NOT NULL              -- one more with each commit
);
INSERT INTO log_head (id, seq, hash, writer, commits)
VALUES (1, 0, decode(repeat('00', 32), 'hex'), '', 0);

CREATE TABLE cases (
  code text COLLATE "C" PRIMARY KEY,
  plan text COLLATE "C" NOT NULL,
  obligation text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  open boolean NOT NULL,
  next_step bigint,               -- NULL: nothing armed
  body text COLLATE "C" NOT NULL
);
CREATE INDEX cases_by_step ON cases (next_step, code) WHERE next_step IS NOT NULL;
CREATE INDEX cases_by_unit ON cases (unit, open, code);
CREATE INDEX cases_in_order ON cases (plan, obligation, unit, period, open, code);

CREATE TABLE documents (
  kind text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  body text COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, key)
);

CREATE TABLE inbox (
  key text COLLATE "C" PRIMARY KEY,
  at bigint NOT NULL
);

CREATE TABLE outbox (
  id bigint PRIMARY KEY,
  person text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  step text COLLATE "C" NOT NULL,
  priority integer NOT NULL,
  created bigint NOT NULL,
  not_before bigint NOT NULL,
  standing integer NOT NULL,      -- 0 waiting, 1 sent, 2 given up, 3 overtaken
  attempts integer NOT NULL,
  next_attempt bigint NOT NULL,
  lease_until bigint NOT NULL,    -- 0: not leased since it was last recorded
  ready_at bigint NOT NULL,       -- the latest of not_before, next_attempt, lease_until
  settled_at bigint NOT NULL,     -- 0: not settled
  channel text COLLATE "C" NOT NULL,
  detail text COLLATE "C" NOT NULL,
  body text COLLATE "C" NOT NULL
);
CREATE INDEX outbox_waiting ON outbox (priority, ready_at, id) WHERE standing = 0;
CREATE INDEX outbox_of_code ON outbox (code, id) WHERE code <> '';
CREATE INDEX outbox_of_person ON outbox (person, id) WHERE person <> '';

-- Sealed before they come here (app/vault.h); never in the log.
CREATE TABLE secrets (
  name text COLLATE "C" PRIMARY KEY,
  body bytea NOT NULL
);

-- Files sent in the chat, each kept once.
CREATE TABLE files (
  digest text COLLATE "C" PRIMARY KEY,  -- SHA-256 in hexadecimal
  bytes bigint NOT NULL,
  content bytea NOT NULL
);

-- Who is signed in to the pages; of the token only the hash.
CREATE TABLE page_sessions (
  hash text COLLATE "C" PRIMARY KEY,
  person text COLLATE "C" NOT NULL,
  administrator boolean NOT NULL,
  since bigint NOT NULL,
  last_seen bigint NOT NULL
);
CREATE TABLE page_passwords (
  person text COLLATE "C" PRIMARY KEY,
  hash text COLLATE "C" NOT NULL  -- Argon2id, as libsodium writes it
);
-- Who looked at which unit's figures. Only added to.
CREATE TABLE page_reads (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  person text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  page text COLLATE "C" NOT NULL
);
CREATE INDEX page_reads_of_unit ON page_reads (unit, id);

-- Tokens of programs and secret addresses of calendar feeds; of the secret only the hash.
CREATE TABLE access_keys (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  hash text COLLATE "C" NOT NULL UNIQUE,
  kind integer NOT NULL,          -- 0 token, 1 feed
  person text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  scopes text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  made bigint NOT NULL,
  expires bigint,                 -- NULL: until it is revoked
  last_used bigint,
  revoked bigint
);
-- What a call with an Idempotency-Key was answered.
CREATE TABLE kept_answers (
  key text COLLATE "C" PRIMARY KEY,
  call text COLLATE "C" NOT NULL,
  status integer NOT NULL,
  body text COLLATE "C" NOT NULL,
  at bigint NOT NULL
);
CREATE INDEX kept_answers_by_age ON kept_answers (at);
-- Who is told of events, and how far.
CREATE TABLE webhooks (
  id text COLLATE "C" PRIMARY KEY,
  url text COLLATE "C" NOT NULL,
  kinds text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  private_allowed boolean NOT NULL,
  made bigint NOT NULL,
  cursor bigint NOT NULL,         -- log.seq
  failures integer NOT NULL,
  failing_since bigint,
  next_attempt bigint NOT NULL,
  fault text COLLATE "C" NOT NULL,
  paused boolean NOT NULL
);

-- Plans read from documents that wait to be corrected and issued.
CREATE TABLE drafts (
  id text COLLATE "C" PRIMARY KEY,
  person text COLLATE "C" NOT NULL,
  file text COLLATE "C" NOT NULL,
  title text COLLATE "C" NOT NULL,
  opened bigint NOT NULL,
  changed bigint NOT NULL,
  text text COLLATE "C" NOT NULL, -- JSON
  plan text COLLATE "C" NOT NULL, -- a plan file
  seen text COLLATE "C" NOT NULL, -- JSON
  version bigint NOT NULL
);

-- Not even the owner of the tables changes what happened by mistake.
CREATE FUNCTION only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER log_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON log
  FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();
CREATE TRIGGER page_reads_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON page_reads
  FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();
)sql";

/// Several programs at once: docs/adr/0015.
inline constexpr const char* k_schema_2 = R"sql(
-- Programs that use the database, or did so today.
CREATE TABLE nodes (
  name text COLLATE "C" PRIMARY KEY,
  program integer NOT NULL,       -- newest version of the schema it knows
  last_commit bigint NOT NULL,    -- log_head.commits of the last one it made
  entered timestamptz NOT NULL,
  seen timestamptz                -- when it last said that it lives; NULL: it never does
);
-- What only one of them does at a time.
CREATE TABLE leases (
  name text COLLATE "C" PRIMARY KEY,
  holder text COLLATE "C" NOT NULL,
  until timestamptz NOT NULL,     -- by the server's clock
  fence bigint NOT NULL           -- one more with each new holder
);
ALTER TABLE log_head DROP COLUMN writer;
ALTER TABLE log_head ADD COLUMN outbox_id bigint NOT NULL DEFAULT 0;  -- of the last message
UPDATE log_head SET outbox_id = (SELECT coalesce(max(id), 0) FROM outbox);
)sql";

/// A link used at one node is used up at all of them.
inline constexpr const char* k_schema_3 = R"sql(
-- One-time sign-in links that were used; of the link only the hash.
CREATE TABLE page_links (
  hash text COLLATE "C" PRIMARY KEY,
  made bigint NOT NULL
);
)sql";

/// What the role of a running program may do, where the administrator made such a role
/// (packaging/postgresql.sql). Again after each migration; changes nothing when it is so already.
inline constexpr const char* k_rights = R"sql(
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'dondoc_run') THEN
    GRANT USAGE ON SCHEMA dondoc TO dondoc_run;
    GRANT SELECT ON schema_version TO dondoc_run;
    GRANT SELECT, INSERT ON log, inbox, files, page_reads TO dondoc_run;
    GRANT SELECT, UPDATE ON log_head TO dondoc_run;
    GRANT SELECT, INSERT, UPDATE ON cases, outbox, secrets, page_passwords, access_keys
      TO dondoc_run;
    GRANT SELECT, INSERT, UPDATE, DELETE ON nodes, leases, documents, page_sessions, kept_answers, webhooks, drafts
      TO dondoc_run;
    IF to_regclass('page_links') IS NOT NULL THEN
      GRANT SELECT, INSERT, DELETE ON page_links TO dondoc_run;
    END IF;
  END IF;
END $$;
)sql";

}  // namespace dondoc::postgres
