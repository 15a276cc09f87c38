-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far each system is, in all and at each establishment: the first in this list that it is at.
CREATE TEMP TABLE part (stage, part, place);
INSERT INTO part VALUES ('live', 'production', 1), ('restricted', 'production', 1), ('pilot', 'pilot', 2),
  ('validation', 'pilot', 2), ('procure', 'preparation', 3), ('build', 'preparation', 3), ('idea', 'study', 4),
  ('study', 'study', 4), ('suspended', NULL, 5), ('retired', NULL, 6), ('rejected', NULL, 6);
CREATE TEMP TABLE far AS
SELECT s.id AS system, ifnull (s.use_domain, 'unknown') AS key, 'domain' AS by,
  (SELECT min (ifnull (p.place, 7)) FROM stage t LEFT JOIN part p ON p.stage = t.stage WHERE t.system = s.id) AS place
FROM system s
WHERE EXISTS (SELECT 1 FROM stage t WHERE t.system = s.id) OR NOT EXISTS (SELECT 1 FROM deployment d WHERE d.system_id = s.id);
INSERT INTO far SELECT t.system, o.code, 'establishment',
  min (CASE WHEN p.place IN (5, 6) THEN 99 ELSE ifnull (p.place, 7) END)
FROM stage t JOIN site_of h ON h.unit = t.unit JOIN org_unit o ON o.id = h.site LEFT JOIN part p ON p.stage = t.stage
GROUP BY t.system, o.code;
DELETE FROM far WHERE place IN (5, 6, 99);
SELECT key, by, count (*) AS systems, sum (ifnull (place, 7) = 1) AS production, sum (ifnull (place, 7) = 2) AS pilot,
  sum (ifnull (place, 7) = 3) AS preparation, sum (ifnull (place, 7) = 4) AS study, sum (ifnull (place, 7) = 7) AS unknown
FROM far GROUP BY key, by ORDER BY 1;
