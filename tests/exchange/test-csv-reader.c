// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-csv-reader.h"

#include "vigie-format.h"

#include <string.h>

/* Bytes with their size, since some hold NUL. */
#define BYTES(text) text, sizeof (text) - 1

static VigieTableSource *
open_bytes (const char *bytes, gsize size, GError **error)
{
  g_autoptr (GBytes) owned = g_bytes_new (bytes, size);
  VigieCsvReader *reader = vigie_csv_reader_new_for_bytes (owned, "file.csv", error);

  return reader != NULL ? VIGIE_TABLE_SOURCE (reader) : NULL;
}

/* A table as text: `line:cell|cell` for each row, the columns first. */
static char *
read_all (VigieTableSource *source, GError **error)
{
  g_autofree char *columns = g_strjoinv ("|", (char **) vigie_table_source_get_columns (source));
  GString *text = g_string_new (columns);
  VigieTableRow row;

  while (vigie_table_source_next (source, &row, error))
    {
      g_string_append_printf (text, "\n%" G_GUINT64_FORMAT ":", row.line);
      for (guint i = 0; i < row.n_cells; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", row.cells[i]);
    }
  return g_string_free_and_steal (text);
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize size;
  const char *expected;
} Good;

static const Good goods[] = {
  { "plain", BYTES ("a,b\n1,2\n3,4\n"), "a|b\n2:1|2\n3:3|4" },
  { "no-last-line-end", BYTES ("a,b\n1,2"), "a|b\n2:1|2" },
  { "crlf", BYTES ("a,b\r\n1,2\r\n"), "a|b\n2:1|2" },
  { "cr", BYTES ("a,b\r1,2\r3,4\r"), "a|b\n2:1|2\n3:3|4" },
  { "mixed-line-ends", BYTES ("a,b\r\n1,2\n3,4\r5,6"), "a|b\n2:1|2\n3:3|4\n4:5|6" },
  { "semicolon", BYTES ("a;b\n1,5;2\n"), "a|b\n2:1,5|2" },
  { "tab", BYTES ("a\tb\n1, or 2\t3; 4\n"), "a|b\n2:1, or 2|3; 4" },
  { "comma-in-a-name", BYTES ("Nom, prénom;Service\nDupont;Urgences\n"), "Nom, prénom|Service\n2:Dupont|Urgences" },
  { "sep-line", BYTES ("sep=|\r\na|b\r\n1,2|3;4\r\n"), "a|b\n3:1,2|3;4" },
  { "one-column", BYTES ("a\n1\n2\n"), "a\n2:1\n3:2" },
  { "quoted", BYTES ("a,b\n\"1,2\",\"say \"\"hi\"\"\"\n"), "a|b\n2:1,2|say \"hi\"" },
  { "quoted-line-break", BYTES ("a,b\r\n\"x\r\ny\",2\r\n3,4\r\n"), "a|b\n2:x\ny|2\n4:3|4" },
  { "quoted-delimiter-elsewhere", BYTES ("a;b\n\"1,2,3,4\";5\n\"6,7,8,9\";10\n"), "a|b\n2:1,2,3,4|5\n3:6,7,8,9|10" },
  { "space-after-quote", BYTES ("a,b\n\"1\" ,2\n"), "a|b\n2:1|2" },
  { "quote-within", BYTES ("a,b\n5\" pipe,2\n"), "a|b\n2:5\" pipe|2" },
  { "empty-quoted", BYTES ("a,b\n\"\",2\n"), "a|b\n2:|2" },
  { "blank-lines", BYTES ("\n\r\na,b\n\n1,2\n,\n , \n3,4\n"), "a|b\n5:1|2\n8:3|4" },
  { "byte-order-mark",
    BYTES ("\xef\xbb\xbf"
           "a,b\n1,é\n"),
    "a|b\n2:1|é" },
  { "names-trimmed",
    BYTES (" a ,\xc2\xa0"
           "b\n1,2\n"),
    "a|b\n2:1|2" },
  { "windows-1252", BYTES ("code;libell\xe9\n1;Coll\xe8ge \x93priv\xe9\x94 \x80\n"),
    "code|libellé\n2:1|Collège “privé” €" },
  { "utf-16-le",
    BYTES ("\xff\xfe"
           "a\0\t\0b\0\n\0\xe9\0\t\0002\0\n\0"),
    "a|b\n2:é|2" },
  { "utf-16-be", BYTES ("\xfe\xff\0a\0;\0b\0\n\0\xe9\0;\0002"), "a|b\n2:é|2" },
  { "fewer-and-more-cells", BYTES ("a,b\n1\n1,2,3\n"), "a|b\n2:1\n3:1|2|3" },
};

static void
test_good (gconstpointer data)
{
  const Good *good = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieTableSource) source = open_bytes (good->bytes, good->size, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = read_all (source, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, good->expected);
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize size;
  VigieExchangeError code;
  const char *says;
} Bad;

static const Bad bads[] = {
  { "empty", BYTES (""), VIGIE_EXCHANGE_ERROR_FORMAT, "empty" },
  { "only-blank", BYTES ("\n\n \n"), VIGIE_EXCHANGE_ERROR_FORMAT, "column names" },
  { "jpeg", BYTES ("\xff\xd8\xff\xe0\0\x10JFIF"), VIGIE_EXCHANGE_ERROR_FORMAT, "JPEG" },
  { "png", BYTES ("\x89PNG\r\n\x1a\n"), VIGIE_EXCHANGE_ERROR_FORMAT, "PNG" },
  { "workbook", BYTES ("PK\x03\x04rest"), VIGIE_EXCHANGE_ERROR_FORMAT, "CSV" },
  { "database", BYTES ("SQLite format 3\0rest"), VIGIE_EXCHANGE_ERROR_FORMAT, "database" },
  { "json", BYTES ("{ \"vigie\": 1 }"), VIGIE_EXCHANGE_ERROR_FORMAT, "JSON" },
  { "nul", BYTES ("a,b\n1,\0\n"), VIGIE_EXCHANGE_ERROR_FORMAT, "line 2" },
  { "unclosed-quote", BYTES ("a,b\n1,2\n\"3,4\n5,6\n"), VIGIE_EXCHANGE_ERROR_FORMAT, "line 3" },
  { "unclosed-quote-of-a-name", BYTES ("\"a,b\n1,2\n"), VIGIE_EXCHANGE_ERROR_FORMAT, "line 1" },
  { "text-after-quote", BYTES ("a,b\n\"1\"x,2\n"), VIGIE_EXCHANGE_ERROR_FORMAT, "line 2" },
  { "mixed-encodings", BYTES ("a,b\né,è\nê,\xe9\n"), VIGIE_EXCHANGE_ERROR_ENCODING, "line 3" },
  { "marked-and-invalid",
    BYTES ("\xef\xbb\xbf"
           "a,b\n1,\xe9\n"),
    VIGIE_EXCHANGE_ERROR_ENCODING, "0xE9" },
  { "no-windows-1252", BYTES ("a,b\n\xe9,\x81\n"), VIGIE_EXCHANGE_ERROR_ENCODING, "0x81" },
  { "half-utf-16",
    BYTES ("\xff\xfe"
           "a\0,\0b\0\n\0\x00\xd8"),
    VIGIE_EXCHANGE_ERROR_ENCODING, "line 2" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieTableSource) source = open_bytes (bad->bytes, bad->size, &error);

  if (source != NULL)
    {
      g_autofree char *text = read_all (source, &error);

      g_assert_nonnull (text);
    }
  g_assert_error (error, VIGIE_EXCHANGE_ERROR, (int) bad->code);
  g_assert_nonnull (strstr (error->message, "file.csv"));
  if (strstr (error->message, bad->says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, bad->says);
}

/* A stream of one endless line: what is kept of it is bounded, and reading stops where it is refused. */
static void
assert_refused_early (const char *beginning, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (beginning);
  g_autoptr (VigieTableSource) source = NULL;
  g_autofree char *read = NULL;

  g_string_append (text, "3,");
  while (text->len < 20 * 1024 * 1024)
    g_string_append (text, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  source = open_bytes (text->str, text->len, &error);
  g_assert_no_error (error);
  read = read_all (source, &error);
  g_assert_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_cmpfloat (vigie_table_source_get_progress (source), <, 0.1);
}

static void
test_endless_line (void)
{
  assert_refused_early ("a,b\n1,2\n", "line 3");
  assert_refused_early ("a,b\n\"1,2\n", "line 2");
}

static void
test_too_many_cells (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new ("a,b\n1,2\n");
  g_autoptr (VigieTableSource) source = NULL;
  g_autofree char *read = NULL;

  for (guint i = 0; i < VIGIE_CSV_CELLS_MAX; i++)
    g_string_append (text, "1,");
  source = open_bytes (text->str, text->len, &error);
  g_assert_no_error (error);
  read = read_all (source, &error);
  g_assert_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "line 3"));
}

/* A character or CRLF that stands across the border of what is read at once. */
static void
test_block_borders (void)
{
  for (gsize before = 65536 - 4; before <= 65536 + 1; before++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = g_string_new ("a,b\r\n");
      g_autoptr (VigieTableSource) source = NULL;
      VigieTableRow row;

      while (text->len < before - 2)
        g_string_append_c (text, 'x');
      g_string_append (text, ",€\r\n\"1\r\n\",2\r\n");
      source = open_bytes (text->str, text->len, &error);
      g_assert_no_error (error);
      g_assert_true (vigie_table_source_next (source, &row, &error));
      g_assert_cmpstr (row.cells[1], ==, "€");
      g_assert_true (vigie_table_source_next (source, &row, &error));
      g_assert_cmpuint (row.line, ==, 3);
      g_assert_cmpstr (row.cells[0], ==, "1\n");
      g_assert_false (vigie_table_source_next (source, &row, &error));
      g_assert_no_error (error);
    }
}

/* Any bytes end in rows or in an error, never in a crash; the sanitizers look on. */
static void
test_any_bytes (void)
{
  static const char alphabet[] = "a1,;\t\"\"\n\r\xe9\xc3\xa9\xff\xfe\xef\xbb\xbf ='\\\x80\x81";
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (int i = 0; i < 20000; i++)
    {
      char bytes[64];
      gsize size = (gsize) g_rand_int_range (random, 0, sizeof bytes);
      g_autoptr (GError) error = NULL;
      g_autoptr (VigieTableSource) source = NULL;
      g_autofree char *text = NULL;

      for (gsize j = 0; j < size; j++)
        bytes[j] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      source = open_bytes (bytes, size, &error);
      g_assert_true ((source == NULL) == (error != NULL));
      if (source == NULL)
        continue;
      text = read_all (source, &error);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (goods); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/csv-reader/good/", goods[i].name, NULL);

      g_test_add_data_func (path, &goods[i], test_good);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bads); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/csv-reader/bad/", bads[i].name, NULL);

      g_test_add_data_func (path, &bads[i], test_bad);
    }
  g_test_add_func ("/exchange/csv-reader/endless-line", test_endless_line);
  g_test_add_func ("/exchange/csv-reader/too-many-cells", test_too_many_cells);
  g_test_add_func ("/exchange/csv-reader/block-borders", test_block_borders);
  g_test_add_func ("/exchange/csv-reader/any-bytes", test_any_bytes);
  return g_test_run ();
}
