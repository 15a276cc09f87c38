// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-benchmark.h"

#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

static const VigieField fields[] = {
  [VIGIE_BENCHMARK_CODE] = {
    .name = "code",
    .label = NC_ ("field", "Code"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_KEY | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_BENCHMARK_LABEL_FR] = {
    .name = "label_fr",
    .label = NC_ ("field", "Label in French"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_BENCHMARK_LABEL_EN] = {
    .name = "label_en",
    .label = NC_ ("field", "Label in English"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_BENCHMARK_VALUE_PERMILLE] = {
    .name = "value_permille",
    .label = NC_ ("field", "Value"),
    .type = VIGIE_FIELD_INTEGER,
    .unit = VIGIE_UNIT_PERMILLE,
    .minimum = 0,
    .maximum = 1000,
  },
  [VIGIE_BENCHMARK_VALUE_HOURS] = {
    .name = "value_hours",
    .label = NC_ ("field", "Value in hours"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 100000,
  },
  [VIGIE_BENCHMARK_N] = {
    .name = "n",
    .label = NC_ ("field", "Sample size"),
    .type = VIGIE_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 1000000000,
  },
  [VIGIE_BENCHMARK_POPULATION_FR] = {
    .name = "population_fr",
    .label = NC_ ("field", "Population in French"),
    .type = VIGIE_FIELD_TEXT,
  },
  [VIGIE_BENCHMARK_POPULATION_EN] = {
    .name = "population_en",
    .label = NC_ ("field", "Population in English"),
    .type = VIGIE_FIELD_TEXT,
  },
  [VIGIE_BENCHMARK_FAMILY] = {
    .name = "family",
    .label = NC_ ("field", "Barrier"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_barrier_family_get_type,
  },
  [VIGIE_BENCHMARK_COLLECTED_FROM] = {
    .name = "collected_from",
    .label = NC_ ("field", "Collected from"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_BENCHMARK_COLLECTED_TO] = {
    .name = "collected_to",
    .label = NC_ ("field", "Collected to"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_BENCHMARK_PUBLISHED_ON] = {
    .name = "published_on",
    .label = NC_ ("field", "Published on"),
    .type = VIGIE_FIELD_DATE,
  },
  [VIGIE_BENCHMARK_SOURCE] = {
    .name = "source",
    .label = NC_ ("field", "Source"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_REQUIRED | VIGIE_FIELD_SEARCHABLE,
  },
  [VIGIE_BENCHMARK_URL] = {
    .name = "url",
    .label = NC_ ("field", "Address"),
    .type = VIGIE_FIELD_TEXT,
  },
  [VIGIE_BENCHMARK_CAVEAT_FR] = {
    .name = "caveat_fr",
    .label = NC_ ("field", "Caveat in French"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_LONG,
  },
  [VIGIE_BENCHMARK_CAVEAT_EN] = {
    .name = "caveat_en",
    .label = NC_ ("field", "Caveat in English"),
    .type = VIGIE_FIELD_TEXT,
    .flags = VIGIE_FIELD_LONG,
  },
  [VIGIE_BENCHMARK_VERIFICATION] = {
    .name = "verification",
    .label = NC_ ("field", "Verification"),
    .type = VIGIE_FIELD_ENUM,
    .enum_type = vigie_verification_get_type,
    .flags = VIGIE_FIELD_REQUIRED,
  },
};

static const VigieOrder orders[] = {
  { VIGIE_BENCHMARK_COLLECTED_FROM, VIGIE_BENCHMARK_COLLECTED_TO },
};

const VigieEntity vigie_benchmark_entity = {
  .nick = "benchmark",
  .label = N_ ("Benchmark"),
  .label_plural = N_ ("Benchmarks"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
};
