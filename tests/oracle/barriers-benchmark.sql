-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first of these that anybody was counted by: all together, by site, by profession, by both.
-- Wilson's interval as in the article of 1927: the two roots of (p - P)² = z² P (1 - P) / n.
CREATE TEMP TABLE latest AS SELECT * FROM survey_result
WHERE survey_id = (SELECT id FROM survey WHERE as_of <= :as_of ORDER BY as_of DESC, id DESC LIMIT 1);
CREATE TEMP TABLE ours AS
SELECT family, n, min (k, n) AS k, min (part) FROM (
  SELECT family, sum (answers) AS n, sum (named) AS k, 2 * (profession_id IS NOT NULL) + (org_unit_id IS NOT NULL) AS part
  FROM latest GROUP BY family, part HAVING n > 0) GROUP BY family;
CREATE TEMP TABLE published AS SELECT * FROM benchmark WHERE family IS NOT NULL AND value_permille IS NOT NULL;
WITH solved AS (SELECT *, 1.0 * k / n AS p, 1.959963984540054 AS z FROM ours)
SELECT f.family AS key, n AS answers, k AS named, iif (n > 0, printf ('%.4f', p), NULL) AS share,
  iif (n > 0, printf ('%.4f', (2 * n * p + z * z - z * sqrt (z * z + 4 * n * p * (1 - p))) / (2 * (n + z * z))), NULL) AS low,
  iif (n > 0, printf ('%.4f', (2 * n * p + z * z + z * sqrt (z * z + 4 * n * p * (1 - p))) / (2 * (n + z * z))), NULL) AS high,
  (SELECT printf ('%.4f', value_permille / 1000.0) FROM published b WHERE b.family = f.family ORDER BY id LIMIT 1) AS published_share
FROM (SELECT family FROM ours UNION SELECT family FROM published) f
LEFT JOIN solved s ON s.family = f.family ORDER BY key;
