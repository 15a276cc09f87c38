// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * VigieFormDraft: what stands in a form that is being filled, kept in the person's state folder and never in the
 * register, so that it can be offered again where the program did not end as it should. A file is written in a thread,
 * a moment after what was typed, whole or not at all. Beside it is a lock that goes with the program: the draft of a form that is still open somewhere
 * is not offered. A draft that nobody has come back to for long is removed.
 */

#define G_LOG_DOMAIN "vigie-app"

#include "vigie-form-draft.h"

#include "vigie-entities.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define SUFFIX ".draft"
#define KEPT_DAYS 30
#define FORM "form"
#define KEY "key"
#define TEXTS "texts"
/* What is lost at most. */
#define KEEP_AFTER_MS 400
#define PRIVATE_FOLDER 0700
#define PRIVATE_FILE 0600

struct _VigieFormDraft
{
  GObject parent_instance;

  const VigieEntity *entity;
  VigieDraftForm form;
  VigieRecordEdit kind;
  int given;

  /* owned */
  char *file;
  char *lock_file;
  GKeyFile *keys;
  GHashTable *texts; /* of fields by their name */

  int lock; /* -1 where it is not held */
  guint timeout;
  gboolean writing;
  gboolean stale; /* what is being written is not the last word */
  gboolean dropped;
};

G_DEFINE_FINAL_TYPE (VigieFormDraft, vigie_form_draft, G_TYPE_OBJECT)

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "vigie", "drafts", NULL);
}

/* Held until the program ends, however it ends. */
static gboolean
take_lock (VigieFormDraft *self)
{
  if (self->lock >= 0)
    return TRUE;
  self->lock = g_open (self->lock_file, O_RDWR | O_CREAT | O_CLOEXEC, PRIVATE_FILE);
  if (self->lock >= 0 && flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
  return FALSE;
}

static void
remove_files (VigieFormDraft *self)
{
  g_unlink (self->file);
  g_unlink (self->lock_file);
}

/* --- keeping --------------------------------------------------------------------------------------- */

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  VigieFormDraft *self = source;
  const char *text = data;
  g_autofree char *folder = g_path_get_dirname (self->file);
  GError *error = NULL;

  /* That it is not kept is no failure of the form. */
  if (g_mkdir_with_parents (folder, PRIVATE_FOLDER) != 0 || !take_lock (self))
    g_debug ("no draft is kept: %s", g_strerror (errno));
  else if (!g_file_set_contents_full (
             self->file, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, PRIVATE_FILE, &error))
    g_debug ("no draft is kept: %s", error->message);
  g_clear_error (&error);
  g_task_return_boolean (task, TRUE);
}

static void write_now (VigieFormDraft *self);

static void
written_cb (GObject *source, GAsyncResult *result G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  VigieFormDraft *self = VIGIE_FORM_DRAFT (source);

  self->writing = FALSE;
  if (self->dropped)
    remove_files (self);
  else if (self->stale)
    write_now (self);
}

static void
write_now (VigieFormDraft *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);

  self->writing = TRUE;
  self->stale = FALSE;
  g_task_set_source_tag (task, write_now);
  g_task_set_task_data (task, g_key_file_to_data (self->keys, NULL, NULL), g_free);
  g_task_run_in_thread (task, write_in_thread);
}

static gboolean
keep_due_cb (gpointer data)
{
  VigieFormDraft *self = data;

  self->timeout = 0;
  if (self->writing)
    self->stale = TRUE;
  else
    write_now (self);
  return G_SOURCE_REMOVE;
}

/**
 * vigie_form_draft_set_text:
 * @name: of a field
 * @text: what stands in it now
 *
 * Notes what is kept in a moment.
 */
void
vigie_form_draft_set_text (VigieFormDraft *self, const char *name, const char *text)
{
  g_return_if_fail (VIGIE_IS_FORM_DRAFT (self));

  g_key_file_set_string (self->keys, TEXTS, name, text);
  if (self->timeout == 0)
    self->timeout = g_timeout_add (KEEP_AFTER_MS, keep_due_cb, self);
}

/**
 * vigie_form_draft_flush:
 *
 * Keeps what was noted last, where the form goes before the moment is over.
 */
void
vigie_form_draft_flush (VigieFormDraft *self)
{
  g_return_if_fail (VIGIE_IS_FORM_DRAFT (self));

  if (self->timeout == 0)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  keep_due_cb (self);
}

/**
 * vigie_form_draft_drop:
 *
 * The form was saved, or given up on purpose.
 */
void
vigie_form_draft_drop (VigieFormDraft *self)
{
  g_return_if_fail (VIGIE_IS_FORM_DRAFT (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->dropped = TRUE;
  if (!self->writing)
    remove_files (self);
}

/* --- object ---------------------------------------------------------------------------------------- */

static void
vigie_form_draft_finalize (GObject *object)
{
  VigieFormDraft *self = VIGIE_FORM_DRAFT (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->file);
  g_free (self->lock_file);
  g_clear_pointer (&self->keys, g_key_file_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  G_OBJECT_CLASS (vigie_form_draft_parent_class)->finalize (object);
}

static void
vigie_form_draft_class_init (VigieFormDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vigie_form_draft_finalize;
}

static void
vigie_form_draft_init (VigieFormDraft *self)
{
  self->lock = -1;
  self->keys = g_key_file_new ();
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
keep_key (VigieFormDraft *self, const char *group, VigieRecord *record)
{
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const VigieField *field = &self->entity->fields[i];

      if ((field->flags & VIGIE_FIELD_KEY) == 0 || !vigie_record_is_measured (record, i))
        continue;
      if (vigie_field_holds_text (field))
        g_key_file_set_string (self->keys, group, field->name, vigie_record_get_text (record, i));
      else
        g_key_file_set_int64 (self->keys, group, field->name, vigie_record_get_number (record, i, 0));
    }
}

static VigieFormDraft *
new_draft (const char *path, VigieDraftForm form, const VigieEntity *entity, VigieRecordEdit kind, int given)
{
  VigieFormDraft *self = g_object_new (VIGIE_TYPE_FORM_DRAFT, NULL);
  g_autofree char *folder = dup_folder ();
  g_autofree char *name = g_uuid_string_random ();
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  g_autofree char *file_name = g_strconcat (name, SUFFIX, NULL);

  self->form = form;
  self->entity = entity;
  self->kind = kind;
  self->given = given;
  self->file = g_build_filename (folder, file_name, NULL);
  self->lock_file = g_strconcat (self->file, ".lock", NULL);
  g_key_file_set_string (self->keys, FORM, "register", canonical);
  g_key_file_set_integer (self->keys, FORM, "form", (int) form);
  g_key_file_set_string (self->keys, FORM, "entity", entity->nick);
  g_key_file_set_boolean (self->keys, FORM, "new", kind == VIGIE_RECORD_ADD);
  g_key_file_set_string (self->keys, FORM, "given", given >= 0 ? entity->fields[given].name : "");
  return self;
}

/**
 * vigie_form_draft_new:
 * @path: of the register
 * @record: as the form was opened with it
 * @given: index of the field that cannot be changed; or -1
 *
 * Returns: (transfer full): a draft that is not kept yet
 */
VigieFormDraft *
vigie_form_draft_new (const char *path, VigieRecord *record, VigieRecordEdit kind, int given)
{
  VigieFormDraft *self = new_draft (path, VIGIE_DRAFT_RECORD, vigie_record_get_entity (record), kind, given);

  if (kind == VIGIE_RECORD_REPLACE)
    keep_key (self, KEY, record);
  return self;
}

static char *
dup_group (guint key)
{
  return g_strdup_printf (KEY " %u", key);
}

/**
 * vigie_form_draft_new_several:
 * @keys: (element-type VigieRecord): the records that are changed
 *
 * Returns: (transfer full): a draft that is not kept yet, of a form in which several records are changed
 */
VigieFormDraft *
vigie_form_draft_new_several (const char *path, GPtrArray *keys)
{
  VigieFormDraft *self = new_draft (path, VIGIE_DRAFT_SEVERAL, vigie_record_get_entity (g_ptr_array_index (keys, 0)),
                                    VIGIE_RECORD_REPLACE, -1);

  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *group = dup_group (i);

      keep_key (self, group, g_ptr_array_index (keys, i));
    }
  return self;
}

/**
 * vigie_form_draft_new_session:
 *
 * Returns: (transfer full): a draft that is not kept yet, of a training session that is being recorded
 */
VigieFormDraft *
vigie_form_draft_new_session (const char *path)
{
  return new_draft (path, VIGIE_DRAFT_SESSION, &vigie_completion_entity, VIGIE_RECORD_ADD, -1);
}

VigieDraftForm
vigie_form_draft_get_form (VigieFormDraft *self)
{
  return self->form;
}

const VigieEntity *
vigie_form_draft_get_entity (VigieFormDraft *self)
{
  return self->entity;
}

VigieRecordEdit
vigie_form_draft_get_kind (VigieFormDraft *self)
{
  return self->kind;
}

int
vigie_form_draft_get_given (VigieFormDraft *self)
{
  return self->given;
}

/**
 * vigie_form_draft_get_texts:
 *
 * Returns: (transfer none) (element-type utf8 utf8): what stood in each field, by its name
 */
GHashTable *
vigie_form_draft_get_texts (VigieFormDraft *self)
{
  return self->texts;
}

static VigieRecord *
make_key (VigieFormDraft *self, const char *group)
{
  VigieRecord *record = vigie_record_new (self->entity);

  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const VigieField *field = &self->entity->fields[i];
      g_autofree char *text = g_key_file_get_string (self->keys, group, field->name, NULL);

      if (text == NULL)
        continue;
      if (vigie_field_holds_text (field))
        vigie_record_set_text (record, i, text);
      else
        vigie_record_set_number (record, i, g_key_file_get_int64 (self->keys, group, field->name, NULL));
    }
  return record;
}

/**
 * vigie_form_draft_make_key:
 *
 * Returns: (transfer full): the record that was being changed, with its key fields set
 */
VigieRecord *
vigie_form_draft_make_key (VigieFormDraft *self)
{
  return make_key (self, KEY);
}

/**
 * vigie_form_draft_make_keys:
 *
 * Returns: (transfer full) (element-type VigieRecord): the records that were being changed, with their key fields set
 */
GPtrArray *
vigie_form_draft_make_keys (VigieFormDraft *self)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0;; i++)
    {
      g_autofree char *group = dup_group (i);

      if (!g_key_file_has_group (self->keys, group))
        return keys;
      g_ptr_array_add (keys, make_key (self, group));
    }
}

/* --- finding them again ---------------------------------------------------------------------------- */

static void
read_texts (VigieFormDraft *self)
{
  g_auto (GStrv) names = g_key_file_get_keys (self->keys, TEXTS, NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      char *text = g_key_file_get_string (self->keys, TEXTS, names[i], NULL);

      if (text != NULL)
        g_hash_table_insert (self->texts, g_strdup (names[i]), text);
    }
}

/* NULL where it is of another register, of a form that is open, or no draft. */
static VigieFormDraft *
read_draft (const char *file, const char *path)
{
  g_autoptr (VigieFormDraft) self = g_object_new (VIGIE_TYPE_FORM_DRAFT, NULL);
  g_autofree char *of = NULL;
  g_autofree char *entity = NULL;
  g_autofree char *given = NULL;

  self->file = g_strdup (file);
  self->lock_file = g_strconcat (file, ".lock", NULL);
  if (!g_key_file_load_from_file (self->keys, file, G_KEY_FILE_NONE, NULL))
    return NULL;
  of = g_key_file_get_string (self->keys, FORM, "register", NULL);
  entity = g_key_file_get_string (self->keys, FORM, "entity", NULL);
  given = g_key_file_get_string (self->keys, FORM, "given", NULL);
  self->entity = entity != NULL ? vigie_entity_from_nick (entity) : NULL;
  if (g_strcmp0 (of, path) != 0 || self->entity == NULL || !take_lock (self))
    return NULL;
  self->form = (VigieDraftForm) CLAMP (g_key_file_get_integer (self->keys, FORM, "form", NULL), VIGIE_DRAFT_RECORD,
                                       VIGIE_DRAFT_SESSION);
  self->kind = g_key_file_get_boolean (self->keys, FORM, "new", NULL) ? VIGIE_RECORD_ADD : VIGIE_RECORD_REPLACE;
  self->given = given != NULL && *given != '\0' ? vigie_entity_find_field (self->entity, given) : -1;
  read_texts (self);
  return g_steal_pointer (&self);
}

static gboolean
is_old (const char *file)
{
  GStatBuf about;

  return g_stat (file, &about) == 0 &&
         about.st_mtime < g_get_real_time () / G_USEC_PER_SEC - (gint64) KEPT_DAYS * 24 * 60 * 60;
}

static void
find_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      VigieFormDraft *draft = NULL;

      if (is_old (file))
        g_unlink (file);
      else if (g_str_has_suffix (name, SUFFIX))
        draft = read_draft (file, data);
      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }
  g_task_return_pointer (task, g_steal_pointer (&drafts), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * vigie_form_drafts_find_async:
 * @path: of a register
 *
 * Looks for forms of a register that were being filled when the program ended.
 */
void
vigie_form_drafts_find_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, vigie_form_drafts_find_async);
  g_task_set_task_data (task, g_canonicalize_filename (path, NULL), g_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * vigie_form_drafts_find_finish:
 *
 * Returns: (transfer full) (element-type VigieFormDraft): which are held from now on, so that nobody else offers them
 */
GPtrArray *
vigie_form_drafts_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
