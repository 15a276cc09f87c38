-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TEMP TABLE share AS
SELECT p.code AS key, m.competency, printf ('%.4f', 1 - 1.0 * sum (c.valid) / sum (c.required)) AS lacking
FROM cells c JOIN profession p ON p.id = c.profession JOIN module m ON m.id = c.module
WHERE c.valid IS NOT NULL GROUP BY 1, 2;
SELECT key, max (lacking) FILTER (WHERE competency = 'fundamentals') AS fundamentals,
  max (lacking) FILTER (WHERE competency = 'reliability') AS reliability,
  max (lacking) FILTER (WHERE competency = 'oversight') AS oversight,
  max (lacking) FILTER (WHERE competency = 'tool') AS tool
FROM share GROUP BY key ORDER BY key;
