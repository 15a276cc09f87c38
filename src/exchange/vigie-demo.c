// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieDemo: a register of a hospital group that does not exist, for trying Vigie and for measuring it.
 *
 * Records are made one at a time as the store asks for them, so that the memory used does not grow with
 * the number of people. The steps follow one another: what a record refers to is made before it. Where
 * there are many groups (the national scale) each goes through the steps in turn, with a prefix to its codes.
 *
 * The same options make the same records, byte for byte. No person has a name.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-demo-private.h"

#include "vigie-entities.h"
#include "vigie-seed.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* How many groups make the national scale, and how often each has the systems of a group. */
#define NATIONAL_GROUPS 83
#define NATIONAL_VARIANTS 7
#define NATIONAL_STAFF 1200000

static const char *const scale_nicks[] = { "small", "ght", "chu", "national" };

/**
 * vigie_demo_scale_from_nick:
 *
 * Returns: whether @nick names a scale, which is then in @scale
 */
gboolean
vigie_demo_scale_from_nick (const char *nick, VigieDemoScale *scale)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scale_nicks); i++)
    if (g_str_equal (scale_nicks[i], nick))
      {
        *scale = (VigieDemoScale) i;
        return TRUE;
      }
  return FALSE;
}

void
vigie_demo_push (VigieDemo *self, VigieRecord *record)
{
  g_queue_push_tail (&self->pending, record);
}

VigieDemoSite *
vigie_demo_site (const VigieDemo *self, guint index)
{
  return g_ptr_array_index (self->sites, index);
}

VigieDemoProfession *
vigie_demo_profession (const VigieDemo *self, guint index)
{
  return &g_array_index (self->professions, VigieDemoProfession, index);
}

VigieDemoModule *
vigie_demo_module (const VigieDemo *self, guint index)
{
  return &g_array_index (self->modules, VigieDemoModule, index);
}

/**
 * vigie_demo_find_profession:
 *
 * Returns: its index, or −1
 */
int
vigie_demo_find_profession (const VigieDemo *self, const char *code)
{
  for (guint i = 0; i < self->professions->len; i++)
    if (g_str_equal (vigie_demo_profession (self, i)->code, code))
      return (int) i;
  return -1;
}

static gboolean
add_reference (VigieDemo *self, gboolean *more, GError **error)
{
  g_autoptr (GPtrArray) records = vigie_seed_records (error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    vigie_demo_push (self, g_object_ref (g_ptr_array_index (records, i)));
  *more = FALSE;
  return TRUE;
}

static const VigieDemoStep steps[] = {
  add_reference,         vigie_demo_add_organisation, vigie_demo_add_systems,
  vigie_demo_add_counts, vigie_demo_add_staff,        vigie_demo_add_governance,
};

#define FIRST_STEP_OF_GROUP 1

static gboolean
next_group (VigieDemo *self, GError **error)
{
  vigie_demo_end_group (self);
  self->group++;
  self->step = FIRST_STEP_OF_GROUP;
  return self->group >= self->n_groups || vigie_demo_begin_group (self, error);
}

static gboolean
advance (VigieDemo *self, GError **error)
{
  gboolean more = FALSE;

  if (!steps[self->step](self, &more, error))
    return FALSE;
  if (more)
    return TRUE;
  self->variant = 0;
  self->site = 0;
  self->profession = 0;
  self->person = 0;
  self->step++;
  return self->step < G_N_ELEMENTS (steps) || next_group (self, error);
}

/**
 * vigie_demo_next:
 * @self: a #VigieDemo
 *
 * A #VigieRecordSource.
 */
VigieRecord *
vigie_demo_next (gpointer self, GError **error)
{
  VigieDemo *demo = self;

  while (g_queue_is_empty (&demo->pending) && demo->group < demo->n_groups)
    if (!advance (demo, error))
      return NULL;
  return g_queue_pop_head (&demo->pending);
}

/**
 * vigie_demo_get_fraction:
 *
 * Returns: how much of the work is done, by people, 0 to 1
 */
double
vigie_demo_get_fraction (const VigieDemo *self)
{
  return MIN (1.0, (double) self->people_done / (double) MAX (self->n_people, 1));
}

static void
clear_profession (gpointer data)
{
  g_free (((VigieDemoProfession *) data)->code);
}

static void
clear_module (gpointer data)
{
  g_free (((VigieDemoModule *) data)->code);
}

/**
 * vigie_demo_new:
 *
 * Returns: (transfer full): a source of the records of a demonstration; %NULL with @error
 */
VigieDemo *
vigie_demo_new (const VigieDemoOptions *options, GError **error)
{
  g_autoptr (VigieDemo) self = g_new0 (VigieDemo, 1);
  gboolean national = options->scale == VIGIE_DEMO_SCALE_NATIONAL;

  g_return_val_if_fail (
    options->staff == 0 || (options->staff >= VIGIE_DEMO_STAFF_MIN && options->staff <= VIGIE_DEMO_STAFF_MAX), NULL);

  self->options = *options;
  self->n_groups = national ? NATIONAL_GROUPS : 1;
  self->n_variants = national ? NATIONAL_VARIANTS : 1;
  self->n_people = options->staff == 0 && national ? NATIONAL_STAFF : options->staff;
  self->professions = g_array_new (FALSE, TRUE, sizeof (VigieDemoProfession));
  g_array_set_clear_func (self->professions, clear_profession);
  self->modules = g_array_new (FALSE, TRUE, sizeof (VigieDemoModule));
  g_array_set_clear_func (self->modules, clear_module);
  self->requirements = g_ptr_array_new_with_free_func (g_object_unref);
  self->text.today = options->today;
  self->text.words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!vigie_demo_load_training (self, error) || !vigie_demo_begin_group (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
vigie_demo_free (VigieDemo *self)
{
  vigie_demo_end_group (self);
  g_queue_clear_full (&self->pending, g_object_unref);
  g_array_unref (self->professions);
  g_array_unref (self->modules);
  g_ptr_array_unref (self->requirements);
  g_clear_pointer (&self->text.words, g_hash_table_unref);
  g_free (self);
}

typedef struct
{
  VigieDemo *demo;
  VigieDemoObserver observer;
  gpointer data;
  gint64 n;
} Creation;

static VigieRecord *
next_observed (gpointer data, GError **error)
{
  Creation *creation = data;

  creation->n++;
  if (creation->observer != NULL &&
      !creation->observer (vigie_demo_get_fraction (creation->demo), creation->n, creation->data))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _ ("the demonstration was interrupted; nothing was written"));
      return NULL;
    }
  return vigie_demo_next (creation->demo, error);
}

/* The file of a register that is not finished, with what SQLite keeps beside it. */
static void
remove_unfinished (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

static gboolean
write_register (const char *path, Creation *creation, GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieStore) store = vigie_store_open (path, VIGIE_OPEN_CREATE, cancellable, error);
  const VigieDemoOptions *options = &creation->demo->options;

  return store != NULL &&
         vigie_store_put (store, next_observed, NULL, creation, VIGIE_PUT_FOUNDING, NULL, cancellable, error) &&
         (options->complete == NULL || options->complete (store, options->today, cancellable, error));
}

static gboolean
move_into_place (const char *unfinished, const char *path, GError **error)
{
  if (g_rename (unfinished, path) == 0)
    return TRUE;
  /* Translators: %1$s is a file, %2$s why it could not be written */
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("“%1$s” could not be written: %2$s"), path,
               g_strerror (errno));
  return FALSE;
}

/**
 * vigie_demo_create:
 * @path: of a file that does not exist yet
 * @observer: (nullable) (scope call): is told how far it is
 *
 * Writes a register of a group that does not exist. It is written beside its place and moved there when
 * whole.
 *
 * Returns: %FALSE with @error, and then nothing is left behind
 */
gboolean
vigie_demo_create (const char *path, const VigieDemoOptions *options, VigieDemoObserver observer, gpointer data,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (VigieDemo) demo = NULL;
  g_autofree char *unfinished = g_strconcat (path, ".unfinished", NULL);
  Creation creation = { .observer = observer, .data = data };

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, VIGIE_STORE_ERROR, VIGIE_STORE_ERROR_EXISTS,
                   _ ("“%s” exists already. Choose another name, or remove it first."), path);
      return FALSE;
    }
  demo = vigie_demo_new (options, error);
  if (demo == NULL)
    return FALSE;
  creation.demo = demo;
  remove_unfinished (unfinished);
  if (write_register (unfinished, &creation, cancellable, error) && move_into_place (unfinished, path, error))
    return TRUE;
  remove_unfinished (unfinished);
  return FALSE;
}
