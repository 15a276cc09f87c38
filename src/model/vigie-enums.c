// SPDX-License-Identifier: GPL-3.0-or-later

#define G_LOG_DOMAIN "vigie-model"

#include "vigie-enums.h"

#include <glib/gi18n-lib.h>

/*
 * The labels of an enumeration, in the order of its values, which count from 0.
 */
typedef struct
{
  GType (*get_type) (void);
  const char *context;
  const char *const *labels;
} EnumLabels;

G_DEFINE_ENUM_TYPE (VigieOrgKind, vigie_org_kind, G_DEFINE_ENUM_VALUE (VIGIE_ORG_KIND_GHT, "ght"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ORG_KIND_LEGAL, "legal"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ORG_KIND_SITE, "site"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ORG_KIND_POLE, "pole"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ORG_KIND_UNIT, "unit"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ORG_KIND_EHPAD, "ehpad"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ORG_KIND_DIRECTORATE, "directorate"))

static const char *const org_kind_labels[] = {
  NC_ ("org_kind", "Hospital group"), NC_ ("org_kind", "Legal entity"), NC_ ("org_kind", "Site"),
  NC_ ("org_kind", "Division"),       NC_ ("org_kind", "Department"),   NC_ ("org_kind", "Nursing home"),
  NC_ ("org_kind", "Directorate"),
};

G_DEFINE_ENUM_TYPE (VigieProfessionFamily, vigie_profession_family,
                    G_DEFINE_ENUM_VALUE (VIGIE_PROFESSION_FAMILY_MEDICAL, "medical"),
                    G_DEFINE_ENUM_VALUE (VIGIE_PROFESSION_FAMILY_NURSING, "nursing"),
                    G_DEFINE_ENUM_VALUE (VIGIE_PROFESSION_FAMILY_ALLIED, "allied"),
                    G_DEFINE_ENUM_VALUE (VIGIE_PROFESSION_FAMILY_ADMIN, "admin"),
                    G_DEFINE_ENUM_VALUE (VIGIE_PROFESSION_FAMILY_TECHNICAL, "technical"),
                    G_DEFINE_ENUM_VALUE (VIGIE_PROFESSION_FAMILY_MANAGEMENT, "management"),
                    G_DEFINE_ENUM_VALUE (VIGIE_PROFESSION_FAMILY_RESEARCH, "research"),
                    G_DEFINE_ENUM_VALUE (VIGIE_PROFESSION_FAMILY_SOCIAL, "social"),
                    G_DEFINE_ENUM_VALUE (VIGIE_PROFESSION_FAMILY_STUDENT, "student"))

static const char *const profession_family_labels[] = {
  NC_ ("profession_family", "Medical"),
  NC_ ("profession_family", "Nursing"),
  NC_ ("profession_family", "Allied health"),
  NC_ ("profession_family", "Administrative"),
  NC_ ("profession_family", "Technical and IT"),
  NC_ ("profession_family", "Management"),
  NC_ ("profession_family", "Research"),
  NC_ ("profession_family", "Social work"),
  NC_ ("profession_family", "Students and residents"),
};

G_DEFINE_ENUM_TYPE (
  VigieStage, vigie_stage, G_DEFINE_ENUM_VALUE (VIGIE_STAGE_IDEA, "idea"),
  G_DEFINE_ENUM_VALUE (VIGIE_STAGE_STUDY, "study"), G_DEFINE_ENUM_VALUE (VIGIE_STAGE_PROCURE, "procure"),
  G_DEFINE_ENUM_VALUE (VIGIE_STAGE_BUILD, "build"), G_DEFINE_ENUM_VALUE (VIGIE_STAGE_PILOT, "pilot"),
  G_DEFINE_ENUM_VALUE (VIGIE_STAGE_VALIDATION, "validation"), G_DEFINE_ENUM_VALUE (VIGIE_STAGE_LIVE, "live"),
  G_DEFINE_ENUM_VALUE (VIGIE_STAGE_RESTRICTED, "restricted"), G_DEFINE_ENUM_VALUE (VIGIE_STAGE_SUSPENDED, "suspended"),
  G_DEFINE_ENUM_VALUE (VIGIE_STAGE_RETIRED, "retired"), G_DEFINE_ENUM_VALUE (VIGIE_STAGE_REJECTED, "rejected"))

static const char *const stage_labels[] = {
  NC_ ("stage", "Idea"),          NC_ ("stage", "Study"),
  NC_ ("stage", "Procurement"),   NC_ ("stage", "Integration"),
  NC_ ("stage", "Pilot"),         NC_ ("stage", "Local validation"),
  NC_ ("stage", "In production"), NC_ ("stage", "In production with reservations"),
  NC_ ("stage", "Suspended"),     NC_ ("stage", "Retired"),
  NC_ ("stage", "Rejected"),
};

G_DEFINE_ENUM_TYPE (VigieStageBasis, vigie_stage_basis, G_DEFINE_ENUM_VALUE (VIGIE_STAGE_BASIS_EVENT, "event"),
                    G_DEFINE_ENUM_VALUE (VIGIE_STAGE_BASIS_OBSERVED, "observed"))

static const char *const stage_basis_labels[] = {
  NC_ ("stage_basis", "The stage began on this date"),
  NC_ ("stage_basis", "The stage was observed on this date; when it began is not measured"),
};

G_DEFINE_ENUM_TYPE (
  VigieTechClass, vigie_tech_class, G_DEFINE_ENUM_VALUE (VIGIE_TECH_CLASS_ML, "ml"),
  G_DEFINE_ENUM_VALUE (VIGIE_TECH_CLASS_VISION, "vision"), G_DEFINE_ENUM_VALUE (VIGIE_TECH_CLASS_NLP, "nlp"),
  G_DEFINE_ENUM_VALUE (VIGIE_TECH_CLASS_GENAI, "genai"), G_DEFINE_ENUM_VALUE (VIGIE_TECH_CLASS_AGENTIC, "agentic"),
  G_DEFINE_ENUM_VALUE (VIGIE_TECH_CLASS_SPEECH, "speech"), G_DEFINE_ENUM_VALUE (VIGIE_TECH_CLASS_OPTIM, "optim"),
  G_DEFINE_ENUM_VALUE (VIGIE_TECH_CLASS_RL, "rl"), G_DEFINE_ENUM_VALUE (VIGIE_TECH_CLASS_RULES, "rules"),
  G_DEFINE_ENUM_VALUE (VIGIE_TECH_CLASS_ROBOT, "robot"))

static const char *const tech_class_labels[] = {
  NC_ ("tech_class", "Predictive learning"),
  NC_ ("tech_class", "Vision and imaging"),
  NC_ ("tech_class", "Language"),
  NC_ ("tech_class", "Generative AI"),
  NC_ ("tech_class", "Agentic AI"),
  NC_ ("tech_class", "Speech and dictation"),
  NC_ ("tech_class", "Optimisation and planning"),
  NC_ ("tech_class", "Reinforcement learning"),
  NC_ ("tech_class", "Rules and expert systems"),
  NC_ ("tech_class", "Assisted robotics"),
};

G_DEFINE_ENUM_TYPE (
  VigieUseDomain, vigie_use_domain, G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_IMAGING, "imaging"),
  G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_DIAG, "diag"), G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_THERAPY, "therapy"),
  G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_TRIAGE, "triage"), G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_MONITOR, "monitor"),
  G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_LAB, "lab"), G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_PHARMA, "pharma"),
  G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_SURGERY, "surgery"), G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_WRITING, "writing"),
  G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_CODING, "coding"), G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_FLOW, "flow"),
  G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_PLANNING, "planning"),
  G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_PATIENT, "patient"), G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_QUALITY, "quality"),
  G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_CYBER, "cyber"), G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_LOGISTICS, "logistics"),
  G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_ADMIN, "admin"), G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_IT, "it"),
  G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_RESEARCH, "research"),
  G_DEFINE_ENUM_VALUE (VIGIE_USE_DOMAIN_TRAINING, "training"))

static const char *const use_domain_labels[] = {
  NC_ ("use_domain", "Imaging"),
  NC_ ("use_domain", "Diagnosis support"),
  NC_ ("use_domain", "Therapy and prescription"),
  NC_ ("use_domain", "Emergency and dispatch"),
  NC_ ("use_domain", "Monitoring and telemonitoring"),
  NC_ ("use_domain", "Laboratory and pathology"),
  NC_ ("use_domain", "Pharmacy"),
  NC_ ("use_domain", "Operating theatre"),
  NC_ ("use_domain", "Reports and letters"),
  NC_ ("use_domain", "Activity coding"),
  NC_ ("use_domain", "Beds and flows"),
  NC_ ("use_domain", "Rosters and human resources"),
  NC_ ("use_domain", "Patient relations"),
  NC_ ("use_domain", "Quality and risks"),
  NC_ ("use_domain", "Cybersecurity"),
  NC_ ("use_domain", "Logistics and purchasing"),
  NC_ ("use_domain", "Administration and finance"),
  NC_ ("use_domain", "IT and development"),
  NC_ ("use_domain", "Research and data warehouse"),
  NC_ ("use_domain", "Training and simulation"),
};

G_DEFINE_ENUM_TYPE (VigieSourcing, vigie_sourcing, G_DEFINE_ENUM_VALUE (VIGIE_SOURCING_VENDOR, "vendor"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SOURCING_BUNDLE, "bundle"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SOURCING_INHOUSE, "inhouse"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SOURCING_MIXED, "mixed"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SOURCING_CONSORTIUM, "consortium"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SOURCING_FREE, "free"))

static const char *const sourcing_labels[] = {
  NC_ ("sourcing", "Bought"),
  NC_ ("sourcing", "Included in existing software"),
  NC_ ("sourcing", "Developed in-house"),
  NC_ ("sourcing", "Co-developed"),
  NC_ ("sourcing", "Shared purchase"),
  NC_ ("sourcing", "Free online tool"),
};

G_DEFINE_ENUM_TYPE (VigieMdClass, vigie_md_class, G_DEFINE_ENUM_VALUE (VIGIE_MD_CLASS_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MD_CLASS_I, "I"), G_DEFINE_ENUM_VALUE (VIGIE_MD_CLASS_IIA, "IIa"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MD_CLASS_IIB, "IIb"), G_DEFINE_ENUM_VALUE (VIGIE_MD_CLASS_III, "III"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MD_CLASS_IVD_A, "ivd_A"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MD_CLASS_IVD_B, "ivd_B"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MD_CLASS_IVD_C, "ivd_C"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MD_CLASS_IVD_D, "ivd_D"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MD_CLASS_UNKNOWN, "unknown"))

static const char *const md_class_labels[] = {
  NC_ ("md_class", "Not a medical device"),
  NC_ ("md_class", "Class I"),
  NC_ ("md_class", "Class IIa"),
  NC_ ("md_class", "Class IIb"),
  NC_ ("md_class", "Class III"),
  NC_ ("md_class", "IVD class A"),
  NC_ ("md_class", "IVD class B"),
  NC_ ("md_class", "IVD class C"),
  NC_ ("md_class", "IVD class D"),
  NC_ ("md_class", "To be qualified"),
};

G_DEFINE_ENUM_TYPE (VigieCeStatus, vigie_ce_status, G_DEFINE_ENUM_VALUE (VIGIE_CE_STATUS_NA, "na"),
                    G_DEFINE_ENUM_VALUE (VIGIE_CE_STATUS_CLAIMED, "claimed"),
                    G_DEFINE_ENUM_VALUE (VIGIE_CE_STATUS_VERIFIED, "verified"),
                    G_DEFINE_ENUM_VALUE (VIGIE_CE_STATUS_EXPIRED, "expired"))

static const char *const ce_status_labels[] = {
  NC_ ("ce_status", "Not applicable"),
  NC_ ("ce_status", "Claimed"),
  NC_ ("ce_status", "Verified"),
  NC_ ("ce_status", "Expired"),
};

G_DEFINE_ENUM_TYPE (VigieAiActClass, vigie_ai_act_class,
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_CLASS_PROHIBITED, "prohibited"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_CLASS_HIGH, "high"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_CLASS_HIGH_EXEMPT, "high_exempt"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_CLASS_LIMITED, "limited"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_CLASS_MINIMAL, "minimal"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_CLASS_OUT, "out"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_CLASS_UNKNOWN, "unknown"))

static const char *const ai_act_class_labels[] = {
  NC_ ("ai_act_class", "Prohibited"),
  NC_ ("ai_act_class", "High risk"),
  NC_ ("ai_act_class", "Presumed high risk, exempted (art. 6(3))"),
  NC_ ("ai_act_class", "Transparency (art. 50)"),
  NC_ ("ai_act_class", "Minimal"),
  NC_ ("ai_act_class", "Out of scope"),
  NC_ ("ai_act_class", "To be classified"),
};

G_DEFINE_ENUM_TYPE (VigieAiActRoute, vigie_ai_act_route, G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_ROUTE_ANNEX1, "annex1"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_ROUTE_ANNEX3, "annex3"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_ROUTE_ART50, "art50"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_ROUTE_NONE, "none"))

static const char *const ai_act_route_labels[] = {
  NC_ ("ai_act_route", "Annex I (MDR, IVDR)"),
  NC_ ("ai_act_route", "Annex III"),
  NC_ ("ai_act_route", "Article 50"),
  NC_ ("ai_act_route", "None"),
};

G_DEFINE_ENUM_TYPE (VigieAiActRole, vigie_ai_act_role, G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_ROLE_DEPLOYER, "deployer"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_ROLE_PROVIDER, "provider"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_ROLE_IMPORTER, "importer"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_ROLE_DISTRIBUTOR, "distributor"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_ROLE_MANUFACTURER, "manufacturer"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AI_ACT_ROLE_REPRESENTATIVE, "representative"))

static const char *const ai_act_role_labels[] = {
  NC_ ("ai_act_role", "Deployer"),
  NC_ ("ai_act_role", "Provider"),
  NC_ ("ai_act_role", "Importer"),
  NC_ ("ai_act_role", "Distributor"),
  NC_ ("ai_act_role", "Product manufacturer"),
  NC_ ("ai_act_role", "Authorised representative"),
};

G_DEFINE_ENUM_TYPE (VigieHosting, vigie_hosting, G_DEFINE_ENUM_VALUE (VIGIE_HOSTING_ONPREM, "onprem"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HOSTING_GHT, "ght"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HOSTING_HDS_FR, "hds_fr"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HOSTING_HDS_EU, "hds_eu"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HOSTING_CLOUD_EU, "cloud_eu"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HOSTING_CLOUD_NONEU, "cloud_noneu"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HOSTING_SAAS_UNKNOWN, "saas_unknown"))

static const char *const hosting_labels[] = {
  NC_ ("hosting", "On premises"),
  NC_ ("hosting", "Shared within the group"),
  NC_ ("hosting", "HDS cloud in France"),
  NC_ ("hosting", "HDS cloud in the EU"),
  NC_ ("hosting", "Cloud in the EU"),
  NC_ ("hosting", "Outside the EU"),
  NC_ ("hosting", "Unknown"),
};

G_DEFINE_ENUM_TYPE (VigieOversightCover, vigie_oversight_cover, G_DEFINE_ENUM_VALUE (VIGIE_OVERSIGHT_COVER_H24, "h24"),
                    G_DEFINE_ENUM_VALUE (VIGIE_OVERSIGHT_COVER_DAY, "day"),
                    G_DEFINE_ENUM_VALUE (VIGIE_OVERSIGHT_COVER_OFFICE, "office"),
                    G_DEFINE_ENUM_VALUE (VIGIE_OVERSIGHT_COVER_NONE, "none"))

static const char *const oversight_cover_labels[] = {
  NC_ ("oversight_cover", "Day and night"),
  NC_ ("oversight_cover", "Daytime, every day"),
  NC_ ("oversight_cover", "Office hours"),
  NC_ ("oversight_cover", "None"),
};

G_DEFINE_ENUM_TYPE (VigieHealth, vigie_health, G_DEFINE_ENUM_VALUE (VIGIE_HEALTH_ON_TRACK, "on_track"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HEALTH_AT_RISK, "at_risk"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HEALTH_OFF_TRACK, "off_track"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HEALTH_NOT_RATED, "not_rated"))

static const char *const health_labels[] = {
  NC_ ("health", "On track"),
  NC_ ("health", "At risk"),
  NC_ ("health", "Off track"),
  NC_ ("health", "Not rated"),
};

G_DEFINE_ENUM_TYPE (VigieFunding, vigie_funding, G_DEFINE_ENUM_VALUE (VIGIE_FUNDING_OWN, "own"),
                    G_DEFINE_ENUM_VALUE (VIGIE_FUNDING_FRANCE2030, "france2030"),
                    G_DEFINE_ENUM_VALUE (VIGIE_FUNDING_CARE, "care"), G_DEFINE_ENUM_VALUE (VIGIE_FUNDING_ARS, "ars"),
                    G_DEFINE_ENUM_VALUE (VIGIE_FUNDING_EU, "eu"),
                    G_DEFINE_ENUM_VALUE (VIGIE_FUNDING_RESEARCH, "research"),
                    G_DEFINE_ENUM_VALUE (VIGIE_FUNDING_DONATION, "donation"),
                    G_DEFINE_ENUM_VALUE (VIGIE_FUNDING_OTHER, "other"))

static const char *const funding_labels[] = {
  NC_ ("funding", "Own funds"),      NC_ ("funding", "France 2030"),
  NC_ ("funding", "CaRE programme"), NC_ ("funding", "Regional health agency"),
  NC_ ("funding", "European Union"), NC_ ("funding", "Research grant"),
  NC_ ("funding", "Donation"),       NC_ ("funding", "Other"),
};

G_DEFINE_ENUM_TYPE (VigieCostKind, vigie_cost_kind, G_DEFINE_ENUM_VALUE (VIGIE_COST_KIND_INVESTMENT, "investment"),
                    G_DEFINE_ENUM_VALUE (VIGIE_COST_KIND_RUNNING, "running"))

static const char *const cost_kind_labels[] = {
  NC_ ("cost_kind", "Investment"),
  NC_ ("cost_kind", "Running"),
};

G_DEFINE_ENUM_TYPE (VigieBenefitKind, vigie_benefit_kind, G_DEFINE_ENUM_VALUE (VIGIE_BENEFIT_KIND_TIME, "time"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BENEFIT_KIND_QUALITY, "quality"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BENEFIT_KIND_ACCESS, "access"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BENEFIT_KIND_COST, "cost"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BENEFIT_KIND_EXPERIENCE, "experience"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BENEFIT_KIND_REVENUE, "revenue"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BENEFIT_KIND_RESEARCH, "research"))

static const char *const benefit_kind_labels[] = {
  NC_ ("benefit_kind", "Time freed"),
  NC_ ("benefit_kind", "Quality and safety of care"),
  NC_ ("benefit_kind", "Access and waiting times"),
  NC_ ("benefit_kind", "Costs avoided"),
  NC_ ("benefit_kind", "Experience of patients and staff"),
  NC_ ("benefit_kind", "Revenue and coding"),
  NC_ ("benefit_kind", "Research"),
};

G_DEFINE_ENUM_TYPE (VigieSafeguardKind, vigie_safeguard_kind,
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_USE_INSTRUCTIONS, "use_instructions"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_HUMAN_OVERSIGHT, "human_oversight"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_INPUT_DATA, "input_data"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_MONITORING, "monitoring"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_LOGS, "logs"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_WORKERS_INFORMED, "workers_informed"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_REGISTRATION, "registration"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_DPIA, "dpia"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_PERSONS_INFORMED, "persons_informed"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_FRIA, "fria"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_TRANSPARENCY, "transparency"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_INCIDENT_PROCEDURE, "incident_procedure"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_PATIENT_INFORMATION, "patient_information"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_HDS_HOSTING, "hds_hosting"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_SECURITY, "security"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_KIND_STOP_PROCEDURE, "stop_procedure"))

static const char *const safeguard_kind_labels[] = {
  NC_ ("safeguard_kind", "Use per instructions"),
  NC_ ("safeguard_kind", "Human oversight"),
  NC_ ("safeguard_kind", "Input data control"),
  NC_ ("safeguard_kind", "Monitoring in use"),
  NC_ ("safeguard_kind", "Logs kept 6 months"),
  NC_ ("safeguard_kind", "Workers informed"),
  NC_ ("safeguard_kind", "Registration"),
  NC_ ("safeguard_kind", "DPIA"),
  NC_ ("safeguard_kind", "Persons informed (AI Act)"),
  NC_ ("safeguard_kind", "Fundamental rights assessment"),
  NC_ ("safeguard_kind", "Transparency (art. 50)"),
  NC_ ("safeguard_kind", "Serious incident procedure"),
  NC_ ("safeguard_kind", "Patient information"),
  NC_ ("safeguard_kind", "HDS hosting"),
  NC_ ("safeguard_kind", "Security of processing"),
  NC_ ("safeguard_kind", "Stop procedure"),
};

G_DEFINE_ENUM_TYPE (VigieSafeguardStatus, vigie_safeguard_status,
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_STATUS_MISSING, "missing"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_STATUS_IN_PROGRESS, "in_progress"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_STATUS_IN_PLACE, "in_place"),
                    G_DEFINE_ENUM_VALUE (VIGIE_SAFEGUARD_STATUS_NOT_APPLICABLE, "not_applicable"))

static const char *const safeguard_status_labels[] = {
  NC_ ("safeguard_status", "Missing"),
  NC_ ("safeguard_status", "In progress"),
  NC_ ("safeguard_status", "In place"),
  NC_ ("safeguard_status", "Not applicable"),
};

G_DEFINE_ENUM_TYPE (VigieEvidenceKind, vigie_evidence_kind,
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_KIND_CE_CERTIFICATE, "ce_certificate"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_KIND_CLINICAL_EVALUATION, "clinical_evaluation"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_KIND_LOCAL_VALIDATION, "local_validation"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_KIND_BIAS_REVIEW, "bias_review"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_KIND_MONITORING_REPORT, "monitoring_report"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_KIND_SECURITY_AUDIT, "security_audit"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_KIND_USER_FEEDBACK, "user_feedback"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_KIND_DECLARED_IMPACT, "declared_impact"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_KIND_OTHER, "other"))

static const char *const evidence_kind_labels[] = {
  NC_ ("evidence_kind", "CE certificate"),
  NC_ ("evidence_kind", "Published clinical evaluation"),
  NC_ ("evidence_kind", "Local validation"),
  NC_ ("evidence_kind", "Bias review"),
  NC_ ("evidence_kind", "Monitoring report"),
  NC_ ("evidence_kind", "Security audit"),
  NC_ ("evidence_kind", "User feedback review"),
  NC_ ("evidence_kind", "Impact declared at source"),
  NC_ ("evidence_kind", "Other"),
};

G_DEFINE_ENUM_TYPE (VigieEvidenceResult, vigie_evidence_result,
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_RESULT_FAVOURABLE, "favourable"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_RESULT_RESERVED, "reserved"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_RESULT_UNFAVOURABLE, "unfavourable"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EVIDENCE_RESULT_DECLARED, "declared"))

static const char *const evidence_result_labels[] = {
  NC_ ("evidence_result", "Favourable"),
  NC_ ("evidence_result", "With reservations"),
  NC_ ("evidence_result", "Unfavourable"),
  NC_ ("evidence_result", "Declared, not assessed"),
};

G_DEFINE_ENUM_TYPE (
  VigieModuleFamily, vigie_module_family, G_DEFINE_ENUM_VALUE (VIGIE_MODULE_FAMILY_CULTURE, "culture"),
  G_DEFINE_ENUM_VALUE (VIGIE_MODULE_FAMILY_USAGE, "usage"),
  G_DEFINE_ENUM_VALUE (VIGIE_MODULE_FAMILY_CLINICAL, "clinical"),
  G_DEFINE_ENUM_VALUE (VIGIE_MODULE_FAMILY_GENAI, "genai"), G_DEFINE_ENUM_VALUE (VIGIE_MODULE_FAMILY_RISK, "risk"),
  G_DEFINE_ENUM_VALUE (VIGIE_MODULE_FAMILY_LAW, "law"), G_DEFINE_ENUM_VALUE (VIGIE_MODULE_FAMILY_CYBER, "cyber"),
  G_DEFINE_ENUM_VALUE (VIGIE_MODULE_FAMILY_ETHICS, "ethics"), G_DEFINE_ENUM_VALUE (VIGIE_MODULE_FAMILY_DATA, "data"),
  G_DEFINE_ENUM_VALUE (VIGIE_MODULE_FAMILY_MANAGEMENT, "management"),
  G_DEFINE_ENUM_VALUE (VIGIE_MODULE_FAMILY_OVERSIGHT, "oversight"),
  G_DEFINE_ENUM_VALUE (VIGIE_MODULE_FAMILY_TECHNICAL, "technical"))

static const char *const module_family_labels[] = {
  NC_ ("module_family", "AI literacy"),
  NC_ ("module_family", "Using a tool"),
  NC_ ("module_family", "Supervised clinical use"),
  NC_ ("module_family", "Generative AI"),
  NC_ ("module_family", "Risks and critical thinking"),
  NC_ ("module_family", "Law"),
  NC_ ("module_family", "Cybersecurity"),
  NC_ ("module_family", "Ethics"),
  NC_ ("module_family", "Data"),
  NC_ ("module_family", "Steering and change"),
  NC_ ("module_family", "Human oversight"),
  NC_ ("module_family", "Technical"),
};

G_DEFINE_ENUM_TYPE (VigieModality, vigie_modality, G_DEFINE_ENUM_VALUE (VIGIE_MODALITY_ELEARNING, "elearning"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MODALITY_CLASSROOM, "classroom"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MODALITY_VIRTUAL, "virtual"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MODALITY_BLENDED, "blended"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MODALITY_WORKPLACE, "workplace"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MODALITY_SIMULATION, "simulation"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MODALITY_WEBINAR, "webinar"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MODALITY_MOOC, "mooc"))

static const char *const modality_labels[] = {
  NC_ ("modality", "E-learning"),       NC_ ("modality", "Classroom"),
  NC_ ("modality", "Virtual class"),    NC_ ("modality", "Blended"),
  NC_ ("modality", "At the workplace"), NC_ ("modality", "Simulation"),
  NC_ ("modality", "Webinar"),          NC_ ("modality", "MOOC"),
};

G_DEFINE_ENUM_TYPE (
  VigieCompetency, vigie_competency, G_DEFINE_ENUM_VALUE (VIGIE_COMPETENCY_FUNDAMENTALS, "fundamentals"),
  G_DEFINE_ENUM_VALUE (VIGIE_COMPETENCY_RELIABILITY, "reliability"),
  G_DEFINE_ENUM_VALUE (VIGIE_COMPETENCY_PRIVACY, "privacy"), G_DEFINE_ENUM_VALUE (VIGIE_COMPETENCY_CYBER, "cyber"),
  G_DEFINE_ENUM_VALUE (VIGIE_COMPETENCY_OVERSIGHT, "oversight"),
  G_DEFINE_ENUM_VALUE (VIGIE_COMPETENCY_PATIENT, "patient"), G_DEFINE_ENUM_VALUE (VIGIE_COMPETENCY_GENAI, "genai"),
  G_DEFINE_ENUM_VALUE (VIGIE_COMPETENCY_REGULATION, "regulation"),
  G_DEFINE_ENUM_VALUE (VIGIE_COMPETENCY_STEERING, "steering"),
  G_DEFINE_ENUM_VALUE (VIGIE_COMPETENCY_VIGILANCE, "vigilance"), G_DEFINE_ENUM_VALUE (VIGIE_COMPETENCY_TOOL, "tool"))

static const char *const competency_labels[] = {
  NC_ ("competency", "Fundamentals and limits of AI"),
  NC_ ("competency", "Reliability, bias and evidence"),
  NC_ ("competency", "Data protection and secrecy"),
  NC_ ("competency", "Cybersecurity"),
  NC_ ("competency", "Human oversight and stop"),
  NC_ ("competency", "Patient information and ethics"),
  NC_ ("competency", "Generative AI"),
  NC_ ("competency", "Regulation"),
  NC_ ("competency", "Steering, purchase, evaluation"),
  NC_ ("competency", "Incident vigilance"),
  NC_ ("competency", "Command of the tool in use"),
};

G_DEFINE_ENUM_TYPE (VigieObligation, vigie_obligation, G_DEFINE_ENUM_VALUE (VIGIE_OBLIGATION_MANDATORY, "mandatory"),
                    G_DEFINE_ENUM_VALUE (VIGIE_OBLIGATION_REQUIRED_TO_USE, "required_to_use"),
                    G_DEFINE_ENUM_VALUE (VIGIE_OBLIGATION_RECOMMENDED, "recommended"))

static const char *const obligation_labels[] = {
  NC_ ("obligation", "Mandatory"),
  NC_ ("obligation", "Required before use"),
  NC_ ("obligation", "Recommended"),
};

G_DEFINE_ENUM_TYPE (VigieBarrierFamily, vigie_barrier_family, G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_FAMILY_CYBER, "cyber"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_FAMILY_RELIABILITY, "reliability"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_FAMILY_REGULATION, "regulation"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_FAMILY_SKILLS, "skills"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_FAMILY_COST, "cost"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_FAMILY_DATA, "data"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_FAMILY_ETHICS, "ethics"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_FAMILY_ACCEPTANCE, "acceptance"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_FAMILY_ORGANISATION, "organisation"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_FAMILY_VENDOR, "vendor"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_FAMILY_INFRASTRUCTURE, "infrastructure"))

static const char *const barrier_family_labels[] = {
  NC_ ("barrier_family", "Security and cybersecurity"),
  NC_ ("barrier_family", "Reliability and performance"),
  NC_ ("barrier_family", "Unclear regulation"),
  NC_ ("barrier_family", "Lack of skills"),
  NC_ ("barrier_family", "Cost and integration"),
  NC_ ("barrier_family", "Data and interoperability"),
  NC_ ("barrier_family", "Ethics and trust"),
  NC_ ("barrier_family", "Acceptance"),
  NC_ ("barrier_family", "Organisation and governance"),
  NC_ ("barrier_family", "Vendor dependency"),
  NC_ ("barrier_family", "Infrastructure"),
};

G_DEFINE_ENUM_TYPE (VigieBarrierStatus, vigie_barrier_status, G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_STATUS_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_STATUS_IN_TREATMENT, "in_treatment"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_STATUS_MONITORED, "monitored"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_STATUS_ACCEPTED, "accepted"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_STATUS_LIFTED, "lifted"),
                    G_DEFINE_ENUM_VALUE (VIGIE_BARRIER_STATUS_CANCELLED, "cancelled"))

static const char *const barrier_status_labels[] = {
  NC_ ("barrier_status", "Open"),     NC_ ("barrier_status", "In treatment"), NC_ ("barrier_status", "Monitored"),
  NC_ ("barrier_status", "Accepted"), NC_ ("barrier_status", "Lifted"),       NC_ ("barrier_status", "Void"),
};

G_DEFINE_ENUM_TYPE (VigieRatingTier, vigie_rating_tier, G_DEFINE_ENUM_VALUE (VIGIE_RATING_TIER_INHERENT, "inherent"),
                    G_DEFINE_ENUM_VALUE (VIGIE_RATING_TIER_CURRENT, "current"),
                    G_DEFINE_ENUM_VALUE (VIGIE_RATING_TIER_RESIDUAL, "residual"))

static const char *const rating_tier_labels[] = {
  NC_ ("rating_tier", "Inherent"),
  NC_ ("rating_tier", "Current"),
  NC_ ("rating_tier", "Residual"),
};

G_DEFINE_ENUM_TYPE (VigieKnowledge, vigie_knowledge, G_DEFINE_ENUM_VALUE (VIGIE_KNOWLEDGE_WEAK, "weak"),
                    G_DEFINE_ENUM_VALUE (VIGIE_KNOWLEDGE_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (VIGIE_KNOWLEDGE_STRONG, "strong"))

static const char *const knowledge_labels[] = {
  NC_ ("knowledge", "Weak"),
  NC_ ("knowledge", "Medium"),
  NC_ ("knowledge", "Strong"),
};

G_DEFINE_ENUM_TYPE (VigieLinkEffect, vigie_link_effect, G_DEFINE_ENUM_VALUE (VIGIE_LINK_EFFECT_BLOCKS, "blocks"),
                    G_DEFINE_ENUM_VALUE (VIGIE_LINK_EFFECT_DELAYS, "delays"),
                    G_DEFINE_ENUM_VALUE (VIGIE_LINK_EFFECT_DEGRADES, "degrades"),
                    G_DEFINE_ENUM_VALUE (VIGIE_LINK_EFFECT_CONCERNS, "concerns"))

static const char *const link_effect_labels[] = {
  NC_ ("link_effect", "Blocks"),
  NC_ ("link_effect", "Delays"),
  NC_ ("link_effect", "Degrades"),
  NC_ ("link_effect", "Concerns"),
};

G_DEFINE_ENUM_TYPE (VigieActionKind, vigie_action_kind, G_DEFINE_ENUM_VALUE (VIGIE_ACTION_KIND_TRAIN, "train"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_KIND_SECURE, "secure"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_KIND_CONTRACT, "contract"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_KIND_DOCUMENT, "document"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_KIND_EVALUATE, "evaluate"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_KIND_ORGANISE, "organise"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_KIND_COMMUNICATE, "communicate"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_KIND_FUND, "fund"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_KIND_TECHNICAL, "technical"))

static const char *const action_kind_labels[] = {
  NC_ ("action_kind", "Train"),       NC_ ("action_kind", "Secure"),   NC_ ("action_kind", "Contract"),
  NC_ ("action_kind", "Document"),    NC_ ("action_kind", "Evaluate"), NC_ ("action_kind", "Organise"),
  NC_ ("action_kind", "Communicate"), NC_ ("action_kind", "Fund"),     NC_ ("action_kind", "Technical work"),
};

G_DEFINE_ENUM_TYPE (VigieActionStatus, vigie_action_status, G_DEFINE_ENUM_VALUE (VIGIE_ACTION_STATUS_TODO, "todo"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_STATUS_DOING, "doing"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_STATUS_BLOCKED, "blocked"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_STATUS_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_STATUS_VERIFIED, "verified"),
                    G_DEFINE_ENUM_VALUE (VIGIE_ACTION_STATUS_DROPPED, "dropped"))

static const char *const action_status_labels[] = {
  NC_ ("action_status", "To do"), NC_ ("action_status", "In progress"),     NC_ ("action_status", "Blocked"),
  NC_ ("action_status", "Done"),  NC_ ("action_status", "Effect verified"), NC_ ("action_status", "Dropped"),
};

G_DEFINE_ENUM_TYPE (VigieEffort, vigie_effort, G_DEFINE_ENUM_VALUE (VIGIE_EFFORT_XS, "XS"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EFFORT_S, "S"), G_DEFINE_ENUM_VALUE (VIGIE_EFFORT_M, "M"),
                    G_DEFINE_ENUM_VALUE (VIGIE_EFFORT_L, "L"), G_DEFINE_ENUM_VALUE (VIGIE_EFFORT_XL, "XL"))

static const char *const effort_labels[] = {
  NC_ ("effort", "Extra small"), NC_ ("effort", "Small"),       NC_ ("effort", "Medium"),
  NC_ ("effort", "Large"),       NC_ ("effort", "Extra large"),
};

G_DEFINE_ENUM_TYPE (
  VigieGovernanceBody, vigie_governance_body, G_DEFINE_ENUM_VALUE (VIGIE_GOVERNANCE_BODY_DIRECTOIRE, "directoire"),
  G_DEFINE_ENUM_VALUE (VIGIE_GOVERNANCE_BODY_CS, "cs"), G_DEFINE_ENUM_VALUE (VIGIE_GOVERNANCE_BODY_CME, "cme"),
  G_DEFINE_ENUM_VALUE (VIGIE_GOVERNANCE_BODY_COMIA, "comia"),
  G_DEFINE_ENUM_VALUE (VIGIE_GOVERNANCE_BODY_CSIRMT, "csirmt"), G_DEFINE_ENUM_VALUE (VIGIE_GOVERNANCE_BODY_CSE, "cse"),
  G_DEFINE_ENUM_VALUE (VIGIE_GOVERNANCE_BODY_F3SCT, "f3sct"), G_DEFINE_ENUM_VALUE (VIGIE_GOVERNANCE_BODY_CDU, "cdu"),
  G_DEFINE_ENUM_VALUE (VIGIE_GOVERNANCE_BODY_ETHICS, "ethics"),
  G_DEFINE_ENUM_VALUE (VIGIE_GOVERNANCE_BODY_COSTRAT, "costrat"),
  G_DEFINE_ENUM_VALUE (VIGIE_GOVERNANCE_BODY_COPIL, "copil"),
  G_DEFINE_ENUM_VALUE (VIGIE_GOVERNANCE_BODY_CODIR, "codir"))

static const char *const governance_body_labels[] = {
  NC_ ("governance_body", "Executive board"),
  NC_ ("governance_body", "Supervisory board"),
  NC_ ("governance_body", "Medical committee"),
  NC_ ("governance_body", "AI committee"),
  NC_ ("governance_body", "Nursing and allied care committee"),
  NC_ ("governance_body", "Social and economic committee"),
  NC_ ("governance_body", "Health and safety committee"),
  NC_ ("governance_body", "Users’ committee"),
  NC_ ("governance_body", "Ethics committee"),
  NC_ ("governance_body", "Strategic committee of the group"),
  NC_ ("governance_body", "Digital steering committee"),
  NC_ ("governance_body", "Management committee"),
};

G_DEFINE_ENUM_TYPE (VigieMeetingStatus, vigie_meeting_status,
                    G_DEFINE_ENUM_VALUE (VIGIE_MEETING_STATUS_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MEETING_STATUS_IN_SESSION, "in_session"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MEETING_STATUS_MINUTES_DRAFT, "minutes_draft"),
                    G_DEFINE_ENUM_VALUE (VIGIE_MEETING_STATUS_APPROVED, "approved"))

static const char *const meeting_status_labels[] = {
  NC_ ("meeting_status", "Planned"),
  NC_ ("meeting_status", "In session"),
  NC_ ("meeting_status", "Minutes in draft"),
  NC_ ("meeting_status", "Minutes approved"),
};

G_DEFINE_ENUM_TYPE (VigieAgendaPurpose, vigie_agenda_purpose, G_DEFINE_ENUM_VALUE (VIGIE_AGENDA_PURPOSE_INFO, "info"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AGENDA_PURPOSE_OPINION, "opinion"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AGENDA_PURPOSE_DECISION, "decision"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AGENDA_PURPOSE_DEBATE, "debate"))

static const char *const agenda_purpose_labels[] = {
  NC_ ("agenda_purpose", "For information"),
  NC_ ("agenda_purpose", "For opinion"),
  NC_ ("agenda_purpose", "For decision"),
  NC_ ("agenda_purpose", "For debate"),
};

G_DEFINE_ENUM_TYPE (VigiePresence, vigie_presence, G_DEFINE_ENUM_VALUE (VIGIE_PRESENCE_PRESENT, "present"),
                    G_DEFINE_ENUM_VALUE (VIGIE_PRESENCE_REMOTE, "remote"),
                    G_DEFINE_ENUM_VALUE (VIGIE_PRESENCE_EXCUSED, "excused"),
                    G_DEFINE_ENUM_VALUE (VIGIE_PRESENCE_ABSENT, "absent"))

static const char *const presence_labels[] = {
  NC_ ("presence", "Present"),
  NC_ ("presence", "Present remotely"),
  NC_ ("presence", "Excused"),
  NC_ ("presence", "Absent"),
};

G_DEFINE_ENUM_TYPE (VigieDecisionKind, vigie_decision_kind, G_DEFINE_ENUM_VALUE (VIGIE_DECISION_KIND_GO, "go"),
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_KIND_GO_CONDITIONS, "go_conditions"),
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_KIND_NO_GO, "no_go"),
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_KIND_DEFER, "defer"),
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_KIND_SUSPEND, "suspend"),
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_KIND_STOP, "stop"),
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_KIND_ACCEPT_RISK, "accept_risk"),
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_KIND_ALLOCATE, "allocate"),
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_KIND_POLICY, "policy"),
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_KIND_DEROGATE, "derogate"))

static const char *const decision_kind_labels[] = {
  NC_ ("decision_kind", "Approval"),        NC_ ("decision_kind", "Approval with reservations"),
  NC_ ("decision_kind", "Refusal"),         NC_ ("decision_kind", "Deferral"),
  NC_ ("decision_kind", "Suspension"),      NC_ ("decision_kind", "Stop"),
  NC_ ("decision_kind", "Risk acceptance"), NC_ ("decision_kind", "Allocation of means"),
  NC_ ("decision_kind", "Policy"),          NC_ ("decision_kind", "Waiver"),
};

G_DEFINE_ENUM_TYPE (VigieDecisionStatus, vigie_decision_status,
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_STATUS_IN_FORCE, "in_force"),
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_STATUS_FULFILLED, "fulfilled"),
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_STATUS_SUPERSEDED, "superseded"),
                    G_DEFINE_ENUM_VALUE (VIGIE_DECISION_STATUS_LAPSED, "lapsed"))

static const char *const decision_status_labels[] = {
  NC_ ("decision_status", "In force"),
  NC_ ("decision_status", "Fulfilled"),
  NC_ ("decision_status", "Superseded"),
  NC_ ("decision_status", "Lapsed"),
};

G_DEFINE_ENUM_TYPE (VigieIncidentKind, vigie_incident_kind,
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_KIND_MALFUNCTION, "malfunction"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_KIND_WRONG_OUTPUT, "wrong_output"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_KIND_HALLUCINATION, "hallucination"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_KIND_DRIFT, "drift"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_KIND_BIAS, "bias"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_KIND_MISUSE, "misuse"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_KIND_OVERRELIANCE, "overreliance"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_KIND_DATA_LEAK, "data_leak"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_KIND_SECURITY, "security"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_KIND_OUTAGE, "outage"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_KIND_NEAR_MISS, "near_miss"))

static const char *const incident_kind_labels[] = {
  NC_ ("incident_kind", "Malfunction"),
  NC_ ("incident_kind", "Wrong output"),
  NC_ ("incident_kind", "Invented content"),
  NC_ ("incident_kind", "Drift"),
  NC_ ("incident_kind", "Bias"),
  NC_ ("incident_kind", "Misuse"),
  NC_ ("incident_kind", "Overreliance"),
  NC_ ("incident_kind", "Data leak"),
  NC_ ("incident_kind", "Security"),
  NC_ ("incident_kind", "Outage"),
  NC_ ("incident_kind", "Near miss"),
};

G_DEFINE_ENUM_TYPE (VigieHarm, vigie_harm, G_DEFINE_ENUM_VALUE (VIGIE_HARM_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HARM_PATIENT_TEMP, "patient_temp"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HARM_PATIENT_SERIOUS, "patient_serious"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HARM_DEATH, "death"), G_DEFINE_ENUM_VALUE (VIGIE_HARM_STAFF, "staff"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HARM_RIGHTS, "rights"), G_DEFINE_ENUM_VALUE (VIGIE_HARM_DATA, "data"),
                    G_DEFINE_ENUM_VALUE (VIGIE_HARM_ORG, "org"))

static const char *const harm_labels[] = {
  NC_ ("harm", "None"),
  NC_ ("harm", "Patient, temporary"),
  NC_ ("harm", "Patient, serious"),
  NC_ ("harm", "Death"),
  NC_ ("harm", "Staff"),
  NC_ ("harm", "Fundamental rights"),
  NC_ ("harm", "Data"),
  NC_ ("harm", "Organisation"),
};

G_DEFINE_ENUM_TYPE (VigieIncidentStatus, vigie_incident_status,
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_STATUS_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_STATUS_INVESTIGATING, "investigating"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_STATUS_MITIGATED, "mitigated"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_STATUS_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (VIGIE_INCIDENT_STATUS_DISMISSED, "dismissed"))

static const char *const incident_status_labels[] = {
  NC_ ("incident_status", "Open"),      NC_ ("incident_status", "Under investigation"),
  NC_ ("incident_status", "Mitigated"), NC_ ("incident_status", "Closed"),
  NC_ ("incident_status", "Dismissed"),
};

G_DEFINE_ENUM_TYPE (VigieAuthority, vigie_authority, G_DEFINE_ENUM_VALUE (VIGIE_AUTHORITY_ANSM, "ansm"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AUTHORITY_CNIL, "cnil"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AUTHORITY_ARS, "ars"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AUTHORITY_CERT_SANTE, "cert_sante"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AUTHORITY_PROVIDER, "provider"),
                    G_DEFINE_ENUM_VALUE (VIGIE_AUTHORITY_MSA, "msa"))

static const char *const authority_labels[] = {
  NC_ ("authority", "ANSM (medical device vigilance)"),
  NC_ ("authority", "CNIL"),
  NC_ ("authority", "Regional health agency"),
  NC_ ("authority", "CERT Santé"),
  NC_ ("authority", "Provider"),
  NC_ ("authority", "Market surveillance authority"),
};

G_DEFINE_ENUM_TYPE (VigieVerification, vigie_verification,
                    G_DEFINE_ENUM_VALUE (VIGIE_VERIFICATION_VERIFIED, "verified"),
                    G_DEFINE_ENUM_VALUE (VIGIE_VERIFICATION_STATED, "stated"),
                    G_DEFINE_ENUM_VALUE (VIGIE_VERIFICATION_PROPOSED, "proposed"))

static const char *const verification_labels[] = {
  NC_ ("verification", "Verified in a public text"),
  NC_ ("verification", "Stated by one source only"),
  NC_ ("verification", "Our proposal"),
};

G_DEFINE_ENUM_TYPE (VigieLegalStatus, vigie_legal_status, G_DEFINE_ENUM_VALUE (VIGIE_LEGAL_STATUS_IN_FORCE, "in_force"),
                    G_DEFINE_ENUM_VALUE (VIGIE_LEGAL_STATUS_ADOPTED, "adopted"),
                    G_DEFINE_ENUM_VALUE (VIGIE_LEGAL_STATUS_PROPOSED, "proposed"),
                    G_DEFINE_ENUM_VALUE (VIGIE_LEGAL_STATUS_REPLACED, "replaced"))

static const char *const legal_status_labels[] = {
  NC_ ("legal_status", "In force"),
  NC_ ("legal_status", "Adopted, publication to be confirmed"),
  NC_ ("legal_status", "Proposed"),
  NC_ ("legal_status", "Replaced"),
};

static const EnumLabels all_labels[] = {
  { vigie_org_kind_get_type, "org_kind", org_kind_labels },
  { vigie_profession_family_get_type, "profession_family", profession_family_labels },
  { vigie_stage_get_type, "stage", stage_labels },
  { vigie_stage_basis_get_type, "stage_basis", stage_basis_labels },
  { vigie_tech_class_get_type, "tech_class", tech_class_labels },
  { vigie_use_domain_get_type, "use_domain", use_domain_labels },
  { vigie_sourcing_get_type, "sourcing", sourcing_labels },
  { vigie_md_class_get_type, "md_class", md_class_labels },
  { vigie_ce_status_get_type, "ce_status", ce_status_labels },
  { vigie_ai_act_class_get_type, "ai_act_class", ai_act_class_labels },
  { vigie_ai_act_route_get_type, "ai_act_route", ai_act_route_labels },
  { vigie_ai_act_role_get_type, "ai_act_role", ai_act_role_labels },
  { vigie_hosting_get_type, "hosting", hosting_labels },
  { vigie_oversight_cover_get_type, "oversight_cover", oversight_cover_labels },
  { vigie_health_get_type, "health", health_labels },
  { vigie_funding_get_type, "funding", funding_labels },
  { vigie_cost_kind_get_type, "cost_kind", cost_kind_labels },
  { vigie_benefit_kind_get_type, "benefit_kind", benefit_kind_labels },
  { vigie_safeguard_kind_get_type, "safeguard_kind", safeguard_kind_labels },
  { vigie_safeguard_status_get_type, "safeguard_status", safeguard_status_labels },
  { vigie_evidence_kind_get_type, "evidence_kind", evidence_kind_labels },
  { vigie_evidence_result_get_type, "evidence_result", evidence_result_labels },
  { vigie_module_family_get_type, "module_family", module_family_labels },
  { vigie_modality_get_type, "modality", modality_labels },
  { vigie_competency_get_type, "competency", competency_labels },
  { vigie_obligation_get_type, "obligation", obligation_labels },
  { vigie_barrier_family_get_type, "barrier_family", barrier_family_labels },
  { vigie_barrier_status_get_type, "barrier_status", barrier_status_labels },
  { vigie_rating_tier_get_type, "rating_tier", rating_tier_labels },
  { vigie_knowledge_get_type, "knowledge", knowledge_labels },
  { vigie_link_effect_get_type, "link_effect", link_effect_labels },
  { vigie_action_kind_get_type, "action_kind", action_kind_labels },
  { vigie_action_status_get_type, "action_status", action_status_labels },
  { vigie_effort_get_type, "effort", effort_labels },
  { vigie_governance_body_get_type, "governance_body", governance_body_labels },
  { vigie_meeting_status_get_type, "meeting_status", meeting_status_labels },
  { vigie_agenda_purpose_get_type, "agenda_purpose", agenda_purpose_labels },
  { vigie_presence_get_type, "presence", presence_labels },
  { vigie_decision_kind_get_type, "decision_kind", decision_kind_labels },
  { vigie_decision_status_get_type, "decision_status", decision_status_labels },
  { vigie_incident_kind_get_type, "incident_kind", incident_kind_labels },
  { vigie_harm_get_type, "harm", harm_labels },
  { vigie_incident_status_get_type, "incident_status", incident_status_labels },
  { vigie_authority_get_type, "authority", authority_labels },
  { vigie_verification_get_type, "verification", verification_labels },
  { vigie_legal_status_get_type, "legal_status", legal_status_labels },
};

/**
 * vigie_enum_from_nick:
 * @type: a registered enumeration of this file
 * @nick: its stable nick, compared to the letter
 * @value: (out): the value
 *
 * Returns: %FALSE where @type has no such nick; @value is then untouched
 */
gboolean
vigie_enum_from_nick (GType type, const char *nick, int *value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value_by_nick (class, nick);

  if (found == NULL)
    return FALSE;
  *value = found->value;
  return TRUE;
}

/**
 * vigie_enum_to_nick:
 *
 * Returns: (transfer none): the stable nick of @value; %NULL where @type has no such value
 */
const char *
vigie_enum_to_nick (GType type, int value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value (class, value);

  return found != NULL ? found->value_nick : NULL;
}

/**
 * vigie_enum_get_text:
 * @context: (out): the message context of its label
 *
 * Returns: (transfer none): the label of @value, untranslated
 */
const char *
vigie_enum_get_text (GType type, int value, const char **context)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_labels); i++)
    if (all_labels[i].get_type () == type)
      {
        *context = all_labels[i].context;
        return all_labels[i].labels[value];
      }
  g_return_val_if_reached (NULL);
}

/**
 * vigie_enum_label:
 *
 * Returns: (transfer none): @value in words, in the reader's language
 */
const char *
vigie_enum_label (GType type, int value)
{
  const char *context;
  const char *text = vigie_enum_get_text (type, value, &context);

  return g_dpgettext2 (NULL, context, text);
}

/**
 * vigie_enum_dup_nicks:
 *
 * Returns: (transfer full): every nick of @type, joined by ", ", for error messages
 */
char *
vigie_enum_dup_nicks (GType type)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  GString *nicks = g_string_new (NULL);

  for (guint i = 0; i < class->n_values; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", class->values[i].value_nick);
  return g_string_free_and_steal (nicks);
}
