-- SPDX-License-Identifier: GPL-3.0-or-later
-- Everybody in post, once a profession, with the minutes of 36 months; NULL where the length of one is not known.
CREATE TEMP TABLE person AS
SELECT DISTINCT p.staff_id, p.profession, (SELECT iif (total (length IS NULL) > 0, NULL, total (length)) FROM (
    SELECT coalesce (c.minutes, m.duration_min) AS length FROM completion c JOIN module m ON m.id = c.module_id
    WHERE c.staff_id = p.staff_id AND c.completed_on BETWEEN date (:as_of, '-36 months', 'floor', '+1 day') AND :as_of)
  ) AS minutes
FROM post p;
-- What each site that hands over counts added up: the latest count less the latest one of 36 months before.
CREATE TEMP TABLE latest AS
SELECT h.unit, h.profession, c.module_id, c.minutes_total AS minutes,
  (SELECT b.minutes_total FROM completion_count b WHERE b.org_unit_id = h.unit AND b.profession_id = h.profession
   AND b.module_id = c.module_id AND b.as_of <= date (:as_of, '-36 months', 'floor') ORDER BY b.as_of DESC LIMIT 1) AS before
FROM counted_heads h JOIN completion_count c ON c.org_unit_id = h.unit AND c.profession_id = h.profession AND c.as_of <= :as_of
WHERE NOT EXISTS (SELECT 1 FROM completion_count l WHERE l.org_unit_id = c.org_unit_id AND l.profession_id = c.profession_id
  AND l.module_id = c.module_id AND l.as_of > c.as_of AND l.as_of <= :as_of);
CREATE TEMP TABLE counted AS
SELECT h.profession, h.heads, (SELECT iif (count (*) > count (minutes), NULL, sum (max (minutes - ifnull (before, 0), 0)))
  FROM latest l WHERE l.unit = h.unit AND l.profession = h.profession) AS minutes
FROM counted_heads h WHERE h.heads > 0;
CREATE TEMP TABLE known AS
SELECT profession, 1 AS heads, minutes FROM person UNION ALL SELECT profession, heads, minutes FROM counted;
-- Quantiles of type 7: between the two people next to 1 + (n − 1) × p.
CREATE TEMP TABLE ranked AS
SELECT profession, minutes / 60.0 AS hours, row_number () OVER (PARTITION BY profession ORDER BY minutes) AS place,
  count (*) OVER (PARTITION BY profession) AS n
FROM person WHERE minutes IS NOT NULL;
CREATE TEMP TABLE quantile AS
SELECT r.profession, q.p, sum (r.hours * max (0, 1 - abs (r.place - 1 - (r.n - 1) * q.p))) AS hours
FROM ranked r CROSS JOIN (SELECT 0.25 AS p UNION ALL SELECT 0.5 UNION ALL SELECT 0.75) q
WHERE r.n >= ifnull ((SELECT CAST (value AS INTEGER) FROM setting WHERE code = 'small_group'), 5) GROUP BY 1, 2;
SELECT p.code AS key, ifnull (sum (k.heads) FILTER (WHERE k.minutes IS NOT NULL), 0) AS people,
  iif (count (k.minutes) > 0, printf ('%.4f', sum (k.minutes) / 60.0 / sum (k.heads) FILTER (WHERE k.minutes IS NOT NULL)),
    NULL) AS mean_hours,
  (SELECT printf ('%.4f', hours) FROM quantile q WHERE q.profession = p.id AND q.p = 0.25) AS low_hours,
  (SELECT printf ('%.4f', hours) FROM quantile q WHERE q.profession = p.id AND q.p = 0.5) AS median_hours,
  (SELECT printf ('%.4f', hours) FROM quantile q WHERE q.profession = p.id AND q.p = 0.75) AS high_hours,
  ifnull (sum (k.heads) FILTER (WHERE k.minutes IS NULL), 0) AS not_measured
FROM known k JOIN profession p ON p.id = k.profession GROUP BY p.id ORDER BY p.code;
