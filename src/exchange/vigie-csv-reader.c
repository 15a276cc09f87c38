// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieCsvReader: a table in a CSV file, read record by record with bounded memory.
 *
 * RFC 4180, and what Excel really writes: UTF-8 with or without a byte order mark, UTF-16, or
 * Windows-1252; `;`, `,` or tab between cells, or what a first line `sep=;` says; CR, LF or CRLF at
 * the end of a record; line breaks within quotes, which come out as LF; a quote within an unquoted
 * cell stands for itself. What cannot be read is refused at the line where it stands.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-csv-reader.h"

#include "vigie-byte-input.h"
#include "vigie-file.h"
#include "vigie-fold.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

struct _VigieCsvReader
{
  GObject parent_instance;

  char *name;
  GInputStream *stream;
  goffset size;
  gsize mark_size; /* of what says the encoding */
  VigieEncoding encoding;
  char delimiter;
  GStrv columns;

  VigieByteInput input;
  guint8 kinds[256]; /* of each byte what it does: see #Kind */
  GError *failure;

  /* the record that is being read */
  guint64 line;
  guint64 record_line;
  GString *text;
  GArray *offsets;
  GPtrArray *cells;
};

static void table_source_iface_init (VigieTableSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VigieCsvReader, vigie_csv_reader, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VIGIE_TYPE_TABLE_SOURCE, table_source_iface_init))

/* What a byte does in a record that is not looked at byte by byte. */
enum Kind
{
  KIND_PLAIN,
  KIND_DELIMITER,
  KIND_LINE_FEED,
  KIND_CARRIAGE_RETURN,
  KIND_OTHER, /* a quote, NUL, or part of a character */
};

/* --- bytes ---------------------------------------------------------------------------------------- */

static gboolean
is_line_end (int byte)
{
  return byte == '\n' || byte == '\r';
}

static gboolean
fail (VigieCsvReader *self, int code, guint64 line, const char *reason)
{
  if (self->failure == NULL)
    self->failure = g_error_new (VIGIE_EXCHANGE_ERROR, code,
                                 /* Translators: %1$s is a file, %3$s says what is wrong there */
                                 _ ("“%1$s”, line %2$" PRIu64 ": %3$s"), self->name, line, reason);
  return FALSE;
}

/* Where there is no byte: FALSE where that is because reading failed. */
static gboolean
is_end (VigieCsvReader *self)
{
  return self->input.error == NULL ||
         fail (self, VIGIE_EXCHANGE_ERROR_ENCODING, self->line, self->input.error->message);
}

/* After a CR or LF was taken: takes the LF of a CRLF. */
static void
finish_line (VigieCsvReader *self, int byte)
{
  if (byte == '\r' && vigie_byte_input_peek (&self->input) == '\n')
    vigie_byte_input_take (&self->input);
  self->line++;
}

/* --- cells ---------------------------------------------------------------------------------------- */

static gsize
cell_start (VigieCsvReader *self)
{
  return g_array_index (self->offsets, gsize, self->offsets->len - 1);
}

static gboolean
check_length (VigieCsvReader *self, guint64 cell_line)
{
  if (self->text->len - cell_start (self) > VIGIE_CSV_CELL_MAX)
    return fail (self, VIGIE_EXCHANGE_ERROR_LIMIT, cell_line,
                 _ ("a cell that begins here is longer than 256 KiB; is a quote not closed, or is this no table?"));
  if (self->text->len > VIGIE_CSV_RECORD_MAX)
    return fail (self, VIGIE_EXCHANGE_ERROR_LIMIT, self->record_line,
                 _ ("a row that begins here is longer than 4 MiB; is a quote not closed, or is this no table?"));
  return TRUE;
}

static gboolean
append (VigieCsvReader *self, int byte, guint64 cell_line)
{
  if (byte == '\0')
    return fail (self, VIGIE_EXCHANGE_ERROR_FORMAT, self->line, _ ("this is not a text file"));
  if (byte >= 0x80 && self->encoding == VIGIE_ENCODING_WINDOWS_1252)
    vigie_encoding_append_1252 (self->text, (guchar) byte);
  else
    g_string_append_c (self->text, (char) byte);
  return check_length (self, cell_line);
}

/* After the opening quote. */
static gboolean
read_quoted (VigieCsvReader *self)
{
  guint64 opened = self->line;

  for (;;)
    {
      int byte = vigie_byte_input_take (&self->input);

      if (byte == VIGIE_BYTE_END)
        return is_end (self) &&
               fail (self, VIGIE_EXCHANGE_ERROR_FORMAT, opened,
                     _ ("a quote that opens here is never closed. Close it, or write \"\" for a quote in a cell."));
      if (is_line_end (byte))
        {
          finish_line (self, byte);
          byte = '\n';
        }
      else if (byte == '"')
        {
          if (vigie_byte_input_peek (&self->input) != '"')
            return TRUE;
          vigie_byte_input_take (&self->input);
        }
      if (!append (self, byte, opened))
        return FALSE;
    }
}

/* After a closing quote only space may stand before the next cell. */
static gboolean
finish_quoted (VigieCsvReader *self)
{
  int byte;

  while ((byte = vigie_byte_input_peek (&self->input)) == ' ' || (byte == '\t' && self->delimiter != '\t'))
    vigie_byte_input_take (&self->input);
  if (byte == VIGIE_BYTE_END || byte == self->delimiter || is_line_end (byte))
    return TRUE;
  return fail (self, VIGIE_EXCHANGE_ERROR_FORMAT, self->line,
               _ ("text follows a closing quote. Write \"\" for a quote in a cell."));
}

/* How many bytes from here are of the cell and stand for themselves. */
static gsize
count_plain (VigieCsvReader *self)
{
  const char *start = self->input.block + self->input.start;
  const char *end = self->input.block + self->input.end;
  gboolean narrow = self->encoding == VIGIE_ENCODING_WINDOWS_1252;
  const char *p = start;

  while (p < end && *p != self->delimiter && *p != '\n' && *p != '\r' && *p != '\0' && !(narrow && (guchar) *p >= 0x80))
    p++;
  return (gsize) (p - start);
}

static gboolean
read_plain (VigieCsvReader *self)
{
  guint64 line = self->line;
  int byte;

  while ((byte = vigie_byte_input_peek (&self->input)) != VIGIE_BYTE_END && byte != self->delimiter &&
         !is_line_end (byte))
    {
      gsize n = count_plain (self);

      if (n == 0)
        {
          if (!append (self, vigie_byte_input_take (&self->input), line))
            return FALSE;
          continue;
        }
      g_string_append_len (self->text, self->input.block + self->input.start, (gssize) n);
      self->input.start += n;
      if (!check_length (self, line))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_cell (VigieCsvReader *self)
{
  if (self->offsets->len == VIGIE_CSV_CELLS_MAX)
    return fail (self, VIGIE_EXCHANGE_ERROR_LIMIT, self->record_line,
                 _ ("the row has more than 16,384 cells; is this no table?"));
  g_array_append_val (self->offsets, self->text->len);
  if (vigie_byte_input_peek (&self->input) != '"')
    {
      if (!read_plain (self))
        return FALSE;
    }
  else
    {
      vigie_byte_input_take (&self->input);
      if (!read_quoted (self) || !finish_quoted (self))
        return FALSE;
    }
  g_string_append_c (self->text, '\0');
  return TRUE;
}

static void
list_cells (VigieCsvReader *self)
{
  g_ptr_array_set_size (self->cells, (int) self->offsets->len);
  for (guint i = 0; i < self->offsets->len; i++)
    g_ptr_array_index (self->cells, i) = self->text->str + g_array_index (self->offsets, gsize, i);
}

/* ASCII alone, as most records are, is UTF-8: eight bytes at a time. */
static gboolean
is_ascii (const GString *text)
{
  guint64 all = 0;
  gsize i = 0;

  for (; i + sizeof all <= text->len; i += sizeof all)
    {
      guint64 eight;

      memcpy (&eight, text->str + i, sizeof eight);
      all |= eight;
    }
  for (; i < text->len; i++)
    all |= (guchar) text->str[i];
  return (all & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

static gboolean
check_text (VigieCsvReader *self)
{
  if (is_ascii (self->text))
    return TRUE;
  for (guint i = 0; i < self->cells->len; i++)
    if (!g_utf8_validate (g_ptr_array_index (self->cells, i), -1, NULL))
      return fail (self, VIGIE_EXCHANGE_ERROR_ENCODING, self->record_line, _ ("the text is not UTF-8"));
  return TRUE;
}

static void
list_kinds (VigieCsvReader *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    self->kinds[i] = i >= 0x80 ? KIND_OTHER : KIND_PLAIN;
  self->kinds['\0'] = self->kinds['"'] = KIND_OTHER;
  self->kinds['\n'] = KIND_LINE_FEED;
  self->kinds['\r'] = KIND_CARRIAGE_RETURN;
  self->kinds[(guchar) self->delimiter] = KIND_DELIMITER;
}

/* One record has as many as the one before, as a rule. */
static inline void
add_cell (VigieCsvReader *self, guint n, char *start)
{
  if (n < self->cells->len)
    g_ptr_array_index (self->cells, n) = start;
  else
    g_ptr_array_add (self->cells, start);
}

/* Takes a record that lies whole in the block and of which each byte stands for itself, as nearly all do. Its cells stay
 * where they are, a NUL in the place of what ended them. Where it returns FALSE nothing is taken. */
static gboolean
read_whole_record (VigieCsvReader *self)
{
  char *p = self->input.block + self->input.start;
  char *end = self->input.block + self->input.end;
  guint8 kind = KIND_PLAIN;
  guint n = 0;

  add_cell (self, n++, p);
  for (; p < end; p++)
    {
      kind = self->kinds[(guchar) *p];
      if (kind == KIND_PLAIN)
        continue;
      if (kind != KIND_DELIMITER)
        break;
      add_cell (self, n++, p + 1);
    }
  if (p == end || n > VIGIE_CSV_CELLS_MAX || kind == KIND_OTHER ||
      (kind == KIND_CARRIAGE_RETURN && (p + 1 == end || p[1] != '\n')))
    return FALSE;
  if (self->cells->len != n)
    g_ptr_array_set_size (self->cells, (int) n);
  for (guint i = 1; i < n; i++)
    ((char *) g_ptr_array_index (self->cells, i))[-1] = '\0';
  *p = '\0';
  self->input.start = (gsize) (p - self->input.block) + (kind == KIND_CARRIAGE_RETURN ? 2 : 1);
  self->line++;
  return TRUE;
}

static gboolean
read_record (VigieCsvReader *self)
{
  int byte;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->offsets, 0);
  self->record_line = self->line;
  if (vigie_byte_input_peek (&self->input) == VIGIE_BYTE_END)
    {
      is_end (self);
      return FALSE;
    }
  if (read_whole_record (self))
    return TRUE;
  do
    if (!read_cell (self))
      return FALSE;
  while ((byte = vigie_byte_input_take (&self->input)) == self->delimiter);
  if (byte != VIGIE_BYTE_END)
    finish_line (self, byte);
  else if (!is_end (self))
    return FALSE;
  list_cells (self);
  return check_text (self);
}

static gboolean
is_blank (VigieCsvReader *self)
{
  /* Nearly every record begins with a letter or a digit. */
  if (self->cells->len > 0 && g_ascii_isgraph (*(const char *) g_ptr_array_index (self->cells, 0)))
    return FALSE;
  for (guint i = 0; i < self->cells->len; i++)
    if (!vigie_text_is_blank (g_ptr_array_index (self->cells, i)))
      return FALSE;
  return TRUE;
}

/* --- opening -------------------------------------------------------------------------------------- */

/* A first line `sep=;` is Excel's way to say what the delimiter is. */
static gboolean
take_separator_line (VigieCsvReader *self)
{
  const char *text = self->input.block + self->input.start;
  gsize size = self->input.end - self->input.start;

  if (size < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || !is_line_end (text[5]) || is_line_end (text[4]))
    return FALSE;
  self->delimiter = text[4];
  self->input.start += 5;
  finish_line (self, vigie_byte_input_take (&self->input));
  return TRUE;
}

static gboolean
read_columns (VigieCsvReader *self, GError **error)
{
  gboolean found;

  vigie_byte_input_peek (&self->input);
  if (!take_separator_line (self) && self->delimiter == '\0')
    self->delimiter =
      vigie_csv_sniff_delimiter (self->input.block + self->input.start, self->input.end - self->input.start);
  list_kinds (self);
  do
    found = read_record (self);
  while (found && is_blank (self));
  if (found)
    {
      g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

      for (guint i = 0; i < self->cells->len; i++)
        g_strv_builder_take (names, vigie_text_dup_trimmed (g_ptr_array_index (self->cells, i)));
      self->columns = g_strv_builder_end (names);
      return TRUE;
    }
  if (self->failure == NULL)
    fail (self, VIGIE_EXCHANGE_ERROR_FORMAT, self->line, _ ("there is no row of column names"));
  g_propagate_error (error, g_error_copy (self->failure));
  return FALSE;
}

static gboolean
start (VigieCsvReader *self, GError **error)
{
  if (!g_seekable_seek (G_SEEKABLE (self->stream), (goffset) self->mark_size, G_SEEK_SET, NULL, error))
    return FALSE;
  vigie_byte_input_clear (&self->input);
  vigie_byte_input_init (&self->input, self->stream, self->encoding);
  g_clear_pointer (&self->columns, g_strfreev);
  self->line = 1;
  return read_columns (self, error);
}

static VigieCsvReader *
open_stream (GInputStream *stream, const char *name, goffset size, char delimiter, GError **error)
{
  g_autoptr (VigieCsvReader) self = g_object_new (VIGIE_TYPE_CSV_READER, NULL);

  self->delimiter = delimiter;

  self->name = g_strdup (name);
  self->size = size;
  self->stream = g_object_ref (stream);
  if (!vigie_encoding_detect (stream, name, &self->encoding, &self->mark_size, error) || !start (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vigie_csv_reader_new:
 * @delimiter: what separates its cells; 0 where that is to be found out
 *
 * Opens a CSV file and reads the names of its columns.
 *
 * Returns: (transfer full): the reader; %NULL with @error, which names the file
 */
VigieCsvReader *
vigie_csv_reader_new (GFile *file, char delimiter, GError **error)
{
  g_autofree char *name = vigie_file_dup_name (file);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local = NULL;

  stream = g_file_read (file, NULL, &local);
  if (stream != NULL)
    info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, &local);
  if (info != NULL && !g_seekable_can_seek (G_SEEKABLE (stream)))
    g_set_error_literal (&local, VIGIE_EXCHANGE_ERROR, VIGIE_EXCHANGE_ERROR_FORMAT, _ ("it is not a regular file"));
  if (local == NULL)
    return open_stream (G_INPUT_STREAM (stream), name, g_file_info_get_size (info), delimiter, error);
  vigie_file_set_read_error (file, local, error);
  return NULL;
}

/**
 * vigie_csv_reader_new_for_bytes:
 * @name: of the file, for messages
 *
 * Returns: (transfer full): the reader; %NULL with @error, which names the file
 */
VigieCsvReader *
vigie_csv_reader_new_for_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return open_stream (stream, name, (goffset) g_bytes_get_size (bytes), '\0', error);
}

/**
 * vigie_csv_reader_get_delimiter:
 *
 * Returns: what separates the cells
 */
char
vigie_csv_reader_get_delimiter (VigieCsvReader *self)
{
  g_return_val_if_fail (VIGIE_IS_CSV_READER (self), '\0');

  return self->delimiter;
}

/* --- VigieTableSource ----------------------------------------------------------------------------- */

static const char *
get_name (VigieTableSource *source)
{
  return VIGIE_CSV_READER (source)->name;
}

static const char *const *
get_columns (VigieTableSource *source)
{
  return (const char *const *) VIGIE_CSV_READER (source)->columns;
}

static gboolean
next (VigieTableSource *source, VigieTableRow *row, GError **error)
{
  VigieCsvReader *self = VIGIE_CSV_READER (source);

  while (self->failure == NULL && read_record (self))
    {
      if (is_blank (self))
        continue;
      row->line = self->record_line;
      row->cells = (const char *const *) self->cells->pdata;
      row->n_cells = self->cells->len;
      return TRUE;
    }
  if (self->failure != NULL)
    g_propagate_error (error, g_error_copy (self->failure));
  return FALSE;
}

static double
get_progress (VigieTableSource *source)
{
  VigieCsvReader *self = VIGIE_CSV_READER (source);
  goffset read = vigie_byte_input_tell (&self->input);

  return read >= 0 && self->size > 0 ? CLAMP ((double) read / (double) self->size, 0, 1) : NAN;
}

static gboolean
rewind_to_start (VigieTableSource *source, GError **error)
{
  VigieCsvReader *self = VIGIE_CSV_READER (source);

  g_clear_error (&self->failure);
  return start (self, error);
}

static void
table_source_iface_init (VigieTableSourceInterface *iface)
{
  iface->get_name = get_name;
  iface->get_columns = get_columns;
  iface->next = next;
  iface->get_progress = get_progress;
  iface->rewind = rewind_to_start;
}

static void
vigie_csv_reader_finalize (GObject *object)
{
  VigieCsvReader *self = VIGIE_CSV_READER (object);

  vigie_byte_input_clear (&self->input);
  g_clear_object (&self->stream);
  g_clear_error (&self->failure);
  g_strfreev (self->columns);
  g_string_free (self->text, TRUE);
  g_array_unref (self->offsets);
  g_ptr_array_unref (self->cells);
  g_free (self->name);
  G_OBJECT_CLASS (vigie_csv_reader_parent_class)->finalize (object);
}

static void
vigie_csv_reader_class_init (VigieCsvReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_csv_reader_finalize;
}

static void
vigie_csv_reader_init (VigieCsvReader *self)
{
  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();
}
