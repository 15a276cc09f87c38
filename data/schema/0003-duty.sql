-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rules that ask for safeguards: which systems, from when, by which article.
CREATE TABLE duty (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (length (code) BETWEEN 1 AND 20000),
  kind TEXT NOT NULL CHECK (kind IN ('use_instructions', 'human_oversight', 'input_data', 'monitoring', 'logs', 'workers_informed', 'registration', 'dpia', 'persons_informed', 'fria', 'transparency', 'incident_procedure', 'patient_information', 'hds_hosting', 'security', 'stop_procedure')),
  ai_act_class TEXT CHECK (ai_act_class IN ('prohibited', 'high', 'high_exempt', 'limited', 'minimal', 'out', 'unknown')),
  ai_act_route TEXT CHECK (ai_act_route IN ('annex1', 'annex3', 'art50', 'none')),
  medical_device INTEGER CHECK (medical_device IN (0, 1)),
  personal_data INTEGER CHECK (personal_data IN (0, 1)),
  health_data INTEGER CHECK (health_data IN (0, 1)),
  definition_fr TEXT NOT NULL CHECK (length (definition_fr) BETWEEN 1 AND 20000),
  definition_en TEXT CHECK (length (definition_en) BETWEEN 1 AND 20000),
  applies_on TEXT NOT NULL CHECK (applies_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (applies_on) IS applies_on),
  legal_status TEXT NOT NULL CHECK (legal_status IN ('in_force', 'adopted', 'proposed', 'replaced')),
  text_fr TEXT NOT NULL CHECK (length (text_fr) BETWEEN 1 AND 20000),
  text_en TEXT CHECK (length (text_en) BETWEEN 1 AND 20000),
  article TEXT NOT NULL CHECK (length (article) BETWEEN 1 AND 20000),
  checked_on TEXT CHECK (checked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date (checked_on) IS checked_on),
  url TEXT CHECK (length (url) BETWEEN 1 AND 20000)
) STRICT;
CREATE UNIQUE INDEX duty_key ON duty (code);

PRAGMA user_version = 3;
