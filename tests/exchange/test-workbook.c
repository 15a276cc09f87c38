// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-import.h"
#include "vigie-format.h"
#include "vigie-table-source.h"
#include "vigie-test-zip.h"
#include "vigie-test.h"

#include <string.h>
#include <xlsxwriter.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = vigie_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "table.xlsx", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vigie_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static VigieTableSource *
open_sheet (Fixture *fixture, const char *sheet, GError **error)
{
  const VigieTableOptions options = { .sheet = sheet };
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  return vigie_table_source_open (file, &options, error);
}

static void
append_cells (GString *text, const char *const *cells, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cells[i]);
  g_string_append_c (text, '\n');
}

/* The table in one text: the head, then `line: a|b|c` for each row. */
static char *
read_all (VigieTableSource *table, GError **error)
{
  const char *const *columns = vigie_table_source_get_columns (table);
  GString *text = g_string_new (NULL);
  VigieTableRow row;

  append_cells (text, columns, g_strv_length ((char **) columns));
  while (vigie_table_source_next (table, &row, error))
    {
      g_string_append_printf (text, "%u: ", (guint) row.line);
      append_cells (text, row.cells, row.n_cells);
    }
  return g_string_free_and_steal (text);
}

static void
assert_table (Fixture *fixture, const char *sheet, const char *expected, guint n_notices)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieTableSource) table = open_sheet (fixture, sheet, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = read_all (table, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
  for (guint i = 0; i < vigie_table_source_get_notices (table)->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (vigie_table_source_get_notices (table), i));
  g_assert_cmpuint (vigie_table_source_get_notices (table)->len, ==, n_notices);
}

/* It is refused when it is opened or when it is read, with a message that says @expected. */
static void
assert_refused (Fixture *fixture, const char *sheet, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieTableSource) table = open_sheet (fixture, sheet, &error);
  g_autofree char *text = table != NULL ? read_all (table, &error) : NULL;

  g_assert_true (error != NULL && error->domain == VIGIE_EXCHANGE_ERROR);
  if (strstr (error->message, expected) == NULL)
    g_error ("“%s” does not say “%s”", error->message, expected);
}

static void
write_archive (Fixture *fixture, VigieTestZip *zip)
{
  g_autoptr (GByteArray) bytes = vigie_test_zip_finish (zip);

  g_assert_true (g_file_set_contents (fixture->path, (const char *) bytes->data, bytes->len, NULL));
}

/* --- workbooks of Excel --------------------------------------------------------------------------- */

static lxw_format *
add_format (lxw_workbook *workbook, const char *code)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_num_format (format, code);
  return format;
}

/* As an LMS hands it out: a title, a head of two rows, a note beside, and formats to the last row of the page. */
static void
write_xlsx (Fixture *fixture)
{
  lxw_workbook *workbook = workbook_new (fixture->path);
  lxw_worksheet *cover = workbook_add_worksheet (workbook, "Lisez-moi");
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Données");
  lxw_format *day = workbook_add_format (workbook);
  lxw_format *moment = add_format (workbook, "dd/mm/yyyy hh:mm");
  lxw_datetime noon = { 2026, 3, 1, 12, 30, 0 };
  lxw_datetime last = { 2025, 12, 31, 0, 0, 0 };

  format_set_num_format_index (day, 14);
  worksheet_write_string (cover, 0, 0, "Extraction du 1er mars", NULL);
  worksheet_write_string (sheet, 0, 0, "Formations suivies", NULL);
  worksheet_merge_range (sheet, 2, 0, 3, 0, "Matricule", NULL);
  worksheet_write_string (sheet, 2, 1, "Formation", NULL);
  worksheet_write_string (sheet, 3, 1, "Date de\nformation", NULL);
  worksheet_merge_range (sheet, 3, 2, 3, 3, "Durée", NULL);
  worksheet_write_string (sheet, 3, 4, "Coût", NULL);
  worksheet_write_string (sheet, 3, 5, "Part", NULL);
  worksheet_write_string (sheet, 3, 6, "Validé", NULL);
  worksheet_write_number (sheet, 4, 0, 1042, NULL);
  worksheet_write_datetime (sheet, 4, 1, &last, day);
  worksheet_write_number (sheet, 4, 2, 0.0625, add_format (workbook, "[h]:mm"));
  worksheet_write_number (sheet, 4, 3, 0.1 + 0.2, NULL);
  worksheet_write_number (sheet, 4, 4, 12.5, add_format (workbook, "#,##0.00 \"€\""));
  worksheet_write_number (sheet, 4, 5, 0.632, add_format (workbook, "0.0%"));
  worksheet_write_boolean (sheet, 4, 6, 1, NULL);
  worksheet_write_string (sheet, 6, 0, "A 7", NULL);
  worksheet_write_datetime (sheet, 6, 1, &noon, moment);
  worksheet_write_formula_num (sheet, 6, 2, "=40+2", add_format (workbook, "[Red]0"), 42);
  worksheet_write_formula_str (sheet, 6, 3, "=\"a\"&\"b\"", NULL, "ab");
  worksheet_write_formula_str (sheet, 6, 4, "=NA()", NULL, "#N/A");
  for (lxw_row_t row = 7; row < 40; row++)
    worksheet_write_blank (sheet, row, 2, day);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

#define XLSX_TABLE \
  "Matricule|Date de formation|Durée||Coût|Part|Validé\n" \
  "5: 1042|2025-12-31|01:30:00|0.3|12.5€|63.2%|true\n" \
  "7: A 7|2026-03-01T12:30:00|42|ab|#N/A||\n"

static void
test_xlsx (Fixture *fixture, gconstpointer data)
{
  write_xlsx (fixture);
  assert_table (fixture, NULL, XLSX_TABLE, 2);
  assert_table (fixture, "donnees", XLSX_TABLE, 2);
  assert_refused (fixture, "Feuil9", "Lisez-moi, Données");
}

static void
test_sheets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieTableSource) table = NULL;

  write_xlsx (fixture);
  table = open_sheet (fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vigie_table_source_get_sheet (table), ==, "Données");
  g_assert_cmpstr (vigie_table_source_get_sheets (table)[0], ==, "Lisez-moi");
  g_assert_cmpstr (vigie_table_source_get_sheets (table)[1], ==, "Données");
  g_assert_null (vigie_table_source_get_sheets (table)[2]);
}

/* --- by hand -------------------------------------------------------------------------------------- */

#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/* The sheet is not called by its number, names have a prefix, and days are counted from 1904. */
static VigieTestZip *
begin_xlsx (const char *sheet)
{
  VigieTestZip *zip = vigie_test_zip_new ();

  vigie_test_zip_add (zip, "_rels/.rels",
                      "<Relationships><Relationship Id='r' Type='" TYPE "officeDocument' Target='/book/w.xml'/>"
                      "</Relationships>");
  vigie_test_zip_add (zip, "book/_rels/w.xml.rels",
                      "<Relationships><Relationship Id='r7' Type='" TYPE "worksheet' Target='worksheets/any.xml'/>"
                      "<Relationship Id='s' Type='" TYPE "styles' Target='../styles.xml'/></Relationships>");
  vigie_test_zip_add (zip, "book/w.xml",
                      "<x:workbook xmlns:x='urn:x'><x:workbookPr date1904='1'/><x:sheets>"
                      "<x:sheet name='S &amp; T' sheetId='3' r:id='r7'/></x:sheets></x:workbook>");
  vigie_test_zip_add (zip, "styles.xml",
                      "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-40C]d\\ mmmm\\ yyyy;@'/></numFmts>"
                      "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
                      "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='49'/></cellXfs></styleSheet>");
  if (sheet != NULL)
    vigie_test_zip_add (zip, "book/worksheets/any.xml", sheet);
  return zip;
}

#define HEAD "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>a</v></c><c r='B1' t='str'><v>b</v></c></row>"
#define FOOT "</sheetData></worksheet>"

static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  write_archive (
    fixture, begin_xlsx (HEAD "<row><c><v>1</v></c><c t='inlineStr'><is><r><t>x_x000A__x0002__</t></r><r><t>y</t></r>"
                              "<rPh><t>no</t></rPh></is></c></row>"
                              "<row r='9'><c r='A9' s='1'><v>42000</v></c><c r='B9' t='e'><v>#REF!</v></c></row>"
                              "<row r='10'><c r='A10'><f>1+1</f></c><c r='B10' t='d'><v>2026-11-28</v></c></row>"
                              "<row r='11'><c r='A11' s='1'/></row>" FOOT));
  assert_table (fixture, NULL, "a|b\n2: 1|x\n_x0002__y\n9: 2018-12-28|#REF!\n10: #CALC!|2026-11-28\n", 0);
}

#define ODS_HEAD \
  "<office:document-content><office:body><office:spreadsheet><table:table table:name='Vide'/>" \
  "<table:table table:name='T'>"
#define ODS_FOOT "</table:table></office:spreadsheet></office:body></office:document-content>"
#define TEXT_CELL(text) "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"

static VigieTestZip *
begin_ods (const char *rows)
{
  VigieTestZip *zip = vigie_test_zip_new ();
  g_autofree char *content = g_strconcat (ODS_HEAD, rows, ODS_FOOT, NULL);

  vigie_test_zip_add (zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
  vigie_test_zip_add (zip, "META-INF/manifest.xml", "<manifest:manifest><manifest:file-entry/></manifest:manifest>");
  vigie_test_zip_add (zip, "content.xml", content);
  return zip;
}

static void
test_ods (Fixture *fixture, gconstpointer data)
{
  static const char rows[] = "<table:table-header-rows><table:table-row>" TEXT_CELL ("Matricule") TEXT_CELL ("Date")
    TEXT_CELL ("Durée") TEXT_CELL ("Coût") TEXT_CELL ("Part") TEXT_CELL (
      "Note") "</table:table-row></table:table-header-rows>"
              "<table:table-row table:number-rows-repeated='2'>"
              "<table:table-cell office:value-type='float' office:value='1042'><text:p>1 042,00</text:p></table:table-cell>"
              "<table:table-cell office:value-type='date' office:date-value='2025-12-31'><text:p>31/12/25</text:p>"
              "</table:table-cell><table:table-cell office:value-type='time' office:time-value='PT01H30M00S'/>"
              "<table:table-cell office:value-type='currency' office:currency='EUR' office:value='12.5'/>"
              "<table:table-cell table:formula='of:=1' office:value-type='percentage' office:value='0.632'/>"
              "<table:table-cell office:value-type='string'><office:annotation><text:p>caché</text:p></office:annotation>"
              "<text:p>a<text:s text:c='2'/>b</text:p><text:p><text:span>c</text:span></text:p></table:table-cell>"
              "<table:table-cell table:number-columns-repeated='16378'/></table:table-row>"
              "<table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>"
              "<table:table-row><table:table-cell office:value-type='boolean' office:boolean-value='true'/>"
              "<table:table-cell table:number-columns-repeated='2' office:value-type='string'><text:p>x</text:p>"
              "</table:table-cell></table:table-row>"
              "<table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/>"
              "</table:table-row>";

  write_archive (fixture, begin_ods (rows));
  assert_table (fixture, NULL,
                "Matricule|Date|Durée|Coût|Part|Note\n"
                "2: 1042|2025-12-31|01:30:00|12.5€|63.2%|a  b\nc\n"
                "3: 1042|2025-12-31|01:30:00|12.5€|63.2%|a  b\nc\n"
                "7: true|x|x|||\n",
                0);
  assert_refused (fixture, "Vide", "blank");
}

/* --- hostile files -------------------------------------------------------------------------------- */

static void
test_bombs (Fixture *fixture, gconstpointer data)
{
  static const char nothing[] = { 3, 0 };
  g_autofree char *spaces = g_strnfill (64 * 1024 * 1024, ' ');
  VigieTestZip *zip = begin_xlsx (NULL);

  /* It says that it is large. */
  vigie_test_zip_add_lying (zip, "book/worksheets/any.xml", nothing, sizeof nothing, G_MAXUINT32, 0);
  write_archive (fixture, zip);
  assert_refused (fixture, NULL, "4.0\u00a0GiB");
  /* It is honest, and packed 1,000 times smaller. */
  zip = begin_xlsx (spaces);
  write_archive (fixture, zip);
  assert_refused (fixture, NULL, "64.0\u00a0MiB");
  /* It says that it is small. */
  {
    g_autoptr (GByteArray) bytes = vigie_test_zip_finish (begin_xlsx (HEAD FOOT));
    gsize name = strlen ("book/worksheets/any.xml");

    /* The size in the directory's last line, which ends 22 bytes before the end. */
    bytes->data[bytes->len - 22 - name - 46 + 24] -= 40;
    g_assert_true (g_file_set_contents (fixture->path, (const char *) bytes->data, bytes->len, NULL));
  }
  assert_refused (fixture, NULL, "damaged");
  zip = vigie_test_zip_new ();
  for (guint i = 0; i < 10001; i++)
    vigie_test_zip_add_lying (zip, "x", nothing, sizeof nothing, 0, 0);
  write_archive (fixture, zip);
  assert_refused (fixture, NULL, "10000 parts");
}

static void
test_hostile_sheets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) deep = g_string_new (HEAD);
  g_autoptr (GString) long_text = g_string_new (HEAD "<row><c t='inlineStr'><is><t>");

  for (guint i = 0; i < 1000; i++)
    g_string_append (deep, "<a>");
  write_archive (fixture, begin_xlsx (deep->str));
  assert_refused (fixture, NULL, "damaged");
  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (long_text, "%x", g_random_int ());
  g_string_append (long_text, "</t></is></c></row>" FOOT);
  write_archive (fixture, begin_xlsx (long_text->str));
  assert_refused (fixture, NULL, "larger row, cell");
  write_archive (fixture, begin_xlsx (HEAD "<row r='1048577'><c r='A1048577'><v>1</v></c></row>" FOOT));
  assert_refused (fixture, NULL, "1048577");
  write_archive (fixture, begin_xlsx ("<!DOCTYPE x [<!ENTITY a 'aaaa'>]>" HEAD "<row><c><v>&a;</v></c></row>" FOOT));
  assert_refused (fixture, NULL, "damaged");
  write_archive (fixture,
                 begin_xlsx (HEAD "<row r='2'><c r='ZZZZZZ2'><v>1</v></c><c r='lots'><v>2</v></c></row>" FOOT));
  assert_table (fixture, NULL, "a|b\n2: 1|2\n", 0);
  write_archive (fixture, begin_ods ("<table:table-row>" TEXT_CELL ("a") TEXT_CELL (
                            "b") "</table:table-row>"
                                 "<table:table-row table:number-rows-repeated='1048575'>"
                                 "<table:table-cell table:number-columns-repeated='16384' "
                                 "office:value-type='float' office:value='1'/></table:table-row>"));
  assert_refused (fixture, NULL, "larger row, cell");
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  static const char compound[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  VigieTestZip *zip = vigie_test_zip_new ();

  g_assert_true (g_file_set_contents (fixture->path, compound, sizeof compound, NULL));
  assert_refused (fixture, NULL, "password");
  vigie_test_zip_add_lying (zip, "xl/workbook.xml", "x", 1, 1, 1);
  write_archive (fixture, zip);
  assert_refused (fixture, NULL, "password");
  zip = vigie_test_zip_new ();
  vigie_test_zip_add (zip, "META-INF/manifest.xml",
                      "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry>"
                      "</m:manifest>");
  vigie_test_zip_add (zip, "content.xml", "not XML");
  write_archive (fixture, zip);
  assert_refused (fixture, NULL, "password");
  g_assert_true (g_file_set_contents (fixture->path, "<html><table><tr><td>a", -1, NULL));
  assert_refused (fixture, NULL, "web page");
  g_assert_true (g_file_set_contents (fixture->path, "\xd0\xcf\x11\xe0 and no more", -1, NULL));
  assert_refused (fixture, NULL, "Excel 97");
}

/* A few bytes changed, or the end cut off: it is read, or refused with a reason. */
static void
test_any_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261128);
  g_autofree char *whole = NULL;
  gsize size;
  guint n_refused = 0;

  write_xlsx (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &size, NULL));
  for (int i = 0; i < 120; i++)
    {
      g_autofree char *changed = g_memdup2 (whole, size);
      gsize left = i % 4 == 0 ? (gsize) g_rand_int_range (random, 4, (gint32) size) : size;
      g_autoptr (VigieTableSource) table = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      for (int j = g_rand_int_range (random, 1, 4); j > 0; j--)
        changed[g_rand_int_range (random, 4, (gint32) size)] = (char) g_rand_int_range (random, 0, 256);
      g_assert_true (g_file_set_contents (fixture->path, changed, (gssize) left, NULL));
      table = open_sheet (fixture, NULL, &error);
      text = table != NULL ? read_all (table, &error) : NULL;
      g_assert_true (table != NULL || error != NULL);
      n_refused += error != NULL;
    }
  g_assert_cmpuint (n_refused, >, 40);
}

/* --- the same as the CSV -------------------------------------------------------------------------- */

static void
import_inventory (const char *extension, VigieStore *store, gint64 rows[VIGIE_OUTCOME_REFUSED + 1])
{
  g_autofree char *name = g_strconcat ("us-2025-individual.", extension, NULL);
  g_autofree char *path = g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), "..", "shared", "data", name, NULL);
  g_autofree char *map_path =
    g_build_filename (g_getenv ("VIGIE_SOURCE_ROOT"), "data", "reference", "mappings", "us-federal-2025-va.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) mapping = g_file_new_for_path (map_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (VigieImport) import = vigie_import_open ("projects", file, mapping, &error);

  g_assert_no_error (error);
  vigie_import_run (import, store, FALSE, NULL, &error);
  g_assert_no_error (error);
  memcpy (rows, vigie_import_get_report (import)->rows, sizeof (vigie_import_get_report (import)->rows));
}

/* What the workbook says after the table has nothing new: not one record is changed by it. */
static void
test_inventory (Fixture *fixture, gconstpointer data)
{
  VigieStore *store = vigie_test_new_store (fixture->folder);
  gint64 rows[VIGIE_OUTCOME_REFUSED + 1];

  import_inventory ("csv", store, rows);
  g_assert_cmpint (rows[VIGIE_OUTCOME_ADDED], ==, 367);
  import_inventory ("xlsx", store, rows);
  g_assert_cmpint (rows[VIGIE_OUTCOME_ADDED], ==, 0);
  g_assert_cmpint (rows[VIGIE_OUTCOME_UNCHANGED], ==, 367);
  g_assert_finalize_object (store);
}

#define ADD(path, func) g_test_add ("/exchange/workbook/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vigie_language_init ("en");
  ADD ("xlsx", test_xlsx);
  ADD ("sheets", test_sheets);
  ADD ("by-hand", test_by_hand);
  ADD ("ods", test_ods);
  ADD ("bombs", test_bombs);
  ADD ("hostile-sheets", test_hostile_sheets);
  ADD ("locked", test_locked);
  ADD ("any-bytes", test_any_bytes);
  ADD ("inventory", test_inventory);
  return g_test_run ();
}
