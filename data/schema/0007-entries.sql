-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- When facts were entered, beside the day that they hold from: src/store/vigie-entries.c.

-- Records of a kind that were entered on one day, from one row id to another. Without a day: when they were
-- entered is not known, and they count as known from their own dates.
CREATE TABLE entry_batch (
  kind TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL CHECK (last_id >= first_id),
  entered_on TEXT CHECK (entered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (entered_on) IS entered_on),
  PRIMARY KEY (kind, first_id)
) STRICT, WITHOUT ROWID;

-- What stands in the register already.
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'headcount', min (id), max (id) FROM headcount HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'job', min (id), max (id) FROM job HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'completion', min (id), max (id) FROM completion HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'completion_count', min (id), max (id) FROM completion_count HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'stage_event', min (id), max (id) FROM stage_event HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'user_group', min (id), max (id) FROM user_group HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'safeguard', min (id), max (id) FROM safeguard HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'evidence', min (id), max (id) FROM evidence HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'barrier', min (id), max (id) FROM barrier HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'rating', min (id), max (id) FROM rating HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'survey', min (id), max (id) FROM survey HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'meeting', min (id), max (id) FROM meeting HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'decision', min (id), max (id) FROM decision HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'action', min (id), max (id) FROM action HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'incident', min (id), max (id) FROM incident HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'cost', min (id), max (id) FROM cost HAVING count (*) > 0;
INSERT INTO entry_batch (kind, first_id, last_id) SELECT 'benefit', min (id), max (id) FROM benefit HAVING count (*) > 0;

PRAGMA user_version = 7;
