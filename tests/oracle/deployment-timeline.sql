-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TEMP TABLE planned AS
SELECT d.id AS deployment, d.code, d.planned_on, d.system_id AS system FROM deployment d JOIN stage s ON s.deployment = d.id
WHERE d.planned_on <= date (:as_of, '+12 months', 'floor')
  AND coalesce (s.stage, 'idea') NOT IN ('live', 'restricted', 'suspended', 'retired', 'rejected');
CREATE TEMP TABLE needed AS
SELECT u.deployment, a.target, CASE WHEN a.required_by IS NOT NULL THEN 1.0 * min (u.users, h.valid) / u.users
    ELSE 1.0 * h.valid / h.heads END AS coverage
FROM users u JOIN asked a ON a.unit = u.unit AND a.profession = u.profession AND a.system = u.system
LEFT JOIN user_holders h ON h.deployment = u.deployment AND h.profession = u.profession AND h.module = a.module
WHERE u.users > 0;
SELECT p.code AS key, p.planned_on, (SELECT max (occurred_on) FROM stage_event e WHERE e.deployment_id = p.deployment
    AND e.occurred_on <= :as_of) AS since,
  (SELECT printf ('%.4f', min (coverage)) FROM needed n WHERE n.deployment = p.deployment
   HAVING count (*) > 0 AND count (*) = count (coverage)) AS readiness
FROM planned p ORDER BY 1;
