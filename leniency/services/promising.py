"""Drafting a commitment letter, and receiving it signed (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from enforcement.models import Case
from enforcement.services.cases.base import officer_of, refuse
from enforcement.vocabulary import LetterLanguage
from foundation.actors import Actor
from foundation.wording import day_text
from leniency.models import Promise
from leniency.rules.following_up import obstacles_to_check_plan, obstacles_to_receiving
from leniency.services.following_up import tracing
from leniency.vocabulary import PromiseState


def draft_promise(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    text: str = "",
    correct_by: date | None = None,
    expected: int | None = None,
) -> Promise:
    """Draft the letter, in the words given or filled from the case; a draft that waits is written anew.

    Raises Refused for a promise to correct by a day that is over.
    """
    with tracing(case_id, "draft_promise", by=by, at=at, expected=expected) as case:
        row = Promise.objects.filter(case=case, state=PromiseState.DRAFTED).first() or Promise(case=case)
        today = timezone.localdate(at)
        if correct_by is not None:
            refuse(obstacles_to_check_plan(correct_by, today=today, field="correct_by"))
        row.correct_by = correct_by or _still_to_come(case.circumstances.correct_by, today)
        row.text = text.strip() or wording_of(case, row.correct_by)
        row.drafted_by, row.drafted_on = officer_of(by), today
        row.save()
        return row


def receive_promise(
    case_id: int, *, by: Actor, at: datetime, received_on: date, signed_by: str, expected: int | None = None
) -> Promise:
    """Record that the party signed the letter; raises Refused without a letter, or for a day that cannot be."""
    with tracing(case_id, "receive_promise", by=by, at=at, expected=expected) as case:
        row = Promise.objects.filter(case=case, state=PromiseState.DRAFTED).first()
        refuse(obstacles_to_receiving(received_on, drafted_on=row.drafted_on if row else None))
        refuse(
            obstacles_to_check_plan(received_on, today=timezone.localdate(at), field="received_on", past=True)
        )
        assert row is not None  # noqa: S101 - refused above
        row.received_on, row.signed_by, row.state = received_on, signed_by, PromiseState.RECEIVED
        row.save()
        return row


def _still_to_come(day: date | None, today: date) -> date | None:
    return day if day is not None and day >= today else None


def wording_of(case: Case, correct_by: date | None) -> str:
    """The letter as the house proposes it, in the language of the organs of the city.

    The party promises nothing that the law does not ask of it.
    """
    with translation.override(LetterLanguage.CHINESE):
        return _wording(case, correct_by)


def _wording(case: Case, correct_by: date | None) -> str:
    first = _("We know that this breaks the law: %(matter)s.") % {"matter": case.matter.name}
    by_then = _("We correct it by %(day)s, and keep it in order from then on.") % {
        "day": day_text(correct_by)
    }
    at_once = _("We correct it, and keep it in order from then on.")
    last = _("We tell the organ when it is done, and let it look again.")
    return "\n".join((first, by_then if correct_by else at_once, last))
