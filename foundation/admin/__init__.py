"""The administration site: every change goes through a service, none through ``save()``."""

from foundation.admin.audit import AuditEntryAdmin
from foundation.admin.inlines import ServiceInline
from foundation.admin.machinery import DueItemAdmin, HeartbeatAdmin
from foundation.admin.service_admin import ServiceAdmin

__all__ = ["AuditEntryAdmin", "DueItemAdmin", "HeartbeatAdmin", "ServiceAdmin", "ServiceInline"]
