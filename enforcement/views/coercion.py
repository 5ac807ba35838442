"""Pages of coercion: the list, the note, one measure with its inventory, and its acts (Art. 5, 10 (2))."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.forms.coercion import DRAFT_IN_CASE, sensible_acts
from enforcement.lifecycle.coercion import (
    COERCION_LIFECYCLE,
    STATES_OF_COERCION_ACT,
    obstacles_to_coercion_act,
)
from enforcement.lists.coercion import COERCION_LIST, coercion_tone
from enforcement.models import Case, CoerciveMeasure
from enforcement.views.coercion_file import coercion_file
from enforcement.views.publicity_card import publicity_card
from foundation.obstacles import Obstacle
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.form_page import ActPage
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.entry import timeline_of
from foundation.record.story import story_of

APART = {*STATES_OF_COERCION_ACT, "issue_document"}
VOIDS = _("This was approved. Saving a change makes the approval void: a head decides anew.")


class CoercionListPage(ListPage):
    spec = COERCION_LIST
    permission = Permission.COERCION_READ
    empty_title = _("No coercion")
    empty_text = _("Coercion is considered on the page of a case, after milder means were tried.")


class CoercionNewPage(ActPage):
    """The note is begun on the page of a case: what milder was tried comes first."""

    model = Case
    permission = Permission.COERCION_PROPOSE
    template_name = "enforcement/coercion_form.html"
    act = DRAFT_IN_CASE

    def rows(self) -> Any:
        return Case.objects.select_related("counterpart", "matter")


class CoercionPage(DetailPage):
    model = CoerciveMeasure
    permission = Permission.COERCION_READ
    template_name = "enforcement/coercion_detail.html"
    lifecycle = COERCION_LIFECYCLE
    act_url = "enforcement:coercion_act"

    def rows(self) -> Any:
        return CoerciveMeasure.objects.with_everything()

    @cached_property
    def acts(self) -> Any:  # type: ignore[override]
        return sensible_acts(self.thing)

    def context(self) -> dict[str, Any]:
        """The steps stand in the head of the page, every other act beside what it changes."""
        found = super().context()
        reads = self.actor.may(Permission.COUNTERPART_READ)
        return {
            **found,
            "offers": [o for o in found["offers"] if o["name"] not in APART],
            "here": {o["name"]: o for o in found["offers"] if o["name"] in STATES_OF_COERCION_ACT},
            "papers": bool(self.thing.number) and reads,
            "publicity": publicity_card(self.thing, by=self.actor, today=timezone.localdate(self.now)),
            **coercion_file(self.thing, reads=reads, today=timezone.localdate(self.now), at=self.now),
        }


class CoercionActPage(TransitionPage):
    model = CoerciveMeasure
    permission = Permission.COERCION_READ
    template_name = "enforcement/coercion_act.html"
    lifecycle = COERCION_LIFECYCLE

    def rows(self) -> Any:
        return CoerciveMeasure.objects.with_everything()

    @cached_property
    def seen(self) -> CoerciveMeasure:
        """The measure as far as it is in reach; ``thing`` is for who works on it."""
        found: CoerciveMeasure = super().find()
        return found

    def find(self) -> CoerciveMeasure:
        return self.seen

    @cached_property
    def acts(self) -> Any:  # type: ignore[override]
        return sensible_acts(self.seen)

    def show_form(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.act.name == "edit" and self.thing.approved_at is not None:
            self.intro = VOIDS
        return super().show_form(*args, **kwargs)

    def foreseen(self) -> list[Obstacle]:
        if self.is_transition or self.act.name not in STATES_OF_COERCION_ACT:
            return list(super().foreseen())
        return list(obstacles_to_coercion_act(self.act.name, self.thing.state, kind=self.thing.kind))


class CoercionTimelinePanel(ThingPage):
    """What happened to one measure, newest first."""

    model = CoerciveMeasure
    permission = Permission.COERCION_READ
    template_name = "enforcement/_coercion_timeline.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        reads = self.actor.may(Permission.COUNTERPART_READ)
        return self.show({"entries": story_of(timeline_of(self.thing), reasons=reads)})


class CaseCoercionPanel(ThingPage):
    """The coercion in a case, as a part of the case's page."""

    model = Case
    permission = Permission.COERCION_READ
    template_name = "enforcement/_case_coercion.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        rows = CoerciveMeasure.objects.visible_to(self.actor).filter(case=self.thing)
        today = timezone.localdate(self.now)
        return self.show({"lines": [_line(measure, today) for measure in rows], "new_url": self._new_url()})

    def _new_url(self) -> str:
        may = self.actor.may(Permission.COERCION_PROPOSE) and self.thing.organ_id == self.actor.organ_id
        return reverse("enforcement:coercion_new", args=[self.thing.pk]) if may else ""


def _line(measure: CoerciveMeasure, today: Any) -> dict[str, Any]:
    ends = measure.expires_on if measure.is_in_force else None
    return {
        "measure": measure,
        "tone": coercion_tone(measure.state),
        "days": None if ends is None else (ends - today).days,
    }
