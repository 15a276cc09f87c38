-- SPDX-License-Identifier: GPL-3.0-or-later
-- What each kind of evidence counts for in the reliability of a system. The values are Vigie's proposal, which people
-- may change; no norm gives any. A new register gets them from the reference data.
CREATE TABLE evidence_weight (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ce_certificate', 'clinical_evaluation', 'local_validation', 'bias_review', 'monitoring_report', 'security_audit', 'user_feedback', 'declared_impact', 'other')),
  weight INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 100),
  medical_device_only INTEGER NOT NULL CHECK (medical_device_only IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX evidence_weight_key ON evidence_weight (kind);
-- A CE certificate and a clinical evaluation are asked of medical devices only: Regulation (EU) 2017/745, art. 52 and 61.
-- A register that was in use before goes on with the weights that it was counted with.
INSERT INTO evidence_weight (kind, weight, medical_device_only)
SELECT column1, column2, column3 FROM (VALUES
  ('ce_certificate', 3, 1), ('clinical_evaluation', 3, 1), ('local_validation', 3, 0), ('bias_review', 2, 0),
  ('monitoring_report', 2, 0), ('security_audit', 2, 0), ('user_feedback', 1, 0))
WHERE EXISTS (SELECT 1 FROM system);

PRAGMA user_version = 5;
