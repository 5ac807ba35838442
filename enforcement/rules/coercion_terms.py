"""How long coercion may last, and when it lapses by itself (Coercion Law, Art. 19, 25, 32, 39)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from enforcement.rules.coercion_facts import CoercionFacts, ExecutionFacts
from enforcement.rules.deadlines import Deadline
from enforcement.rules.periods import Period
from enforcement.rules.reckoning import Stop, reckon_strictly, reckon_under
from enforcement.vocabulary import Law, Unit
from enforcement.vocabulary.coercion import CoercionKind, SuspensionGround
from foundation.articles import COERCION, Article, Citation
from foundation.calendar import WorkCalendar
from foundation.obstacles import Obstacle, Severity

LONGEST_TERM = 30
LONGEST_EXTENSION = 30
APPROVE_WITHIN = timedelta(hours=24)
ALERT_BEFORE = timedelta(days=5)
DOCUMENT_WITHIN = 3
DEMAND_DAYS = 10
SUBSTITUTE_DEMAND_DAYS = 3
SUSPENDED_YEARS = 3
ARTICLE = Article(10, "2")
_NO_HOLIDAYS = WorkCalendar(frozenset(), frozenset(), frozenset())


def term_ends_on(applied_on: date, *, days: int, testing: Iterable[tuple[date, date]] = ()) -> date:
    """COE-5: the last day of the term; the first day is not counted, days of testing are left out.

    Thirty days are the most that a party must bear: a holiday at the end does not make them more
    (Coercion Law, Art. 25).
    """
    stops = [Stop(first, last, _("testing")) for first, last in testing]
    term = Period(days, Unit.CALENDAR)
    counted = reckon_strictly(term, start=applied_on, calendar=_NO_HOLIDAYS, stops=stops)
    return counted.due_on or applied_on


def alert_on(expires_on: date) -> date:
    """COE-5: the day on which handlers and head are told that the term is about to end."""
    return expires_on - ALERT_BEFORE


def approval_due_at(applied_at: datetime) -> datetime:
    """COE-2: until when urgent coercion is approved, or lifted (Coercion Law, Art. 19)."""
    return applied_at + APPROVE_WITHIN


def document_due_on(applied_on: date, calendar: WorkCalendar) -> date | None:
    """COE-6: until when the freezing decision reaches the party: three working days (Art. 31, 69)."""
    return reckon_under(Law.COERCION, DOCUMENT_WITHIN, start=applied_on, calendar=calendar).due_on


def demand_ends_on(
    served_on: date, calendar: WorkCalendar, *, kind: str, days: int | None = None
) -> date | None:
    """COE-9: the last day to perform after a written demand; up to ten days are working days (Art. 69)."""
    least = SUBSTITUTE_DEMAND_DAYS if kind == CoercionKind.SUBSTITUTE else DEMAND_DAYS
    given = max(days or least, least)
    return reckon_under(Law.COERCION, given, start=served_on, calendar=calendar).due_on


def execution_ends_on(suspended_on: date) -> date:
    """COE-13: the day from which a suspended execution may end for good (Art. 39 (2))."""
    try:
        return suspended_on.replace(year=suspended_on.year + SUSPENDED_YEARS)
    except ValueError:  # 29 February
        return suspended_on.replace(year=suspended_on.year + SUSPENDED_YEARS, month=3, day=1)


def ends_for_good(execution: ExecutionFacts, today: date) -> bool:
    """COE-13: no longer executed after three years without ability to pay and without evident harm."""
    return (
        execution.suspension_ground == SuspensionGround.NO_ABILITY
        and execution.no_evident_harm
        and execution.suspended_on is not None
        and today >= execution_ends_on(execution.suspended_on)
    )


def obstacles_to_extending(facts: CoercionFacts) -> Iterator[Obstacle]:
    citation = Citation(COERCION, "32" if facts.kind == CoercionKind.FREEZE else "25")
    if facts.approved_at is None:
        yield Obstacle(
            code="COE-2",
            message=_("What was applied in urgency has not been approved yet."),
            article=ARTICLE,
            citation=Citation(COERCION, "19"),
            next_step=_("Approve it first, or lift it."),
        )
    if facts.is_extended:
        yield Obstacle(
            code="COE-5",
            message=_("The term was extended once already."),
            article=ARTICLE,
            citation=citation,
            next_step=_("Decide the case, or lift the measure on the last day."),
        )
    if facts.expires_on is not None and facts.today > facts.expires_on:
        yield Obstacle(
            code="COE-5",
            message=_("The term is over: what has lapsed cannot be extended."),
            article=ARTICLE,
            citation=citation,
            next_step=_("Give the things back."),
        )
    yield from _obstacles_to_extension_text(facts, citation)


def _obstacles_to_extension_text(facts: CoercionFacts, citation: Citation) -> Iterator[Obstacle]:
    if facts.extension_days is not None and not 0 < facts.extension_days <= LONGEST_EXTENSION:
        yield Obstacle(
            code="COE-5",
            message=_("An extension is thirty days at most."),
            article=ARTICLE,
            citation=citation,
            field="days",
            next_step=_("Extend for thirty days or less."),
        )
    if not facts.extension_reason.strip():
        yield Obstacle(
            code="COE-5",
            message=_("An extension is decided in writing, with its reasons, and told to the party."),
            article=ARTICLE,
            citation=citation,
            severity=Severity.REQUIRE,
            field="reason",
            next_step=_("Write down what makes the case complex."),
        )


def obstacles_to_lapsing(facts: CoercionFacts) -> Iterator[Obstacle]:
    """Coercion lapses when its term is over, or when urgency was not approved in a day; not before."""
    over = facts.expires_on is not None and facts.today > facts.expires_on
    unapproved = (
        facts.approved_at is None and facts.applied_at is not None
        and facts.at >= approval_due_at(facts.applied_at)
    )  # fmt: skip
    if not over and not unapproved:
        yield Obstacle(
            code="COE-5",
            message=_("The term is still running."),
            article=ARTICLE,
            citation=Citation(COERCION, "19, 25"),
            next_step=_("Lift it when it is no longer needed."),
        )


def obstacles_to_ending(facts: CoercionFacts) -> Iterator[Obstacle]:
    if not ends_for_good(facts.execution, facts.today):
        yield Obstacle(
            code="COE-13",
            message=_("The conditions for ending the execution for good are not met."),
            article=ARTICLE,
            citation=Citation(COERCION, "39"),
            next_step=_("They are: no ability to perform, no evident harm, and three years of suspension."),
        )


def deadlines_of_coercion(
    *,
    approve_by: date | None,
    approved_on: date | None,
    document_due_on: date | None,
    document_served_on: date | None,
    expires_on: date | None,
    over_on: date | None,
) -> Iterator[Deadline]:
    """The days that one coercive measure must keep, in the order in which they come."""
    known = (
        ("approve", _("to be approved or lifted by"), approve_by, "19", approved_on or over_on),
        ("document", _("decision to be served by"), document_due_on, "31", document_served_on or over_on),
        ("expire", _("term ends on"), expires_on, "25, 32", over_on),
    )
    for code, label, due_on, provision, met_on in known:
        if due_on is not None:
            yield Deadline(code, label, due_on, Citation(COERCION, provision), met_on)
