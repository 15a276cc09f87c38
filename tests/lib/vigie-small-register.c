// SPDX-License-Identifier: GPL-3.0-or-later

#include "vigie-small-register.h"

#include "vigie-entities.h"

/* One record a line: its entity, then field=value, parted by bars. */
static const char *const records[] = {
  "setting|code=organisation|value=GHT du Littoral",
  "org_unit|code=GHT|name=GHT du Littoral|kind=ght",
  "org_unit|code=CHU|name=CHU de la Baie|short_name=CHU|kind=site|parent=GHT",
  "org_unit|code=CHB|name=CH du Bourg|short_name=CHB|kind=site|parent=GHT",
  "org_unit|code=EHPAD|name=EHPAD des Dunes|kind=ehpad|parent=GHT",
  "org_unit|code=RAD|name=Radiologie|kind=unit|parent=CHU",
  "profession|code=MED|label_fr=Médecin|label_en=Doctor|family=medical|in_reference_28h=true",
  "profession|code=IDE|label_fr=Infirmier|label_en=Nurse|family=nursing",
  "profession|code=PHA|label_fr=Pharmacien|label_en=Pharmacist|family=medical",
  "profession|code=DIR|label_fr=Directeur|label_en=Director|family=management",
  "module|code=M01|label_fr=Culture IA|label_en=AI culture|family=culture|competency=fundamentals|duration_min=45|validity_months=36",
  "module|code=M05|label_fr=Biais|label_en=Bias|family=risk|competency=reliability|duration_min=60|validity_months=24",
  "module|code=M06|label_fr=Contrôle|label_en=Oversight|family=oversight|competency=oversight|validity_months=12",
  "module|code=T01|label_fr=Prise en main|label_en=Getting started|family=usage|competency=tool|duration_min=20",
  "system|code=FRAC|name=OsteoVue|md_class=IIa|ai_act_class=high|ai_act_route=annex1|health_data=true",
  "system|code=SCRI|name=ClaireVoix|ai_act_class=limited|ai_act_route=art50|generative=true|personal_data=true",
  "system|code=BEDS|name=FluxLits|ai_act_class=minimal",
  "system|code=OLD|name=VieuxTri|ai_act_class=unknown",
  "system|code=IDEA|name=Idée seule",
  "deployment|code=D-FRAC-RAD|system=FRAC|org_unit=RAD",
  "deployment|code=D-FRAC-CHB|system=FRAC|org_unit=CHB|planned_on=2026-12-14",
  "deployment|code=D-SCRI-CHU|system=SCRI|org_unit=CHU",
  "deployment|code=D-BEDS-CHB|system=BEDS|org_unit=CHB",
  "deployment|code=D-OLD-CHU|system=OLD|org_unit=CHU",
  "stage_event|deployment=D-FRAC-RAD|occurred_on=2024-02-01|stage=pilot|basis=event",
  "stage_event|deployment=D-FRAC-RAD|occurred_on=2025-03-01|stage=live|basis=event",
  "stage_event|deployment=D-FRAC-CHB|occurred_on=2026-01-10|stage=study|basis=event",
  "stage_event|deployment=D-SCRI-CHU|occurred_on=2026-05-02|stage=pilot|basis=event",
  "stage_event|deployment=D-BEDS-CHB|occurred_on=2026-02-01|stage=restricted|basis=event",
  "stage_event|deployment=D-OLD-CHU|occurred_on=2023-01-01|stage=live|basis=observed",
  "stage_event|deployment=D-OLD-CHU|occurred_on=2026-06-30|stage=retired|basis=event",
  "requirement|code=R-M01|module=M01|obligation=mandatory|target_percent=80",
  "requirement|code=R-M01-DIR|module=M01|profession=DIR|obligation=recommended|target_percent=50",
  "requirement|code=R-M05-MED|module=M05|profession=MED|obligation=mandatory|target_percent=90",
  "requirement|code=R-M05-CHB|module=M05|profession=MED|org_unit=CHB|obligation=recommended|target_percent=20",
  "requirement|code=R-M06-RAD|module=M06|profession=MED|org_unit=RAD|obligation=mandatory|target_percent=100",
  "requirement|code=R-T01|module=T01|system=FRAC|obligation=required_to_use|target_percent=100",
  "headcount|org_unit=CHB|profession=IDE|valid_from=2024-01-01|heads=26|valid_to=2025-12-31",
  "headcount|org_unit=CHB|profession=IDE|valid_from=2026-01-01|heads=30",
  "headcount|org_unit=CHB|profession=MED|valid_from=2025-01-01|heads=10",
  "headcount|org_unit=EHPAD|profession=IDE|valid_from=2025-01-01|heads=8",
  "headcount|org_unit=CHU|profession=IDE|valid_from=2025-01-01|heads=999",
  "completion_count|org_unit=CHB|profession=IDE|module=M01|as_of=2026-03-31|trained=14|valid=9|expiring_90=1|minutes_total=630",
  "completion_count|org_unit=CHB|profession=IDE|module=M01|as_of=2023-06-30|trained=2|valid=2|minutes_total=90",
  "completion_count|org_unit=CHB|profession=IDE|module=M01|as_of=2026-09-30|trained=20|valid=12|expiring_90=3|minutes_total=930",
  "completion_count|org_unit=CHB|profession=IDE|module=M01|as_of=2026-12-31|trained=30|valid=30",
  "completion_count|org_unit=CHB|profession=MED|module=M01|as_of=2026-09-30|trained=6|valid=5|expiring_90=0",
  "completion_count|org_unit=CHU|profession=IDE|module=M01|as_of=2026-09-30|trained=900|valid=900",
  "user_group|deployment=D-FRAC-RAD|profession=MED|as_of=2025-03-01|users_expected=8|users_active=4",
  "user_group|deployment=D-FRAC-RAD|profession=MED|as_of=2026-06-01|users_expected=8|users_active=6",
  "user_group|deployment=D-FRAC-CHB|profession=MED|as_of=2026-06-01|users_expected=10",
  "user_group|deployment=D-SCRI-CHU|profession=MED|as_of=2026-05-02|users_expected=9|users_active=7",
  "user_group|deployment=D-SCRI-CHU|profession=IDE|as_of=2026-05-02|users_expected=11",
  "user_group|deployment=D-BEDS-CHB|profession=IDE|as_of=2026-02-01|users_active=15",
  "safeguard|deployment=D-FRAC-RAD|kind=dpia|status=in_place|done_on=2025-02-01|valid_until=2026-11-22",
  "safeguard|deployment=D-FRAC-RAD|kind=human_oversight|status=in_place|done_on=2025-02-01",
  "safeguard|deployment=D-FRAC-RAD|kind=patient_information|status=in_place|done_on=2025-02-01",
  "safeguard|deployment=D-BEDS-CHB|kind=dpia|status=not_applicable",
  "evidence|code=E1|system=FRAC|kind=ce_certificate|result=favourable|obtained_on=2024-01-01|valid_until=2028-12-31",
  "evidence|code=E2|system=FRAC|deployment=D-FRAC-RAD|kind=local_validation|result=reserved|obtained_on=2025-02-01",
  "evidence|code=E3|system=FRAC|kind=bias_review|result=favourable|obtained_on=2024-06-01|valid_until=2026-06-01",
  "evidence|code=E4|system=FRAC|kind=security_audit|result=favourable|obtained_on=2024-06-01",
  "evidence|code=E5|system=FRAC|kind=security_audit|result=unfavourable|obtained_on=2026-02-01",
  "evidence|code=E6|system=FRAC|kind=monitoring_report|result=favourable|obtained_on=2026-12-01",
  "evidence|code=E7|system=SCRI|kind=user_feedback|result=favourable|obtained_on=2026-09-01",
  "evidence|code=E8|system=SCRI|kind=ce_certificate|result=favourable|obtained_on=2026-09-01",
  "evidence|code=E9|system=BEDS|kind=declared_impact|result=declared|obtained_on=2026-01-01",
  "barrier|code=FR-01|title=Fuites de données|family=cyber|status=open|opened_on=2025-06-01",
  "barrier|code=FR-02|title=Budget|family=cost|status=lifted|opened_on=2025-06-01|closed_on=2026-10-30",
  "rating|barrier=FR-01|tier=current|rated_on=2025-07-01|likelihood=3|impact=3",
  "rating|barrier=FR-01|tier=current|rated_on=2026-11-02|likelihood=4|impact=4",
  "rating|barrier=FR-02|tier=current|rated_on=2025-07-01|likelihood=5|impact=4",
  "survey|code=S24|title=Enquête 2024|as_of=2024-10-01",
  "survey|code=S26|title=Enquête 2026|as_of=2026-10-01|sent=600|answers=200",
  "survey_result|survey=S24|family=cyber|answers=50|named=50",
  "survey_result|survey=S26|family=cyber|answers=200|named=150",
  "survey_result|survey=S26|family=cyber|org_unit=CHU|answers=120|named=100",
  "survey_result|survey=S26|family=cyber|org_unit=CHB|answers=80|named=50",
  "survey_result|survey=S26|family=skills|org_unit=CHU|answers=120|named=60",
  "survey_result|survey=S26|family=skills|org_unit=CHB|answers=80|named=36",
  "survey_result|survey=S26|family=data|answers=4|named=1",
  "benchmark|code=FHF-2025-PRODUCTION|label_fr=Établissements|label_en=Establishments|value_permille=650|n=110|"
  "published_on=2025-07-01|source=FHF, baromètre|verification=verified",
  "benchmark|code=ARRETE-2022-28H|label_fr=Numérique en santé|label_en=Digital health|value_hours=28|"
  "published_on=2022-11-10|source=Arrêté du 10 novembre 2022|verification=verified",
  "benchmark|code=HUB-CYBER|label_fr=Cyber|label_en=Cyber|value_permille=632|n=1000|family=cyber|"
  "published_on=2025-11-01|source=Hub France IA, enquête|verification=stated",
  "benchmark|code=HUB-SKILLS|label_fr=Compétences|label_en=Skills|value_permille=470|n=1000|family=skills|"
  "published_on=2025-11-01|source=Hub France IA, enquête|verification=stated",
  "meeting|code=C1|body=comia|held_on=2026-10-12|status=approved",
  "meeting|code=C2|body=comia|held_on=2026-11-16|status=planned",
  "meeting|code=C3|body=comia|held_on=2026-12-07|status=planned",
  "action|code=A-01|title=Former la radiologie|kind=train|owner=Cadre|status=doing|opened_on=2026-01-01|due_on=2026-11-22",
  "action|code=A-02|title=Auditer|kind=secure|status=done|opened_on=2026-01-01|due_on=2026-02-01|done_on=2026-02-20",
  "action|code=A-03|title=Plus tard|kind=secure|status=todo|opened_on=2026-01-01|due_on=2026-11-23",
  "incident|code=I-01|deployment=D-FRAC-RAD|kind=wrong_output|severity=3|occurred_on=2026-11-01|status=open",
  "incident|code=I-02|deployment=D-FRAC-RAD|kind=outage|severity=2|occurred_on=2026-11-01|status=open",
  "incident|code=I-03|deployment=D-FRAC-RAD|kind=bias|severity=4|occurred_on=2026-11-01|status=open|action=A-01",
  "incident|code=I-04|deployment=D-FRAC-RAD|kind=outage|severity=1|occurred_on=2025-11-10|status=closed|closed_on=2025-12-20",
  "cost|deployment=D-FRAC-RAD|year=2025|kind=investment|funding=france2030|planned_cents=5000000|actual_cents=5400000",
  "cost|deployment=D-FRAC-RAD|year=2025|kind=running|funding=own|planned_cents=1000000|actual_cents=900000",
  "cost|deployment=D-FRAC-RAD|year=2026|kind=running|funding=own|planned_cents=1200000|actual_cents=800000",
  "cost|deployment=D-BEDS-CHB|year=2026|kind=running|funding=ars|planned_cents=300000",
  "cost|deployment=D-FRAC-CHB|year=2027|kind=investment|funding=own|planned_cents=2000000",
  "benefit|deployment=D-FRAC-RAD|kind=quality|unit=fractures par an|target=60|actual=48|measured_on=2026-10-12",
  "benefit|deployment=D-BEDS-CHB|kind=time|unit=heures par an|target=900",
  "evidence_weight|kind=ce_certificate|weight=3|medical_device_only=true",
  "evidence_weight|kind=clinical_evaluation|weight=3|medical_device_only=true",
  "evidence_weight|kind=local_validation|weight=3|medical_device_only=false",
  "evidence_weight|kind=bias_review|weight=2|medical_device_only=false",
  "evidence_weight|kind=monitoring_report|weight=2|medical_device_only=false",
  "evidence_weight|kind=security_audit|weight=2|medical_device_only=false",
  "evidence_weight|kind=user_feedback|weight=1|medical_device_only=false",
  "duty|code=AIPD-P|kind=dpia|personal_data=true|applies_on=2018-05-25|legal_status=in_force|definition_fr=AIPD|"
  "text_fr=RGPD|article=art. 35",
  "duty|code=AIPD-S|kind=dpia|health_data=true|applies_on=2018-05-25|legal_status=in_force|definition_fr=AIPD|"
  "text_fr=RGPD|article=art. 35",
  "duty|code=SUP-1|kind=human_oversight|ai_act_class=high|ai_act_route=annex1|applies_on=2028-08-02|"
  "legal_status=adopted|definition_fr=Superviser|text_fr=RIA|article=art. 26(2)",
  "duty|code=SUP-3|kind=human_oversight|ai_act_class=high|ai_act_route=annex3|applies_on=2027-12-02|"
  "legal_status=adopted|definition_fr=Superviser|text_fr=RIA|article=art. 26(2)",
  "duty|code=SUP-OLD|kind=human_oversight|ai_act_class=high|ai_act_route=annex3|applies_on=2026-08-02|"
  "legal_status=replaced|definition_fr=Superviser|text_fr=RIA|article=art. 26(2)",
  "duty|code=PAT|kind=patient_information|medical_device=true|applies_on=2021-08-04|legal_status=in_force|"
  "definition_fr=Informer|text_fr=CSP|article=art. L4001-3",
  "duty|code=TRA|kind=transparency|ai_act_route=art50|applies_on=2026-08-02|legal_status=in_force|"
  "definition_fr=Faire savoir|text_fr=RIA|article=art. 50",
  "duty|code=MON|kind=monitoring|ai_act_class=high|applies_on=2026-10-12|legal_status=in_force|"
  "definition_fr=Surveiller|text_fr=RIA|article=art. 26(5)",
  "milestone|code=RIA-ART50|label_fr=Marquage|label_en=Marking|applies_on=2026-12-02|legal_status=adopted|"
  "text_fr=art. 50(2)|route=art50",
  "milestone|code=RIA-OLD|label_fr=Remplacée|label_en=Replaced|applies_on=2026-12-03|legal_status=replaced|"
  "text_fr=art. 113|route=art50",
};

static VigieRecord *
parse_line (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", 0);
  const VigieEntity *entity = vigie_entity_from_nick (parts[0]);
  VigieRecord *record;

  g_assert_nonnull (entity);
  record = vigie_record_new (entity);
  for (gsize i = 1; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);
      int field = vigie_entity_find_field (entity, pair[0]);
      g_autoptr (GError) error = NULL;

      if (field < 0)
        g_error ("%s has no field “%s”", entity->nick, pair[0]);
      vigie_record_set_from_text (record, (guint) field, pair[1], &error);
      g_assert_no_error (error);
    }
  return record;
}

/**
 * vigie_test_put_lines:
 * @lines: (array length=n_lines): records as `entity|field=value|…`
 *
 * Puts them into @store, which must take them all.
 */
void
vigie_test_put_lines (VigieStore *store, const char *const *lines, gsize n_lines)
{
  g_autoptr (GPtrArray) parsed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < n_lines; i++)
    g_ptr_array_add (parsed, parse_line (lines[i]));
  vigie_store_put_records (store, parsed, NULL, &error);
  g_assert_no_error (error);
}

static void add (GPtrArray *lines, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GPtrArray *lines, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (lines, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Twelve doctors, half of them in radiology; twenty nurses; three pharmacists; six directors; two who left. */
static void
add_staff (GPtrArray *lines)
{
  for (int i = 0; i < 12; i++)
    {
      add (lines, "job|staff=MED%02d|starts_on=2020-01-01|org_unit=%s|profession=MED", i, i < 6 ? "RAD" : "CHU");
      /* From 40 months before the day to 7 after it: some have expired, some hold it, some only will. */
      add (lines, "completion|staff=MED%02d|module=M01|completed_on=20%02d-%02d-23", i, 23 + i / 3, 1 + (i * 5) % 12);
      if (i % 3 != 0)
        add (lines, "completion|staff=MED%02d|module=M05|completed_on=2025-%02d-15", i, i + 1);
      if (i < 4)
        add (lines, "completion|staff=MED%02d|module=T01|completed_on=2025-02-15|minutes=%d", i, 30 + 7 * i);
      if (i < 6)
        add (lines, "completion|staff=MED%02d|module=M06|completed_on=2025-%02d-%02d", i, 10 + i % 3, 20 + i);
    }
  for (int i = 0; i < 20; i++)
    {
      add (lines, "job|staff=IDE%02d|starts_on=2020-01-01|org_unit=CHU|profession=IDE", i);
      if (i < 9)
        add (lines, "completion|staff=IDE%02d|module=M01|completed_on=2024-11-%02d", i, 20 + i);
    }
  for (int i = 0; i < 3; i++)
    {
      add (lines, "job|staff=PHA%02d|starts_on=2020-01-01|org_unit=CHU|profession=PHA", i);
      add (lines, "completion|staff=PHA%02d|module=M01|completed_on=2025-01-01", i);
    }
  for (int i = 0; i < 6; i++)
    add (lines, "job|staff=DIR%02d|starts_on=2020-01-01|org_unit=CHU|profession=DIR", i);
  add (lines, "job|staff=IDE90|starts_on=2020-01-01|ends_on=2026-11-22|org_unit=CHU|profession=IDE");
  add (lines, "job|staff=IDE91|starts_on=2026-11-24|org_unit=CHU|profession=IDE");
}

/**
 * vigie_test_fill_small_register:
 *
 * Fills an empty register: a group of two sites, one by reference and one by counts, and an EHPAD that
 * handed over nothing but its heads.
 */
void
vigie_test_fill_small_register (VigieStore *store)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  vigie_test_put_lines (store, records, G_N_ELEMENTS (records));
  add_staff (lines);
  vigie_test_put_lines (store, (const char *const *) lines->pdata, lines->len);
}
