"""The local policy on training hours: how many, and whether too few bear on duty (Art. 7)."""

from __future__ import annotations

from django.contrib import admin

from enforcement.models import TrainingPolicy
from enforcement.services.training import change_policy, set_policy
from foundation.acts import Act
from foundation.admin import ServiceAdmin
from foundation.permissions import Permission

EDIT = Permission.ORGAN_EDIT


@admin.register(TrainingPolicy)
class TrainingPolicyAdmin(ServiceAdmin):
    view_permission = EDIT
    create = Act("set_policy", set_policy, permission=EDIT)
    edit = Act("change_policy", change_policy, permission=EDIT)
    list_display = ("organ", "target", "consequence")
    list_select_related = ("organ",)

    def get_readonly_fields(self, request: object, obj: object = None) -> tuple[str, ...]:
        """A policy stays that of its organ."""
        return ("organ",) if obj is not None else ()
