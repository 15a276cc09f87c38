-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a deployment costs, a year and a source of money at a time, and what it brings, in units of its own.
CREATE TABLE cost (
  id INTEGER PRIMARY KEY,
  deployment_id INTEGER NOT NULL REFERENCES deployment (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  kind TEXT NOT NULL CHECK (kind IN ('investment', 'running')),
  funding TEXT NOT NULL CHECK (funding IN ('own', 'france2030', 'care', 'ars', 'eu', 'research', 'donation', 'other')),
  planned_cents INTEGER CHECK (planned_cents BETWEEN 0 AND 10000000000000),
  actual_cents INTEGER CHECK (actual_cents BETWEEN 0 AND 10000000000000)
) STRICT;
CREATE UNIQUE INDEX cost_key ON cost (deployment_id, year, kind, funding);

CREATE TABLE benefit (
  id INTEGER PRIMARY KEY,
  deployment_id INTEGER NOT NULL REFERENCES deployment (id),
  kind TEXT NOT NULL CHECK (kind IN ('time', 'quality', 'access', 'cost', 'experience', 'revenue', 'research')),
  unit TEXT NOT NULL CHECK (length (unit) BETWEEN 1 AND 20000),
  target INTEGER CHECK (target BETWEEN 0 AND 10000000000000),
  actual INTEGER CHECK (actual BETWEEN 0 AND 10000000000000),
  measured_on TEXT CHECK (measured_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (measured_on) IS measured_on),
  method TEXT CHECK (length (method) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX benefit_key ON benefit (deployment_id, kind);

PRAGMA user_version = 4;
