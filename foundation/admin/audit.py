"""The audit record, read by the audit administrator and changed by nobody (Art. 4, 6)."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from foundation.admin.capped import CappedPaginator
from foundation.admin.service_admin import ServiceAdmin
from foundation.labels import label_of
from foundation.models import AuditEntry, AuditImage
from foundation.permissions import Permission


class AuditImageInline(admin.TabularInline):  # type: ignore[type-arg]
    """The rows before and after; personal data stands in them as a keyed digest only."""

    model = AuditImage
    fields = readonly_fields = ("model", "key", "kind", "before", "after")
    extra = max_num = 0
    can_delete = False

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        return True  # whoever reads the entry; its own page asked already


@admin.register(AuditEntry)
class AuditEntryAdmin(ServiceAdmin):
    view_permission = Permission.AUDIT_READ
    paginator = CappedPaginator
    list_display = ("at", "actor_name", "told", "via", "article", "why")
    list_filter = ("via", "article")
    search_fields = ("=actor_name", "^action")
    search_help_text = _("The whole name of an officer, or the beginning of an action such as case:")
    inlines = [AuditImageInline]
    fields = ("at", "recorded_at", "action", "actor_name", "organ_id", "via", "article", "why", "overrides")

    @admin.display(description=_("what"))
    def told(self, entry: AuditEntry) -> str:
        return str(label_of(entry.action).text)
