"""Choosing a way and drafting guidance (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case, Organ
from foundation.acts import Act
from foundation.pages import CreatePage, Page
from foundation.permissions import Permission
from guidance.forms.actions import DRAFTING_ACTS
from guidance.forms.drafts import invited_until, suggestions
from guidance.models import OtherWay
from guidance.vocabulary import Trigger
from guidance.ways import MILDER_FIRST, WAYS, WayPage

LONGEST_KEY = 18


class AboutCase(Page):
    """``?case=`` and ``?counterpart=`` say what the guidance is about, within the actor's reach."""

    permission = Permission.GUIDANCE_HANDLE

    @cached_property
    def case(self) -> Case | None:
        """The case that was named; raises Http404 when the actor does not work on it."""
        key = self.request.GET.get("case", "")
        if not key:
            return None
        found = None
        if key.isascii() and key.isdigit() and len(key) <= LONGEST_KEY:
            rows = Case.objects.workable_by(self.actor).select_related("counterpart", "matter")
            found = rows.filter(pk=int(key)).first()
        if found is None:
            raise Http404
        return found


class WayChoicePage(AboutCase):
    """The eight ways and others as cards, the milder first."""

    template_name = "guidance/way_choice.html"
    title = _("Give guidance")
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        cards = [_card(WAYS[way], query) for way in MILDER_FIRST]
        private = [card for card in cards if not card["page"].is_public]
        public = [card for card in cards if card["page"].is_public]
        own = OtherWay.objects.workable_by(self.actor).in_use().order_by("name_zh", "id")
        one = self.case is not None or bool(request.GET.get("counterpart"))
        return self.show(
            {
                "title": self.title,
                "private": private,
                "public": [] if one else public,
                "case": self.case,
                "own": [_own_card(way, request.GET) for way in own],
            }
        )


def _card(page: WayPage, query: str) -> dict[str, Any]:
    url = reverse("guidance:guidance_draft", args=[page.way.value]) + query
    return {"page": page, "url": url}


def _own_card(way: OtherWay, asked: Any) -> dict[str, Any]:
    query = asked.copy()
    query["definition"] = str(way.pk)
    return {"way": way, "url": f"{reverse('guidance:guidance_draft', args=['other'])}?{query.urlencode()}"}


class DraftPage(AboutCase, CreatePage):
    """A fresh draft of one way."""

    template_name = "guidance/guidance_form.html"
    submit_label = _("Keep the draft")

    @cached_property
    def page_of_way(self) -> WayPage:
        found = WAYS.get(self.kwargs["way"])
        if found is None:
            raise Http404
        return found

    @cached_property
    def act(self) -> Act:  # type: ignore[override]
        return DRAFTING_ACTS[self.page_of_way.way.value]

    def initial(self) -> dict[str, Any]:
        today = timezone.localdate(self.now)
        return {
            **suggestions(self.page_of_way, officer_id=self.actor.officer_id),
            "reply_by": invited_until(self.page_of_way, today),
            **self._of_organ(),
            **super().initial(),
            **self._of_case(),
            **self._of_visit(),
        }

    def _of_organ(self) -> dict[str, Any]:
        organ = Organ.objects.prefetch_related("organ_fields").filter(pk=self.actor.organ_id).first()
        if organ is None:
            return {}
        fields = [duty.field_id for duty in organ.organ_fields.all()]
        contact = " ".join(filter(None, [self.actor.name, organ.phone]))
        return {"contact": contact, "field": fields[0] if len(fields) == 1 else None}

    def _of_case(self) -> dict[str, Any]:
        case = self.case
        if case is None or self.page_of_way.is_public:
            return {}
        return {
            "case": case.pk,
            "counterpart": case.counterpart_id,
            "matter": case.matter_id,
            "field": case.matter.field_id,
            "trigger": "case",
        }

    def _of_visit(self) -> dict[str, Any]:
        """The record of a visit names its visitors, not who handled the case (Art. 8 (8))."""
        key = self.request.GET.get("visit", "")
        if self.case is None or not (key.isascii() and key.isdigit() and len(key) <= LONGEST_KEY):
            return {}
        visit = self.case.return_visits.filter(pk=int(key)).prefetch_related("visitors").first()
        if visit is None:
            return {}
        visitors = [person.officer_id for person in visit.visitors.all()]
        return {"visit": visit.pk, "mode": visit.mode, "trigger": Trigger.VISIT, "implementers": visitors}

    def back(self) -> str:
        return self.case.get_absolute_url() if self.case else reverse("guidance:guidance_list")

    def context(self) -> dict[str, Any]:
        return {"way": self.page_of_way, "case": self.case, **super().context()}
