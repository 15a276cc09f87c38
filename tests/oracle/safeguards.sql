-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TEMP TABLE kind (kind);
INSERT INTO kind SELECT DISTINCT kind FROM safeguard UNION VALUES ('dpia'), ('human_oversight'), ('patient_information');
-- 0 missing, 1 in progress, 2 not assessed, 4 in place, 5 not due.
CREATE TEMP TABLE state AS
SELECT s.system, s.stage, k.kind, CASE
  WHEN g.status = 'in_place' AND coalesce (g.done_on, :as_of) <= :as_of AND coalesce (g.valid_until, :as_of) >= :as_of THEN 4
  WHEN g.status IN ('missing', 'in_place') THEN 0 WHEN g.status = 'in_progress' THEN 1 WHEN g.status IS NOT NULL THEN 5
  WHEN k.kind = 'dpia' AND (y.personal_data OR y.health_data) THEN 2
  WHEN k.kind = 'human_oversight' AND y.ai_act_class = 'high' THEN 2
  WHEN k.kind = 'patient_information' AND y.md_class NOT IN ('none', 'unknown') THEN 2 ELSE 5 END AS state
FROM stage s JOIN system y ON y.id = s.system CROSS JOIN kind k
LEFT JOIN safeguard g ON g.deployment_id = s.deployment AND g.kind = k.kind
WHERE s.stage IN ('pilot', 'validation', 'live', 'restricted');
CREATE TEMP TABLE word AS
SELECT y.code AS key, t.kind, min (t.state) AS state,
  CASE min (t.state) WHEN 0 THEN 'missing' WHEN 1 THEN 'in_progress' WHEN 2 THEN 'not_assessed' WHEN 4 THEN 'met'
  ELSE 'not_due' END AS word
FROM state t JOIN system y ON y.id = t.system GROUP BY 1, 2;
SELECT key, count (*) FILTER (WHERE state = 0) AS missing, max (word) FILTER (WHERE kind = 'dpia') AS dpia,
  max (word) FILTER (WHERE kind = 'human_oversight') AS human_oversight,
  max (word) FILTER (WHERE kind = 'patient_information') AS patient_information
FROM word GROUP BY key ORDER BY key;
