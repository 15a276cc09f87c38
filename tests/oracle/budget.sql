-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TEMP TABLE due AS
SELECT c.year, c.funding, c.planned_cents AS planned, iif (c.year <= CAST (strftime ('%Y', :as_of) AS INTEGER), c.actual_cents, NULL) AS actual
FROM cost c WHERE c.deployment_id IN (SELECT deployment FROM stage);
-- Without any cost recorded the figure says so, and shows no benefits beside it.
-- The latest eight years that anything is recorded of.
SELECT * FROM (SELECT CAST (year AS TEXT) AS key, sum (planned) AS planned, sum (actual) AS actual FROM due
  GROUP BY year ORDER BY year DESC LIMIT 8)
UNION ALL
SELECT d.code || ' ' || b.kind, b.target, iif (coalesce (b.measured_on, :as_of) <= :as_of, b.actual, NULL)
FROM benefit b JOIN deployment d ON d.id = b.deployment_id WHERE d.id IN (SELECT deployment FROM stage) AND EXISTS (SELECT 1 FROM due);
