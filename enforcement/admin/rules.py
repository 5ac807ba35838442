"""Rules: local notes and local numbers; the law itself is not administered (Art. 5, 6)."""

from __future__ import annotations

from django.contrib import admin

from enforcement.models import Rule, RuleParameter
from enforcement.services.rules import annotate_rule, set_parameter
from foundation.acts import Act
from foundation.admin import ServiceAdmin, ServiceInline
from foundation.permissions import Permission

READ, EDIT = Permission.MATTER_READ, Permission.MATTER_EDIT


class ParameterInline(ServiceInline):
    model = RuleParameter
    view_permission = READ
    edit = Act("set", set_parameter, permission=EDIT)
    fields = ("label", "value", "unit", "is_local")
    readonly_fields = ("label", "unit", "is_local")


@admin.register(Rule)
class RuleAdmin(ServiceAdmin):
    view_permission = READ
    edit = Act("annotate", annotate_rule, permission=EDIT)
    list_display = ("code", "title_zh", "title_en", "area", "kind", "basis", "laid_down_on")
    list_filter = ("area", "kind", "basis")
    search_fields = ("code", "title_zh", "title_en")
    fields = ("code", "title_zh", "title_en", "citation_zh", "note_zh", "note_en")
    readonly_fields = ("code", "title_zh", "title_en", "citation_zh")
    inlines = [ParameterInline]
