-- SPDX-License-Identifier: GPL-3.0-or-later
-- By the words of "safeguards-due": a rule is about the systems that have everything it names; what is not
-- recorded of a system leaves it open.
CREATE TEMP TABLE fits AS
SELECT y.id AS system, r.kind, r.applies_on,
  (r.ai_act_class IS NULL OR r.ai_act_class IS y.ai_act_class) AND (r.ai_act_route IS NULL OR r.ai_act_route IS y.ai_act_route)
  AND (r.medical_device IS NULL OR r.medical_device IS (CASE WHEN y.md_class = 'none' THEN 0 WHEN y.md_class <> 'unknown' THEN 1 END))
  AND (r.personal_data IS NULL OR r.personal_data IS y.personal_data)
  AND (r.health_data IS NULL OR r.health_data IS y.health_data) AS surely
FROM duty r JOIN system y ON (r.ai_act_class IS NULL OR coalesce (nullif (y.ai_act_class, 'unknown'), r.ai_act_class) = r.ai_act_class)
  AND (r.ai_act_route IS NULL OR coalesce (y.ai_act_route, r.ai_act_route) = r.ai_act_route)
  AND (r.medical_device IS NULL OR coalesce (y.md_class, 'unknown') = 'unknown' OR r.medical_device = (y.md_class <> 'none'))
  AND (r.personal_data IS NULL OR coalesce (y.personal_data, r.personal_data) = r.personal_data)
  AND (r.health_data IS NULL OR coalesce (y.health_data, r.health_data) = r.health_data)
WHERE r.legal_status IN ('in_force', 'adopted');
CREATE TEMP TABLE kind AS SELECT kind FROM safeguard UNION SELECT kind FROM duty;
CREATE TEMP TABLE facing AS
SELECT s.deployment, s.system, k.kind,
  CASE WHEN g.status = 'in_place' AND (g.done_on > :as_of OR g.valid_until < :as_of) THEN 'missing' ELSE g.status END AS status,
  EXISTS (SELECT 1 FROM duty r WHERE r.kind = k.kind AND r.legal_status IN ('in_force', 'adopted')) AS ruled,
  EXISTS (SELECT 1 FROM fits f WHERE f.system = s.system AND f.kind = k.kind AND f.surely AND f.applies_on <= :as_of) AS due,
  EXISTS (SELECT 1 FROM fits f WHERE f.system = s.system AND f.kind = k.kind AND NOT f.surely AND f.applies_on <= :as_of) AS perhaps,
  EXISTS (SELECT 1 FROM fits f WHERE f.system = s.system AND f.kind = k.kind AND f.surely AND f.applies_on > :as_of) AS later,
  EXISTS (SELECT 1 FROM fits f WHERE f.system = s.system AND f.kind = k.kind AND NOT f.surely AND f.applies_on > :as_of) AS perhaps_later
FROM stage s CROSS JOIN kind k LEFT JOIN safeguard g ON g.deployment_id = s.deployment AND g.kind = k.kind
WHERE s.stage IN ('pilot', 'validation', 'live', 'restricted');
-- 0 missing, 1 in progress, 2 not assessed, 3 later, 4 in place, 5 not due: of its deployments the gravest.
CREATE TEMP TABLE word AS
SELECT y.code AS key, f.kind, min (CASE
  WHEN f.status = 'in_place' THEN 4 WHEN f.status = 'not_applicable' THEN 5
  WHEN f.due OR f.perhaps OR (NOT f.ruled AND f.status IS NOT NULL)
    THEN CASE f.status WHEN 'missing' THEN 0 WHEN 'in_progress' THEN 1 ELSE 2 END
  WHEN f.later THEN 3 WHEN f.perhaps_later THEN iif (f.status IS NULL, 2, 3) ELSE 5 END) AS state
FROM facing f JOIN system y ON y.id = f.system GROUP BY 1, 2;
-- A protection that nothing is to be said of has no column.
DELETE FROM word WHERE kind NOT IN (SELECT kind FROM word WHERE state <> 5);
CREATE TEMP TABLE name (state, name);
INSERT INTO name VALUES (0, 'missing'), (1, 'in_progress'), (2, 'not_assessed'), (3, 'later'), (4, 'met'), (5, 'not_due');
SELECT key, count (*) FILTER (WHERE state = 0) AS missing, max (name) FILTER (WHERE kind = 'dpia') AS dpia,
  max (name) FILTER (WHERE kind = 'human_oversight') AS human_oversight,
  max (name) FILTER (WHERE kind = 'patient_information') AS patient_information,
  max (name) FILTER (WHERE kind = 'monitoring') AS monitoring, max (name) FILTER (WHERE kind = 'transparency') AS transparency
FROM word JOIN name USING (state) GROUP BY key ORDER BY key;
