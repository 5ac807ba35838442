"""Rules of reminders in the administration (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from foundation.acts import Act
from foundation.admin import ServiceAdmin
from foundation.admin.forms import VERSION
from foundation.permissions import Permission
from guidance.models import ExpiryRule
from guidance.services.expiry import change_rule, set_rule

KEEP = Permission.ORGAN_EDIT
COLUMNS_OF_RULE = [
    "is_on", "first_days", "second_days", "call_days", "field", "officer", "content", "reasons", "basis",
]  # fmt: skip


@admin.register(ExpiryRule)
class ExpiryRuleAdmin(ServiceAdmin):
    """A local setting of an organ, not a rule of law."""

    view_permission = KEEP
    create = Act("set_rule", set_rule, permission=KEEP)
    edit = Act("change_rule", change_rule, permission=KEEP)
    list_display = ("organ", "is_on", "first_days", "second_days", "call_days")
    list_select_related = ("organ",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A rule stays that of its organ."""
        return [*COLUMNS_OF_RULE, VERSION] if obj is not None else ["organ", *COLUMNS_OF_RULE]
