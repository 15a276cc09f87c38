// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vigie-entity.h"

G_BEGIN_DECLS

char *vigie_table_sql_find (const VigieEntity *entity);
char *vigie_table_sql_insert (const VigieEntity *entity);
char *vigie_table_sql_update (const VigieEntity *entity);
char *vigie_table_sql_insert_batch (const VigieEntity *entity, const char *source, guint64 measured, gboolean with_ids);
char *vigie_table_sql_select_ids (const VigieEntity *entity);
char *vigie_table_sql_find_batch (const VigieEntity *entity, const char *source);
char *vigie_table_sql_read (const VigieEntity *entity);
char *vigie_table_sql_columns (const VigieEntity *entity, const char *table_alias);

G_END_DECLS
