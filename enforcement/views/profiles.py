"""Pages of the procedures by field: every period with the provision that it rests on (Art. 3, 6)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.lists.profile_cells import source_text, values_of
from enforcement.lists.profiles import PROFILE_LIST
from enforcement.models import ProcedureProfile
from enforcement.rules.profiles import PARAMETERS, Profile
from foundation.pages import DetailPage, ListPage
from foundation.permissions import Permission
from foundation.record.story import entries_of


class ProfileList(ListPage):
    spec = PROFILE_LIST
    create_url = "admin:enforcement_procedureprofile_add"
    create_label = _("Enter a procedure")
    create_permission = Permission.MATTER_EDIT
    empty_text = _("Enter the general procedure first; it binds every field that has none of its own.")


class ProfileDetail(DetailPage):
    model = ProcedureProfile
    permission = Permission.MATTER_READ
    template_name = "enforcement/profile_detail.html"

    def rows(self) -> Any:
        return ProcedureProfile.objects.select_related("field").prefetch_related("steps")

    def context(self) -> dict[str, Any]:
        may_edit = self.actor.may(Permission.MATTER_EDIT)
        address = "admin:enforcement_procedureprofile_change"
        return {
            **super().context(),
            "parameters": parameters_of(self.thing.as_rules()),
            "edit_url": reverse(address, args=[self.thing.pk]) if may_edit else "",
            "entries": entries_of(self.thing, limit=20) if may_edit else None,
        }


def parameters_of(profile: Profile) -> list[dict[str, Any]]:
    """Each parameter with its value in words and its provision; none of law is claimed without one."""
    values = values_of(profile)
    return [
        {
            "name": name,
            "label": label,
            "value": values[name],
            "kind": "list" if isinstance(values[name], list) else "text",
            "source": source_text(profile, name),
        }
        for name, label in PARAMETERS.items()
    ]
