-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TEMP TABLE happened AS
SELECT i.severity, substr (i.occurred_on, 1, 7) AS month, s.system,
  CASE WHEN i.closed_on IS NOT NULL THEN i.closed_on > :as_of
    ELSE i.status NOT IN ('mitigated', 'closed', 'dismissed') END AS open
FROM incident i JOIN stage s ON s.deployment = i.deployment_id
WHERE coalesce (i.detected_on, i.occurred_on) <= :as_of
  AND i.occurred_on >= date (:as_of, 'start of month', '-11 months');
CREATE TEMP TABLE in_production AS
SELECT system, sum (users) AS users FROM users WHERE stage IN ('live', 'restricted') GROUP BY system;
SELECT month AS key, count (*) AS incidents, sum (severity >= 4) AS serious, sum (severity = 3) AS moderate,
  sum (severity <= 2) AS minor, sum (open) AS open, '' AS users, '' AS per_1000_users
FROM happened GROUP BY month
UNION ALL
SELECT y.code, count (*), sum (severity >= 4), sum (severity = 3), sum (severity <= 2), sum (open), u.users,
  iif (u.users >= 100, printf ('%.4f', 1000.0 * count (*) / u.users), '')
FROM happened h JOIN system y ON y.id = h.system LEFT JOIN in_production u ON u.system = h.system GROUP BY y.code ORDER BY 1;
