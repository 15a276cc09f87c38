-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TEMP TABLE last_rating AS
SELECT r.barrier_id AS barrier, r.tier, r.likelihood * r.impact AS score FROM rating r
WHERE r.rated_on = (SELECT max (l.rated_on) FROM rating l WHERE l.barrier_id = r.barrier_id AND l.tier = r.tier
  AND l.rated_on <= :as_of);
CREATE TEMP TABLE blocked AS
SELECT l.barrier_id AS barrier, s.deployment FROM barrier_link l JOIN stage s ON s.system = l.system_id
WHERE l.effect = 'blocks' AND coalesce (s.stage, 'idea') NOT IN ('live', 'restricted', 'retired', 'rejected');
CREATE TEMP TABLE hoped AS
SELECT k.barrier, b.unit, sum (b.target) AS target FROM blocked k JOIN benefit b ON b.deployment_id = k.deployment
WHERE b.target IS NOT NULL GROUP BY k.barrier, b.unit;
SELECT b.code AS key, (SELECT score FROM last_rating l WHERE l.barrier = b.id AND l.tier = 'inherent') AS inherent,
  (SELECT score FROM last_rating l WHERE l.barrier = b.id AND l.tier = 'current') AS current,
  (SELECT score FROM last_rating l WHERE l.barrier = b.id AND l.tier = 'residual') AS residual,
  (SELECT count (*) FROM blocked k WHERE k.barrier = b.id) AS blocked,
  (SELECT group_concat (h.target || ' ' || h.unit, '; ' ORDER BY h.unit) FROM hoped h WHERE h.barrier = b.id) AS value
FROM barrier b
WHERE coalesce (b.opened_on, :as_of) <= :as_of
  AND CASE WHEN b.closed_on IS NOT NULL THEN b.closed_on > :as_of ELSE b.status NOT IN ('lifted', 'cancelled') END
ORDER BY 1;
