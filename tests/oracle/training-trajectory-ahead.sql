-- SPDX-License-Identifier: GPL-3.0-or-later
-- After training-trajectory.sql: of what the forecast is made. Of each module and month its people and who still holds it.
SELECT 'line' AS key, n.module AS a, n.m AS b, o.validity_months AS c, sum (n.required) AS d, sum (n.valid) AS e
FROM monthly n JOIN module o ON o.id = n.module WHERE n.m >= 0 GROUP BY n.module, n.m
UNION ALL
SELECT 'gain', m.m, ifnull (g.n, 0), NULL, NULL, NULL FROM month m LEFT JOIN gain g ON g.m = m.m
WHERE m.m BETWEEN max (-12, (SELECT min (m) FROM total WHERE valid > 0)) AND -1
UNION ALL
SELECT 'rest', julianday (date (:as_of, 'start of month', '+1 month')) - julianday (:as_of) - 1,
  julianday (date (:as_of, 'start of month', '+1 month')) - julianday (date (:as_of, 'start of month')), NULL, NULL, NULL
UNION ALL
-- Whose job ended in the last twelve months and who had none the day after, of those in post at the ends of them.
SELECT 'leave', (SELECT count (*) FROM job j JOIN month m ON substr (j.ends_on, 1, 7) = substr (m.d, 1, 7)
    WHERE m.m BETWEEN -12 AND -1 AND NOT EXISTS (SELECT 1 FROM job k WHERE k.staff_id = j.staff_id AND k.id <> j.id
      AND k.starts_on <= min (date (j.ends_on, '+1 day'), :as_of) AND coalesce (k.ends_on, '9999-12-31') > j.ends_on)),
  (SELECT count (*) FROM there WHERE m BETWEEN -12 AND -1), NULL, NULL, NULL;
