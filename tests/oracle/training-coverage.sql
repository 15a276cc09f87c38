-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT p.code AS key, sum (c.required) AS required, sum (c.valid) AS valid,
  printf ('%.4f', 1.0 * sum (c.valid) / sum (c.required)) AS rate,
  printf ('%.4f', sum (c.target * c.required / 100.0) / sum (c.required)) AS target,
  sum (max (0, (c.target * c.required + 99) / 100 - c.valid)) AS gap
FROM cells c JOIN profession p ON p.id = c.profession WHERE c.valid IS NOT NULL GROUP BY p.code ORDER BY p.code;
