"""The audit record, read by the audit administrator and changed by nobody (Art. 4, 6)."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from foundation.admin.capped import CappedPaginator
from foundation.admin.service_admin import ServiceAdmin
from foundation.articles import Article
from foundation.labels import label_of
from foundation.models import AuditEntry, AuditImage
from foundation.permissions import Permission

OPEN_NOUNS = frozenset(
    {"api", "auth", "due", "field", "holiday", "instrument", "matter", "officer", "organ", "provision",
     "region", "role", "token"}
)  # fmt: skip
"""What administrators do: only here are reasons shown; those of cases may name people."""


class AuditImageInline(admin.TabularInline):
    """Which rows an act changed, and which of their columns: never what stood in them."""

    model = AuditImage
    verbose_name_plural = _("rows changed")
    fields = readonly_fields = ("row", "how", "columns")
    extra = max_num = 0
    can_delete = False

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        return True  # whoever reads the entry; its own page asked already

    @admin.display(description=_("row"))
    def row(self, image: AuditImage) -> str:
        return f"{image.model} {image.key}"

    @admin.display(description=_("how"))
    def how(self, image: AuditImage) -> str:
        return image.get_kind_display()

    @admin.display(description=_("columns"))
    def columns(self, image: AuditImage) -> str:
        before, after = image.before or {}, image.after or {}
        return ", ".join(sorted(n for n in {*before, *after} if before.get(n) != after.get(n)))


@admin.register(AuditEntry)
class AuditEntryAdmin(ServiceAdmin):
    view_permission = Permission.AUDIT_READ
    paginator = CappedPaginator
    list_display = ("at", "actor_name", "told", "via", "law", "reason")
    list_filter = ("via", "article")
    search_fields = ("=actor_name", "^action")
    search_help_text = _("The whole name of an officer, or the beginning of an action such as case:")
    inlines = [AuditImageInline]
    fields = ("at", "recorded_at", "told", "action", "actor_name", "organ_id", "via", "law", "reason")
    readonly_fields = ("told", "law", "reason")

    @admin.display(description=_("what"))
    def told(self, entry: AuditEntry) -> str:
        return str(label_of(entry.action).text)

    @admin.display(description=_("article"))
    def law(self, entry: AuditEntry) -> str:
        return str(Article.parse(entry.article)) if entry.article else ""

    @admin.display(description=_("reason"))
    def reason(self, entry: AuditEntry) -> str:
        if entry.action.partition(":")[0] in OPEN_NOUNS:
            return entry.why
        return gettext("given; it is read in the file") if entry.why or entry.overrides else ""
