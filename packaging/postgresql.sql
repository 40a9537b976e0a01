-- Roles and database of an office on PostgreSQL 14 or later. Once, as the server's administrator:
--   psql --file packaging/postgresql.sql postgres
-- Then, with a configuration whose storage.url names dondoc_owner:  dondoc migrate --config FILE
-- Programs run as dondoc. How each role proves who it is stands in pg_hba.conf; passwords are set with \password.

-- Owns the schema; used by `dondoc migrate` alone.
CREATE ROLE dondoc_owner LOGIN;

-- What a running program may do (`dondoc migrate` grants it): the log is read and added to, never changed.
CREATE ROLE dondoc_run NOLOGIN;

-- The role of `dondoc serve` and of the other commands.
CREATE ROLE dondoc LOGIN IN ROLE dondoc_run;

CREATE DATABASE dondoc OWNER dondoc_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE dondoc FROM PUBLIC;
GRANT CONNECT ON DATABASE dondoc TO dondoc_run;
