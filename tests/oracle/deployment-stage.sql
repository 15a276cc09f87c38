-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TEMP TABLE open_site AS SELECT id FROM org_unit WHERE kind IN ('site', 'ehpad')
  AND coalesce (opened_on, :as_of) <= :as_of AND coalesce (closed_on, '9999-12-31') > :as_of;
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
SELECT ifnull (part, 'unknown') AS key, count (id) AS systems,
  (SELECT count (*) FROM grouped g WHERE g.part = ifnull (f.part, 'unknown')) AS deployments,
  CASE WHEN part = 'production' AND EXISTS (SELECT 1 FROM open_site) THEN (SELECT count (DISTINCT o.id) FROM grouped g JOIN site_of h ON h.unit = g.unit
    JOIN open_site o ON o.id = h.site WHERE g.part = 'production') END AS establishments
FROM (SELECT id, part FROM furthest UNION ALL SELECT NULL, part FROM grouped) f GROUP BY 1 ORDER BY 1;
