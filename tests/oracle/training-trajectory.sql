-- SPDX-License-Identifier: GPL-3.0-or-later
-- Month by month, day by day: whoever is in post on the last day of a month and holds the module on it counts.
CREATE TEMP TABLE month AS
WITH RECURSIVE n (m) AS (SELECT -36 UNION ALL SELECT m + 1 FROM n WHERE m < 24)
SELECT m, date (:as_of, 'start of month', (m + 1) || ' months', '-1 day') AS d FROM n;
CREATE TEMP TABLE held AS
SELECT c.staff_id, c.module_id AS module, c.completed_on,
  coalesce (c.expires_on, date (c.completed_on, m.validity_months || ' months', 'floor'), '9999-12-31') AS until
FROM completion c JOIN module m ON m.id = c.module_id WHERE c.completed_on <= :as_of;
CREATE INDEX held_by ON held (staff_id, module);
-- From the month of the day on, those who are in post on the day.
CREATE TEMP TABLE there AS
SELECT DISTINCT m.m, m.d, j.staff_id, j.org_unit_id AS unit, j.profession_id AS profession FROM month m JOIN job j
ON j.starts_on <= min (m.d, :as_of) AND coalesce (j.ends_on, '9999-12-31') >= min (m.d, :as_of);
CREATE TEMP TABLE grouped AS
SELECT t.m, t.unit, t.profession, o.id AS module, count (*) AS heads, sum (EXISTS (SELECT 1 FROM held h
  WHERE h.staff_id = t.staff_id AND h.module = o.id AND h.completed_on <= t.d AND h.until > t.d)) AS valid
FROM there t CROSS JOIN module o GROUP BY 1, 2, 3, 4;
-- Of counts the straight line between the one before and the one after.
CREATE TEMP TABLE between_counts AS
SELECT m.m, m.d, c.unit, c.profession, c.heads AS heads_today, o.id AS module,
  (SELECT h.heads FROM headcount h WHERE h.org_unit_id = c.unit AND h.profession_id = c.profession AND h.valid_from <= m.d
   AND coalesce (h.valid_to, '9999-12-31') >= m.d AND NOT EXISTS (SELECT 1 FROM headcount l WHERE l.org_unit_id = c.unit
     AND l.profession_id = c.profession AND l.valid_from > h.valid_from AND l.valid_from <= m.d)) AS heads_then,
  (SELECT max (as_of) FROM completion_count b WHERE b.org_unit_id = c.unit AND b.profession_id = c.profession
   AND b.module_id = o.id AND b.as_of <= min (m.d, :as_of)) AS before,
  (SELECT min (as_of) FROM completion_count b WHERE b.org_unit_id = c.unit AND b.profession_id = c.profession
   AND b.module_id = o.id AND b.as_of > m.d AND b.as_of <= :as_of) AS after
FROM month m CROSS JOIN counted_heads c CROSS JOIN module o WHERE c.heads > 0;
CREATE TEMP TABLE counted AS
SELECT n.m, n.unit, n.profession, n.module, iif (n.m < 0, n.heads_then, n.heads_today) AS heads,
  CAST (round (b.valid + ifnull ((a.valid - b.valid) * (julianday (n.d) - julianday (n.before))
    / (julianday (n.after) - julianday (n.before)), 0)) AS INTEGER) AS valid
FROM between_counts n
JOIN completion_count b ON b.org_unit_id = n.unit AND b.profession_id = n.profession AND b.module_id = n.module
  AND b.as_of = n.before
LEFT JOIN completion_count a ON a.org_unit_id = n.unit AND a.profession_id = n.profession AND a.module_id = n.module
  AND a.as_of = n.after;
-- What is required on the day, by profession and by use, and who might hold it.
CREATE TEMP TABLE duty AS
SELECT p.unit, p.profession, a.module FROM (SELECT DISTINCT unit, profession FROM post) p JOIN asked a ON a.unit = p.unit
  AND a.profession = p.profession AND a.system IS NULL;
CREATE TEMP TABLE counted_duty AS
SELECT c.unit, c.profession, a.module FROM counted_heads c JOIN asked a ON a.unit = c.unit AND a.profession = c.profession
  AND a.system IS NULL
JOIN counted_valid v ON v.unit = c.unit AND v.profession = c.profession AND v.module = a.module WHERE c.heads > 0;
CREATE TEMP TABLE use AS
SELECT u.deployment, u.unit, u.profession, a.module, u.users
FROM users u JOIN asked a ON a.unit = u.unit AND a.profession = u.profession AND a.system = u.system
  AND a.required_by IS NOT NULL
JOIN user_holders h ON h.deployment = u.deployment AND h.profession = u.profession AND h.module = a.module
WHERE u.stage IN ('pilot', 'validation', 'live', 'restricted') AND u.users > 0;
CREATE TEMP TABLE reach AS
SELECT u.unit AS used_at, o.id AS unit FROM (SELECT DISTINCT unit FROM use) u CROSS JOIN org_unit o
JOIN site_of here ON here.unit = u.unit JOIN site_of there ON there.unit = o.id
WHERE here.site = there.site OR EXISTS (SELECT 1 FROM above a WHERE a.unit = o.id AND a.above = u.unit);
CREATE TEMP TABLE anyone AS
SELECT m, unit, profession, module, valid FROM grouped UNION ALL SELECT m, unit, profession, module, valid FROM counted;
CREATE TEMP TABLE monthly AS
SELECT m.m, d.module, ifnull (g.heads, 0) AS required, ifnull (g.valid, 0) AS valid FROM month m CROSS JOIN duty d
LEFT JOIN grouped g ON g.m = m.m AND g.unit = d.unit AND g.profession = d.profession AND g.module = d.module
UNION ALL
SELECT c.m, c.module, c.heads, min (c.valid, c.heads) FROM counted c JOIN counted_duty d ON d.unit = c.unit
  AND d.profession = c.profession AND d.module = c.module WHERE c.heads IS NOT NULL
UNION ALL
SELECT m.m, u.module, u.users, min (u.users, ifnull ((SELECT sum (a.valid) FROM anyone a JOIN reach r ON r.unit = a.unit
  WHERE r.used_at = u.unit AND a.m = m.m AND a.profession = u.profession AND a.module = u.module), 0))
FROM month m CROSS JOIN use u;
-- A validity begins on the day of the completion, or when all before it have ended.
CREATE TEMP TABLE begins AS
SELECT DISTINCT b.staff_id, j.org_unit_id AS unit, j.profession_id AS profession, b.module, b.since FROM (
  SELECT h.*, max (h.completed_on, ifnull ((SELECT max (e.until) FROM held e WHERE e.staff_id = h.staff_id
    AND e.module = h.module AND e.completed_on < h.completed_on), '')) AS since FROM held h) b
JOIN job j ON j.staff_id = b.staff_id AND b.since BETWEEN j.starts_on AND coalesce (j.ends_on, '9999-12-31')
WHERE b.since < b.until;
CREATE TEMP TABLE wanted AS
SELECT unit, profession, module FROM duty UNION SELECT unit, profession, module FROM counted_duty
UNION SELECT r.unit, u.profession, u.module FROM use u JOIN reach r ON r.used_at = u.unit;
CREATE TEMP TABLE gain AS
SELECT m, sum (n) AS n FROM (
  SELECT m.m, count (*) AS n FROM begins b JOIN month m ON substr (b.since, 1, 7) = substr (m.d, 1, 7)
  JOIN wanted USING (unit, profession, module) GROUP BY m.m
  UNION ALL
  SELECT a.m, max (a.valid - b.valid, 0) FROM counted a JOIN counted b ON b.m = a.m - 1 AND b.unit = a.unit
    AND b.profession = a.profession AND b.module = a.module
  JOIN wanted w ON w.unit = a.unit AND w.profession = a.profession AND w.module = a.module
) WHERE m < 0 GROUP BY m;
CREATE TEMP TABLE total AS SELECT m, nullif (sum (required), 0) AS required,
  iif (sum (required) > 0, sum (valid), NULL) AS valid FROM monthly GROUP BY m;
CREATE TEMP TABLE today AS SELECT sum (required) AS required, sum (valid) AS valid FROM cells WHERE valid IS NOT NULL;
SELECT m.d AS key, t.required, t.valid, iif (t.required > 0, printf ('%.4f', 1.0 * t.valid / t.required), NULL) AS rate, ifnull (g.n, 0) AS gained,
  NULL AS expiring
FROM total t JOIN month m ON m.m = t.m LEFT JOIN gain g ON g.m = t.m
WHERE t.m < 0 AND t.m >= (SELECT min (m) FROM total WHERE valid > 0)
UNION ALL
SELECT :as_of, required, valid, printf ('%.4f', 1.0 * valid / required), NULL, NULL FROM today
UNION ALL
SELECT m.d, NULL, NULL, NULL, NULL,
  ifnull ((SELECT b.valid FROM total b WHERE b.m = t.m - 1 AND t.m > 0), (SELECT valid FROM today)) - t.valid
FROM total t JOIN month m ON m.m = t.m WHERE t.m >= 0 AND m.d > :as_of;
