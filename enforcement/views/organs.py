"""Pages of organs: both lines of Article 4 as trees, and each organ with its people and fields."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from enforcement.forms.organs import ORGAN_ACTS
from enforcement.lists.organs import ORGAN_LIST
from enforcement.models import Organ
from enforcement.reports.organs import by_line, by_territory
from enforcement.reports.reviewers import shares_of
from foundation.pages import DetailPage, ListPage, Page, TransitionPage
from foundation.permissions import Permission
from foundation.record.story import entries_of

READ, EDIT = Permission.ORGAN_READ, Permission.ORGAN_EDIT
MOST_STAFF = 200


class OrganTree(Page):
    """All organs at one look: by system line, or by territory."""

    permission = READ
    template_name = "enforcement/organ_tree.html"
    title = _("Organs")

    def get(self, request: HttpRequest) -> HttpResponseBase:
        view = "territory" if request.GET.get("by") == "territory" else "line"
        grow = by_territory if view == "territory" else by_line
        return self.show({"title": self.title, "by": view, "branches": grow(self.actor)})


class OrganList(ListPage):
    spec = ORGAN_LIST


class OrganDetail(DetailPage):
    model = Organ
    permission = READ
    acts = ORGAN_ACTS
    act_url = "enforcement:organ_act"
    template_name = "enforcement/organ_detail.html"

    def rows(self) -> Any:
        return Organ.objects.select_related(
            "region", "parent", "line", "branch", "district", "first_responsible"
        ).prefetch_related("fields")

    def context(self) -> dict[str, Any]:
        active = Count("officers", filter=Q(officers__is_active=True))
        subordinates = self.thing.subordinates.annotate(staff=active).order_by("code")
        staff = self.thing.officers.active().prefetch_related("grants").order_by("name_pinyin", "id")
        may_see_staff = self.actor.may(Permission.OFFICER_READ)
        shown = list(staff[:MOST_STAFF]) if may_see_staff else None
        return {
            **super().context(),
            "facts": facts_of(self.thing),
            "subordinates": list(subordinates),
            "staff": shown,
            "shares": shares_of(shown) if shown and len(shown) < MOST_STAFF else None,
            "entries": entries_of(self.thing, limit=50) if self.actor.may(EDIT) else None,
        }


class OrganAct(TransitionPage):
    model = Organ
    acts = ORGAN_ACTS
    permission = EDIT

    def rows(self) -> Any:
        return Organ.objects.select_related("region", "parent")


def facts_of(organ: Organ) -> list[dict[str, Any]]:
    """Where an organ stands in both lines, and what it may enforce."""
    rows: tuple[tuple[Any, Any, str, Organ | None], ...] = (
        (_("kind"), organ.get_kind_display(), "text", None),
        (_("level"), organ.get_level_display(), "text", None),
        (_("territory"), organ.region.name, "text", None),
        (_("system line"), organ.line.name if organ.line else "", "link", organ.line),
        (_("superior in the line"), organ.parent.name if organ.parent else "", "link", organ.parent),
        (_("fields of enforcement"), [f.name for f in organ.fields.all()], "list", None),
        (_("sign in document numbers"), organ.sign, "text", None),
        (_("public telephone"), organ.phone, "text", None),
    )
    return [
        {"label": label, "value": value, "kind": kind, "url": to.get_absolute_url() if to else ""}
        for label, value, kind, to in rows
    ]
