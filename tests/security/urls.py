"""Who may open each address: this table is the documentation, and the test holds the house to it (Art. 4).

Administration pages have rights of their own. Addresses of transitions (``case-transition-file``) belong to
their resource: who may read it may ask, and the act then asks for its own permission.
"""

from __future__ import annotations

from foundation.permissions import Permission

P = Permission
EVERYBODY = "everybody"
SIGNED_IN = "whoever is signed in"

OPENED_BY: dict[str, tuple[str, ...]] = {
    EVERYBODY: (
        "calendar_feed",
        "enforcement:inspection_code", "enforcement:inspection_verify",
        "gateway-receipt", "public-guidance-draft-comments",
        "enforcement:public_caps", "guidance:link", "guidance:link_act", "guidance:link_document",
        "guidance:public_action", "guidance:public_draft", "guidance:public_drafts",
        "guidance:public_ended", "guidance:public_faq", "guidance:public_faq_entry",
        "public-faq-detail", "public-faq-list", "guidance:public_list", "healthz", "public-guidance-draft-detail",
        "public-guidance-draft-list", "public-guidance-withdrawal-detail", "public-guidance-withdrawal-list",
        "leniency:public_entries",
        "enforcement:public_penalties", "enforcement:public_penalty", "enforcement:public_withdrawals",
        "public-penalty-detail", "public-penalty-list", "public-penalty-withdrawal-detail",
        "enforcement:public_result", "enforcement:public_result_withdrawals", "enforcement:public_results",
        "public-result-detail", "public-result-list", "public-result-withdrawal-detail",
        "public-result-withdrawal-list",
        "public",
        "public-penalty-withdrawal-list", "enforcement:public_yearly_report", "enforcement:public_yearly_reports",
        "public-yearly-report-detail", "public-yearly-report-list",
        "leniency:public_compare", "leniency:public_entry", "leniency:public_list", "leniency:public_list_file",
        "public-leniency-list-changes", "public-leniency-list-content",
        "leniency:public_lists", "public-guidance-detail",
        "public-guidance-list", "public-inspection-cap-detail", "public-inspection-cap-list",
        "public-leniency-entry-detail", "public-leniency-entry-list",
        "public-leniency-list-detail", "public-leniency-list-list", "public-risk-causes-detail",
        "public-risk-causes-list", "public-risk-measures-detail", "public-risk-measures-list",
        "public-risk-points-detail", "public-risk-points-list", "readyz",
        "riskcontrol:public_cause", "riskcontrol:public_causes", "riskcontrol:public_file",
        "riskcontrol:public_measure", "riskcontrol:public_measures",
        "riskcontrol:public_point", "riskcontrol:public_points",
        "riskcontrol:self_check_correct", "riskcontrol:self_check_link", "riskcontrol:self_check_typed",
        "set_language", "sign_in", "sign_out",
    ),
    SIGNED_IN: (
        "account", "account_calendar", "account_calendar_end",
        "account_device_remove", "account_password", "account_recovery_codes",
        "account_second_factor", "account_session_end", "account_sessions_end", "account_token_revoke",
        "api_docs", "api_schema", "desk:notice", "desk:system", "desk:today", "notifications", "search",
        "sign_in_code", "sign_in_enrol",
    ),
    P.CASE_APPROVE: (
        "enforcement:publicity_approve", "enforcement:yearly_report_new",
    ),
    P.CASE_HANDLE: (
        "enforcement:case_new",
    ),
    P.CASE_READ: (
        "enforcement:case_rules", "enforcement:rule_firings", "rule-firing-detail", "rule-firing-list",
        "case-deadlines", "case-detail", "case-evidence", "case-evidence-content", "case-list", "case-procedure",
        "case-interval-detail", "case-interval-list", "enforcement:case_deadlines", "enforcement:interval_act",
        "enforcement:interval_detail", "enforcement:interval_list",
        "discretion-departure-detail", "discretion-departure-list", "enforcement:case_discretion",
        "enforcement:departure_act", "enforcement:departure_detail", "enforcement:departure_list",
        "leniency-case-detail", "leniency-case-list", "leniency-choice-detail", "leniency-choice-list",
        "leniency:choice_act", "leniency:choice_detail", "leniency:choice_list",
        "case-execution", "case-file", "enforcement:case_execution", "enforcement:case_file",
        "case-similar", "case-timeline", "enforcement:case_act", "enforcement:case_detail",
        "enforcement:case_list", "enforcement:case_remedies", "enforcement:case_records", "enforcement:case_recusals",
        "enforcement:case_similar", "enforcement:case_timeline", "enforcement:evidence_detail",
        "enforcement:evidence_download",
        "document-template-content", "document-template-detail", "document-template-list",
        "enforcement:template_act", "enforcement:template_built_in", "enforcement:template_detail",
        "enforcement:template_file", "enforcement:template_list",
    ),
    P.COERCION_PROPOSE: (
        "enforcement:coercion_new",
    ),
    P.COERCION_READ: (
        "coercive-measure-detail", "coercive-measure-list", "enforcement:case_coercion",
        "enforcement:coercion_act", "enforcement:coercion_detail", "enforcement:coercion_list",
        "enforcement:coercion_timeline",
        "guidance:means_act", "guidance:measure_act", "guidance:measure_panel", "means-tried-detail",
        "means-tried-list",
    ),
    P.COUNTERPART_EDIT: (
        "enforcement:contact_act", "enforcement:counterpart_act", "enforcement:counterpart_duplicates",
        "enforcement:counterpart_register", "enforcement:licence_act",
    ),
    P.COUNTERPART_READ: (
        "counterpart-detail", "counterpart-find-exactly", "counterpart-list",
        "counterpart-possible-duplicates", "counterpart-reveal", "counterpart-timeline", "document-content",
        "document-detail", "document-list", "enforcement:mediation_act", "enforcement:mediation_detail",
        "enforcement:mediation_list", "mediation-detail", "mediation-list",
        "enforcement:publicity_act", "enforcement:publicity_detail", "enforcement:publicity_list",
        "publication-approve-many", "publication-detail", "publication-list", "enforcement:yearly_report_act",
        "enforcement:yearly_report_detail",
        "enforcement:yearly_report_list", "yearly-report-detail", "yearly-report-list",
        "enforcement:remedy_act", "enforcement:remedy_detail",
        "enforcement:remedy_list", "remedy-detail", "remedy-list",
        "enforcement:counterpart_detail", "enforcement:counterpart_find", "enforcement:counterpart_list",
        "enforcement:counterpart_same",
        "enforcement:counterpart_pick", "enforcement:document_act", "enforcement:document_detail",
        "enforcement:document_file", "enforcement:document_list", "enforcement:document_panel",
        "enforcement:document_preview", "guidance:guidance_document", "guidance:guidance_public",
        "guidance:interview_panel", "guidance:reply_file", "guidance:effect_file",
        "riskcontrol:campaign_reach", "riskcontrol:self_check_photo",
    ),
    P.COUNTERPART_REVEAL: (
        "enforcement:counterpart_reveal",
    ),
    P.EVALUATION_READ: (
        "desk:dashboard", "evaluation-indicator-detail", "evaluation-indicator-evidence",
        "evaluation-indicator-list", "evaluation-list", "evaluation-period-detail", "evaluation-period-list",
        "evaluation-scorecard-list", "evaluation:evidence", "evaluation:indicator_detail",
        "evaluation:indicator_list", "evaluation:scorecard",
    ),
    P.GUIDANCE_DEFINE: (
        "guidance:way_act", "guidance:way_detail", "guidance:way_list", "guidance:way_new", "other-way-detail",
        "other-way-list",
    ),
    P.GUIDANCE_HANDLE: (
        "guidance:guidance_draft", "guidance:guidance_new", "guidance:guidance_qr", "guidance:ledger_import",
        "guidance:ledger_new", "guidance:ledger_try", "guidance:tips_new",
        "riskcontrol:campaign_new", "riskcontrol:self_check_new", "riskcontrol:self_check_qr",
    ),
    P.GUIDANCE_READ: (
        "guidance-ledger-detail", "guidance-ledger-import-sheet", "guidance-ledger-list", "guidance-ledger-try-sheet",
        "guidance:ledger_act", "guidance:ledger_detail", "guidance:ledger_list",
        "expiry-call-detail", "expiry-call-list", "guidance:call_act", "guidance:call_detail", "guidance:call_list",
        "delivery-detail", "delivery-list", "guidance:action_deliveries", "guidance:delivery_act",
        "guidance:delivery_detail", "guidance:delivery_list", "guidance:tips_act", "guidance:tips_detail",
        "guidance:tips_list", "guidance:tips_recipients", "tip-batch-detail",
        "tip-batch-list", "tip-batch-preview", "tip-recipient-detail", "tip-recipient-list",
        "guidance-action-detail", "guidance-action-effect-file", "guidance-action-list", "guidance:case_panel",
        "guidance:invitation_act", "guidance:invitation_detail", "guidance:invitation_list",
        "interview-invitation-detail", "interview-invitation-list",
        "guidance:counterpart_panel", "guidance:guidance_act", "guidance:guidance_detail",
        "guidance:effect", "guidance-effect-list",
        "counterpart-reply-content", "counterpart-reply-detail", "counterpart-reply-list",
        "guidance:guidance_link", "guidance:guidance_list", "guidance:guidance_replies", "guidance:reply_act",
        "guidance:reply_detail", "guidance:reply_list",
        "guidance:faq_act", "guidance:faq_detail", "guidance:faq_list", "faq-entry-detail", "faq-entry-list",
    ),
    P.JOB_RUN: (
        "job-detail", "job-file", "job-list", "job_act", "job_file", "job_start", "jobs",
    ),
    P.INSPECTION_HANDLE: (
        "enforcement:inspection_on_spot", "enforcement:inspection_plan",
    ),
    P.INSPECTION_RATINGS: (
        "enforcement:inspection_ratings",
    ),
    P.INSPECTION_READ: (
        "enforcement:counterpart_inspections", "enforcement:inspection_act", "enforcement:inspection_detail",
        "enforcement:inspection_list", "enforcement:inspection_qr", "inspection-companions",
        "inspection-detail", "inspection-list", "inspection-on-spot",
    ),
    P.LENIENCY_EDIT: (
        "leniency:usage_propose",
        "leniency:condition_act", "leniency:list_new",
    ),
    P.LENIENCY_READ: (
        "leniency-usage-detail", "leniency-usage-list", "leniency:usage",
        "leniency-assessment-detail", "leniency-assessment-list", "leniency-entry-detail",
        "leniency-entry-list", "leniency-entry-preview", "leniency-list-detail", "leniency-list-list", "leniency:ask",
        "leniency:case_act",
        "leniency:case_follow_up", "leniency:case_panel", "leniency:entry_act", "leniency:entry_detail",
        "leniency:entry_preview", "leniency:entry_list",
        "leniency:list_act", "leniency:list_compare", "leniency:list_detail", "leniency:list_file",
        "leniency:list_list", "leniency-list-changes", "leniency-list-content",
    ),
    P.MEDIATION_HANDLE: (
        "enforcement:mediation_new",
    ),
    P.MATTER_EDIT: (
        "enforcement:instrument_new",
    ),
    P.MATTER_READ: (
        "enforcement:rule_act", "enforcement:rule_detail", "enforcement:rule_list", "rule-detail", "rule-list",
        "deadline-reckon", "enforcement:calculator",
        "enforcement:matter_detail", "enforcement:matter_list", "enforcement:profile_detail",
        "enforcement:instrument_act", "enforcement:instrument_detail", "enforcement:instrument_list",
        "enforcement:version_act", "enforcement:version_detail", "enforcement:version_list",
        "instrument-detail", "instrument-list", "instrument-version-detail", "instrument-version-list",
        "enforcement:profile_list", "enforcement:provision_list", "matter-detail", "matter-list",
        "procedure-detail", "procedure-list", "provision-detail", "provision-list",
    ),
    P.OFFICER_EDIT: (
        "enforcement:officer_enrol",
    ),
    P.OFFICER_READ: (
        "enforcement:officer_act", "enforcement:officer_detail", "enforcement:officer_list",
        "officer-detail", "officer-list",
    ),
    P.ORGAN_EDIT: (
        "enforcement:organ_act",
    ),
    P.ORGAN_READ: (
        "enforcement:inspection_caps", "enforcement:local_ban_list", "enforcement:organ_detail",
        "enforcement:organ_list",
        "enforcement:organ_table", "enforcement:quiet_period_list", "enforcement:time_check",
        "local-ban-detail", "local-ban-list", "organ-detail", "organ-list", "quiet-period-detail",
        "quiet-period-list", "region-detail", "region-list", "time-check",
    ),
    P.RISK_EDIT: (
        "riskcontrol:point_act", "riskcontrol:point_draft",
        "riskcontrol:weights_draft",
    ),
    P.RISK_READ: (
        "counterpart-risks-detail", "counterpart-risks-list", "risk-catalogues-content",
        "risk-catalogues-detail", "risk-catalogues-list", "risk-points-detail", "risk-points-list",
        "riskcontrol:catalogue_act", "riskcontrol:catalogue_detail", "riskcontrol:catalogue_file",
        "riskcontrol:catalogue_list", "riskcontrol:counterpart_detail", "riskcontrol:counterpart_panel",
        "risk-plans-detail", "risk-plans-list",
        "riskcontrol:plan_act", "riskcontrol:plan_detail", "riskcontrol:plan_list",
        "riskcontrol:point_detail", "riskcontrol:point_list", "riskcontrol:point_published",
        "risk-explanations-detail", "risk-explanations-list", "riskcontrol:counterpart_act",
        "riskcontrol:explanation_act", "riskcontrol:explanation_detail", "riskcontrol:explanations",
        "risk-moves-detail", "risk-moves-list", "risk-weights-detail", "risk-weights-list", "risk-weights-preview",
        "riskcontrol:moves", "riskcontrol:watch", "riskcontrol:weights_act", "riskcontrol:weights_detail",
        "riskcontrol:weights_list", "riskcontrol:weights_preview",
        "riskcontrol:campaign_detail", "riskcontrol:campaign_list",
        "riskcontrol:self_check_detail", "riskcontrol:self_check_list", "self-check-campaigns-detail",
        "self-check-campaigns-list", "self-checks-detail", "self-checks-list",
    ),
    P.ROLE_GRANT: (
        "enforcement:officer_reset_password",
    ),
    P.SUPERVISION_READ: (
        "emergency-detail", "emergency-list", "enforcement:emergency_act", "enforcement:emergency_detail",
        "enforcement:emergency_list", "enforcement:time_signal_act", "enforcement:time_signal_detail",
        "enforcement:time_signal_list", "time-signal-detail", "time-signal-list",
    ),
    P.SYSTEM_OPERATE: (
        "desk:retry",
    ),
    P.TEMPLATE_EDIT: (
        "enforcement:template_upload",
    ),
    P.TRAINING_EDIT: (
        "enforcement:training_new",
    ),
    P.TRAINING_READ: (
        "enforcement:training_act", "enforcement:training_detail", "enforcement:training_hours",
        "enforcement:training_list", "enforcement:training_mine", "enforcement:training_staff",
        "training-detail", "training-hours", "training-list",
    ),
    P.VISIT_READ: (
        "guidance:case_visits_panel", "guidance:visit_act", "guidance:visit_detail", "guidance:visit_list",
        "guidance:visit_sample", "guidance:visit_samples", "return-visit-detail", "return-visit-list",
        "visit-draw-coming", "visit-draw-detail", "visit-draw-list",
    ),
}  # fmt: skip

WHO_OPENS: dict[str, str] = {name: who for who, names in OPENED_BY.items() for name in names}
