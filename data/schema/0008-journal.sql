-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What was changed, when, by whom: src/store/vigie-journal.c. Rows are only ever added, each with the hash of the
-- one before.

-- One transaction. An undo or a redo has a target: the entry whose changes it takes back or makes again.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  entered_at TEXT CHECK (length (entered_at) BETWEEN 1 AND 100),
  author TEXT CHECK (length (author) BETWEEN 1 AND 20000),
  kind TEXT NOT NULL CHECK (kind IN ('founding', 'edit', 'import', 'undo', 'redo')),
  target INTEGER CHECK ((target IS NOT NULL) = (kind IN ('undo', 'redo'))),
  file TEXT CHECK (length (file) BETWEEN 1 AND 20000),
  record TEXT CHECK (length (record) BETWEEN 1 AND 20000),
  counts TEXT NOT NULL,
  parts INTEGER NOT NULL CHECK (parts >= 0),
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX journal_target ON journal (target, seq) WHERE target IS NOT NULL;

-- The changes of an entry in the order in which they were made: changesets of SQLite's session extension, each
-- compressed by zlib.
CREATE TABLE journal_part (
  seq INTEGER NOT NULL,
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (seq, part)
) STRICT;

-- How far the journal goes, so that a cut off end is seen.
CREATE TABLE journal_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  entries INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO journal_head (id, entries, hash) VALUES (1, 0, '');

PRAGMA user_version = 8;
