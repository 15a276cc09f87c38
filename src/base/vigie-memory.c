// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Large blocks of memory.
 */

#define G_LOG_DOMAIN "vigie-base"

#include "vigie-memory.h"

#include <sys/mman.h>

/* Of a smaller block too little is aligned for it to be worth a call. */
#define FEWEST_PAGES 2
#define LARGE_PAGE (2 * 1024 * 1024)

/**
 * vigie_memory_expect_large:
 * @start: (nullable): of a block that was just allocated, or made larger
 *
 * Says that a block is going to be filled from its start to its end, so that the system gives it two megabytes at a time
 * rather than four kilobytes: to be given a page takes as long as to fill it. Where the system does not know of that it
 * makes no difference.
 */
void
vigie_memory_expect_large (gpointer start, gsize size)
{
#ifdef MADV_HUGEPAGE
  gsize from = (GPOINTER_TO_SIZE (start) + LARGE_PAGE - 1) & ~((gsize) LARGE_PAGE - 1);
  gsize to = (GPOINTER_TO_SIZE (start) + size) & ~((gsize) LARGE_PAGE - 1);

  if (start != NULL && to > from && to - from >= FEWEST_PAGES * LARGE_PAGE)
    madvise (GSIZE_TO_POINTER (from), to - from, MADV_HUGEPAGE);
#endif
}
