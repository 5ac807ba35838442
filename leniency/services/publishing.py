"""From opinions to publication and repeal, each step by who may take it (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from foundation.actors import Actor
from foundation.record import audited
from leniency.lifecycle import LIST_LIFECYCLE
from leniency.models import LeniencyList
from leniency.services.citing import write_links
from leniency.services.holding import plan_holding
from leniency.services.reviewing import plan_review


@contextmanager
def _taking(
    list_id: int,
    name: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None,
    why: str = "",
    overrides: dict[str, Any] | None = None,
) -> Iterator[LeniencyList]:
    """Take the transition ``name`` after the body has set what it needs; raises Refused and Stale."""
    transition = LIST_LIFECYCLE.transition(name)
    with audited(f"leniency_list:{name}", by=by, at=at, under=transition.article, why=why):
        found = LeniencyList.objects.workable_by(by).locked(list_id, expected=expected)
        yield found
        LIST_LIFECYCLE.take(found, name, by=by, at=at, overrides=overrides)
        found.save()


def seek_opinions(list_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> LeniencyList:
    """Send the draft to departments, firms or the public for opinions."""
    with _taking(list_id, "seek_opinions", by=by, at=at, expected=expected) as found:
        pass
    return found


def review_list(
    list_id: int, *, by: Actor, at: datetime, opinions: str, review: str, expected: int | None = None
) -> LeniencyList:
    """Record the opinions heard and the opinion on legality; never by who drafted the list."""
    with _taking(list_id, "review", by=by, at=at, expected=expected) as found:
        found.opinions, found.review = opinions, review
    return found


def return_to_draft(
    list_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> LeniencyList:
    """Take the list back to be changed."""
    with _taking(list_id, "return_to_draft", by=by, at=at, expected=expected, why=reason) as found:
        pass
    return found


def approve_list(
    list_id: int, *, by: Actor, at: datetime, approval: str, expected: int | None = None
) -> LeniencyList:
    """Record the collective decision."""
    with _taking(list_id, "approve", by=by, at=at, expected=expected) as found:
        found.approval = approval
    return found


def publish_list(
    list_id: int,
    *,
    by: Actor,
    at: datetime,
    document_number: str,
    effective_from: date,
    effective_to: date | None = None,
    expected: int | None = None,
    overrides: dict[str, Any] | None = None,
) -> LeniencyList:
    """Publish the list; the edition that it replaces ends on the day before.

    Warns of entries that add nothing, since their statute orders correction first.
    """
    with _taking(list_id, "publish", by=by, at=at, expected=expected, overrides=overrides) as found:
        found.document_number = document_number
        found.published_on = timezone.localdate(at)
        found.effective_from, found.effective_to = effective_from, effective_to
        write_links(found)
        plan_review(found, since=effective_from)
        plan_holding(found)
    if found.supersedes is not None:
        _end_before(found, by=by, at=at)
    return found


def _end_before(new: LeniencyList, *, by: Actor, at: datetime) -> None:
    last = (new.effective_from or timezone.localdate(at)) - timedelta(days=1)
    with audited("leniency_list:replace", by=by, at=at, under=LIST_LIFECYCLE.transition("publish").article):
        old = LeniencyList.objects.locked(new.supersedes_id)
        if old.effective_to is None or old.effective_to > last:
            old.effective_to = last
            old.save()


def repeal_list(
    list_id: int, *, by: Actor, at: datetime, repeal_reason: str, expected: int | None = None
) -> LeniencyList:
    """Repeal the list from today; it still counts for violations of its time (Penalty Law, Art. 37)."""
    with _taking(list_id, "repeal", by=by, at=at, expected=expected, why=repeal_reason) as found:
        found.repealed_on, found.repeal_reason = timezone.localdate(at), repeal_reason
    return found
