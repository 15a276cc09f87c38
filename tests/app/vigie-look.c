// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-look.h"

#define DEEPEST 60

static gboolean
has_state (AtspiAccessible *thing, AtspiStateType state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (thing);

  return states != NULL && atspi_state_set_contains (states, state);
}

/**
 * vigie_look_is_focused:
 *
 * Returns: whether @thing has the keyboard
 */
gboolean
vigie_look_is_focused (AtspiAccessible *thing)
{
  return has_state (thing, ATSPI_STATE_FOCUSED);
}

typedef gboolean (*Seen) (AtspiAccessible *thing, guint depth, gpointer data);

/* The first visible thing that @look stops at, @root before what is in it; %NULL where it stops at none. */
static AtspiAccessible *
walk (AtspiAccessible *root, Seen look, gpointer data, guint depth)
{
  int n;

  if (look (root, depth, data))
    return g_object_ref (root);
  n = depth < DEEPEST ? atspi_accessible_get_child_count (root, NULL) : 0;
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (root, i, NULL);
      AtspiAccessible *found;

      if (child == NULL || !has_state (child, ATSPI_STATE_VISIBLE))
        continue;
      found = walk (child, look, data, depth + 1);
      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  AtspiRole role;
  const char *name;
  GHashTable *names;
} Wanted;

static gboolean
is_match (AtspiAccessible *thing, guint depth G_GNUC_UNUSED, gpointer data)
{
  const Wanted *wanted = data;
  g_autofree char *said = NULL;

  if (wanted->role != ATSPI_ROLE_INVALID && atspi_accessible_get_role (thing, NULL) != wanted->role)
    return FALSE;
  said = atspi_accessible_get_name (thing, NULL);
  return g_strcmp0 (said, wanted->name) == 0;
}

/**
 * vigie_look_find:
 * @role: %ATSPI_ROLE_INVALID for any
 *
 * Returns: (transfer full) (nullable): the first visible thing of that role and name in @root
 */
AtspiAccessible *
vigie_look_find (AtspiAccessible *root, AtspiRole role, const char *name)
{
  Wanted wanted = { role, name, NULL };

  return walk (root, is_match, &wanted, 0);
}

static gboolean
note_name (AtspiAccessible *thing, guint depth G_GNUC_UNUSED, gpointer data)
{
  const Wanted *wanted = data;

  if (atspi_accessible_get_role (thing, NULL) == wanted->role)
    g_hash_table_add (wanted->names, atspi_accessible_get_name (thing, NULL));
  return FALSE;
}

/**
 * vigie_look_add_names:
 * @names: a set of strings that are freed
 *
 * Adds the names of all visible things of that role in @root.
 */
void
vigie_look_add_names (AtspiAccessible *root, AtspiRole role, GHashTable *names)
{
  Wanted wanted = { role, NULL, names };

  walk (root, note_name, &wanted, 0);
}

static gboolean
tell (AtspiAccessible *thing, guint depth, gpointer data G_GNUC_UNUSED)
{
  g_autofree char *role = atspi_accessible_get_role_name (thing, NULL);
  g_autofree char *name = atspi_accessible_get_name (thing, NULL);

  if (name != NULL && *name != '\0')
    g_test_message ("%*s%s “%s”", (int) depth, "", role, name);
  return FALSE;
}

/**
 * vigie_look_describe:
 *
 * Writes what there is in @root, for whoever reads why a test failed.
 */
void
vigie_look_describe (AtspiAccessible *root)
{
  walk (root, tell, NULL, 0);
}

static gboolean
has_keyboard (AtspiAccessible *thing, guint depth G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return vigie_look_is_focused (thing);
}

/**
 * vigie_look_find_focused:
 *
 * Returns: (transfer full) (nullable): what has the keyboard in @root
 */
AtspiAccessible *
vigie_look_find_focused (AtspiAccessible *root)
{
  return walk (root, has_keyboard, NULL, 0);
}

/**
 * vigie_look_holds_focus:
 *
 * Returns: whether the keyboard is somewhere in @root
 */
gboolean
vigie_look_holds_focus (AtspiAccessible *root)
{
  g_autoptr (AtspiAccessible) found = vigie_look_find_focused (root);

  return found != NULL;
}

/**
 * vigie_look_dup_around:
 *
 * Returns: (transfer full): the first thing of that role that @thing stands in
 */
AtspiAccessible *
vigie_look_dup_around (AtspiAccessible *thing, AtspiRole role)
{
  AtspiAccessible *around = g_object_ref (thing);

  while (around != NULL && atspi_accessible_get_role (around, NULL) != role)
    {
      AtspiAccessible *parent = atspi_accessible_get_parent (around, NULL);

      g_object_unref (around);
      around = parent;
    }
  g_assert_nonnull (around);
  return around;
}
