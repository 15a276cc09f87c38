-- SPDX-License-Identifier: GPL-3.0-or-later
-- Wilson's interval as in the article of 1927: the two roots of (p - P)² = z² P (1 - P) / n.
CREATE TEMP TABLE latest AS SELECT * FROM survey_result
WHERE survey_id = (SELECT id FROM survey WHERE as_of <= :as_of ORDER BY as_of DESC LIMIT 1);
CREATE TEMP TABLE ours AS
SELECT family, sum (answers) AS n, sum (named) AS k FROM latest l
WHERE (org_unit_id IS NULL AND profession_id IS NULL)
  OR (profession_id IS NULL AND NOT EXISTS (SELECT 1 FROM latest t WHERE t.family = l.family AND t.org_unit_id IS NULL
      AND t.profession_id IS NULL)) GROUP BY family HAVING n > 0;
WITH solved AS (SELECT *, 1.0 * k / n AS p, 1.959963984540054 AS z FROM ours)
SELECT f.family AS key, n AS answers, k AS named, iif (n > 0, printf ('%.4f', p), NULL) AS share,
  iif (n > 0, printf ('%.4f', (2 * n * p + z * z - z * sqrt (z * z + 4 * n * p * (1 - p))) / (2 * (n + z * z))), NULL) AS low,
  iif (n > 0, printf ('%.4f', (2 * n * p + z * z + z * sqrt (z * z + 4 * n * p * (1 - p))) / (2 * (n + z * z))), NULL) AS high,
  (SELECT printf ('%.4f', value_permille / 1000.0) FROM benchmark b WHERE b.family = f.family) AS published_share
FROM (SELECT family FROM ours UNION SELECT family FROM benchmark WHERE family IS NOT NULL) f
LEFT JOIN solved s ON s.family = f.family ORDER BY key;
