"""Pages on which an organ defines ways of its own (Art. 8, last paragraph)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.pages import CreatePage, DetailPage, ListPage, TransitionPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from guidance.forms.other_ways import DEFINE_WAY, OTHER_WAY_ACTS
from guidance.lifecycle import OTHER_WAY_LIFECYCLE
from guidance.lifecycle.other_ways import WAY_TONES
from guidance.lists.other_ways import OTHER_WAYS
from guidance.models import OtherWay
from guidance.vocabulary import OtherWayState

DEFINE = Permission.GUIDANCE_DEFINE
OF_DRAFTS = frozenset({"add_field", "remove_field"})


class OtherWayList(ListPage):
    spec = OTHER_WAYS
    permission = DEFINE
    subtitle = _("The article names eight ways and encourages others. Define here what works in your organ.")
    create_url = "guidance:way_new"
    create_label = _("Define a way")
    create_permission = DEFINE
    empty_title = _("No way of your own yet")
    empty_text = _("Give it a name, say how it works, add the fields it needs, and put it in use.")


class OtherWayNew(CreatePage):
    permission = DEFINE
    act = DEFINE_WAY
    cancel_url = "guidance:way_list"


class OtherWayPage(DetailPage):
    model = OtherWay
    permission = DEFINE
    template_name = "guidance/way_detail.html"
    acts = OTHER_WAY_ACTS
    lifecycle = OTHER_WAY_LIFECYCLE
    act_url = "guidance:way_act"

    def rows(self) -> Any:
        return OtherWay.objects.select_related("organ", "replaces").prefetch_related("fields", "successors")

    def offers(self) -> list[dict[str, Any]]:
        return [offer for offer in super().offers() if self._makes_sense(offer["name"])]

    def context(self) -> dict[str, Any]:
        way: OtherWay = self.thing
        return {
            **super().context(),
            "state": {"value": way.get_state_display(), "tone": WAY_TONES[OtherWayState(way.state)].value},
            "fields": list(way.fields.all()),
            "successor": next(iter(way.successors.all()), None),
            "timeline": entries_of(way, limit=20),
        }

    def _makes_sense(self, act: str) -> bool:
        way: OtherWay = self.thing
        if act == "revise":
            drafting = any(s.state == OtherWayState.DRAFT for s in way.successors.all())
            return way.state == OtherWayState.IN_USE and not drafting
        if act == "remove_field" and not way.fields.all():
            return False
        return act not in OF_DRAFTS or way.state == OtherWayState.DRAFT


class OtherWayAct(TransitionPage):
    model = OtherWay
    permission = DEFINE
    acts = OTHER_WAY_ACTS
    lifecycle = OTHER_WAY_LIFECYCLE
