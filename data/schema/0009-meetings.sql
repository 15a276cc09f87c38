-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a meeting is about, who sat in it, what it saw, and what it decided on which point.
CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  sort INTEGER NOT NULL CHECK (sort BETWEEN 1 AND 1000),
  title TEXT NOT NULL CHECK (length (title) BETWEEN 1 AND 20000),
  purpose TEXT NOT NULL CHECK (purpose IN ('info', 'opinion', 'decision', 'debate')),
  figure TEXT CHECK (length (figure) BETWEEN 1 AND 20000),
  matter TEXT CHECK (length (matter) BETWEEN 1 AND 20000),
  org_unit_id INTEGER REFERENCES org_unit (id),
  profession_id INTEGER REFERENCES profession (id),
  as_of TEXT CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (as_of) IS as_of),
  minutes_budget INTEGER CHECK (minutes_budget BETWEEN 0 AND 600),
  notes TEXT CHECK (length (notes) BETWEEN 1 AND 20000),
  discussion TEXT CHECK (length (discussion) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX agenda_item_key ON agenda_item (code);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id);
CREATE INDEX agenda_item_org_unit ON agenda_item (org_unit_id);
CREATE INDEX agenda_item_profession ON agenda_item (profession_id);

-- By function, never by name.
CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  function TEXT NOT NULL CHECK (length (function) BETWEEN 1 AND 20000),
  presence TEXT NOT NULL CHECK (presence IN ('present', 'remote', 'excused', 'absent'))
) STRICT;
CREATE UNIQUE INDEX attendance_key ON attendance (meeting_id, function);

-- The figure or the matter as the meeting saw it, with its hash.
CREATE TABLE exhibit (
  id INTEGER PRIMARY KEY,
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_item (id),
  frozen_on TEXT NOT NULL CHECK (frozen_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (frozen_on) IS frozen_on),
  content TEXT NOT NULL CHECK (length (content) BETWEEN 1 AND 400000),
  sha256 TEXT NOT NULL CHECK (length (sha256) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX exhibit_key ON exhibit (agenda_item_id);

ALTER TABLE decision ADD COLUMN agenda_item_id INTEGER REFERENCES agenda_item (id);
CREATE INDEX decision_agenda_item ON decision (agenda_item_id);
ALTER TABLE action ADD COLUMN agenda_item_id INTEGER REFERENCES agenda_item (id);
CREATE INDEX action_agenda_item ON action (agenda_item_id);

PRAGMA user_version = 9;
