"""Who may do what: one alphabetised list of permissions, and the roles that hold them (Art. 4)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    AUDIT_READ = "audit:read"
    CASE_APPROVE = "case:approve"
    CASE_HANDLE = "case:handle"
    CASE_READ = "case:read"
    CASE_REVIEW = "case:review"
    COERCION_APPROVE = "coercion:approve"
    COERCION_PROPOSE = "coercion:propose"
    COERCION_READ = "coercion:read"
    COUNTERPART_EDIT = "counterpart:edit"
    COUNTERPART_READ = "counterpart:read"
    COUNTERPART_REVEAL = "counterpart:reveal"
    EVALUATION_READ = "evaluation:read"
    GUIDANCE_APPROVE = "guidance:approve"
    GUIDANCE_DEFINE = "guidance:define"
    GUIDANCE_HANDLE = "guidance:handle"
    GUIDANCE_READ = "guidance:read"
    GUIDANCE_REVIEW = "guidance:review"
    INSPECTION_HANDLE = "inspection:handle"
    INSPECTION_RATINGS = "inspection:ratings"
    INSPECTION_READ = "inspection:read"
    JOB_RUN = "job:run"
    LENIENCY_EDIT = "leniency:edit"
    LENIENCY_PUBLISH = "leniency:publish"
    LENIENCY_READ = "leniency:read"
    MATTER_EDIT = "matter:edit"
    MATTER_READ = "matter:read"
    MEDIATION_HANDLE = "mediation:handle"
    OFFICER_EDIT = "officer:edit"
    OFFICER_READ = "officer:read"
    ORGAN_EDIT = "organ:edit"
    ORGAN_READ = "organ:read"
    RECUSAL_DECIDE = "recusal:decide"
    RISK_EDIT = "risk:edit"
    RISK_PUBLISH = "risk:publish"
    RISK_READ = "risk:read"
    RISK_WEIGH = "risk:weigh"
    ROLE_GRANT = "role:grant"
    SUPERVISION_LOOK = "supervision:look"
    SUPERVISION_READ = "supervision:read"
    SYSTEM_OPERATE = "system:operate"
    TEMPLATE_APPROVE = "template:approve"
    TEMPLATE_EDIT = "template:edit"
    TOKEN_ISSUE = "token:issue"  # noqa: S105 - the name of a right
    TRAINING_EDIT = "training:edit"
    TRAINING_READ = "training:read"
    VISIT_HOLD = "visit:hold"
    VISIT_PLAN = "visit:plan"
    VISIT_READ = "visit:read"


class Role(models.TextChoices):
    OFFICER = "officer", _("law enforcement officer")
    HEAD = "head", _("department head")
    REVIEWER = "reviewer", _("legal reviewer")
    SUPERVISOR = "supervisor", _("enforcement supervisor")
    INTEGRITY = "integrity", _("integrity supervisor")
    EVALUATOR = "evaluator", _("municipal evaluator")
    ORGAN_ADMIN = "organ_admin", _("organ administrator")
    SYSTEM_ADMIN = "system_admin", _("system administrator")
    SECURITY_ADMIN = "security_admin", _("security administrator")
    AUDIT_ADMIN = "audit_admin", _("audit administrator")


ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
WITH_SECOND_FACTOR = ADMINISTRATORS | {
    Role.HEAD,
    Role.REVIEWER,
    Role.SUPERVISOR,
    Role.INTEGRITY,
    Role.EVALUATOR,
    Role.ORGAN_ADMIN,
}

P = Permission
_READING = {
    P.CASE_READ,
    P.COERCION_READ,
    P.COUNTERPART_READ,
    P.GUIDANCE_READ,
    P.INSPECTION_READ,
    P.LENIENCY_READ,
    P.MATTER_READ,
    P.OFFICER_READ,
    P.ORGAN_READ,
    P.RISK_READ,
    P.TRAINING_READ,
    P.VISIT_READ,
}

_OF: dict[Any, frozenset[Permission]] = {
    Role.OFFICER: frozenset(
        _READING
        | {P.CASE_HANDLE, P.COERCION_PROPOSE, P.COUNTERPART_EDIT, P.COUNTERPART_REVEAL}
        | {P.GUIDANCE_HANDLE, P.INSPECTION_HANDLE, P.MEDIATION_HANDLE, P.VISIT_HOLD}
    ),
    Role.HEAD: frozenset(
        _READING
        | {
            P.CASE_APPROVE,
            P.CASE_HANDLE,
            P.COERCION_APPROVE,
            P.COERCION_PROPOSE,
            P.COUNTERPART_EDIT,
            P.COUNTERPART_REVEAL,
            P.EVALUATION_READ,
            P.GUIDANCE_APPROVE,
            P.GUIDANCE_DEFINE,
            P.GUIDANCE_HANDLE,
            P.INSPECTION_HANDLE,
            P.LENIENCY_EDIT,
            P.LENIENCY_PUBLISH,
            P.MEDIATION_HANDLE,
            P.RECUSAL_DECIDE,
            P.RISK_EDIT,
            P.RISK_PUBLISH,
            P.RISK_WEIGH,
            P.SUPERVISION_LOOK,
            P.SUPERVISION_READ,
            P.TEMPLATE_APPROVE,
            P.TEMPLATE_EDIT,
            P.TRAINING_EDIT,
            P.VISIT_PLAN,
        }
    ),
    Role.REVIEWER: frozenset(
        _READING | {P.CASE_REVIEW, P.GUIDANCE_REVIEW, P.LENIENCY_EDIT, P.RECUSAL_DECIDE, P.RISK_EDIT}
    ),
    Role.SUPERVISOR: frozenset(
        _READING | {P.EVALUATION_READ, P.INSPECTION_RATINGS, P.SUPERVISION_LOOK, P.SUPERVISION_READ}
    ),
    Role.INTEGRITY: frozenset({P.ORGAN_READ, P.OFFICER_READ}),
    Role.EVALUATOR: frozenset(_READING - {P.COUNTERPART_READ, P.INSPECTION_READ} | {P.EVALUATION_READ}),
    Role.ORGAN_ADMIN: frozenset(
        {
            P.GUIDANCE_DEFINE,
            P.MATTER_EDIT,
            P.MATTER_READ,
            P.OFFICER_EDIT,
            P.OFFICER_READ,
            P.ORGAN_EDIT,
            P.ORGAN_READ,
        }
        | {P.LENIENCY_READ, P.RISK_READ, P.TEMPLATE_EDIT, P.TRAINING_EDIT, P.TRAINING_READ}
    ),
    Role.SYSTEM_ADMIN: frozenset({P.SYSTEM_OPERATE, P.ORGAN_READ}),
    Role.SECURITY_ADMIN: frozenset({P.ROLE_GRANT, P.TOKEN_ISSUE, P.OFFICER_READ, P.ORGAN_READ}),
    Role.AUDIT_ADMIN: frozenset({P.AUDIT_READ}),
}
PERMISSIONS_OF = {role: held if role in ADMINISTRATORS else held | {P.JOB_RUN} for role, held in _OF.items()}
"""Whoever works with lists may have them as files, also long ones; administrators share no power (Art. 4)."""


def permissions_of(roles: frozenset[Any]) -> frozenset[Permission]:
    """All permissions that a set of roles holds together."""
    return frozenset().union(*(PERMISSIONS_OF[role] for role in roles)) if roles else frozenset()
