// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieXlsxBook: the sheets, styles and shared texts of an Office Open XML workbook.
 * ECMA-376-1:2016, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles); ECMA-376-2 for relationships.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-xlsx-book.h"

#include "vigie-part-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All shared texts of a workbook together. */
#define TEXTS_MAX (256 * 1024 * 1024)

/* What reading a part needs to remember. */
typedef struct
{
  VigieXlsxBook *book;
  const char *folder;       /* of the part whose relations are read, with its slash */
  GHashTable *targets;      /* id of a relation → part */
  GHashTable *kinds;        /* kind of a relation → part */
  GHashTable *number_codes; /* number of a format → VigieSheetFormat */
  gboolean in_cell_styles;
  gboolean in_text;
  gboolean in_phonetic;
} Reading;

static gboolean
is_true (const char *text)
{
  return g_strcmp0 (text, "1") == 0 || g_strcmp0 (text, "true") == 0;
}

/* --- relations ------------------------------------------------------------------------------------ */

/* `../xl/styles.xml` from `xl/`, without ever leaving the archive: names are only looked up in it. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *joined = *target == '/' ? g_strdup (target) : g_strconcat ("/", folder, target, NULL);
  g_autofree char *canonical = g_canonicalize_filename (joined, "/");

  return g_strdup (canonical + 1);
}

static void
start_relation (gpointer data, const char *name, const char **names, const char **values)
{
  Reading *self = data;
  const char *id = vigie_part_find (names, values, "Id");
  const char *type = vigie_part_find (names, values, "Type");
  const char *target = vigie_part_find (names, values, "Target");
  const char *kind = type != NULL ? strrchr (type, '/') : NULL;

  if (!g_str_equal (name, "Relationship") || id == NULL || kind == NULL || target == NULL)
    return;
  g_hash_table_insert (self->targets, g_strdup (id), resolve (self->folder, target));
  g_hash_table_insert (self->kinds, g_strdup (kind + 1), resolve (self->folder, target));
}

static void
ignore_end (gpointer data G_GNUC_UNUSED, const char *name G_GNUC_UNUSED)
{
}

static gboolean
read_relations (Reading *self, VigieZip *zip, const char *folder, const char *part, GError **error)
{
  static const VigiePartHandler handler = { .start = start_relation, .end = ignore_end };

  g_hash_table_remove_all (self->targets);
  g_hash_table_remove_all (self->kinds);
  self->folder = folder;
  return vigie_part_read (zip, part, &handler, self, error);
}

/* --- workbook ------------------------------------------------------------------------------------- */

static void
start_workbook (gpointer data, const char *name, const char **names, const char **values)
{
  Reading *self = data;
  const char *sheet, *part;

  if (g_str_equal (name, "workbookPr"))
    self->book->epoch_1904 = is_true (vigie_part_find (names, values, "date1904"));
  if (!g_str_equal (name, "sheet"))
    return;
  sheet = vigie_part_find (names, values, "name");
  part = vigie_part_find (names, values, "id");
  part = part != NULL ? g_hash_table_lookup (self->targets, part) : NULL;
  /* A sheet that is a chart or a macro has no table. */
  if (sheet == NULL || part == NULL || strstr (part, "worksheets") == NULL)
    return;
  g_ptr_array_add (self->book->names, g_strdup (sheet));
  g_ptr_array_add (self->book->parts, g_strdup (part));
}

/* --- styles --------------------------------------------------------------------------------------- */

static void
start_styles (gpointer data, const char *name, const char **names, const char **values)
{
  Reading *self = data;
  const char *id = vigie_part_find (names, values, "numFmtId");
  const char *code = vigie_part_find (names, values, "formatCode");
  gpointer known;
  VigieSheetFormat format;

  if (g_str_equal (name, "cellXfs"))
    self->in_cell_styles = TRUE;
  if (g_str_equal (name, "numFmt") && id != NULL && code != NULL)
    g_hash_table_insert (self->number_codes, g_strdup (id), GINT_TO_POINTER (vigie_sheet_format_parse (code)));
  if (!g_str_equal (name, "xf") || !self->in_cell_styles)
    return;
  if (id != NULL && g_hash_table_lookup_extended (self->number_codes, id, NULL, &known))
    format = (VigieSheetFormat) GPOINTER_TO_INT (known);
  else
    format = vigie_sheet_format_builtin (id != NULL ? (guint) g_ascii_strtoull (id, NULL, 10) : 0);
  g_array_append_val (self->book->formats, format);
}

static void
end_styles (gpointer data, const char *name)
{
  if (g_str_equal (name, "cellXfs"))
    ((Reading *) data)->in_cell_styles = FALSE;
}

/* --- shared texts --------------------------------------------------------------------------------- */

static void
start_text (gpointer data, const char *name, const char **names G_GNUC_UNUSED, const char **values G_GNUC_UNUSED)
{
  Reading *self = data;

  if (g_str_equal (name, "si"))
    g_array_append_val (self->book->offsets, self->book->texts->len);
  else if (g_str_equal (name, "rPh"))
    self->in_phonetic = TRUE;
  else if (g_str_equal (name, "t"))
    self->in_text = !self->in_phonetic;
}

static void
end_text (gpointer data, const char *name)
{
  Reading *self = data;

  if (g_str_equal (name, "si"))
    g_string_append_c (self->book->texts, '\0');
  else if (g_str_equal (name, "rPh"))
    self->in_phonetic = FALSE;
  else if (g_str_equal (name, "t"))
    self->in_text = FALSE;
}

/**
 * vigie_xlsx_append_text:
 *
 * Appends @text, in which `_x000A_` stands for the character of that number: ECMA-376-1:2016, 22.9.2.19. One that
 * controls a device and is no text stays as it is written.
 */
void
vigie_xlsx_append_text (GString *to, const char *text, gsize size)
{
  for (gsize i = 0; i < size; i++)
    {
      gunichar c = 0;

      for (gsize j = 2; i + 7 <= size && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_' && j < 6; j++)
        c = g_ascii_isxdigit (text[i + j]) ? c << 4 | (gunichar) g_ascii_xdigit_value (text[i + j]) : G_MAXUINT32 >> 4;
      if (!g_unichar_validate (c) || (g_unichar_iscntrl (c) && strchr ("\t\n\r", (int) c) == NULL) || c == 0)
        {
          g_string_append_c (to, text[i]);
          continue;
        }
      if (c != '\r')
        g_string_append_unichar (to, c);
      i += 6;
    }
}

static void
add_text (gpointer data, const char *text, gsize size)
{
  Reading *self = data;

  if (self->in_text && self->book->texts->len < TEXTS_MAX)
    vigie_xlsx_append_text (self->book->texts, text, size);
}

/* --- all of it ------------------------------------------------------------------------------------ */

static gboolean
refuse (VigieZip *zip, const char *reason, GError **error)
{
  g_set_error (error, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT,
               /* Translators: %1$s is a file, %2$s why it cannot be read */
               _ ("“%1$s” cannot be read: %2$s"), vigie_zip_get_name (zip), reason);
  return FALSE;
}

static gboolean
read_workbook (Reading *self, VigieZip *zip, const char *part, GError **error)
{
  static const VigiePartHandler workbook = { .start = start_workbook, .end = ignore_end };
  static const VigiePartHandler styles = { .start = start_styles, .end = end_styles };
  static const VigiePartHandler texts = { .start = start_text, .end = end_text, .text = add_text };
  const char *name = strrchr (part, '/') != NULL ? strrchr (part, '/') + 1 : part;
  g_autofree char *folder = g_strndup (part, (gsize) (name - part));
  g_autofree char *relations = g_strconcat (folder, "_rels/", name, ".rels", NULL);
  const char *found;

  if (g_str_has_suffix (part, ".bin"))
    return refuse (zip, _ ("it is a binary workbook (.xlsb). Save it as .xlsx or .ods."), error);
  if (!read_relations (self, zip, folder, relations, error) || !vigie_part_read (zip, part, &workbook, self, error))
    return FALSE;
  found = g_hash_table_lookup (self->kinds, "styles");
  if (found != NULL && !vigie_part_read (zip, found, &styles, self, error))
    return FALSE;
  found = g_hash_table_lookup (self->kinds, "sharedStrings");
  if (found != NULL && !vigie_part_read (zip, found, &texts, self, error))
    return FALSE;
  if (self->book->texts->len >= TEXTS_MAX)
    return refuse (zip, _ ("it holds more text than is read from a workbook. Save its table as CSV."), error);
  return self->book->names->len > 0 || refuse (zip, _ ("it has no sheet with a table."), error);
}

/**
 * vigie_xlsx_book_new:
 *
 * Returns: (transfer full): what the workbook says outside its sheets; %NULL with @error, which names the file
 */
VigieXlsxBook *
vigie_xlsx_book_new (VigieZip *zip, GError **error)
{
  g_autoptr (VigieXlsxBook) self = g_new0 (VigieXlsxBook, 1);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { .book = self, .targets = targets, .kinds = kinds, .number_codes = codes };
  g_autofree char *part = NULL;

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->formats = g_array_new (FALSE, FALSE, sizeof (VigieSheetFormat));
  self->texts = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (!read_relations (&reading, zip, "", "_rels/.rels", error))
    return NULL;
  part = g_strdup (g_hash_table_lookup (kinds, "officeDocument"));
  if (part == NULL)
    {
      refuse (zip, _ ("it is no workbook. Workbooks of Excel and LibreOffice are read, and CSV."), error);
      return NULL;
    }
  if (!read_workbook (&reading, zip, part, error))
    return NULL;
  g_ptr_array_add (self->names, NULL);
  return g_steal_pointer (&self);
}

void
vigie_xlsx_book_free (VigieXlsxBook *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->parts);
  g_array_unref (self->formats);
  g_string_free (self->texts, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

/**
 * vigie_xlsx_book_get_text:
 * @index: as a cell has it
 *
 * Returns: (transfer none) (nullable): a shared text; %NULL where there is none of that number
 */
const char *
vigie_xlsx_book_get_text (const VigieXlsxBook *self, const char *index)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (index, 10, 0, G_MAXUINT32, &number, NULL) || number >= self->offsets->len)
    return NULL;
  return self->texts->str + g_array_index (self->offsets, gsize, number);
}
