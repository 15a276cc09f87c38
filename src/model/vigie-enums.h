// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * The enumerations of the register, each a registered #GEnum. Nicks are stable: they are what the
 * file, JSON and CSV hold. Labels are for people and come from vigie_enum_label().
 */

/** What a node of the organisation tree is. */
typedef enum
{
  VIGIE_ORG_KIND_GHT,
  VIGIE_ORG_KIND_LEGAL,
  VIGIE_ORG_KIND_SITE,
  VIGIE_ORG_KIND_POLE,
  VIGIE_ORG_KIND_UNIT,
  VIGIE_ORG_KIND_EHPAD,
  VIGIE_ORG_KIND_DIRECTORATE,
} VigieOrgKind;

#define VIGIE_TYPE_ORG_KIND (vigie_org_kind_get_type ())
#define VIGIE_ORG_KIND_COUNT 7
GType vigie_org_kind_get_type (void) G_GNUC_CONST;

/** The family a profession belongs to. */
typedef enum
{
  VIGIE_PROFESSION_FAMILY_MEDICAL,
  VIGIE_PROFESSION_FAMILY_NURSING,
  VIGIE_PROFESSION_FAMILY_ALLIED,
  VIGIE_PROFESSION_FAMILY_ADMIN,
  VIGIE_PROFESSION_FAMILY_TECHNICAL,
  VIGIE_PROFESSION_FAMILY_MANAGEMENT,
  VIGIE_PROFESSION_FAMILY_RESEARCH,
  VIGIE_PROFESSION_FAMILY_SOCIAL,
  VIGIE_PROFESSION_FAMILY_STUDENT,
} VigieProfessionFamily;

#define VIGIE_TYPE_PROFESSION_FAMILY (vigie_profession_family_get_type ())
#define VIGIE_PROFESSION_FAMILY_COUNT 9
GType vigie_profession_family_get_type (void) G_GNUC_CONST;

/** How far a deployment is. Order is the order of a life. */
typedef enum
{
  VIGIE_STAGE_IDEA,
  VIGIE_STAGE_STUDY,
  VIGIE_STAGE_PROCURE,
  VIGIE_STAGE_BUILD,
  VIGIE_STAGE_PILOT,
  VIGIE_STAGE_VALIDATION,
  VIGIE_STAGE_LIVE,
  VIGIE_STAGE_RESTRICTED,
  VIGIE_STAGE_SUSPENDED,
  VIGIE_STAGE_RETIRED,
  VIGIE_STAGE_REJECTED,
} VigieStage;

#define VIGIE_TYPE_STAGE (vigie_stage_get_type ())
#define VIGIE_STAGE_COUNT 11
GType vigie_stage_get_type (void) G_GNUC_CONST;

/** What the date of a stage event says. */
typedef enum
{
  VIGIE_STAGE_BASIS_EVENT,
  VIGIE_STAGE_BASIS_OBSERVED,
} VigieStageBasis;

#define VIGIE_TYPE_STAGE_BASIS (vigie_stage_basis_get_type ())
#define VIGIE_STAGE_BASIS_COUNT 2
GType vigie_stage_basis_get_type (void) G_GNUC_CONST;

/** The technology a system is made of. */
typedef enum
{
  VIGIE_TECH_CLASS_ML,
  VIGIE_TECH_CLASS_VISION,
  VIGIE_TECH_CLASS_NLP,
  VIGIE_TECH_CLASS_GENAI,
  VIGIE_TECH_CLASS_AGENTIC,
  VIGIE_TECH_CLASS_SPEECH,
  VIGIE_TECH_CLASS_OPTIM,
  VIGIE_TECH_CLASS_RL,
  VIGIE_TECH_CLASS_RULES,
  VIGIE_TECH_CLASS_ROBOT,
} VigieTechClass;

#define VIGIE_TYPE_TECH_CLASS (vigie_tech_class_get_type ())
#define VIGIE_TECH_CLASS_COUNT 10
GType vigie_tech_class_get_type (void) G_GNUC_CONST;

/** Where in the hospital a system is at work. */
typedef enum
{
  VIGIE_USE_DOMAIN_IMAGING,
  VIGIE_USE_DOMAIN_DIAG,
  VIGIE_USE_DOMAIN_THERAPY,
  VIGIE_USE_DOMAIN_TRIAGE,
  VIGIE_USE_DOMAIN_MONITOR,
  VIGIE_USE_DOMAIN_LAB,
  VIGIE_USE_DOMAIN_PHARMA,
  VIGIE_USE_DOMAIN_SURGERY,
  VIGIE_USE_DOMAIN_WRITING,
  VIGIE_USE_DOMAIN_CODING,
  VIGIE_USE_DOMAIN_FLOW,
  VIGIE_USE_DOMAIN_PLANNING,
  VIGIE_USE_DOMAIN_PATIENT,
  VIGIE_USE_DOMAIN_QUALITY,
  VIGIE_USE_DOMAIN_CYBER,
  VIGIE_USE_DOMAIN_LOGISTICS,
  VIGIE_USE_DOMAIN_ADMIN,
  VIGIE_USE_DOMAIN_IT,
  VIGIE_USE_DOMAIN_RESEARCH,
  VIGIE_USE_DOMAIN_TRAINING,
} VigieUseDomain;

#define VIGIE_TYPE_USE_DOMAIN (vigie_use_domain_get_type ())
#define VIGIE_USE_DOMAIN_COUNT 20
GType vigie_use_domain_get_type (void) G_GNUC_CONST;

/** Where a system comes from. */
typedef enum
{
  VIGIE_SOURCING_VENDOR,
  VIGIE_SOURCING_BUNDLE,
  VIGIE_SOURCING_INHOUSE,
  VIGIE_SOURCING_MIXED,
  VIGIE_SOURCING_CONSORTIUM,
  VIGIE_SOURCING_FREE,
} VigieSourcing;

#define VIGIE_TYPE_SOURCING (vigie_sourcing_get_type ())
#define VIGIE_SOURCING_COUNT 6
GType vigie_sourcing_get_type (void) G_GNUC_CONST;

/** The class of a medical device under Regulation (EU) 2017/745 or 2017/746. */
typedef enum
{
  VIGIE_MD_CLASS_NONE,
  VIGIE_MD_CLASS_I,
  VIGIE_MD_CLASS_IIA,
  VIGIE_MD_CLASS_IIB,
  VIGIE_MD_CLASS_III,
  VIGIE_MD_CLASS_IVD_A,
  VIGIE_MD_CLASS_IVD_B,
  VIGIE_MD_CLASS_IVD_C,
  VIGIE_MD_CLASS_IVD_D,
  VIGIE_MD_CLASS_UNKNOWN,
} VigieMdClass;

#define VIGIE_TYPE_MD_CLASS (vigie_md_class_get_type ())
#define VIGIE_MD_CLASS_COUNT 10
GType vigie_md_class_get_type (void) G_GNUC_CONST;

/** What is known of the CE mark. */
typedef enum
{
  VIGIE_CE_STATUS_NA,
  VIGIE_CE_STATUS_CLAIMED,
  VIGIE_CE_STATUS_VERIFIED,
  VIGIE_CE_STATUS_EXPIRED,
} VigieCeStatus;

#define VIGIE_TYPE_CE_STATUS (vigie_ce_status_get_type ())
#define VIGIE_CE_STATUS_COUNT 4
GType vigie_ce_status_get_type (void) G_GNUC_CONST;

/** The risk class under Regulation (EU) 2024/1689 (AI Act). */
typedef enum
{
  VIGIE_AI_ACT_CLASS_PROHIBITED,
  VIGIE_AI_ACT_CLASS_HIGH,
  VIGIE_AI_ACT_CLASS_HIGH_EXEMPT,
  VIGIE_AI_ACT_CLASS_LIMITED,
  VIGIE_AI_ACT_CLASS_MINIMAL,
  VIGIE_AI_ACT_CLASS_OUT,
  VIGIE_AI_ACT_CLASS_UNKNOWN,
} VigieAiActClass;

#define VIGIE_TYPE_AI_ACT_CLASS (vigie_ai_act_class_get_type ())
#define VIGIE_AI_ACT_CLASS_COUNT 7
GType vigie_ai_act_class_get_type (void) G_GNUC_CONST;

/** The route by which a system is high risk or bound to transparency. */
typedef enum
{
  VIGIE_AI_ACT_ROUTE_ANNEX1,
  VIGIE_AI_ACT_ROUTE_ANNEX3,
  VIGIE_AI_ACT_ROUTE_ART50,
  VIGIE_AI_ACT_ROUTE_NONE,
} VigieAiActRoute;

#define VIGIE_TYPE_AI_ACT_ROUTE (vigie_ai_act_route_get_type ())
#define VIGIE_AI_ACT_ROUTE_COUNT 4
GType vigie_ai_act_route_get_type (void) G_GNUC_CONST;

/** The role of the organisation under the AI Act. */
typedef enum
{
  VIGIE_AI_ACT_ROLE_DEPLOYER,
  VIGIE_AI_ACT_ROLE_PROVIDER,
  VIGIE_AI_ACT_ROLE_IMPORTER,
  VIGIE_AI_ACT_ROLE_DISTRIBUTOR,
  VIGIE_AI_ACT_ROLE_MANUFACTURER,
  VIGIE_AI_ACT_ROLE_REPRESENTATIVE,
} VigieAiActRole;

#define VIGIE_TYPE_AI_ACT_ROLE (vigie_ai_act_role_get_type ())
#define VIGIE_AI_ACT_ROLE_COUNT 6
GType vigie_ai_act_role_get_type (void) G_GNUC_CONST;

/** Where a system runs. */
typedef enum
{
  VIGIE_HOSTING_ONPREM,
  VIGIE_HOSTING_GHT,
  VIGIE_HOSTING_HDS_FR,
  VIGIE_HOSTING_HDS_EU,
  VIGIE_HOSTING_CLOUD_EU,
  VIGIE_HOSTING_CLOUD_NONEU,
  VIGIE_HOSTING_SAAS_UNKNOWN,
} VigieHosting;

#define VIGIE_TYPE_HOSTING (vigie_hosting_get_type ())
#define VIGIE_HOSTING_COUNT 7
GType vigie_hosting_get_type (void) G_GNUC_CONST;

/** When human oversight is assured. */
typedef enum
{
  VIGIE_OVERSIGHT_COVER_H24,
  VIGIE_OVERSIGHT_COVER_DAY,
  VIGIE_OVERSIGHT_COVER_OFFICE,
  VIGIE_OVERSIGHT_COVER_NONE,
} VigieOversightCover;

#define VIGIE_TYPE_OVERSIGHT_COVER (vigie_oversight_cover_get_type ())
#define VIGIE_OVERSIGHT_COVER_COUNT 4
GType vigie_oversight_cover_get_type (void) G_GNUC_CONST;

/** How a deployment project is doing. */
typedef enum
{
  VIGIE_HEALTH_ON_TRACK,
  VIGIE_HEALTH_AT_RISK,
  VIGIE_HEALTH_OFF_TRACK,
  VIGIE_HEALTH_NOT_RATED,
} VigieHealth;

#define VIGIE_TYPE_HEALTH (vigie_health_get_type ())
#define VIGIE_HEALTH_COUNT 4
GType vigie_health_get_type (void) G_GNUC_CONST;

/** Who pays for a deployment. */
typedef enum
{
  VIGIE_FUNDING_OWN,
  VIGIE_FUNDING_FRANCE2030,
  VIGIE_FUNDING_CARE,
  VIGIE_FUNDING_ARS,
  VIGIE_FUNDING_EU,
  VIGIE_FUNDING_RESEARCH,
  VIGIE_FUNDING_DONATION,
  VIGIE_FUNDING_OTHER,
} VigieFunding;

#define VIGIE_TYPE_FUNDING (vigie_funding_get_type ())
#define VIGIE_FUNDING_COUNT 8
GType vigie_funding_get_type (void) G_GNUC_CONST;

/** What money is spent on. */
typedef enum
{
  VIGIE_COST_KIND_INVESTMENT,
  VIGIE_COST_KIND_RUNNING,
} VigieCostKind;

#define VIGIE_TYPE_COST_KIND (vigie_cost_kind_get_type ())
#define VIGIE_COST_KIND_COUNT 2
GType vigie_cost_kind_get_type (void) G_GNUC_CONST;

/** What a deployment is expected to bring. */
typedef enum
{
  VIGIE_BENEFIT_KIND_TIME,
  VIGIE_BENEFIT_KIND_QUALITY,
  VIGIE_BENEFIT_KIND_ACCESS,
  VIGIE_BENEFIT_KIND_COST,
  VIGIE_BENEFIT_KIND_EXPERIENCE,
  VIGIE_BENEFIT_KIND_REVENUE,
  VIGIE_BENEFIT_KIND_RESEARCH,
} VigieBenefitKind;

#define VIGIE_TYPE_BENEFIT_KIND (vigie_benefit_kind_get_type ())
#define VIGIE_BENEFIT_KIND_COUNT 7
GType vigie_benefit_kind_get_type (void) G_GNUC_CONST;

/** A protection that a deployment owes or may owe, with its legal ground in data/reference/duties.json. */
typedef enum
{
  VIGIE_SAFEGUARD_KIND_USE_INSTRUCTIONS,
  VIGIE_SAFEGUARD_KIND_HUMAN_OVERSIGHT,
  VIGIE_SAFEGUARD_KIND_INPUT_DATA,
  VIGIE_SAFEGUARD_KIND_MONITORING,
  VIGIE_SAFEGUARD_KIND_LOGS,
  VIGIE_SAFEGUARD_KIND_WORKERS_INFORMED,
  VIGIE_SAFEGUARD_KIND_REGISTRATION,
  VIGIE_SAFEGUARD_KIND_DPIA,
  VIGIE_SAFEGUARD_KIND_PERSONS_INFORMED,
  VIGIE_SAFEGUARD_KIND_FRIA,
  VIGIE_SAFEGUARD_KIND_TRANSPARENCY,
  VIGIE_SAFEGUARD_KIND_INCIDENT_PROCEDURE,
  VIGIE_SAFEGUARD_KIND_PATIENT_INFORMATION,
  VIGIE_SAFEGUARD_KIND_HDS_HOSTING,
  VIGIE_SAFEGUARD_KIND_SECURITY,
  VIGIE_SAFEGUARD_KIND_STOP_PROCEDURE,
} VigieSafeguardKind;

#define VIGIE_TYPE_SAFEGUARD_KIND (vigie_safeguard_kind_get_type ())
#define VIGIE_SAFEGUARD_KIND_COUNT 16
GType vigie_safeguard_kind_get_type (void) G_GNUC_CONST;

/** Whether a safeguard is in place. */
typedef enum
{
  VIGIE_SAFEGUARD_STATUS_MISSING,
  VIGIE_SAFEGUARD_STATUS_IN_PROGRESS,
  VIGIE_SAFEGUARD_STATUS_IN_PLACE,
  VIGIE_SAFEGUARD_STATUS_NOT_APPLICABLE,
} VigieSafeguardStatus;

#define VIGIE_TYPE_SAFEGUARD_STATUS (vigie_safeguard_status_get_type ())
#define VIGIE_SAFEGUARD_STATUS_COUNT 4
GType vigie_safeguard_status_get_type (void) G_GNUC_CONST;

/** What a piece of reliability evidence is. */
typedef enum
{
  VIGIE_EVIDENCE_KIND_CE_CERTIFICATE,
  VIGIE_EVIDENCE_KIND_CLINICAL_EVALUATION,
  VIGIE_EVIDENCE_KIND_LOCAL_VALIDATION,
  VIGIE_EVIDENCE_KIND_BIAS_REVIEW,
  VIGIE_EVIDENCE_KIND_MONITORING_REPORT,
  VIGIE_EVIDENCE_KIND_SECURITY_AUDIT,
  VIGIE_EVIDENCE_KIND_USER_FEEDBACK,
  VIGIE_EVIDENCE_KIND_DECLARED_IMPACT,
  VIGIE_EVIDENCE_KIND_OTHER,
} VigieEvidenceKind;

#define VIGIE_TYPE_EVIDENCE_KIND (vigie_evidence_kind_get_type ())
#define VIGIE_EVIDENCE_KIND_COUNT 9
GType vigie_evidence_kind_get_type (void) G_GNUC_CONST;

/** What a piece of evidence concludes. */
typedef enum
{
  VIGIE_EVIDENCE_RESULT_FAVOURABLE,
  VIGIE_EVIDENCE_RESULT_RESERVED,
  VIGIE_EVIDENCE_RESULT_UNFAVOURABLE,
  VIGIE_EVIDENCE_RESULT_DECLARED,
} VigieEvidenceResult;

#define VIGIE_TYPE_EVIDENCE_RESULT (vigie_evidence_result_get_type ())
#define VIGIE_EVIDENCE_RESULT_COUNT 4
GType vigie_evidence_result_get_type (void) G_GNUC_CONST;

/** What a training module is about. */
typedef enum
{
  VIGIE_MODULE_FAMILY_CULTURE,
  VIGIE_MODULE_FAMILY_USAGE,
  VIGIE_MODULE_FAMILY_CLINICAL,
  VIGIE_MODULE_FAMILY_GENAI,
  VIGIE_MODULE_FAMILY_RISK,
  VIGIE_MODULE_FAMILY_LAW,
  VIGIE_MODULE_FAMILY_CYBER,
  VIGIE_MODULE_FAMILY_ETHICS,
  VIGIE_MODULE_FAMILY_DATA,
  VIGIE_MODULE_FAMILY_MANAGEMENT,
  VIGIE_MODULE_FAMILY_OVERSIGHT,
  VIGIE_MODULE_FAMILY_TECHNICAL,
} VigieModuleFamily;

#define VIGIE_TYPE_MODULE_FAMILY (vigie_module_family_get_type ())
#define VIGIE_MODULE_FAMILY_COUNT 12
GType vigie_module_family_get_type (void) G_GNUC_CONST;

/** How a module is taught. */
typedef enum
{
  VIGIE_MODALITY_ELEARNING,
  VIGIE_MODALITY_CLASSROOM,
  VIGIE_MODALITY_VIRTUAL,
  VIGIE_MODALITY_BLENDED,
  VIGIE_MODALITY_WORKPLACE,
  VIGIE_MODALITY_SIMULATION,
  VIGIE_MODALITY_WEBINAR,
  VIGIE_MODALITY_MOOC,
} VigieModality;

#define VIGIE_TYPE_MODALITY (vigie_modality_get_type ())
#define VIGIE_MODALITY_COUNT 8
GType vigie_modality_get_type (void) G_GNUC_CONST;

/** An axis of the skills map. */
typedef enum
{
  VIGIE_COMPETENCY_FUNDAMENTALS,
  VIGIE_COMPETENCY_RELIABILITY,
  VIGIE_COMPETENCY_PRIVACY,
  VIGIE_COMPETENCY_CYBER,
  VIGIE_COMPETENCY_OVERSIGHT,
  VIGIE_COMPETENCY_PATIENT,
  VIGIE_COMPETENCY_GENAI,
  VIGIE_COMPETENCY_REGULATION,
  VIGIE_COMPETENCY_STEERING,
  VIGIE_COMPETENCY_VIGILANCE,
  VIGIE_COMPETENCY_TOOL,
} VigieCompetency;

#define VIGIE_TYPE_COMPETENCY (vigie_competency_get_type ())
#define VIGIE_COMPETENCY_COUNT 11
GType vigie_competency_get_type (void) G_GNUC_CONST;

/** How binding a training requirement is. */
typedef enum
{
  VIGIE_OBLIGATION_MANDATORY,
  VIGIE_OBLIGATION_REQUIRED_TO_USE,
  VIGIE_OBLIGATION_RECOMMENDED,
} VigieObligation;

#define VIGIE_TYPE_OBLIGATION (vigie_obligation_get_type ())
#define VIGIE_OBLIGATION_COUNT 3
GType vigie_obligation_get_type (void) G_GNUC_CONST;

/** What holds AI back; the first five are those of the Hub France IA survey of 2025. */
typedef enum
{
  VIGIE_BARRIER_FAMILY_CYBER,
  VIGIE_BARRIER_FAMILY_RELIABILITY,
  VIGIE_BARRIER_FAMILY_REGULATION,
  VIGIE_BARRIER_FAMILY_SKILLS,
  VIGIE_BARRIER_FAMILY_COST,
  VIGIE_BARRIER_FAMILY_DATA,
  VIGIE_BARRIER_FAMILY_ETHICS,
  VIGIE_BARRIER_FAMILY_ACCEPTANCE,
  VIGIE_BARRIER_FAMILY_ORGANISATION,
  VIGIE_BARRIER_FAMILY_VENDOR,
  VIGIE_BARRIER_FAMILY_INFRASTRUCTURE,
} VigieBarrierFamily;

#define VIGIE_TYPE_BARRIER_FAMILY (vigie_barrier_family_get_type ())
#define VIGIE_BARRIER_FAMILY_COUNT 11
GType vigie_barrier_family_get_type (void) G_GNUC_CONST;

/** Where the treatment of a barrier stands. */
typedef enum
{
  VIGIE_BARRIER_STATUS_OPEN,
  VIGIE_BARRIER_STATUS_IN_TREATMENT,
  VIGIE_BARRIER_STATUS_MONITORED,
  VIGIE_BARRIER_STATUS_ACCEPTED,
  VIGIE_BARRIER_STATUS_LIFTED,
  VIGIE_BARRIER_STATUS_CANCELLED,
} VigieBarrierStatus;

#define VIGIE_TYPE_BARRIER_STATUS (vigie_barrier_status_get_type ())
#define VIGIE_BARRIER_STATUS_COUNT 6
GType vigie_barrier_status_get_type (void) G_GNUC_CONST;

/** Which state of a barrier a rating describes. */
typedef enum
{
  VIGIE_RATING_TIER_INHERENT,
  VIGIE_RATING_TIER_CURRENT,
  VIGIE_RATING_TIER_RESIDUAL,
} VigieRatingTier;

#define VIGIE_TYPE_RATING_TIER (vigie_rating_tier_get_type ())
#define VIGIE_RATING_TIER_COUNT 3
GType vigie_rating_tier_get_type (void) G_GNUC_CONST;

/** How well founded a rating is. */
typedef enum
{
  VIGIE_KNOWLEDGE_WEAK,
  VIGIE_KNOWLEDGE_MEDIUM,
  VIGIE_KNOWLEDGE_STRONG,
} VigieKnowledge;

#define VIGIE_TYPE_KNOWLEDGE (vigie_knowledge_get_type ())
#define VIGIE_KNOWLEDGE_COUNT 3
GType vigie_knowledge_get_type (void) G_GNUC_CONST;

/** What a barrier does to a system. */
typedef enum
{
  VIGIE_LINK_EFFECT_BLOCKS,
  VIGIE_LINK_EFFECT_DELAYS,
  VIGIE_LINK_EFFECT_DEGRADES,
  VIGIE_LINK_EFFECT_CONCERNS,
} VigieLinkEffect;

#define VIGIE_TYPE_LINK_EFFECT (vigie_link_effect_get_type ())
#define VIGIE_LINK_EFFECT_COUNT 4
GType vigie_link_effect_get_type (void) G_GNUC_CONST;

/** What an action does. */
typedef enum
{
  VIGIE_ACTION_KIND_TRAIN,
  VIGIE_ACTION_KIND_SECURE,
  VIGIE_ACTION_KIND_CONTRACT,
  VIGIE_ACTION_KIND_DOCUMENT,
  VIGIE_ACTION_KIND_EVALUATE,
  VIGIE_ACTION_KIND_ORGANISE,
  VIGIE_ACTION_KIND_COMMUNICATE,
  VIGIE_ACTION_KIND_FUND,
  VIGIE_ACTION_KIND_TECHNICAL,
} VigieActionKind;

#define VIGIE_TYPE_ACTION_KIND (vigie_action_kind_get_type ())
#define VIGIE_ACTION_KIND_COUNT 9
GType vigie_action_kind_get_type (void) G_GNUC_CONST;

/** Where an action stands. */
typedef enum
{
  VIGIE_ACTION_STATUS_TODO,
  VIGIE_ACTION_STATUS_DOING,
  VIGIE_ACTION_STATUS_BLOCKED,
  VIGIE_ACTION_STATUS_DONE,
  VIGIE_ACTION_STATUS_VERIFIED,
  VIGIE_ACTION_STATUS_DROPPED,
} VigieActionStatus;

#define VIGIE_TYPE_ACTION_STATUS (vigie_action_status_get_type ())
#define VIGIE_ACTION_STATUS_COUNT 6
GType vigie_action_status_get_type (void) G_GNUC_CONST;

/** The size of the work an action asks. */
typedef enum
{
  VIGIE_EFFORT_XS,
  VIGIE_EFFORT_S,
  VIGIE_EFFORT_M,
  VIGIE_EFFORT_L,
  VIGIE_EFFORT_XL,
} VigieEffort;

#define VIGIE_TYPE_EFFORT (vigie_effort_get_type ())
#define VIGIE_EFFORT_COUNT 5
GType vigie_effort_get_type (void) G_GNUC_CONST;

/** The body that meets. */
typedef enum
{
  VIGIE_GOVERNANCE_BODY_DIRECTOIRE,
  VIGIE_GOVERNANCE_BODY_CS,
  VIGIE_GOVERNANCE_BODY_CME,
  VIGIE_GOVERNANCE_BODY_COMIA,
  VIGIE_GOVERNANCE_BODY_CSIRMT,
  VIGIE_GOVERNANCE_BODY_CSE,
  VIGIE_GOVERNANCE_BODY_F3SCT,
  VIGIE_GOVERNANCE_BODY_CDU,
  VIGIE_GOVERNANCE_BODY_ETHICS,
  VIGIE_GOVERNANCE_BODY_COSTRAT,
  VIGIE_GOVERNANCE_BODY_COPIL,
  VIGIE_GOVERNANCE_BODY_CODIR,
} VigieGovernanceBody;

#define VIGIE_TYPE_GOVERNANCE_BODY (vigie_governance_body_get_type ())
#define VIGIE_GOVERNANCE_BODY_COUNT 12
GType vigie_governance_body_get_type (void) G_GNUC_CONST;

/** Where a meeting stands. */
typedef enum
{
  VIGIE_MEETING_STATUS_PLANNED,
  VIGIE_MEETING_STATUS_IN_SESSION,
  VIGIE_MEETING_STATUS_MINUTES_DRAFT,
  VIGIE_MEETING_STATUS_APPROVED,
} VigieMeetingStatus;

#define VIGIE_TYPE_MEETING_STATUS (vigie_meeting_status_get_type ())
#define VIGIE_MEETING_STATUS_COUNT 4
GType vigie_meeting_status_get_type (void) G_GNUC_CONST;

/** Why a point is on an agenda. */
typedef enum
{
  VIGIE_AGENDA_PURPOSE_INFO,
  VIGIE_AGENDA_PURPOSE_OPINION,
  VIGIE_AGENDA_PURPOSE_DECISION,
  VIGIE_AGENDA_PURPOSE_DEBATE,
} VigieAgendaPurpose;

#define VIGIE_TYPE_AGENDA_PURPOSE (vigie_agenda_purpose_get_type ())
#define VIGIE_AGENDA_PURPOSE_COUNT 4
GType vigie_agenda_purpose_get_type (void) G_GNUC_CONST;

/** How a function was represented in a meeting. */
typedef enum
{
  VIGIE_PRESENCE_PRESENT,
  VIGIE_PRESENCE_REMOTE,
  VIGIE_PRESENCE_EXCUSED,
  VIGIE_PRESENCE_ABSENT,
} VigiePresence;

#define VIGIE_TYPE_PRESENCE (vigie_presence_get_type ())
#define VIGIE_PRESENCE_COUNT 4
GType vigie_presence_get_type (void) G_GNUC_CONST;

/** What a decision does. */
typedef enum
{
  VIGIE_DECISION_KIND_GO,
  VIGIE_DECISION_KIND_GO_CONDITIONS,
  VIGIE_DECISION_KIND_NO_GO,
  VIGIE_DECISION_KIND_DEFER,
  VIGIE_DECISION_KIND_SUSPEND,
  VIGIE_DECISION_KIND_STOP,
  VIGIE_DECISION_KIND_ACCEPT_RISK,
  VIGIE_DECISION_KIND_ALLOCATE,
  VIGIE_DECISION_KIND_POLICY,
  VIGIE_DECISION_KIND_DEROGATE,
} VigieDecisionKind;

#define VIGIE_TYPE_DECISION_KIND (vigie_decision_kind_get_type ())
#define VIGIE_DECISION_KIND_COUNT 10
GType vigie_decision_kind_get_type (void) G_GNUC_CONST;

/** Whether a decision holds. */
typedef enum
{
  VIGIE_DECISION_STATUS_IN_FORCE,
  VIGIE_DECISION_STATUS_FULFILLED,
  VIGIE_DECISION_STATUS_SUPERSEDED,
  VIGIE_DECISION_STATUS_LAPSED,
} VigieDecisionStatus;

#define VIGIE_TYPE_DECISION_STATUS (vigie_decision_status_get_type ())
#define VIGIE_DECISION_STATUS_COUNT 4
GType vigie_decision_status_get_type (void) G_GNUC_CONST;

/** What went wrong. */
typedef enum
{
  VIGIE_INCIDENT_KIND_MALFUNCTION,
  VIGIE_INCIDENT_KIND_WRONG_OUTPUT,
  VIGIE_INCIDENT_KIND_HALLUCINATION,
  VIGIE_INCIDENT_KIND_DRIFT,
  VIGIE_INCIDENT_KIND_BIAS,
  VIGIE_INCIDENT_KIND_MISUSE,
  VIGIE_INCIDENT_KIND_OVERRELIANCE,
  VIGIE_INCIDENT_KIND_DATA_LEAK,
  VIGIE_INCIDENT_KIND_SECURITY,
  VIGIE_INCIDENT_KIND_OUTAGE,
  VIGIE_INCIDENT_KIND_NEAR_MISS,
} VigieIncidentKind;

#define VIGIE_TYPE_INCIDENT_KIND (vigie_incident_kind_get_type ())
#define VIGIE_INCIDENT_KIND_COUNT 11
GType vigie_incident_kind_get_type (void) G_GNUC_CONST;

/** Who or what an incident harmed. */
typedef enum
{
  VIGIE_HARM_NONE,
  VIGIE_HARM_PATIENT_TEMP,
  VIGIE_HARM_PATIENT_SERIOUS,
  VIGIE_HARM_DEATH,
  VIGIE_HARM_STAFF,
  VIGIE_HARM_RIGHTS,
  VIGIE_HARM_DATA,
  VIGIE_HARM_ORG,
} VigieHarm;

#define VIGIE_TYPE_HARM (vigie_harm_get_type ())
#define VIGIE_HARM_COUNT 8
GType vigie_harm_get_type (void) G_GNUC_CONST;

/** Where the handling of an incident stands. */
typedef enum
{
  VIGIE_INCIDENT_STATUS_OPEN,
  VIGIE_INCIDENT_STATUS_INVESTIGATING,
  VIGIE_INCIDENT_STATUS_MITIGATED,
  VIGIE_INCIDENT_STATUS_CLOSED,
  VIGIE_INCIDENT_STATUS_DISMISSED,
} VigieIncidentStatus;

#define VIGIE_TYPE_INCIDENT_STATUS (vigie_incident_status_get_type ())
#define VIGIE_INCIDENT_STATUS_COUNT 5
GType vigie_incident_status_get_type (void) G_GNUC_CONST;

/** Whom an incident was reported to. */
typedef enum
{
  VIGIE_AUTHORITY_ANSM,
  VIGIE_AUTHORITY_CNIL,
  VIGIE_AUTHORITY_ARS,
  VIGIE_AUTHORITY_CERT_SANTE,
  VIGIE_AUTHORITY_PROVIDER,
  VIGIE_AUTHORITY_MSA,
} VigieAuthority;

#define VIGIE_TYPE_AUTHORITY (vigie_authority_get_type ())
#define VIGIE_AUTHORITY_COUNT 6
GType vigie_authority_get_type (void) G_GNUC_CONST;

/** How well a benchmark is established. */
typedef enum
{
  VIGIE_VERIFICATION_VERIFIED,
  VIGIE_VERIFICATION_STATED,
  VIGIE_VERIFICATION_PROPOSED,
} VigieVerification;

#define VIGIE_TYPE_VERIFICATION (vigie_verification_get_type ())
#define VIGIE_VERIFICATION_COUNT 3
GType vigie_verification_get_type (void) G_GNUC_CONST;

/** Whether a regulation milestone is law. */
typedef enum
{
  VIGIE_LEGAL_STATUS_IN_FORCE,
  VIGIE_LEGAL_STATUS_ADOPTED,
  VIGIE_LEGAL_STATUS_PROPOSED,
  VIGIE_LEGAL_STATUS_REPLACED,
} VigieLegalStatus;

#define VIGIE_TYPE_LEGAL_STATUS (vigie_legal_status_get_type ())
#define VIGIE_LEGAL_STATUS_COUNT 4
GType vigie_legal_status_get_type (void) G_GNUC_CONST;

/*
 * The only places where a nick becomes a value and a value a nick or a label.
 */
gboolean vigie_enum_from_nick (GType type, const char *nick, int *value);
const char *vigie_enum_to_nick (GType type, int value);
const char *vigie_enum_label (GType type, int value);
const char *vigie_enum_get_text (GType type, int value, const char **context);
char *vigie_enum_dup_nicks (GType type);

G_END_DECLS
