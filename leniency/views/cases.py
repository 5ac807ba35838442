"""Leniency in a case: the panel on its page, and the acts that it offers (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from enforcement.models import Case
from enforcement.vocabulary import LENIENT_GROUNDS, CaseState, Outcome
from foundation.actors import Actor
from foundation.pages import TransitionPage
from foundation.pages.offers import offers_of
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from leniency.forms.case_acts import BEFORE_DECISION, CASE_ACTS
from leniency.forms.following_up import FOLLOW_UP_ACTS
from leniency.lists.cells import conclusion_tone
from leniency.models import LeniencyAssessment, RevisitNotice
from leniency.reports.doubles import doubles_of, is_in_doubt
from leniency.reports.explaining import explain_result
from leniency.reports.grounds import told_grounds
from leniency.reports.not_opened import not_opened
from leniency.reports.traces import choices_of, follow_ups_of, stated_ground
from leniency.reports.weighing import told_outcome
from leniency.services.choosing import LIVE
from leniency.services.coming import coming_for
from leniency.services.matching import suspended_for
from leniency.services.obstructing import facts_stand
from leniency.services.under_way import UNDECIDED
from leniency.vocabulary import PromiseState

FINISHED = (CaseState.CLOSED, CaseState.ARCHIVED)


class CaseLeniencyPanel(ThingPage):
    """The latest assessment: what holds, what does not, what is not known yet, and what to do about it."""

    model = Case
    permission = Permission.LENIENCY_READ
    template_name = "leniency/_case_panel.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return Case.objects.select_related("matter", "counterpart", "circumstances")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        case = self.thing
        rows = LeniencyAssessment.objects.select_related("assessed_by", "chosen_entry")
        assessment = rows.latest_of(case.pk)
        page: dict[str, Any] = {"case": case, "assessment": assessment, "offers": self._offers(assessment)}
        if assessment is not None:
            page |= self._told(assessment)
        return self.show(page)

    def _told(self, assessment: LeniencyAssessment) -> dict[str, Any]:
        entries = [explain_result(r, r.conditions) for r in assessment.results.all()]
        in_doubt = self._is_open and is_in_doubt(entries)
        revisits = list(self._revisits(assessment))
        reads = self.actor.may(Permission.COUNTERPART_READ)
        choices = choices_of(self.thing, reads=reads)
        return {
            "tone": conclusion_tone(assessment.conclusion),
            "entries": entries,
            "suspended": () if entries else self._suspended(assessment),
            "in_doubt": in_doubt,
            "doubles": doubles_of(self.thing, by=self.actor) if in_doubt else (),
            "grounds": told_grounds(assessment.grounds) if assessment.grounds else None,
            "weighed": told_outcome(assessment.weighed),
            "is_open": self._is_open,
            "coming": coming_for(self.thing, assessment, at=self.now) if self._is_open else None,
            "revisits": revisits,
            "is_current": not revisits and facts_stand(assessment, self.thing),
            "reads_persons": reads,
            "choices": choices,
            "will_overtake": any(told["choice"].state in LIVE for told in choices),
            "stated": stated_ground(self.thing, assessment, reads=reads),
        }

    def _suspended(self, assessment: LeniencyAssessment) -> Any:
        case = self.thing
        return suspended_for(case.matter, decision_on=assessment.decision_on, district_id=case.district_id)

    @property
    def _is_open(self) -> bool:
        return self.thing.state in UNDECIDED

    def _revisits(self, assessment: LeniencyAssessment) -> Any:
        """What moved under the assessment since it was made."""
        rows = RevisitNotice.objects.visible_to(self.actor).filter(case=self.thing)
        return rows.filter(told_at__gte=assessment.assessed_at).select_related("list", "entry")

    def _offers(self, assessment: LeniencyAssessment | None) -> dict[str, dict[str, Any]]:
        if self.thing.state not in UNDECIDED:
            return {}
        found = offers_about(self.thing, BEFORE_DECISION, by=self.actor, at=self.now)
        return {o["name"]: o for o in found if assessment is not None or o["name"] == "assess"}


class CaseFollowUpPanel(ThingPage):
    """Education, second looks and promises: what is done instead of a penalty, and what is still to do."""

    model = Case
    permission = Permission.LENIENCY_READ
    template_name = "leniency/_case_follow_up.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return Case.objects.select_related("circumstances", "non_filing", "decision")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        case, reads = self.thing, self.actor.may(Permission.COUNTERPART_READ)
        told = follow_ups_of(case, reads=reads)
        page = {"case": case, "is_spared": is_spared(case), "offers": self._offers(told), **told}
        return self.show({**page, "not_opened": not_opened(case)})

    def _offers(self, told: dict[str, Any]) -> dict[str, dict[str, Any]]:
        if self.thing.state in FINISHED:
            return {}
        found = {o["name"]: o for o in offers_about(self.thing, FOLLOW_UP_ACTS, by=self.actor, at=self.now)}
        is_open = any(check["row"].checked_on is None for check in told["checks"])
        is_drafted = any(row["row"].state == PromiseState.DRAFTED for row in told["promises"])
        is_promised = any(row["row"].state == PromiseState.RECEIVED for row in told["promises"])
        unfit = {"plan_check"} if is_open else set()
        unfit |= {"receive_promise"} if not is_drafted else set()
        unfit |= {"draft_promise"} if is_promised else set()
        return {name: offer for name, offer in found.items() if name not in unfit}


def offers_about(case: Case, names: Iterable[str], *, by: Actor, at: datetime) -> list[dict[str, Any]]:
    """The acts called ``names`` as ``by`` may do them now."""
    acts = {name: CASE_ACTS[name] for name in names}
    return offers_of(case, acts=acts, lifecycle=None, act_url="leniency:case_act", by=by, at=at)


def is_spared(case: Case) -> bool:
    """Whether the case ended without a penalty out of leniency, filed or not."""
    refusal = getattr(case, "non_filing", None)
    return case.outcome == Outcome.NO_PENALTY or (refusal is not None and refusal.ground in LENIENT_GROUNDS)


class CaseLeniencyActPage(TransitionPage):
    model = Case
    permission = Permission.LENIENCY_READ
    acts = CASE_ACTS

    def rows(self) -> Any:
        return Case.objects.select_related("matter", "organ")
