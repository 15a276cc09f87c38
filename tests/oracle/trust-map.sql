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
-- Of each group of users as many are trained as hold the module that fewest hold.
CREATE TEMP TABLE groups AS
SELECT u.deployment, u.system, u.stage, u.users, count (a.module) AS asked, count (h.valid) AS known,
  min (CASE WHEN a.required_by IS NOT NULL THEN min (u.users, h.valid) ELSE u.users * h.valid / h.heads END) AS trained
FROM users u LEFT JOIN asked a ON a.unit = u.unit AND a.profession = u.profession AND a.system = u.system
LEFT JOIN user_holders h ON h.deployment = u.deployment AND h.profession = u.profession AND h.module = a.module
WHERE u.users IS NOT NULL GROUP BY u.deployment, u.profession;
WITH found AS (
  SELECT s.code AS key, sum (g.users) AS users,
    sum (g.trained) FILTER (WHERE g.asked > 0 AND g.asked = g.known AND g.users > 0) AS trained,
    sum (g.users) FILTER (WHERE g.asked > 0 AND g.asked = g.known AND g.users > 0) AS measured,
    (SELECT score FROM reliability r WHERE r.system = s.id) AS score
  FROM system s LEFT JOIN groups g ON g.system = s.id AND g.stage IN ('pilot', 'validation', 'live', 'restricted')
  WHERE s.id IN (SELECT system FROM stage WHERE stage IN ('pilot', 'validation', 'live', 'restricted'))
  GROUP BY s.id
)
SELECT key, users, trained, iif (measured > 0, printf ('%.4f', 1.0 * trained / measured), NULL) AS competence,
  iif (score IS NULL, NULL, printf ('%.4f', score)) AS reliability
FROM found ORDER BY key;
