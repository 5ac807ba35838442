"""Choosing the entry to be applied; a departure from the assessment waits for a head (Art. 10 para. 1; LEN-9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from enforcement.models import Officer
from enforcement.services.cases.base import officer_of, refuse
from enforcement.services.deadlines.watching import heads_of
from enforcement.services.notifications import notify
from foundation.actors import Actor
from foundation.record import audited
from leniency.lifecycle import CHOICE_LIFECYCLE
from leniency.models import LeniencyAssessment, LeniencyChoice, LeniencyEntry
from leniency.rules.choosing import Choice, obstacles_to_choosing
from leniency.services.drafts import ARTICLE
from leniency.services.under_way import undecided
from leniency.vocabulary import CONCLUSION_OF, FAVOUR, ChoiceState, Verdict

ASKED = (ChoiceState.ASKED,)
LIVE = (ChoiceState.ASKED, ChoiceState.APPROVED)


def choose_entry(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    entry: LeniencyEntry | None = None,
    cause: str = "",
    reason: str = "",
    expected: int | None = None,
) -> LeniencyAssessment:
    """Choose the entry to be applied, or none; what departs from the assessment waits for a head.

    Raises Forbidden, Case.DoesNotExist, Stale, and Refused when there is no assessment yet, when the entry
    is not among those assessed, or when a departure has no ground or no reason.
    """
    with undecided(case_id, "choose_entry", by=by, at=at, expected=expected, why=reason) as case:
        found = LeniencyAssessment.objects.latest_of(case.pk)
        choice = _weighed(found, entry, cause, reason)
        refuse(obstacles_to_choosing(choice))
        overtake_choices(case.pk, by=by, at=at, states=ASKED if choice.departs else LIVE)
        if choice.departs:
            _ask(found, entry, cause=cause, reason=reason, by=by, at=at)
        else:
            found.chosen_entry, found.choice_reason = entry, reason
            found.save()
        return found


def _weighed(
    found: LeniencyAssessment | None, entry: LeniencyEntry | None, cause: str, reason: str
) -> Choice:
    """A choice agrees when no entry that applies is more favourable, or when none applies and none is chosen."""
    if found is None:
        return Choice(is_assessed=False)
    results = list(found.results.all())
    applying = {
        r.entry_id: FAVOUR.index(CONCLUSION_OF[r.type]) for r in results if r.applies == Verdict.HOLDS
    }
    best = min(applying.values(), default=None)
    departs = (applying.get(entry.pk) if entry else None) != best or bool(entry and best is None)
    is_known = entry is None or entry.pk in {r.entry_id for r in results}
    return Choice(is_assessed=True, is_known=is_known, departs=departs, cause=cause, reason=reason)


def _ask(
    found: LeniencyAssessment,
    entry: LeniencyEntry | None,
    *,
    cause: str,
    reason: str,
    by: Actor,
    at: datetime,
) -> None:
    asker = officer_of(by)
    row = LeniencyChoice(
        case=found.case,
        assessment=found,
        entry=entry,
        cause=cause,
        reason=reason,
        asked_by=asker,
        asked_on=timezone.localdate(at),
    )
    row.save()
    for head in heads_of(found.case):
        if head.pk != asker.pk:
            tell_of_choice(head, row, at=at)


def tell_of_choice(officer: Officer, choice: LeniencyChoice, *, at: datetime) -> None:
    """Tell that a departure waits, or what was answered."""
    notify(
        officer,
        kind=f"leniency_choice:{choice.state}",
        thing=f"leniency_choice:{choice.pk}",
        at=at,
        url=choice.get_absolute_url(),
        data={"number": str(choice.case)},
    )


def overtake_choices(case_id: int, *, by: Actor, at: datetime, states: Iterable[str] = ASKED) -> None:
    """Who chooses anew takes back what waits for an answer, or what was approved; inside an open act."""
    for row in LeniencyChoice.objects.filter(case=case_id, state__in=states):
        with audited("leniency_choice:overtake", by=by, at=at, under=ARTICLE):
            CHOICE_LIFECYCLE.take(row, "overtake", by=by, at=at)
            row.save()
