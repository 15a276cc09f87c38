-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The register of Vigie, version 1. Immutable once released: a change is a new file.
--
-- Dates are ISO 8601 days. NULL is "not measured"; 0 is a measured zero. Money is whole cents of
-- euro. Enumerations are their nicks in src/model/vigie-enums.h. A table's unique index is the key
-- by which an import knows a record again. Rates are never stored: numerator and denominator are.

-- A value that belongs to the register as a whole, such as the name of the organisation.
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  value TEXT CHECK (length (value) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX setting_key ON setting (code);

-- A node of the organisation tree: group, site, division, department.
CREATE TABLE org_unit (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 20000),
  short_name TEXT CHECK (length (short_name) BETWEEN 1 AND 20000),
  kind TEXT NOT NULL CHECK (kind IN ('ght', 'legal', 'site', 'pole', 'unit', 'ehpad', 'directorate')),
  parent_id INTEGER REFERENCES org_unit (id),
  finess TEXT CHECK (length (finess) BETWEEN 1 AND 20000),
  opened_on TEXT CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (opened_on) IS opened_on),
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (closed_on) IS closed_on)
) STRICT;
CREATE UNIQUE INDEX org_unit_key ON org_unit (code);
CREATE INDEX org_unit_parent ON org_unit (parent_id);

-- A profession as the hospital counts its staff.
CREATE TABLE profession (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  label_fr TEXT NOT NULL CHECK (length (label_fr) BETWEEN 1 AND 20000),
  label_en TEXT CHECK (length (label_en) BETWEEN 1 AND 20000),
  family TEXT NOT NULL CHECK (family IN ('medical', 'nursing', 'allied', 'admin', 'technical', 'management', 'research', 'social', 'student')),
  rpps_code TEXT CHECK (length (rpps_code) BETWEEN 1 AND 20000),
  in_reference_28h INTEGER CHECK (in_reference_28h IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX profession_key ON profession (code);

-- People in post at a site in a profession, from a date on: the denominator where staff are not known by reference.
CREATE TABLE headcount (
  id INTEGER PRIMARY KEY,
  org_unit_id INTEGER NOT NULL REFERENCES org_unit (id),
  profession_id INTEGER NOT NULL REFERENCES profession (id),
  valid_from TEXT NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (valid_from) IS valid_from),
  valid_to TEXT CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (valid_to) IS valid_to),
  heads INTEGER NOT NULL CHECK (heads BETWEEN 0 AND 10000000)
) STRICT;
CREATE UNIQUE INDEX headcount_key ON headcount (org_unit_id, profession_id, valid_from);
CREATE INDEX headcount_profession ON headcount (profession_id);

-- A member of staff, known by a reference only: never by a name.
CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX staff_key ON staff (code);

-- Where and as what a member of staff works between two dates.
CREATE TABLE job (
  id INTEGER PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (starts_on) IS starts_on),
  org_unit_id INTEGER NOT NULL REFERENCES org_unit (id),
  profession_id INTEGER NOT NULL REFERENCES profession (id),
  ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (ends_on) IS ends_on)
) STRICT;
CREATE UNIQUE INDEX job_key ON job (staff_id, starts_on);
CREATE INDEX job_org_unit ON job (org_unit_id);
CREATE INDEX job_profession ON job (profession_id);

-- A training module of the catalogue.
CREATE TABLE module (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  label_fr TEXT NOT NULL CHECK (length (label_fr) BETWEEN 1 AND 20000),
  label_en TEXT CHECK (length (label_en) BETWEEN 1 AND 20000),
  objective TEXT CHECK (length (objective) BETWEEN 1 AND 20000),
  family TEXT NOT NULL CHECK (family IN ('culture', 'usage', 'clinical', 'genai', 'risk', 'law', 'cyber', 'ethics', 'data', 'management', 'oversight', 'technical')),
  competency TEXT NOT NULL CHECK (competency IN ('fundamentals', 'reliability', 'privacy', 'cyber', 'oversight', 'patient', 'genai', 'regulation', 'steering', 'vigilance', 'tool')),
  modality TEXT CHECK (modality IN ('elearning', 'classroom', 'virtual', 'blended', 'workplace', 'simulation', 'webinar', 'mooc')),
  duration_min INTEGER CHECK (duration_min BETWEEN 1 AND 100000),
  validity_months INTEGER CHECK (validity_months BETWEEN 1 AND 1200),
  cost_cents INTEGER CHECK (cost_cents BETWEEN 0 AND 10000000000000),
  provider TEXT CHECK (length (provider) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX module_key ON module (code);

-- An AI system: one product, whatever the number of its deployments.
CREATE TABLE system (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 20000),
  vendor TEXT CHECK (length (vendor) BETWEEN 1 AND 20000),
  description TEXT CHECK (length (description) BETWEEN 1 AND 20000),
  purpose TEXT CHECK (length (purpose) BETWEEN 1 AND 20000),
  expected_benefit TEXT CHECK (length (expected_benefit) BETWEEN 1 AND 20000),
  outputs TEXT CHECK (length (outputs) BETWEEN 1 AND 20000),
  tech_class TEXT CHECK (tech_class IN ('ml', 'vision', 'nlp', 'genai', 'agentic', 'speech', 'optim', 'rl', 'rules', 'robot')),
  use_domain TEXT CHECK (use_domain IN ('imaging', 'diag', 'therapy', 'triage', 'monitor', 'lab', 'pharma', 'surgery', 'writing', 'coding', 'flow', 'planning', 'patient', 'quality', 'cyber', 'logistics', 'admin', 'it', 'research', 'training')),
  sourcing TEXT CHECK (sourcing IN ('vendor', 'bundle', 'inhouse', 'mixed', 'consortium', 'free')),
  md_class TEXT CHECK (md_class IN ('none', 'I', 'IIa', 'IIb', 'III', 'ivd_A', 'ivd_B', 'ivd_C', 'ivd_D', 'unknown')),
  ce_status TEXT CHECK (ce_status IN ('na', 'claimed', 'verified', 'expired')),
  ai_act_class TEXT CHECK (ai_act_class IN ('prohibited', 'high', 'high_exempt', 'limited', 'minimal', 'out', 'unknown')),
  ai_act_route TEXT CHECK (ai_act_route IN ('annex1', 'annex3', 'art50', 'none')),
  ai_act_role TEXT CHECK (ai_act_role IN ('deployer', 'provider', 'importer', 'distributor', 'manufacturer', 'representative')),
  generative INTEGER CHECK (generative IN (0, 1)),
  personal_data INTEGER CHECK (personal_data IN (0, 1)),
  health_data INTEGER CHECK (health_data IN (0, 1)),
  hosting TEXT CHECK (hosting IN ('onprem', 'ght', 'hds_fr', 'hds_eu', 'cloud_eu', 'cloud_noneu', 'saas_unknown'))
) STRICT;
CREATE UNIQUE INDEX system_key ON system (code);

-- A system at a site or in a department, with its own stage, users, safeguards and incidents.
CREATE TABLE deployment (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  system_id INTEGER NOT NULL REFERENCES system (id),
  org_unit_id INTEGER NOT NULL REFERENCES org_unit (id),
  planned_on TEXT CHECK (planned_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (planned_on) IS planned_on),
  owner TEXT CHECK (length (owner) BETWEEN 1 AND 20000),
  oversight TEXT CHECK (length (oversight) BETWEEN 1 AND 20000),
  oversight_cover TEXT CHECK (oversight_cover IN ('h24', 'day', 'office', 'none')),
  health TEXT CHECK (health IN ('on_track', 'at_risk', 'off_track', 'not_rated')),
  priority INTEGER CHECK (priority BETWEEN 1 AND 4),
  capex_cents INTEGER CHECK (capex_cents BETWEEN 0 AND 10000000000000),
  opex_year_cents INTEGER CHECK (opex_year_cents BETWEEN 0 AND 10000000000000),
  funding TEXT CHECK (funding IN ('own', 'france2030', 'care', 'ars', 'eu', 'research', 'donation', 'other'))
) STRICT;
CREATE UNIQUE INDEX deployment_key ON deployment (code);
CREATE INDEX deployment_system ON deployment (system_id);
CREATE INDEX deployment_org_unit ON deployment (org_unit_id);

-- Who must hold which module: by profession, site or system; an empty field means all.
CREATE TABLE requirement (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  module_id INTEGER NOT NULL REFERENCES module (id),
  profession_id INTEGER REFERENCES profession (id),
  org_unit_id INTEGER REFERENCES org_unit (id),
  system_id INTEGER REFERENCES system (id),
  obligation TEXT NOT NULL CHECK (obligation IN ('mandatory', 'required_to_use', 'recommended')),
  target_percent INTEGER NOT NULL CHECK (target_percent BETWEEN 0 AND 100),
  valid_from TEXT CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (valid_from) IS valid_from),
  valid_to TEXT CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (valid_to) IS valid_to),
  due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (due_on) IS due_on),
  legal_ref TEXT CHECK (length (legal_ref) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX requirement_key ON requirement (code);
CREATE INDEX requirement_module ON requirement (module_id);
CREATE INDEX requirement_profession ON requirement (profession_id);
CREATE INDEX requirement_org_unit ON requirement (org_unit_id);
CREATE INDEX requirement_system ON requirement (system_id);

-- A member of staff completed a module on a day. Without an expiry it holds for the validity of its module.
CREATE TABLE completion (
  id INTEGER PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  module_id INTEGER NOT NULL REFERENCES module (id),
  completed_on TEXT NOT NULL CHECK (completed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (completed_on) IS completed_on),
  expires_on TEXT CHECK (expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (expires_on) IS expires_on),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 100000),
  score INTEGER CHECK (score BETWEEN 0 AND 100)
) STRICT;
CREATE UNIQUE INDEX completion_key ON completion (staff_id, module_id, completed_on);
CREATE INDEX completion_module ON completion (module_id);

-- People trained, as counted and handed over by a site without any reference to persons.
CREATE TABLE completion_count (
  id INTEGER PRIMARY KEY,
  org_unit_id INTEGER NOT NULL REFERENCES org_unit (id),
  profession_id INTEGER NOT NULL REFERENCES profession (id),
  module_id INTEGER NOT NULL REFERENCES module (id),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (as_of) IS as_of),
  trained INTEGER CHECK (trained BETWEEN 0 AND 10000000),
  valid INTEGER NOT NULL CHECK (valid BETWEEN 0 AND 10000000),
  expiring_90 INTEGER CHECK (expiring_90 BETWEEN 0 AND 10000000),
  minutes_total INTEGER CHECK (minutes_total BETWEEN 0 AND 1000000000000)
) STRICT;
CREATE UNIQUE INDEX completion_count_key ON completion_count (org_unit_id, profession_id, module_id, as_of);
CREATE INDEX completion_count_profession ON completion_count (profession_id);
CREATE INDEX completion_count_module ON completion_count (module_id);

-- A deployment entered a stage, or was seen in it.
CREATE TABLE stage_event (
  id INTEGER PRIMARY KEY,
  deployment_id INTEGER NOT NULL REFERENCES deployment (id),
  occurred_on TEXT NOT NULL CHECK (occurred_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (occurred_on) IS occurred_on),
  stage TEXT NOT NULL CHECK (stage IN ('idea', 'study', 'procure', 'build', 'pilot', 'validation', 'live', 'restricted', 'suspended', 'retired', 'rejected')),
  basis TEXT NOT NULL CHECK (basis IN ('event', 'observed')),
  comment TEXT CHECK (length (comment) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX stage_event_key ON stage_event (deployment_id, occurred_on);

-- Users of a deployment in a profession, as of a date.
CREATE TABLE user_group (
  id INTEGER PRIMARY KEY,
  deployment_id INTEGER NOT NULL REFERENCES deployment (id),
  profession_id INTEGER NOT NULL REFERENCES profession (id),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (as_of) IS as_of),
  users_expected INTEGER CHECK (users_expected BETWEEN 0 AND 10000000),
  users_active INTEGER CHECK (users_active BETWEEN 0 AND 10000000)
) STRICT;
CREATE UNIQUE INDEX user_group_key ON user_group (deployment_id, profession_id, as_of);
CREATE INDEX user_group_profession ON user_group (profession_id);

-- A protection of a deployment and whether it is in place. No record: not measured.
CREATE TABLE safeguard (
  id INTEGER PRIMARY KEY,
  deployment_id INTEGER NOT NULL REFERENCES deployment (id),
  kind TEXT NOT NULL CHECK (kind IN ('use_instructions', 'human_oversight', 'input_data', 'monitoring', 'logs', 'workers_informed', 'registration', 'dpia', 'persons_informed', 'fria', 'transparency', 'incident_procedure', 'patient_information', 'hds_hosting', 'security', 'stop_procedure')),
  status TEXT NOT NULL CHECK (status IN ('missing', 'in_progress', 'in_place', 'not_applicable')),
  done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (done_on) IS done_on),
  valid_until TEXT CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (valid_until) IS valid_until),
  owner TEXT CHECK (length (owner) BETWEEN 1 AND 20000),
  reference TEXT CHECK (length (reference) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX safeguard_key ON safeguard (deployment_id, kind);

-- What shows how reliable a system is.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  system_id INTEGER NOT NULL REFERENCES system (id),
  deployment_id INTEGER REFERENCES deployment (id),
  kind TEXT NOT NULL CHECK (kind IN ('ce_certificate', 'clinical_evaluation', 'local_validation', 'bias_review', 'monitoring_report', 'security_audit', 'user_feedback', 'declared_impact', 'other')),
  result TEXT NOT NULL CHECK (result IN ('favourable', 'reserved', 'unfavourable', 'declared')),
  statement TEXT CHECK (length (statement) BETWEEN 1 AND 20000),
  obtained_on TEXT CHECK (obtained_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (obtained_on) IS obtained_on),
  valid_until TEXT CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (valid_until) IS valid_until),
  reference TEXT CHECK (length (reference) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX evidence_key ON evidence (code);
CREATE INDEX evidence_system ON evidence (system_id);
CREATE INDEX evidence_deployment ON evidence (deployment_id);

-- What stands in the way of AI that can be trusted.
CREATE TABLE barrier (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  title TEXT NOT NULL CHECK (length (title) BETWEEN 1 AND 20000),
  family TEXT NOT NULL CHECK (family IN ('cyber', 'reliability', 'regulation', 'skills', 'cost', 'data', 'ethics', 'acceptance', 'organisation', 'vendor', 'infrastructure')),
  description TEXT CHECK (length (description) BETWEEN 1 AND 20000),
  cause TEXT CHECK (length (cause) BETWEEN 1 AND 20000),
  consequence TEXT CHECK (length (consequence) BETWEEN 1 AND 20000),
  owner TEXT CHECK (length (owner) BETWEEN 1 AND 20000),
  status TEXT NOT NULL CHECK (status IN ('open', 'in_treatment', 'monitored', 'accepted', 'lifted', 'cancelled')),
  opened_on TEXT CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (opened_on) IS opened_on),
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (closed_on) IS closed_on),
  next_review_on TEXT CHECK (next_review_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (next_review_on) IS next_review_on),
  org_unit_id INTEGER REFERENCES org_unit (id)
) STRICT;
CREATE UNIQUE INDEX barrier_key ON barrier (code);
CREATE INDEX barrier_org_unit ON barrier (org_unit_id);

-- A likelihood and an impact given to a barrier on a day. Ratings are added, never overwritten.
CREATE TABLE rating (
  id INTEGER PRIMARY KEY,
  barrier_id INTEGER NOT NULL REFERENCES barrier (id),
  tier TEXT NOT NULL CHECK (tier IN ('inherent', 'current', 'residual')),
  rated_on TEXT NOT NULL CHECK (rated_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (rated_on) IS rated_on),
  likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
  impact INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 5),
  knowledge TEXT CHECK (knowledge IN ('weak', 'medium', 'strong')),
  rationale TEXT CHECK (length (rationale) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX rating_key ON rating (barrier_id, tier, rated_on);

-- What a barrier does to a system.
CREATE TABLE barrier_link (
  id INTEGER PRIMARY KEY,
  barrier_id INTEGER NOT NULL REFERENCES barrier (id),
  system_id INTEGER NOT NULL REFERENCES system (id),
  effect TEXT NOT NULL CHECK (effect IN ('blocks', 'delays', 'degrades', 'concerns')),
  delay_days INTEGER CHECK (delay_days BETWEEN 0 AND 36500)
) STRICT;
CREATE UNIQUE INDEX barrier_link_key ON barrier_link (barrier_id, system_id);
CREATE INDEX barrier_link_system ON barrier_link (system_id);

-- A local survey of what staff see as barriers.
CREATE TABLE survey (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  title TEXT NOT NULL CHECK (length (title) BETWEEN 1 AND 20000),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (as_of) IS as_of),
  sent INTEGER CHECK (sent BETWEEN 0 AND 10000000),
  answers INTEGER CHECK (answers BETWEEN 0 AND 10000000),
  population TEXT CHECK (length (population) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX survey_key ON survey (code);

-- How many of those who answered named a barrier. Site and profession are empty for all.
CREATE TABLE survey_result (
  id INTEGER PRIMARY KEY,
  survey_id INTEGER NOT NULL REFERENCES survey (id),
  family TEXT NOT NULL CHECK (family IN ('cyber', 'reliability', 'regulation', 'skills', 'cost', 'data', 'ethics', 'acceptance', 'organisation', 'vendor', 'infrastructure')),
  org_unit_id INTEGER REFERENCES org_unit (id),
  profession_id INTEGER REFERENCES profession (id),
  answers INTEGER NOT NULL CHECK (answers BETWEEN 0 AND 10000000),
  named INTEGER NOT NULL CHECK (named BETWEEN 0 AND 10000000)
) STRICT;
CREATE UNIQUE INDEX survey_result_key ON survey_result (survey_id, family, ifnull (org_unit_id, 0), ifnull (profession_id, 0));
CREATE INDEX survey_result_org_unit ON survey_result (org_unit_id);
CREATE INDEX survey_result_profession ON survey_result (profession_id);

-- A meeting of a governance body.
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  body TEXT NOT NULL CHECK (body IN ('directoire', 'cs', 'cme', 'comia', 'csirmt', 'cse', 'f3sct', 'cdu', 'ethics', 'costrat', 'copil', 'codir')),
  held_on TEXT NOT NULL CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (held_on) IS held_on),
  title TEXT CHECK (length (title) BETWEEN 1 AND 20000),
  place TEXT CHECK (length (place) BETWEEN 1 AND 20000),
  status TEXT NOT NULL CHECK (status IN ('planned', 'in_session', 'minutes_draft', 'approved'))
) STRICT;
CREATE UNIQUE INDEX meeting_key ON meeting (code);

-- What a governance body decided.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  meeting_id INTEGER REFERENCES meeting (id),
  kind TEXT NOT NULL CHECK (kind IN ('go', 'go_conditions', 'no_go', 'defer', 'suspend', 'stop', 'accept_risk', 'allocate', 'policy', 'derogate')),
  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 20000),
  rationale TEXT CHECK (length (rationale) BETWEEN 1 AND 20000),
  decided_on TEXT NOT NULL CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (decided_on) IS decided_on),
  effective_on TEXT CHECK (effective_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (effective_on) IS effective_on),
  review_on TEXT CHECK (review_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (review_on) IS review_on),
  votes_for INTEGER CHECK (votes_for BETWEEN 0 AND 100000),
  votes_against INTEGER CHECK (votes_against BETWEEN 0 AND 100000),
  abstentions INTEGER CHECK (abstentions BETWEEN 0 AND 100000),
  deployment_id INTEGER REFERENCES deployment (id),
  barrier_id INTEGER REFERENCES barrier (id),
  legal_ref TEXT CHECK (length (legal_ref) BETWEEN 1 AND 20000),
  status TEXT NOT NULL CHECK (status IN ('in_force', 'fulfilled', 'superseded', 'lapsed'))
) STRICT;
CREATE UNIQUE INDEX decision_key ON decision (code);
CREATE INDEX decision_meeting ON decision (meeting_id);
CREATE INDEX decision_deployment ON decision (deployment_id);
CREATE INDEX decision_barrier ON decision (barrier_id);

-- Something someone owes by a date.
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  title TEXT NOT NULL CHECK (length (title) BETWEEN 1 AND 20000),
  kind TEXT NOT NULL CHECK (kind IN ('train', 'secure', 'contract', 'document', 'evaluate', 'organise', 'communicate', 'fund', 'technical')),
  owner TEXT CHECK (length (owner) BETWEEN 1 AND 20000),
  status TEXT NOT NULL CHECK (status IN ('todo', 'doing', 'blocked', 'done', 'verified', 'dropped')),
  priority INTEGER CHECK (priority BETWEEN 1 AND 4),
  effort TEXT CHECK (effort IN ('XS', 'S', 'M', 'L', 'XL')),
  cost_cents INTEGER CHECK (cost_cents BETWEEN 0 AND 10000000000000),
  expected_effect TEXT CHECK (length (expected_effect) BETWEEN 1 AND 20000),
  opened_on TEXT NOT NULL CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (opened_on) IS opened_on),
  due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (due_on) IS due_on),
  due_on_initial TEXT CHECK (due_on_initial GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (due_on_initial) IS due_on_initial),
  done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (done_on) IS done_on),
  blocked_reason TEXT CHECK (length (blocked_reason) BETWEEN 1 AND 20000),
  barrier_id INTEGER REFERENCES barrier (id),
  deployment_id INTEGER REFERENCES deployment (id),
  decision_id INTEGER REFERENCES decision (id)
) STRICT;
CREATE UNIQUE INDEX action_key ON action (code);
CREATE INDEX action_barrier ON action (barrier_id);
CREATE INDEX action_deployment ON action (deployment_id);
CREATE INDEX action_decision ON action (decision_id);

-- Something went wrong, or nearly did, in the use of a deployment.
CREATE TABLE incident (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  deployment_id INTEGER NOT NULL REFERENCES deployment (id),
  kind TEXT NOT NULL CHECK (kind IN ('malfunction', 'wrong_output', 'hallucination', 'drift', 'bias', 'misuse', 'overreliance', 'data_leak', 'security', 'outage', 'near_miss')),
  severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 5),
  harm TEXT CHECK (harm IN ('none', 'patient_temp', 'patient_serious', 'death', 'staff', 'rights', 'data', 'org')),
  occurred_on TEXT NOT NULL CHECK (occurred_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (occurred_on) IS occurred_on),
  detected_on TEXT CHECK (detected_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (detected_on) IS detected_on),
  description TEXT CHECK (length (description) BETWEEN 1 AND 20000),
  immediate_action TEXT CHECK (length (immediate_action) BETWEEN 1 AND 20000),
  status TEXT NOT NULL CHECK (status IN ('open', 'investigating', 'mitigated', 'closed', 'dismissed')),
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (closed_on) IS closed_on),
  action_id INTEGER REFERENCES action (id),
  reported_to TEXT CHECK (reported_to IN ('ansm', 'cnil', 'ars', 'cert_sante', 'provider', 'msa')),
  reported_on TEXT CHECK (reported_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (reported_on) IS reported_on)
) STRICT;
CREATE UNIQUE INDEX incident_key ON incident (code);
CREATE INDEX incident_deployment ON incident (deployment_id);
CREATE INDEX incident_action ON incident (action_id);

-- A published figure to compare with, with its source, population and caveat.
CREATE TABLE benchmark (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  label_fr TEXT NOT NULL CHECK (length (label_fr) BETWEEN 1 AND 20000),
  label_en TEXT CHECK (length (label_en) BETWEEN 1 AND 20000),
  value_permille INTEGER CHECK (value_permille BETWEEN 0 AND 1000),
  n INTEGER CHECK (n BETWEEN 0 AND 1000000000),
  population_fr TEXT CHECK (length (population_fr) BETWEEN 1 AND 20000),
  population_en TEXT CHECK (length (population_en) BETWEEN 1 AND 20000),
  family TEXT CHECK (family IN ('cyber', 'reliability', 'regulation', 'skills', 'cost', 'data', 'ethics', 'acceptance', 'organisation', 'vendor', 'infrastructure')),
  collected_from TEXT CHECK (collected_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (collected_from) IS collected_from),
  collected_to TEXT CHECK (collected_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (collected_to) IS collected_to),
  published_on TEXT CHECK (published_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (published_on) IS published_on),
  source TEXT NOT NULL CHECK (length (source) BETWEEN 1 AND 20000),
  url TEXT CHECK (length (url) BETWEEN 1 AND 20000),
  caveat_fr TEXT CHECK (length (caveat_fr) BETWEEN 1 AND 20000),
  caveat_en TEXT CHECK (length (caveat_en) BETWEEN 1 AND 20000),
  verification TEXT NOT NULL CHECK (verification IN ('verified', 'stated', 'proposed'))
) STRICT;
CREATE UNIQUE INDEX benchmark_key ON benchmark (code);

-- A date on which a rule starts to apply, with its legal status.
CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  label_fr TEXT NOT NULL CHECK (length (label_fr) BETWEEN 1 AND 20000),
  label_en TEXT CHECK (length (label_en) BETWEEN 1 AND 20000),
  applies_on TEXT NOT NULL CHECK (applies_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (applies_on) IS applies_on),
  legal_status TEXT NOT NULL CHECK (legal_status IN ('in_force', 'adopted', 'proposed', 'replaced')),
  text_fr TEXT NOT NULL CHECK (length (text_fr) BETWEEN 1 AND 20000),
  text_en TEXT CHECK (length (text_en) BETWEEN 1 AND 20000),
  route TEXT CHECK (route IN ('annex1', 'annex3', 'art50', 'none')),
  checked_on TEXT CHECK (checked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (checked_on) IS checked_on),
  url TEXT CHECK (length (url) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX milestone_key ON milestone (code);

-- Full text of every searchable field; rowid = id * 64 + the entity's number in vigie-entities.c.
CREATE VIRTUAL TABLE search USING fts5 (
  body, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

PRAGMA application_id = 0x56494749;
PRAGMA user_version = 1;
