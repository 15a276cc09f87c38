-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TEMP TABLE grouped AS
SELECT *, CASE WHEN stage IN ('live', 'restricted') THEN 'production' WHEN stage IN ('pilot', 'validation') THEN 'pilot'
    WHEN stage IN ('procure', 'build') THEN 'preparation' WHEN stage IN ('idea', 'study') THEN 'study'
    WHEN stage = 'suspended' THEN 'suspended' WHEN stage IN ('retired', 'rejected') THEN 'ended' ELSE 'unknown' END AS part
FROM stage;
CREATE TEMP TABLE furthest AS
SELECT s.id, s.ai_act_class, (SELECT part FROM grouped g WHERE g.system = s.id
  ORDER BY instr ('production pilot preparation study suspended ended unknown', g.part) LIMIT 1) AS part
FROM system s
WHERE EXISTS (SELECT 1 FROM grouped g WHERE g.system = s.id) OR NOT EXISTS (SELECT 1 FROM deployment d WHERE d.system_id = s.id);
SELECT ifnull (part, 'unknown') AS key, count (*) AS systems,
  (SELECT count (*) FROM grouped g WHERE g.part = ifnull (f.part, 'unknown')) AS deployments,
  CASE part WHEN 'production' THEN (SELECT count (DISTINCT o.id) FROM grouped g JOIN site_of h ON h.unit = g.unit
    JOIN org_unit o ON o.id = h.site WHERE g.part = 'production' AND o.kind IN ('site', 'ehpad')) END AS establishments
FROM furthest f GROUP BY 1 ORDER BY 1;
