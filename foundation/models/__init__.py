"""Tables of the floor that everything stands on: the record, due items, jobs, idempotency keys, sign-in."""

from foundation.models.audit import AuditEntry, AuditImage, AuditLink, AuditPending, AuditSubject
from foundation.models.due import DueItem, Heartbeat
from foundation.models.jobs import Job
from foundation.models.requests import IdempotencyKey, RequestCount
from foundation.models.sign_in import OpenSession, RecoveryCode, SecondFactor

__all__ = [
    "AuditEntry",
    "AuditImage",
    "AuditLink",
    "AuditPending",
    "AuditSubject",
    "DueItem",
    "Heartbeat",
    "IdempotencyKey",
    "Job",
    "OpenSession",
    "RecoveryCode",
    "RequestCount",
    "SecondFactor",
]
