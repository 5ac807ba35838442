"""Rules on the course of a case whose facts lie in other rows, and are looked up only where they matter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from enforcement.models import Case, MatterProvision, Provision
from enforcement.reports.debts import obligation_of
from enforcement.reports.files import file_of
from enforcement.reports.whole_process import coverage_of
from enforcement.rules.archiving import obstacles_to_archiving
from enforcement.rules.deliberation import obstacles_to_unanswered_referral
from enforcement.rules.hardship import obstacles_to_passing_over_hardship
from enforcement.rules.paying import obstacles_to_leaving_unpaid
from enforcement.rules.records import obstacles_to_whole_process
from enforcement.rules.same_act import FinedBefore, obstacles_to_changed_law, obstacles_to_second_fine
from enforcement.rules.surcharge import NOTHING, Balance
from enforcement.vocabulary import PENALISING, HearingState
from foundation.actors import Actor
from foundation.obstacles import Obstacle

_MOST = 5


def obstacles_to_unrecorded_process(case: Case, _by: Actor, _at: datetime) -> Iterable[Obstacle]:
    """EVI-4: no case is closed whose record has a hole; only a hearing or a registration needs footage."""
    if not _asks_for_footage(case):
        return ()  # the procedure itself leaves the text of every phase
    return obstacles_to_whole_process(coverage_of(case))


def obstacles_to_unpaid_fine(case: Case, _by: Actor, at: datetime) -> Iterable[Obstacle]:
    """EXE-2 and EXE-3: what is still owed, and an application that nobody answered."""
    decision, asked = getattr(case, "decision", None), getattr(case, "court_application", None)
    if decision is None or not decision.fine:
        return
    balance, is_waiting = _owed(case, decision.fine, timezone.localdate(at))
    yield from obstacles_to_passing_over_hardship(is_waiting=is_waiting)
    yield from obstacles_to_leaving_unpaid(balance, court=asked.state if asked else "")


def obstacles_to_closing_referred(case: Case, _by: Actor, _at: datetime) -> Iterable[Obstacle]:
    """DEC-7: a case that was referred is not closed before the answer."""
    referral = getattr(case, "crime_referral", None)
    return obstacles_to_unanswered_referral(referral.answer if referral else "")


def obstacles_to_incomplete_file(case: Case, _by: Actor, _at: datetime) -> Iterable[Obstacle]:
    """The pieces that outcome and procedure ask for; what was owed was settled before the case was closed."""
    return obstacles_to_archiving(file_of(case))


def obstacles_to_fining_twice(case: Case, actor: Actor, _at: datetime) -> Iterable[Obstacle]:
    """DIS-5: fines of the same party, matter and days, as far as the organ may see them."""
    decision = getattr(case, "decision", None)
    if case.outcome not in PENALISING or decision is None or not decision.fine:
        return ()
    return obstacles_to_second_fine(fined_before(case, by=actor))


def obstacles_to_law_in_between(case: Case, _by: Actor, at: datetime) -> Iterable[Obstacle]:
    """DIS-6: provisions of the matter that came into force after the act."""
    if case.outcome not in PENALISING:
        return ()
    return obstacles_to_changed_law(changes_since(case, at=at))


def fined_before(case: Case, *, by: Actor) -> tuple[FinedBefore, ...]:
    """Cases that fined the same party for the same matter in days that touch those of ``case``."""
    last = case.ended_on or case.occurred_on
    rows = (
        Case.objects.visible_to(by)
        .filter(counterpart_id=case.counterpart_id, matter_id=case.matter_id, decided_on__isnull=False)
        .filter(outcome__in=PENALISING, decision__fine__gt=0, occurred_on__lte=last)
        .annotate(until=Coalesce(F("ended_on"), F("occurred_on")))
        .filter(until__gte=case.occurred_on)
        .exclude(pk=case.pk)
        .order_by("id")
    )
    place = case.place.strip()
    return tuple(
        FinedBefore(number or clue, same_place=bool(place) and where.strip() == place)
        for number, clue, where in rows.values_list("number", "clue_number", "place")[:_MOST]
    )


def changes_since(case: Case, *, at: datetime) -> tuple[date, ...]:
    """The days on which provisions of the matter came into force between act and decision."""
    acted_on, today = case.ended_on or case.occurred_on, timezone.localdate(at)
    cited = MatterProvision.objects.filter(matter=case.matter_id)
    same = Q()
    for instrument, article in cited.values_list("provision__instrument_id", "provision__article"):
        same |= Q(instrument_id=instrument, article=article)
    if not same:
        return ()
    newer = Provision.objects.filter(same, valid_from__gt=acted_on, valid_from__lte=today)
    return tuple(newer.order_by("valid_from").values_list("valid_from", flat=True))


def _owed(case: Case, fine: Decimal, today: date) -> tuple[Balance, bool]:
    """What is open, and whether a hardship waits; a page foresees the fine alone, the act itself is exact."""
    known: Decimal | None = getattr(case, "paid_so_far", None)
    if known is not None:
        return Balance(fine, NOTHING, known, 0, None), case.hardship_waits  # type: ignore[attr-defined]
    owed = obligation_of(case)
    assert owed is not None  # noqa: S101 - there is a fine
    return owed.balance(today), owed.waiting is not None


def _asks_for_footage(case: Case) -> bool:
    hearing = getattr(case, "hearing", None)
    if hearing is not None and hearing.state == HearingState.HELD:
        return True
    known: bool | None = getattr(case, "is_preserved", None)
    return case.preservations.registered().exists() if known is None else known
