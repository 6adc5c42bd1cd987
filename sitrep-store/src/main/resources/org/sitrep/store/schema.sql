-- One file per store. Raise Store.SCHEMA_VERSION when anything here changes.

CREATE TABLE meta (key VARCHAR NOT NULL, value VARCHAR NOT NULL);

CREATE TABLE runs (
  run BIGINT NOT NULL, started TIMESTAMP NOT NULL, finished TIMESTAMP, inputs VARCHAR NOT NULL,
  documents INTEGER, skipped INTEGER, rejected INTEGER);

-- One row per snapshot; the digest is that of the bytes as they came. Rows are never changed.
-- author, modified, language: what the page says of itself; address and own_address: see Address.java.
CREATE TABLE documents (
  seq BIGINT NOT NULL, digest VARCHAR PRIMARY KEY, doc VARCHAR NOT NULL, origin VARCHAR NOT NULL,
  url VARCHAR, publisher VARCHAR, title VARCHAR, published DATE, fetched TIMESTAMP,
  format VARCHAR NOT NULL, headline VARCHAR, author VARCHAR, modified TIMESTAMP, language VARCHAR,
  address VARCHAR, own_address VARCHAR, text VARCHAR NOT NULL, run BIGINT NOT NULL);

-- When which snapshot of a document was seen. What one document is, is decided when a snapshot is saved
-- (VersionTable.java); "work" is the digest of one of its snapshots. Claims of the latest one count.
CREATE SEQUENCE version_seq;
CREATE TABLE versions (
  seq BIGINT NOT NULL, work VARCHAR NOT NULL, digest VARCHAR NOT NULL, seen TIMESTAMP NOT NULL);

CREATE VIEW latest AS
  SELECT work, digest, seen FROM versions
  QUALIFY row_number() OVER (PARTITION BY work ORDER BY seen DESC, seq DESC) = 1;

-- Spans count UTF-16 units of documents.text.
CREATE TABLE blocks (
  digest VARCHAR NOT NULL, ordinal INTEGER NOT NULL, kind VARCHAR NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  first_line INTEGER NOT NULL, last_line INTEGER NOT NULL, text VARCHAR NOT NULL);

-- What readers wrote. Never evidence: no export query may name this table. Authors are keyed hashes of site and name.
CREATE TABLE comments (
  digest VARCHAR NOT NULL, ordinal INTEGER NOT NULL, author VARCHAR, time VARCHAR, votes INTEGER,
  text VARCHAR NOT NULL, first_line INTEGER NOT NULL, last_line INTEGER NOT NULL,
  parent INTEGER, parent_known BOOLEAN NOT NULL, depth INTEGER NOT NULL);

-- Nested slots are JSON; the *_keys columns hold folded names and ids, for filters.
CREATE TABLE claims (
  seq BIGINT NOT NULL, claim_id VARCHAR NOT NULL, doc VARCHAR NOT NULL, digest VARCHAR NOT NULL,
  publisher VARCHAR, published DATE, section VARCHAR NOT NULL,
  utf16_start INTEGER NOT NULL, utf16_end INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, evidence VARCHAR NOT NULL,
  event_type VARCHAR NOT NULL, type_label VARCHAR NOT NULL, family VARCHAR NOT NULL,
  acled_event VARCHAR NOT NULL, acled_sub_event VARCHAR NOT NULL, plover VARCHAR NOT NULL,
  cameo VARCHAR NOT NULL, sub_type VARCHAR NOT NULL,
  actors VARCHAR NOT NULL, targets VARCHAR NOT NULL, places VARCHAR NOT NULL,
  place_name VARCHAR, lat DOUBLE, lon DOUBLE, km DOUBLE,
  time_start DATE, time_end DATE, time_precision VARCHAR,
  attribution VARCHAR NOT NULL, source_name VARCHAR NOT NULL, root VARCHAR NOT NULL,
  certainty VARCHAR NOT NULL,
  killed_low INTEGER, killed_high INTEGER, wounded_low INTEGER, wounded_high INTEGER,
  captured_low INTEGER, captured_high INTEGER, displaced_low INTEGER, displaced_high INTEGER,
  casualties VARCHAR NOT NULL, materiel VARCHAR NOT NULL, distance VARCHAR,
  frame VARCHAR NOT NULL, rules VARCHAR NOT NULL,
  party_keys VARCHAR NOT NULL, place_keys VARCHAR NOT NULL, source_keys VARCHAR NOT NULL);

-- Made anew from the claims of the latest versions after each run.
CREATE TABLE events (
  seq BIGINT NOT NULL, event_id VARCHAR NOT NULL,
  event_type VARCHAR NOT NULL, type_label VARCHAR NOT NULL, family VARCHAR NOT NULL,
  acled_event VARCHAR NOT NULL, acled_sub_event VARCHAR NOT NULL, plover VARCHAR NOT NULL,
  cameo VARCHAR NOT NULL,
  place VARCHAR, place_name VARCHAR, lat DOUBLE, lon DOUBLE, km DOUBLE,
  time_start DATE, time_end DATE, time_precision VARCHAR,
  actors VARCHAR NOT NULL, targets VARCHAR NOT NULL, roots VARCHAR NOT NULL,
  losses VARCHAR NOT NULL,
  casualties VARCHAR NOT NULL, contradictions VARCHAR NOT NULL, why VARCHAR NOT NULL);
CREATE INDEX events_event_id ON events (event_id);

CREATE TABLE event_claims (
  event_id VARCHAR NOT NULL, ordinal INTEGER NOT NULL, claim_id VARCHAR NOT NULL,
  digest VARCHAR NOT NULL);
CREATE INDEX event_claims_event_id ON event_claims (event_id);

-- The claims of each snapshot once more, as they are asked for together: JSON, deflated (ToldTable.java). A document
-- is told by "doc", which is claims.seq of its first claim; one without claims is not here.
CREATE TABLE told (doc BIGINT NOT NULL, claims BLOB NOT NULL);
CREATE INDEX told_doc ON told (doc);

-- What bringing events up to date goes by (FusedTable.java): the documents that events were made of, with a number for
-- the component of each claim in their order (0: none); under which keys and components each document is found.
CREATE TABLE fused (doc BIGINT NOT NULL, digest VARCHAR NOT NULL, claims INTEGER NOT NULL, components BLOB NOT NULL);
CREATE INDEX fused_doc ON fused (doc);
CREATE TABLE component_docs (component BIGINT NOT NULL, doc BIGINT NOT NULL);
CREATE INDEX component_docs_component ON component_docs (component);
CREATE TABLE claim_keys (key BIGINT NOT NULL, doc BIGINT NOT NULL);
CREATE INDEX claim_keys_key ON claim_keys (key);

-- Snapshots of documents that have changed since events were made.
-- first and claims: claims.seq of its first claim and their number, where it had no version before.
CREATE TABLE unfused (digest VARCHAR NOT NULL, first BIGINT, claims INTEGER);

-- What became of ids that events had: one row for each id that has its claims now, none (null) where they count no
-- more. "change" counts the times that events changed; only a later one continues a chain.
CREATE TABLE event_redirects (
  change BIGINT NOT NULL, old_id VARCHAR NOT NULL, new_id VARCHAR, reason VARCHAR NOT NULL, changed TIMESTAMP NOT NULL);

-- Who is said to hold what; what follows from it on a day is worked out when asked.
CREATE TABLE control_entries (
  seq BIGINT NOT NULL, place VARCHAR NOT NULL, place_name VARCHAR NOT NULL, lat DOUBLE, lon DOUBLE,
  km DOUBLE, part VARCHAR NOT NULL, holder VARCHAR NOT NULL, holder_name VARCHAR NOT NULL, kind VARCHAR NOT NULL,
  standing VARCHAR NOT NULL, known_root BOOLEAN NOT NULL, certainty VARCHAR NOT NULL, since DATE, until DATE,
  published DATE, root VARCHAR NOT NULL, root_name VARCHAR NOT NULL, publisher VARCHAR,
  claim_id VARCHAR NOT NULL, copy_of VARCHAR NOT NULL);

-- Where the gazetteer had each place when a document last named it.
CREATE TABLE place_spots (place_id VARCHAR PRIMARY KEY, lat DOUBLE NOT NULL, lon DOUBLE NOT NULL);

CREATE TABLE issues (
  run BIGINT NOT NULL, kind VARCHAR NOT NULL, rejects BOOLEAN NOT NULL, origin VARCHAR NOT NULL,
  position BIGINT NOT NULL, message VARCHAR NOT NULL, digest VARCHAR);

-- What was found in each comment (Remark as JSON). Like comments no evidence: it has no key into claims, and no
-- claim, event, control or export is made from it.
CREATE TABLE comment_remarks (
  digest VARCHAR NOT NULL, ordinal INTEGER NOT NULL, remark VARCHAR NOT NULL);

-- Pages (address, document id or digest) whose comments were erased, and are not kept when they come again.
CREATE TABLE erased_threads (page VARCHAR NOT NULL, erased TIMESTAMP NOT NULL);

-- Addresses that are fetched again and again; a restart goes on from here.
CREATE TABLE watched (
  url VARCHAR PRIMARY KEY, state VARCHAR NOT NULL);

-- What people decided (Ruling as JSON), in the order in which they did. Never changed, never deleted.
CREATE TABLE rulings (seq BIGINT NOT NULL, ruling VARCHAR NOT NULL);
