// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-report"

#include "vigie-pdf-private.h"

/*
 * The structure tree (ISO 32000-1, 14.7). Its elements come in the order in which they were begun, so the notes are
 * dealt out along it.
 *
 * What is drawn straight into a grouping element (a running head between two rows of a table, a rule) is no part of
 * the text. Cairo gives it to the group; here it is taken out of it, and vigie_pdf_mark_artifacts() marks it.
 */

typedef struct
{
  qpdf_data pdf;
  const VigiePdfNotes *notes;
  guint n_figures;
  guint n_headers;
} Walk;

/**
 * vigie_pdf_is_grouping:
 * @tag: a structure type, without its slash
 *
 * Returns: whether elements of the type hold other elements and nothing of their own
 */
gboolean
vigie_pdf_is_grouping (const char *tag)
{
  static const char *const grouping[] = { "Document", "Sect", "Table", "TR", NULL };

  return g_strv_contains (grouping, tag);
}

static const char *
element_type (qpdf_data pdf, qpdf_oh object)
{
  qpdf_oh type;

  if (!qpdf_oh_is_dictionary (pdf, object))
    return NULL;
  type = qpdf_oh_get_key (pdf, object, "/S");
  return qpdf_oh_is_name (pdf, type) ? qpdf_oh_get_name (pdf, type) + 1 : NULL;
}

static void
add_scope (Walk *walk, qpdf_oh element)
{
  VigieHeaderScope scope = VIGIE_HEADER_COLUMN;
  qpdf_oh attributes = qpdf_oh_new_dictionary (walk->pdf);

  if (walk->n_headers < walk->notes->headers->len)
    scope = g_array_index (walk->notes->headers, VigieHeaderScope, walk->n_headers);
  walk->n_headers++;
  qpdf_oh_replace_key (walk->pdf, attributes, "/O", qpdf_oh_new_name (walk->pdf, "/Table"));
  qpdf_oh_replace_key (walk->pdf, attributes, "/Scope",
                       qpdf_oh_new_name (walk->pdf, scope == VIGIE_HEADER_ROW ? "/Row" : "/Column"));
  qpdf_oh_replace_key (walk->pdf, element, "/A", attributes);
}

static void
describe_figure (Walk *walk, qpdf_oh element)
{
  const VigiePdfFigure *figure = NULL;
  qpdf_oh attributes = qpdf_oh_new_dictionary (walk->pdf);
  qpdf_oh box = qpdf_oh_new_array (walk->pdf);

  if (walk->n_figures >= walk->notes->figures->len)
    return;
  figure = &g_array_index (walk->notes->figures, VigiePdfFigure, walk->n_figures);
  walk->n_figures++;
  qpdf_oh_replace_key (walk->pdf, element, "/Alt", qpdf_oh_new_unicode_string (walk->pdf, figure->text));
  for (guint i = 0; i < 4; i++)
    {
      const double edges[] = { figure->x1, figure->y1, figure->x2, figure->y2 };

      qpdf_oh_append_item (walk->pdf, box, qpdf_oh_new_real_from_double (walk->pdf, edges[i], 2));
    }
  qpdf_oh_replace_key (walk->pdf, attributes, "/O", qpdf_oh_new_name (walk->pdf, "/Layout"));
  qpdf_oh_replace_key (walk->pdf, attributes, "/BBox", box);
  qpdf_oh_replace_key (walk->pdf, element, "/A", attributes);
}

/* Whether a kid is content (a number, or a reference to marked content) rather than an element. */
static gboolean
is_content (qpdf_data pdf, qpdf_oh kid)
{
  return qpdf_oh_is_integer (pdf, kid) || qpdf_oh_is_dictionary_of_type (pdf, kid, "/MCR", "");
}

static void
drop_content (qpdf_data pdf, qpdf_oh element)
{
  qpdf_oh kids = qpdf_oh_get_key (pdf, element, "/K");

  if (is_content (pdf, kids))
    qpdf_oh_remove_key (pdf, element, "/K");
  if (!qpdf_oh_is_array (pdf, kids))
    return;
  for (int i = qpdf_oh_get_array_n_items (pdf, kids) - 1; i >= 0; i--)
    if (is_content (pdf, qpdf_oh_get_array_item (pdf, kids, i)))
      qpdf_oh_erase_item (pdf, kids, i);
}

static void complete_element (Walk *walk, qpdf_oh element);

static void
complete_kids (Walk *walk, qpdf_oh kids)
{
  if (qpdf_oh_is_array (walk->pdf, kids))
    {
      int n = qpdf_oh_get_array_n_items (walk->pdf, kids);

      for (int i = 0; i < n; i++)
        complete_element (walk, qpdf_oh_get_array_item (walk->pdf, kids, i));
    }
  else
    complete_element (walk, kids);
}

static void
complete_element (Walk *walk, qpdf_oh element)
{
  g_autofree char *type = g_strdup (element_type (walk->pdf, element));

  if (type == NULL)
    return;
  if (g_str_equal (type, "Figure"))
    describe_figure (walk, element);
  else if (g_str_equal (type, "TH"))
    add_scope (walk, element);
  else if (vigie_pdf_is_grouping (type))
    drop_content (walk->pdf, element);
  complete_kids (walk, qpdf_oh_get_key (walk->pdf, element, "/K"));
}

/* The parent tree leads from marked content back to its element; artifacts have none. */
static void
drop_parents (qpdf_data pdf, qpdf_oh parents)
{
  int n = qpdf_oh_get_array_n_items (pdf, parents);

  for (int i = 0; i < n; i++)
    {
      const char *type = element_type (pdf, qpdf_oh_get_array_item (pdf, parents, i));

      if (type != NULL && vigie_pdf_is_grouping (type))
        qpdf_oh_set_array_item (pdf, parents, i, qpdf_oh_new_null (pdf));
    }
}

static void
drop_parent_tree (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh numbers = qpdf_oh_get_key_if_dict (pdf, qpdf_oh_get_key (pdf, root, "/ParentTree"), "/Nums");
  int n = qpdf_oh_is_array (pdf, numbers) ? qpdf_oh_get_array_n_items (pdf, numbers) : 0;

  for (int i = 1; i < n; i += 2)
    {
      qpdf_oh parents = qpdf_oh_get_array_item (pdf, numbers, i);

      if (qpdf_oh_is_array (pdf, parents))
        drop_parents (pdf, parents);
    }
}

/**
 * vigie_pdf_complete_structure:
 * @pdf: a tagged PDF
 * @notes: what was noted while it was drawn
 *
 * Gives figures their text and place, and header cells their scope, and takes page furniture out of the structure.
 */
void
vigie_pdf_complete_structure (qpdf_data pdf, const VigiePdfNotes *notes)
{
  Walk walk = { .pdf = pdf, .notes = notes };
  qpdf_oh root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");

  if (!qpdf_oh_is_dictionary (pdf, root))
    return;
  complete_kids (&walk, qpdf_oh_get_key (pdf, root, "/K"));
  drop_parent_tree (pdf, root);
}
