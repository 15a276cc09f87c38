-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TEMP TABLE here AS
SELECT h.site, h.valid, a.target, h.heads AS required FROM (SELECT s.site, h.* FROM holders h JOIN site_of s ON s.unit = h.unit) h
JOIN asked a ON a.unit = h.unit AND a.profession = h.profession AND a.module = h.module AND a.system IS NULL
UNION ALL
SELECT s.site, min (h.valid, u.users), a.target, u.users
FROM users u JOIN site_of s ON s.unit = u.unit
JOIN asked a ON a.unit = u.unit AND a.profession = u.profession AND a.system = u.system AND a.required_by IS NOT NULL
LEFT JOIN user_holders h ON h.deployment = u.deployment AND h.profession = u.profession AND h.module = a.module
WHERE u.stage IN ('pilot', 'validation', 'live', 'restricted') AND u.users > 0;
CREATE TEMP TABLE running AS
SELECT s.deployment, h.site, EXISTS (SELECT 1 FROM safeguard g WHERE g.deployment_id = s.deployment
    AND g.kind IN ('dpia', 'human_oversight', 'patient_information')
    AND (g.status IN ('missing', 'in_progress') OR (g.status = 'in_place' AND (g.done_on > :as_of OR g.valid_until < :as_of)))) AS lacks
FROM stage s JOIN site_of h ON h.unit = s.unit WHERE s.stage IN ('live', 'restricted');
SELECT o.code AS key, (SELECT sum (required) FROM here WHERE site = o.id AND valid IS NOT NULL) AS required,
  (SELECT sum (valid) FROM here WHERE site = o.id) AS valid,
  (SELECT printf ('%.4f', 1.0 * sum (valid) / sum (required)) FROM here WHERE site = o.id AND valid IS NOT NULL
   HAVING sum (required) > 0) AS coverage,
  (SELECT count (*) FROM running r WHERE r.site = o.id) AS production,
  (SELECT count (*) FROM running r WHERE r.site = o.id AND r.lacks) AS lacking,
  (SELECT count (DISTINCT b.id) FROM barrier b JOIN barrier_link l ON l.barrier_id = b.id JOIN stage s ON s.system = l.system_id
   JOIN site_of h ON h.unit = s.unit WHERE h.site = o.id AND coalesce (s.stage, 'idea') NOT IN ('retired', 'rejected')
     AND coalesce (b.opened_on, :as_of) <= :as_of
     AND CASE WHEN b.closed_on IS NOT NULL THEN b.closed_on > :as_of ELSE b.status NOT IN ('lifted', 'cancelled') END
     AND (SELECT r.likelihood * r.impact FROM rating r WHERE r.barrier_id = b.id AND r.tier = 'current'
       AND r.rated_on <= :as_of ORDER BY r.rated_on DESC LIMIT 1) >= 10) AS barriers
FROM org_unit o WHERE o.kind IN ('site', 'ehpad')
  AND coalesce (o.opened_on, :as_of) <= :as_of AND coalesce (o.closed_on, '9999-12-31') >= :as_of;
