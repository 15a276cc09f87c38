// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The demonstration's establishments, their divisions, and how many people of each profession they have.
 */

#define G_LOG_DOMAIN "vigie-exchange"

#include "vigie-demo-private.h"

#include "vigie-entities.h"
#include "vigie-enums.h"

#include <math.h>

#define PER_THOUSAND 1000
#define ROOT_CODE "NAT"

static void
place_free (gpointer data)
{
  VigieDemoPlace *place = data;

  g_free (place->key);
  g_free (place->code);
  g_strfreev (place->home);
  g_free (place);
}

static void
site_free (gpointer data)
{
  VigieDemoSite *site = data;

  g_free (site->code);
  g_free (site->role);
  g_free (site->short_name);
  g_free (site->heads);
  g_ptr_array_unref (site->places);
  g_free (site);
}

/**
 * vigie_demo_find_site:
 * @role: its part in the story, such as `support` or `ahead`
 *
 * Returns: (transfer none) (nullable): the site, where the group has one of that part
 */
VigieDemoSite *
vigie_demo_find_site (const VigieDemo *self, const char *role, guint *index)
{
  for (guint i = 0; i < self->sites->len; i++)
    if (g_str_equal (vigie_demo_site (self, i)->role, role))
      {
        if (index != NULL)
          *index = i;
        return vigie_demo_site (self, i);
      }
  return NULL;
}

/**
 * vigie_demo_place_of:
 * @draw: chooses where several places would do
 *
 * Returns: (transfer none): the code of the unit where someone of @profession works
 */
const char *
vigie_demo_place_of (const VigieDemoSite *site, const char *profession, guint64 draw)
{
  const VigieDemoPlace *found = NULL;
  guint n = 0;

  /* The last that is their home is the narrowest: a department after its division. */
  for (guint i = 0; i < site->places->len; i++)
    {
      const VigieDemoPlace *place = g_ptr_array_index (site->places, i);

      n += place->clinical ? 1 : 0;
      if (g_strv_contains ((const char *const *) place->home, profession))
        found = place;
    }
  if (found != NULL || n == 0)
    return found != NULL ? found->code : site->code;
  n = (guint) (draw % n);
  for (guint i = 0; i < site->places->len; i++)
    {
      const VigieDemoPlace *place = g_ptr_array_index (site->places, i);

      if (place->clinical && n-- == 0)
        return place->code;
    }
  return site->code;
}

static char **
dup_words (JsonObject *object, const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

static void
add_unit (VigieDemo *self, const char *code, const char *name, const char *kind, const char *parent)
{
  VigieRecord *record = vigie_record_new (&vigie_org_unit_entity);
  int value = VIGIE_ORG_KIND_UNIT;

  vigie_enum_from_nick (VIGIE_TYPE_ORG_KIND, kind, &value);
  vigie_demo_set (record, VIGIE_ORG_UNIT_CODE, code);
  vigie_demo_set (record, VIGIE_ORG_UNIT_NAME, name);
  vigie_demo_set (record, VIGIE_ORG_UNIT_PARENT, parent);
  vigie_record_set_number (record, VIGIE_ORG_UNIT_KIND, value);
  vigie_demo_push (self, record);
}

/* Its name says whose it is: every site has a division of medicine. */
static void
add_place (VigieDemo *self, VigieDemoSite *site, const char *key, JsonObject *object, const char *kind,
           const char *parent)
{
  VigieDemoPlace *place = g_new0 (VigieDemoPlace, 1);
  g_autofree char *name = g_strdup_printf ("%s (%s)", json_object_get_string_member (object, "name"), site->short_name);

  place->key = g_strdup (key);
  place->code = g_strdup_printf ("%s-%s", site->code, json_object_get_string_member (object, "suffix"));
  place->home = dup_words (object, "home");
  place->clinical = json_object_get_boolean_member_with_default (object, "clinical", FALSE);
  g_ptr_array_add (site->places, place);
  add_unit (self, place->code, name, kind, parent);
}

/* A division and, in a general hospital, its departments. */
static void
add_pole (VigieDemo *self, VigieDemoSite *site, JsonObject *organisation, JsonObject *pole, gboolean with_units)
{
  JsonArray *units = json_object_get_array_member (organisation, "units");
  const char *key = json_object_get_string_member (pole, "key");
  const VigieDemoPlace *place;

  add_place (self, site, key, pole, json_object_get_string_member (pole, "kind"), site->code);
  place = g_ptr_array_index (site->places, site->places->len - 1);
  for (guint i = 0; with_units && i < json_array_get_length (units); i++)
    {
      JsonObject *unit = json_array_get_object_element (units, i);

      if (g_str_equal (json_object_get_string_member (unit, "pole"), key))
        add_place (self, site, "", unit, "unit", place->code);
    }
}

static void
add_poles (VigieDemo *self, VigieDemoSite *site, JsonObject *organisation, JsonObject *object)
{
  JsonArray *poles = json_object_get_array_member (organisation, "poles");
  g_auto (GStrv) keys = dup_words (object, "poles");
  gboolean with_units = g_str_equal (json_object_get_string_member (object, "profile"), "hospital");

  for (guint i = 0; i < json_array_get_length (poles); i++)
    {
      JsonObject *pole = json_array_get_object_element (poles, i);

      if (g_strv_contains ((const char *const *) keys, json_object_get_string_member (pole, "key")))
        add_pole (self, site, organisation, pole, with_units);
    }
}

/* The people of each profession: the share of the site's kind, of about @staff. */
static gint64 *
share_out (const VigieDemo *self, JsonObject *profile, double staff)
{
  gint64 *heads = g_new0 (gint64, self->professions->len);

  for (guint i = 0; i < self->professions->len; i++)
    {
      const char *code = vigie_demo_profession (self, i)->code;

      heads[i] = llround (staff * (double) json_object_get_int_member_with_default (profile, code, 0) / PER_THOUSAND);
    }
  return heads;
}

static VigieDemoSite *
new_site (VigieDemo *self, JsonObject *organisation, JsonObject *object, double scale)
{
  VigieDemoSite *site = g_new0 (VigieDemoSite, 1);
  JsonObject *profiles = json_object_get_object_member (organisation, "profiles");
  const char *profile = json_object_get_string_member (object, "profile");

  site->code = g_strdup (json_object_get_string_member (object, "code"));
  site->role = g_strdup (json_object_get_string_member (object, "role"));
  site->short_name = g_strdup (json_object_get_string_member (object, "short_name"));
  site->skill = (int) json_object_get_int_member (object, "skill_points");
  site->counts = json_object_get_boolean_member_with_default (object, "counts", FALSE);
  site->places = g_ptr_array_new_with_free_func (place_free);
  site->heads = share_out (self, json_object_get_object_member (profiles, profile),
                           (double) json_object_get_int_member (object, "staff") * scale);
  return site;
}

static void
add_site (VigieDemo *self, VigieDemoSite *site, JsonObject *organisation, JsonObject *object, const char *parent)
{
  VigieRecord *record;

  add_unit (self, site->code, json_object_get_string_member (object, "name"),
            json_object_get_string_member (object, "kind"), parent);
  record = g_queue_peek_tail (&self->pending);
  vigie_demo_set (record, VIGIE_ORG_UNIT_SHORT_NAME, site->short_name);
  vigie_demo_set (record, VIGIE_ORG_UNIT_FINESS, json_object_get_string_member (object, "finess"));
  add_poles (self, site, organisation, object);
}

static JsonObject *
get_scale (const VigieDemo *self, JsonObject *organisation)
{
  static const char *const members[] = { "small", "ght", "chu", "ght" };

  return json_object_get_object_member (json_object_get_object_member (organisation, "scales"),
                                        members[self->options.scale]);
}

/* How many people each group has beside those that the file says. */
static double
find_scale (VigieDemo *self, JsonArray *sites)
{
  gint64 sum = 0;

  for (guint i = 0; i < json_array_get_length (sites); i++)
    sum += json_object_get_int_member (json_array_get_object_element (sites, i), "staff");
  if (self->n_people == 0)
    self->n_people = sum;
  self->group_staff = self->n_people / self->n_groups;
  return (double) self->group_staff / (double) sum;
}

static char *
dup_group_name (const VigieDemo *self, JsonObject *scale)
{
  const char *name = json_object_get_string_member (scale, "name");

  return self->n_groups == 1 ? g_strdup (name) : g_strdup_printf ("%s n° %u", name, self->group + 1);
}

static void
add_setting (VigieDemo *self, const char *code, const char *value)
{
  VigieRecord *record = vigie_record_new (&vigie_setting_entity);

  vigie_demo_set (record, VIGIE_SETTING_CODE, code);
  vigie_demo_set (record, VIGIE_SETTING_VALUE, value);
  vigie_demo_push (self, record);
}

/**
 * vigie_demo_add_organisation:
 *
 * Adds the group and its establishments. Their sizes were worked out by vigie_demo_begin_group().
 */
gboolean
vigie_demo_add_organisation (VigieDemo *self, gboolean *more, GError **error)
{
  g_autoptr (JsonNode) root = vigie_demo_text_load (&self->text, "organisation.json", error);
  JsonObject *organisation = root != NULL ? json_node_get_object (root) : NULL;
  JsonObject *scale = root != NULL ? get_scale (self, organisation) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *group = NULL;
  JsonArray *sites;

  if (root == NULL)
    return FALSE;
  sites = json_object_get_array_member (scale, "sites");
  name = dup_group_name (self, scale);
  group = g_strconcat (self->prefix, "GHT", NULL);
  if (self->group == 0)
    {
      add_setting (self, "organisation", self->n_groups == 1 ? name : "Réseau national (démonstration)");
      if (self->n_groups > 1)
        add_unit (self, ROOT_CODE, "Réseau national (démonstration)", "ght", NULL);
    }
  add_unit (self, group, name, "ght", self->n_groups > 1 ? ROOT_CODE : NULL);
  for (guint i = 0; i < json_array_get_length (sites); i++)
    add_site (self, vigie_demo_site (self, i), organisation, json_array_get_object_element (sites, i), group);
  *more = FALSE;
  return TRUE;
}

/**
 * vigie_demo_begin_group:
 *
 * Makes ready for the records of the next group.
 */
gboolean
vigie_demo_begin_group (VigieDemo *self, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  JsonArray *sites;
  double scale;

  self->prefix = self->n_groups == 1 ? g_strdup ("") : g_strdup_printf ("G%03u-", self->group + 1);
  g_hash_table_replace (self->text.words, g_strdup ("p"), g_strdup (self->prefix));
  root = vigie_demo_text_load (&self->text, "organisation.json", error);
  if (root == NULL)
    return FALSE;
  sites = json_object_get_array_member (get_scale (self, json_node_get_object (root)), "sites");
  scale = find_scale (self, sites);
  self->sites = g_ptr_array_new_with_free_func (site_free);
  self->tools = g_array_new (FALSE, TRUE, sizeof (VigieDemoTool));
  for (guint i = 0; i < json_array_get_length (sites); i++)
    {
      VigieDemoSite *site =
        new_site (self, json_node_get_object (root), json_array_get_object_element (sites, i), scale);

      g_ptr_array_add (self->sites, site);
      g_hash_table_replace (self->text.words, g_strdup (site->role), g_strdup (site->short_name));
    }
  return TRUE;
}

/**
 * vigie_demo_end_group:
 *
 * Forgets what belongs to the group that is written.
 */
void
vigie_demo_end_group (VigieDemo *self)
{
  g_clear_pointer (&self->sites, g_ptr_array_unref);
  g_clear_pointer (&self->tools, g_array_unref);
  g_clear_pointer (&self->duties, g_array_unref);
  g_clear_pointer (&self->prefix, g_free);
  if (self->modules != NULL && self->modules->len > self->n_reference_modules)
    g_array_set_size (self->modules, self->n_reference_modules);
}
