"""Tables of the floor that everything stands on: the record, due items, jobs, idempotency keys."""

from foundation.models.audit import AuditEntry, AuditImage, AuditLink, AuditPending, AuditSubject
from foundation.models.due import DueItem, Heartbeat
from foundation.models.jobs import Job
from foundation.models.requests import IdempotencyKey

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
]
