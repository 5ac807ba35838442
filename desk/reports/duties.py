"""What an officer has to do with at all, in one query: most of those who approve handle and inspect nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Value
from django.db.models.expressions import Combinable

from desk.reports.plans import plans_of
from desk.reports.results import results_of
from enforcement.models import CasePerson, InspectionOfficer, Officer, Publication, Remedy, YearlyReport
from enforcement.models.inspections import OPEN_INSPECTIONS
from enforcement.rules.limits_after import yearly_report_begins
from foundation.actors import Actor
from foundation.permissions import Permission
from guidance.models import Delivery, ExpiryCall, InterviewInvitation, ReplyWaiting
from leniency.models import EntryReview, ListReview
from riskcontrol.models import CatalogueReview


@dataclass(frozen=True, slots=True)
class Duties:
    handles: bool = False
    inspects: bool = False
    answers: bool = False
    reports: bool = False
    reminds: bool = False
    publishes: bool = False
    reviews: bool = False
    plans: bool = False


def duties_of(actor: Actor, today: date) -> Duties:
    """What the actor has to do with, as far as it is worth asking for more."""
    if actor.officer_id is None:
        return Duties()
    handled = CasePerson.objects.handling().filter(officer_id=actor.officer_id)
    held = InspectionOfficer.objects.filter(
        officer_id=actor.officer_id, inspection__state__in=OPEN_INSPECTIONS
    )
    own = Officer.objects.filter(pk=actor.officer_id)
    found = own.annotate(
        handles=Exists(handled),
        inspects=Exists(held),
        answers=Exists(Remedy.objects.all().unanswered().filter(organ=OuterRef("organ"))),
        reports=_owes_report(today),
        reminds=_has_reminders(actor),
        publishes=_has_results(actor),
        reviews=_reviews_lists(actor),
        plans=_has_plans(actor, today),
    )
    names = ("handles", "inspects", "answers", "reports", "reminds", "publishes", "reviews", "plans")
    return Duties(*(found.values_list(*names).first() or ()))


def _has_reminders(actor: Actor) -> Combinable:
    """Calls, own guidance that did not arrive, answers nobody has seen, joint interviews (Art. 8 (3), (7))."""
    if not actor.may(Permission.GUIDANCE_HANDLE):
        return Value(False)
    calls = ExpiryCall.objects.workable_by(actor).open()
    lost = Delivery.objects.workable_by(actor).undelivered().filter(action__drafted_by=actor.officer_id)
    joint = InterviewInvitation.objects.workable_by(actor).coming_by(actor.officer_id or 0)
    invited = InterviewInvitation.objects.workable_by(actor).to_answer()
    answered = ReplyWaiting.objects.filter(officer_id=actor.officer_id or 0)
    found = Exists(calls) | Exists(lost) | Exists(joint) | Exists(invited) | Exists(answered)
    return ExpressionWrapper(found, BooleanField())


def _has_results(actor: Actor) -> Combinable:
    """Results of inspections or coercion that the actor is to publish, or to withdraw (Art. 4; PUB-1)."""
    owed = Publication.objects.workable_by(actor).filter(results_of(actor)).handled_by(actor.officer_id)
    return ExpressionWrapper(Exists(owed), BooleanField())


def _reviews_lists(actor: Actor) -> Combinable:
    """Reviews of leniency lists, of entries and of catalogues of risk points (Art. 9, 10 para. 1)."""
    found: list[Any] = []
    if actor.may(Permission.LENIENCY_EDIT):
        lists = ListReview.objects.workable_by(actor).filter(concluded_on=None)
        found += [lists, EntryReview.objects.workable_by(actor).filter(concluded_on=None)]
    if actor.may(Permission.RISK_EDIT):
        found.append(CatalogueReview.objects.to_conclude_at(actor.organ_id))
    if not found:
        return Value(False)
    return ExpressionWrapper(reduce(or_, map(Exists, found)), BooleanField())


def _has_plans(actor: Actor, today: date) -> Combinable:
    """Measures that a level of risk proposes, and that come up (Art. 9)."""
    if not actor.may(Permission.GUIDANCE_HANDLE):
        return Value(False)
    return ExpressionWrapper(Exists(plans_of(actor, today)), BooleanField())


def _owes_report(today: date) -> Combinable:
    """PUB-5: from the first week of January on, until the report of the year before is recorded."""
    if today < yearly_report_begins(today.year):
        return Value(False)
    year = today.year - 1
    decided = Publication.objects.filter(organ=OuterRef("organ"), decided_on__year=year)
    reported = YearlyReport.objects.filter(organ=OuterRef("organ"), year=year)
    return ExpressionWrapper(Exists(decided) & ~Exists(reported), BooleanField())
