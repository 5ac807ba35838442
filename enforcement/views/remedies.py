"""Pages of reconsiderations and suits: the list, one of them, its acts, and the part of the case (Art. 6)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.remedies import REMEDY_ACTS, WHILE_PENDING
from enforcement.lifecycle import REMEDY_LIFECYCLE
from enforcement.lists.publicity import publicity_tone
from enforcement.lists.remedies import REMEDY_LIST, remedy_tone, result_tone
from enforcement.models import Case, Remedy
from enforcement.services.remedies import steps_to_answer
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.facts import fact, told
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of

READ = Permission.COUNTERPART_READ


class RemedyListPage(ListPage):
    spec = REMEDY_LIST
    permission = READ
    empty_title = _("Nobody has attacked a decision")
    empty_text = _("Record a reconsideration or suit on the page of its case, beside the decision.")


class AboutRemedy:
    """What both pages of a remedy read with it."""

    model = Remedy

    def rows(self) -> Any:
        return Remedy.objects.all().whole()


class RemedyPage(AboutRemedy, DetailPage):
    permission = READ
    template_name = "enforcement/remedy_detail.html"
    acts = REMEDY_ACTS
    lifecycle = REMEDY_LIFECYCLE
    act_url = "enforcement:remedy_act"

    def context(self) -> dict[str, Any]:
        remedy, found = self.thing, super().context()
        return {
            **found,
            "offers": [o for o in found["offers"] if o["name"] not in WHILE_PENDING],
            "here": {o["name"]: o for o in found["offers"] if self._makes_sense(o["name"])},
            "state": {"value": remedy.get_state_display(), "tone": remedy_tone(remedy.state)},
            "result": {"value": remedy.get_result_display(), "tone": result_tone(remedy.result)},
            "facts": _facts(remedy),
            "answer": _answer(remedy),
            "days": _days_to_answer(remedy, timezone.localdate(self.now)),
            "steps": steps_to_answer(remedy),
            "execution": _execution(remedy),
            "entries": entries_of(remedy),
        }

    def _makes_sense(self, act: str) -> bool:
        remedy = self.thing
        stopped = remedy.stopped_on is not None and remedy.resumed_on is None
        fitting = {"resume_execution" if stopped else "stop_execution"}
        if remedy.answered_on is None:
            fitting.add("receive_copy")
        if remedy.owes_answer:
            fitting.add("answer")
        return remedy.is_pending and act in fitting


class RemedyActPage(AboutRemedy, TransitionPage):
    permission = READ
    acts = REMEDY_ACTS
    lifecycle = REMEDY_LIFECYCLE


class CaseRemediesPanel(ThingPage):
    """Publicity of the decision, and remedies against it, on the page of the case."""

    model = Case
    permission = Permission.CASE_READ
    template_name = "enforcement/_case_remedies.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return Case.objects.select_related("publication", "decision").prefetch_related("remedies")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        today = timezone.localdate(self.now)
        publication = getattr(self.thing, "publication", None)
        due = publication.due_on if publication else None
        return self.show(
            {
                "case": self.thing,
                "may_open": self.actor.may(READ),
                "publication": publication,
                "tone": publicity_tone(publication.state) if publication else "",
                "days": None if due is None else (due - today).days,
                "remedies": [
                    {"remedy": r, "tone": result_tone(r.result) if r.result else remedy_tone(r.state)}
                    for r in self.thing.remedies.all()
                ],
                "is_stopped": self.thing.is_execution_stopped(today),
            }
        )


def _facts(remedy: Remedy) -> list[dict[str, Any]]:
    case = remedy.case
    shown = [
        fact(_("case"), str(case), "link", url=case.get_absolute_url()),
        fact(_("decision"), str(case.decision)),
        fact(_("decision served on"), case.decision.served_on, "date"),
        fact(_("reconsideration organ or court"), remedy.body),
        fact(_("number there"), remedy.number),
        fact(_("filed on"), remedy.filed_on, "date"),
        fact(_("what the party says"), remedy.grounds, "multiline"),
        fact(_("accepted on"), remedy.accepted_on, "date"),
        fact(_("outcome"), remedy.get_result_display()),
        fact(_("number of the ruling"), remedy.decision_number),
        fact(_("ended on"), remedy.ended_on, "date"),
        fact(_("ruling received by the party on"), remedy.ruling_received_on, "date"),
        fact(_("what the ruling found"), remedy.reason, "multiline"),
    ]
    return told(shown)


def _answer(remedy: Remedy) -> list[dict[str, Any]]:
    """What the organ owes the reconsideration organ or the court, and what it handed in."""
    document = remedy.answer_document
    shown = [
        fact(_("copy received on"), remedy.copy_received_on, "date"),
        fact(_("course of the reconsideration"), remedy.get_course_display()),
        fact(_("answer to be handed in by"), remedy.answer_by, "date"),
        fact(_("answer handed in on"), remedy.answered_on, "date"),
        fact(_("what was handed in"), remedy.answer_papers, "multiline"),
        fact(_("document of the answer"), str(document or ""), "link",
              url=document.get_absolute_url() if document else ""),
    ]  # fmt: skip
    return told(shown)


def _days_to_answer(remedy: Remedy, today: date) -> int | None:
    owes = remedy.owes_answer and remedy.answer_by is not None
    return (remedy.answer_by - today).days if owes else None  # type: ignore[operator]  # owed by a day


def _execution(remedy: Remedy) -> list[dict[str, Any]]:
    shown = [
        fact(_("execution stopped on"), remedy.stopped_on, "date"),
        fact(_("why the execution is stopped"), remedy.get_stop_ground_display()),
        fact(_("reason of the stop"), remedy.stop_reason, "multiline"),
        fact(_("execution went on from"), remedy.resumed_on, "date"),
    ]
    return told(shown)
