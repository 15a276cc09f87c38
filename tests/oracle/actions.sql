-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TEMP TABLE day (key, day);
INSERT INTO day
WITH RECURSIVE back (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM back WHERE n < 23)
SELECT substr (date (:as_of, 'start of month', '-' || n || ' months'), 1, 7),
  min (:as_of, date (:as_of, 'start of month', '-' || n || ' months', '+1 month', '-1 day')) FROM back;
CREATE TEMP TABLE owed AS
SELECT a.owner, a.opened_on, a.due_on,
  CASE WHEN a.done_on IS NOT NULL AND a.done_on <= :as_of THEN a.done_on
    WHEN a.done_on IS NULL AND a.status IN ('done', 'verified') THEN :as_of ELSE '9999-12-31' END AS done
FROM action a WHERE a.status <> 'dropped' AND a.opened_on <= :as_of;
SELECT d.key, count (*) AS decided, sum (o.done <= d.day) AS done,
  printf ('%.4f', 1.0 * sum (o.done <= d.day) / count (*)) AS share, sum (o.done > d.day) AS owed,
  sum (o.done > d.day AND ifnull (o.due_on < d.day, 0)) AS overdue
FROM day d JOIN owed o ON o.opened_on <= d.day GROUP BY d.key
UNION ALL
SELECT ifnull (owner, 'nobody'), count (*), sum (done <= :as_of), printf ('%.4f', 1.0 * sum (done <= :as_of) / count (*)),
  sum (done > :as_of), sum (done > :as_of AND ifnull (due_on < :as_of, 0)) FROM owed GROUP BY owner ORDER BY 1;
