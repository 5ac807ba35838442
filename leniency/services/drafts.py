"""How every act on a draft begins: permission, scope, lock, and that nothing published is touched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited, current_entry
from leniency.models import LeniencyEntry, LeniencyList
from leniency.vocabulary import ListState

ARTICLE = Article(10, "1")


def refuse_unless_draft(found: LeniencyList) -> None:
    """Raise Refused when the list has left the draft: what people rely on is not edited."""
    if found.state == ListState.DRAFT:
        return
    raise Refused(
        [
            Obstacle(
                code="LST-10",
                message=_("Only a draft can be changed; this list is “%(state)s”.")
                % {"state": found.get_state_display()},
                article=ARTICLE,
                next_step=_("Start a new edition; it replaces this one on the day it comes into force.")
                if found.is_public
                else _("Return the list to the draft first."),
            )
        ]
    )


@contextmanager
def changing(list_id: int, *, by: Actor) -> Iterator[None]:
    """Lock the draft that a part is changed of, and move its version: who read it before is told. In an open act."""
    current_entry()
    found = LeniencyList.objects.workable_by(by).locked(list_id)
    refuse_unless_draft(found)
    yield
    found.save()


@contextmanager
def drafting(
    list_id: int, action: str, *, by: Actor, at: datetime, expected: int | None = None
) -> Iterator[LeniencyList]:
    """Open ``leniency_list:<action>`` and lock the draft; its version moves with the act.

    Raises Forbidden, LeniencyList.DoesNotExist outside the actor's organ, Stale, and Refused.
    """
    by.require(Permission.LENIENCY_EDIT)
    with audited(f"leniency_list:{action}", by=by, at=at, under=ARTICLE):
        found = LeniencyList.objects.workable_by(by).locked(list_id, expected=expected)
        refuse_unless_draft(found)
        yield found
        found.save()


@contextmanager
def drafting_entry(
    entry_id: int, action: str, *, by: Actor, at: datetime, expected: int | None = None
) -> Iterator[LeniencyEntry]:
    """Open ``leniency_entry:<action>`` and lock an entry of a draft; raises like ``drafting``."""
    by.require(Permission.LENIENCY_EDIT)
    with audited(f"leniency_entry:{action}", by=by, at=at, under=ARTICLE):
        entry = LeniencyEntry.objects.workable_by(by).locked(entry_id, expected=expected)
        with changing(entry.list_id, by=by):
            yield entry
