#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""peer-sqlite WORKLOAD RUNS FILE: what SQLite alone takes, timed run by run, a line each, after one that is not
counted: milliseconds on the clock, and of the processors. tests/bench/bench reads them.

  commit    one row into a table with a unique key and nothing else, on the disk
  coverage  who holds what, by site, profession and module, as of a day, counted from the records"""

import datetime
import sqlite3
import sys
import time

COVERAGE = """
SELECT j.org_unit_id, j.profession_id, c.module_id, count (DISTINCT c.staff_id)
FROM job j JOIN completion c ON c.staff_id = j.staff_id JOIN module m ON m.id = c.module_id
WHERE j.starts_on <= ?1 AND ifnull (j.ends_on, ?1) >= ?1 AND c.completed_on <= ?1
  AND ifnull (c.expires_on, CASE WHEN m.validity_months > 0
                            THEN date (c.completed_on, '+' || m.validity_months || ' months') ELSE '9999' END) > ?1
GROUP BY 1, 2, 3"""


def commit(file):
    connection = sqlite3.connect(file, isolation_level=None)
    connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                             "CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, staff INTEGER, module INTEGER,"
                             " day TEXT, UNIQUE (staff, module, day))")
    while True:
        connection.execute("INSERT INTO row (staff, module, day) VALUES (1, 1, hex (randomblob (8)))")
        yield


def coverage(file):
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    day = datetime.date.today()
    while True:
        connection.execute(COVERAGE, (day.isoformat(),)).fetchall()
        day -= datetime.timedelta(days=7)
        yield


def main():
    work = {"commit": commit, "coverage": coverage}[sys.argv[1]](sys.argv[3])
    next(work)
    for _ in range(int(sys.argv[2])):
        begin, busy = time.perf_counter(), time.process_time()
        next(work)
        print(f"{(time.perf_counter() - begin) * 1000:.3f} {(time.process_time() - busy) * 1000:.3f}")


main()
