-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who must hold what on the day, one row a person and module where persons are known, from the definition
-- of "coverage" and of "competence" (src/insight/vigie-definitions.c).

-- Every unit above each unit, itself at 0 levels.
CREATE TEMP TABLE above AS
WITH RECURSIVE walk (unit, above, levels) AS (
  SELECT id, id, 0 FROM org_unit
  UNION ALL
  SELECT unit, parent_id, levels + 1 FROM walk JOIN org_unit ON org_unit.id = walk.above WHERE parent_id IS NOT NULL
)
SELECT * FROM walk;

-- The establishment of each unit: the nearest site, EHPAD or legal entity, else itself.
CREATE TEMP TABLE site_of AS
SELECT o.id AS unit, ifnull ((SELECT a.above FROM above a JOIN org_unit s ON s.id = a.above
  WHERE a.unit = o.id AND s.kind IN ('site', 'ehpad', 'legal') ORDER BY a.levels LIMIT 1), o.id) AS site
FROM org_unit o;

CREATE TEMP TABLE post AS
SELECT DISTINCT staff_id, org_unit_id AS unit, profession_id AS profession FROM job
WHERE starts_on <= :as_of AND coalesce (ends_on, '9999-12-31') >= :as_of;

-- A person holds a module on the day, whichever of the completions it comes from.
CREATE TEMP TABLE holds AS
SELECT DISTINCT c.staff_id, c.module_id AS module FROM completion c JOIN module m ON m.id = c.module_id
WHERE c.completed_on <= :as_of
  AND coalesce (c.expires_on, date (c.completed_on, m.validity_months || ' months', 'floor'), '9999-12-31') > :as_of;

CREATE TEMP TABLE counted_heads AS
SELECT h.org_unit_id AS unit, h.profession_id AS profession, h.heads FROM headcount h
WHERE h.valid_from <= :as_of AND coalesce (h.valid_to, '9999-12-31') >= :as_of
  AND NOT EXISTS (SELECT 1 FROM headcount l WHERE l.org_unit_id = h.org_unit_id AND l.profession_id = h.profession_id
                  AND l.valid_from > h.valid_from AND l.valid_from <= :as_of)
  AND NOT EXISTS (SELECT 1 FROM post p JOIN site_of a ON a.unit = p.unit JOIN site_of b ON b.unit = h.org_unit_id
                  WHERE p.profession = h.profession_id AND a.site = b.site);

CREATE TEMP TABLE counted_valid AS
SELECT c.org_unit_id AS unit, c.profession_id AS profession, c.module_id AS module, c.valid FROM completion_count c
WHERE c.as_of = (SELECT max (as_of) FROM completion_count l WHERE l.org_unit_id = c.org_unit_id
  AND l.profession_id = c.profession_id AND l.module_id = c.module_id AND l.as_of <= :as_of);

-- People of a unit and profession and how many hold a module; valid is NULL where nobody counted.
CREATE TEMP TABLE holders AS
SELECT p.unit, p.profession, m.id AS module, count (*) AS heads, count (h.staff_id) AS valid
FROM post p CROSS JOIN module m LEFT JOIN holds h ON h.staff_id = p.staff_id AND h.module = m.id GROUP BY 1, 2, 3
UNION ALL
SELECT c.unit, c.profession, m.id, c.heads, min (v.valid, c.heads)
FROM counted_heads c CROSS JOIN module m
LEFT JOIN counted_valid v ON v.unit = c.unit AND v.profession = c.profession AND v.module = m.id WHERE c.heads > 0;

-- Which requirement applies: system before profession, profession before unit, the nearer unit before the farther.
CREATE TEMP TABLE asked AS
SELECT unit, profession, system, module, obligation, target, required_by FROM (
  SELECT o.id AS unit, p.id AS profession, s.id AS system, r.module_id AS module, r.obligation,
    r.target_percent AS target, r.system_id AS required_by,
    row_number () OVER (PARTITION BY o.id, p.id, s.id, r.module_id
      ORDER BY r.system_id IS NULL, r.profession_id IS NULL, r.org_unit_id IS NULL, ifnull (a.levels, 999), r.id) AS place
  FROM org_unit o CROSS JOIN profession p CROSS JOIN (SELECT id FROM system UNION ALL SELECT NULL) s
  JOIN requirement r ON (r.profession_id IS NULL OR r.profession_id = p.id)
    AND (r.system_id IS NULL OR r.system_id = s.id)
    AND coalesce (r.valid_from, :as_of) <= :as_of AND coalesce (r.valid_to, :as_of) >= :as_of
  LEFT JOIN above a ON a.unit = o.id AND a.above = r.org_unit_id
  WHERE r.org_unit_id IS NULL OR a.levels IS NOT NULL
) WHERE place = 1 AND obligation <> 'recommended';

CREATE TEMP TABLE stage AS
SELECT d.id AS deployment, d.system_id AS system, d.org_unit_id AS unit,
  (SELECT e.stage FROM stage_event e WHERE e.deployment_id = d.id AND e.occurred_on <= :as_of
   ORDER BY e.occurred_on DESC LIMIT 1) AS stage,
  EXISTS (SELECT 1 FROM stage_event e WHERE e.deployment_id = d.id) AS dated
FROM deployment d;
DELETE FROM stage WHERE stage IS NULL AND dated;

CREATE TEMP TABLE users AS
SELECT g.deployment_id AS deployment, s.system, s.unit, s.stage, g.profession_id AS profession,
  CASE WHEN s.stage IN ('live', 'restricted') THEN coalesce (g.users_active, g.users_expected)
       ELSE coalesce (g.users_expected, g.users_active) END AS users
FROM user_group g JOIN stage s ON s.deployment = g.deployment_id
WHERE g.as_of = (SELECT max (as_of) FROM user_group l WHERE l.deployment_id = g.deployment_id
  AND l.profession_id = g.profession_id AND l.as_of <= :as_of);

-- The people from whom a deployment's users come: its establishment, and all below it where it has none above.
CREATE TEMP TABLE user_holders AS
SELECT u.deployment, u.profession, h.module, sum (h.heads) AS heads, sum (h.valid) AS valid
FROM users u JOIN holders h ON h.profession = u.profession AND h.valid IS NOT NULL
JOIN site_of here ON here.unit = u.unit JOIN site_of there ON there.unit = h.unit
WHERE here.site = there.site OR EXISTS (SELECT 1 FROM above a WHERE a.unit = h.unit AND a.above = u.unit)
GROUP BY 1, 2, 3;

CREATE TEMP TABLE cells AS
SELECT h.profession, h.module, h.heads AS required, h.valid, a.target
FROM holders h JOIN asked a ON a.unit = h.unit AND a.profession = h.profession AND a.module = h.module
  AND a.system IS NULL
UNION ALL
SELECT u.profession, a.module, u.users, min (h.valid, u.users), a.target
FROM users u JOIN asked a ON a.unit = u.unit AND a.profession = u.profession AND a.system = u.system
  AND a.required_by IS NOT NULL
LEFT JOIN user_holders h ON h.deployment = u.deployment AND h.profession = u.profession AND h.module = a.module
WHERE u.stage IN ('pilot', 'validation', 'live', 'restricted') AND u.users > 0;
