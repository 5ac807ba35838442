"""Pages of guidance: the list, one action, its document, and what can be done with it (Art. 8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.scope import is_guest
from foundation.acts import Act
from foundation.firing import in_use
from foundation.obstacles import Obstacle
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.facts import fact, told
from foundation.pages.offers import offers_of
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from guidance.forms.actions import ACTS_OF_WAY
from guidance.forms.interviews import INTERVIEW_ACTS
from guidance.forms.joint import JOINT_ACTS
from guidance.forms.points import QUESTION_ACTS, SUGGESTION_ACTS
from guidance.forms.publications import PUBLIC_RECORDS
from guidance.forms.sensible import sensible_acts
from guidance.lifecycle import GUIDANCE_LIFECYCLE
from guidance.lists.action_cells import state_tone, title_of
from guidance.lists.actions import GUIDANCE_LIST
from guidance.models import GuidanceAction
from guidance.models.rectification import items_with_organs
from guidance.services.documents import columns_of
from guidance.services.obstructing import skipped_rung
from guidance.views import cells
from guidance.views.proposal import proposal_after_look
from guidance.views.public_cells import life_facts
from guidance.vocabulary import FOR_REFERENCE, VOLUNTARY_NOTICE, Way

READ = Permission.GUIDANCE_READ
ANSWERS = frozenset({"acknowledge", "decline", "note_silence", "stop"})
RECORDS = frozenset(
    {
        "ask_change",
        "ask_in_writing",
        "record",
        "add_rectification",
        "recheck",
        "propose_faq",
        *INTERVIEW_ACTS,
        *QUESTION_ACTS,
        *SUGGESTION_ACTS,
    }
)


class GuidanceListPage(ListPage):
    spec = GUIDANCE_LIST
    permission = READ
    template_name = "guidance/guidance_list.html"
    create_url = "guidance:guidance_new"
    create_label = _("Give guidance")
    create_permission = Permission.GUIDANCE_HANDLE
    empty_title = _("No guidance yet")
    empty_text = _("Begin with a kind word: choose the mildest of the eight ways that helps.")


class GuidancePage(DetailPage):
    model = GuidanceAction
    permission = READ
    template_name = "guidance/guidance_detail.html"
    lifecycle = GUIDANCE_LIFECYCLE
    act_url = "guidance:guidance_act"

    def rows(self) -> Any:
        return GuidanceAction.objects.with_everything()

    def context(self) -> dict[str, Any]:
        action: GuidanceAction = self.thing
        reads = self.actor.may(Permission.COUNTERPART_READ)
        return {
            **super().context(),
            **self._grouped_offers(),
            **self._public_side(),
            "title": title_of(action, self.actor),
            "state": {"value": action.get_state_display(), "tone": state_tone(action.state)},
            "circumstances": told(cells.circumstances(action, self.actor)),
            "drafted": cells.detail_facts(action, action.page.drafted) if reads else [],
            "recorded": told(cells.detail_facts(action, action.page.recorded)) if reads else [],
            "text": cells.text_facts(action) if reads else [],
            "course": told(cells.course(action)),
            "after_look": self._after_look(),
            "points": action.points if reads else [],
            "works": bool(self._found_offers),
            "reads_persons": reads,
            "is_guest": is_guest(self.actor, action),
            "own_invitation": self._own_invitation(),
            "successor": _successor(action),
            "timeline": entries_of(action, noun=("guidance", "rule"), reasons=reads),
        }

    def _own_invitation(self) -> Any:
        """The invitation of the reader's organ to an interview that another leads."""
        return next((row for row in self.thing.joint_organs if row.organ_id == self.actor.organ_id), None)

    def _after_look(self) -> dict[str, Any] | None:
        """What comes next where a second look found something left to be corrected, for who works on it."""
        return proposal_after_look(self.thing) if self._found_offers else None

    def _public_side(self) -> dict[str, Any]:
        """How a publication was prepared and lives, as far as there is anything to tell."""
        life = getattr(self.thing, "public_life", None)
        if not self.thing.page.is_public or life is None:
            return {"life": life, "life_facts": []}
        reads = self.actor.may(Permission.COUNTERPART_READ)
        return {"life": life, "life_facts": life_facts(life) if reads else []}

    def _grouped_offers(self) -> dict[str, list[dict[str, Any]]]:
        offers = self.offers()
        return {
            "offers": [
                o for o in offers if o["name"] not in ANSWERS | RECORDS | {*PUBLIC_RECORDS, *JOINT_ACTS}
            ],
            "joints": [o for o in offers if o["name"] in JOINT_ACTS],
            "publics": [o for o in offers if o["name"] in PUBLIC_RECORDS],
            "answers": [o for o in offers if o["name"] in ANSWERS],
            "records": [o for o in offers if o["name"] in RECORDS],
        }

    def offers(self) -> list[dict[str, Any]]:
        return self._found_offers

    @cached_property
    def _found_offers(self) -> list[dict[str, Any]]:
        if self.thing.page.has_rectification:  # asked by every transition, and only then
            prefetch_related_objects([self.thing], items_with_organs())
        return offers_of(
            self.thing,
            acts=sensible_acts(self.thing),
            lifecycle=self.lifecycle,
            act_url=self.act_url,
            by=self.actor,
            at=self.now,
        )


class GuidanceActPage(TransitionPage):
    model = GuidanceAction
    template_name = "guidance/guidance_act.html"
    permission = READ
    lifecycle = GUIDANCE_LIFECYCLE

    def rows(self) -> Any:
        return GuidanceAction.objects.with_everything().prefetch_related(items_with_organs())

    def foreseen(self) -> Sequence[Obstacle]:
        """A milder step that would be passed over is told before anything is sent."""
        skipped = skipped_rung(self.thing, self.now) if self.act.name == "issue" else ()
        return [*super().foreseen(), *in_use(list(skipped))]

    @cached_property
    def acts(self) -> dict[str, Act]:  # type: ignore[override]
        """Asked by ``thing`` itself when its reader may not work on it: so not from there."""
        seen = GuidanceAction.objects.visible_to(self.actor).filter(pk=self._key())
        way = seen.values_list("way", flat=True).first()
        if way is None:
            raise Http404
        return ACTS_OF_WAY[way]


class GuidanceDocumentPage(ThingPage):
    """The document to hand over or to print: always with the notice that it is voluntary."""

    model = GuidanceAction
    permission = Permission.COUNTERPART_READ
    template_name = "guidance/guidance_document.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return GuidanceAction.objects.with_everything()

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return self.show({"title": self.thing.title})

    def context(self) -> dict[str, Any]:
        action: GuidanceAction = self.thing
        return {
            "object": action,
            "notice": VOLUNTARY_NOTICE,
            "for_reference": FOR_REFERENCE if action.way == Way.SUGGEST else "",
            "drafted": told([fact(label, words, "multiline") for label, words in columns_of(action)]),
            "officers": [row.officer for row in action.officers.all()],
        }


def _successor(action: Any) -> dict[str, str] | None:
    """The version that replaces it, or is being written to."""
    if action.successor_key is None:
        return None
    return {
        "name": action.successor_name,
        "url": reverse("guidance:guidance_detail", args=[action.successor_key]),
    }
