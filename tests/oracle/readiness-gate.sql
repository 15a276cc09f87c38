-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TEMP TABLE weight AS SELECT kind, weight, medical_device_only AS device_only FROM evidence_weight;
CREATE TEMP TABLE applies AS
SELECT s.id AS system, w.kind, w.weight FROM system s JOIN weight w
  ON NOT w.device_only OR s.md_class IN ('I', 'IIa', 'IIb', 'III', 'ivd_A', 'ivd_B', 'ivd_C', 'ivd_D');
CREATE TEMP TABLE obtained AS
SELECT e.*, a.weight FROM evidence e JOIN applies a ON a.system = e.system_id AND a.kind = e.kind
WHERE e.result <> 'declared' AND coalesce (e.obtained_on, '') <= :as_of
  AND (e.deployment_id IS NULL OR e.deployment_id IN (SELECT deployment FROM stage));
CREATE TEMP TABLE reliability AS
SELECT a.system, sum (a.weight * ifnull ((SELECT CASE o.result WHEN 'favourable' THEN 1.0 WHEN 'reserved' THEN 0.5 ELSE 0 END
  FROM obtained o WHERE o.system_id = a.system AND o.kind = a.kind AND coalesce (o.valid_until, '9999-12-31') >= :as_of
  ORDER BY coalesce (o.obtained_on, '') DESC, o.id DESC LIMIT 1), 0)) / sum (a.weight) AS score
FROM applies a WHERE a.system IN (SELECT system_id FROM obtained) GROUP BY a.system;
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
SELECT p.code AS key, p.planned_on, (SELECT printf ('%.4f', min (coverage)) FROM needed n WHERE n.deployment = p.deployment
  HAVING count (*) > 0 AND count (*) = count (coverage)) AS readiness,
  (SELECT printf ('%.4f', score) FROM reliability r WHERE r.system = p.system) AS reliability
FROM planned p ORDER BY 1;
