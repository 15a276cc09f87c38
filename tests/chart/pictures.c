// SPDX-License-Identifier: GPL-3.0-or-later

#include <stdlib.h>

#include "chart-samples.h"
#include "vigie-heading.h"
#include "vigie-surface.h"

/* Saves a picture of every sample, to look at: pictures FOLDER WIDTH HEIGHT TEXT_SCALE THEME [SAMPLE]. */

int
main (int argc, char **argv)
{
  VigieFrame frame = { 0 };
  VigieSurfaceOptions options = { 0 };
  VigiePaletteKind kind = VIGIE_PALETTE_LIGHT;

  if (argc < 6 || !vigie_palette_kind_from_nick (argv[5], &kind))
    {
      g_printerr ("Usage: %s FOLDER WIDTH HEIGHT TEXT_SCALE light|dark|contrast|contrast-dark|print [SAMPLE]\n",
                  argv[0]);
      return 2;
    }

  frame.width = g_ascii_strtod (argv[2], NULL);
  frame.height = g_ascii_strtod (argv[3], NULL);
  frame.text_scale = g_ascii_strtod (argv[4], NULL);
  if (frame.text_scale <= 0)
    vigie_frame_init_projected (&frame, frame.width, frame.height);
  options.palette = vigie_palette_get (kind);

  for (guint i = 0; i < n_samples; i++)
    {
      const VigieHeading heading = { "Quels systèmes méritent aujourd’hui notre confiance ?",
                                     "7 des 12 systèmes en production ont des utilisateurs qui ne sont pas formés.",
                                     "Registre du GHT au 23 novembre 2026. Définition et sources en fin de dossier." };
      g_autoptr (VigieScene) chart = NULL;
      g_autoptr (VigieScene) scene = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("%s-%sx%s-%s.png", samples[i].name, argv[2], argv[3], argv[5]);
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      VigieFrame inner;

      if (argc > 6 && !g_str_equal (argv[6], samples[i].name))
        continue;

      vigie_heading_get_room (&heading, &frame, &inner);
      chart = samples[i].layout (&inner);
      scene = vigie_scene_with_heading (chart, &heading, &frame);
      if (!vigie_scene_save (scene, file, VIGIE_SURFACE_PNG, &options, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      g_print ("%s: %u omitted, preferred height %.0f\n", name, vigie_scene_get_n_omitted (scene),
               vigie_scene_get_preferred_height (chart));
    }

  return EXIT_SUCCESS;
}
