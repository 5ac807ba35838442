"""Pages of matters with their discretion bands and provisions (Art. 3, 5)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.lists.matters import MATTER_LIST, PROVISION_LIST
from enforcement.models import Matter
from foundation.pages import DetailPage, ListPage
from foundation.permissions import Permission
from foundation.record.story import entries_of

READ = Permission.MATTER_READ


class MatterList(ListPage):
    spec = MATTER_LIST
    create_url = "admin:enforcement_matter_add"
    create_label = _("Enter a matter")
    create_permission = Permission.MATTER_EDIT
    empty_text = _("A matter is a violation that organs of a field handle, with its range of penalties.")


class ProvisionList(ListPage):
    spec = PROVISION_LIST
    empty_text = _("Provisions are cited here, never copied.")


class MatterDetail(DetailPage):
    model = Matter
    permission = READ
    template_name = "enforcement/matter_detail.html"

    def rows(self) -> Any:
        return Matter.objects.select_related("field")

    def context(self) -> dict[str, Any]:
        may_edit = self.actor.may(Permission.MATTER_EDIT)
        cited = self.thing.matter_provisions.select_related("provision__instrument").order_by(
            "is_basis", "id"
        )
        return {
            **super().context(),
            "facts": facts_of(self.thing),
            "bands": list(self.thing.bands.all()),
            "provisions": list(cited),
            "edit_url": reverse("admin:enforcement_matter_change", args=[self.thing.pk]) if may_edit else "",
            "entries": entries_of(self.thing, limit=20) if may_edit else None,
        }


def facts_of(matter: Matter) -> list[dict[str, Any]]:
    """What a matter is and how far its penalties go."""
    rows = (
        (_("field"), matter.field.name, "text"),
        (_("provision violated"), matter.violated, "text"),
        (_("basis of the penalty"), matter.basis, "text"),
        (_("statutory range"), matter.statutory_range, "text"),
        (_("lowest fine"), matter.fine_min, "money"),
        (_("highest fine"), matter.fine_max, "money"),
        (_("correction"), _("ordered first by the statute") if matter.correct_first else _("not ordered first"),
         "text"),
    )  # fmt: skip
    return [{"label": label, "value": value, "kind": kind} for label, value, kind in rows]
