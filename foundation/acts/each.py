"""The same act on several things: each by itself, so that what is refused leaves the others alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.acts.act import Act
from foundation.acts.once import Answer, KeyReused, fingerprint_of, once
from foundation.acts.perform import perform
from foundation.obstacles import Obstacle, Refused, Stale

MOST = 50
"""How many things one request may act on: each is a transaction, and somebody waits."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A thing by its key, in the version that was read."""

    key: int
    version: int


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one thing; nothing stands against what was done."""

    key: int
    obstacles: tuple[Obstacle, ...] = ()

    @property
    def is_done(self) -> bool:
        return not self.obstacles


def perform_each(
    act: Act, chosen: Iterable[Chosen], *, by: Actor, at: datetime, key: str = ""
) -> list[Result]:
    """Do ``act``, which needs no input, to each of ``chosen``; sent again under the same ``key``, once.

    Raises Forbidden: who may not do it to one may do it to none.
    """
    return [_one(act, one, by=by, at=at, key=f"{key}:{one.key}" if key else "") for one in chosen]


def _one(act: Act, one: Chosen, *, by: Actor, at: datetime, key: str) -> Result:
    def done() -> Answer:
        perform(act, {}, by=by, at=at, thing_id=one.key, expected=one.version)
        return Answer(200)

    try:
        once(done, actor=by, at=at, key=key, fingerprint=fingerprint_of(act.name, str(one.version)))
    except Refused as refused:
        return Result(one.key, refused.obstacles)
    except (Stale, KeyReused):
        return Result(one.key, (_changed(),))
    except ObjectDoesNotExist:
        return Result(one.key, (_unknown(),))
    return Result(one.key)


def _changed() -> Obstacle:
    return Obstacle(
        code="version:stale",
        message=_("Somebody changed this since you opened it."),
        next_step=_("Read it as it is now, and choose it again."),
    )


def _unknown() -> Obstacle:
    return Obstacle(
        code="thing:unknown",
        message=_("There is no such thing for you to work on."),
        next_step=_("Open the list anew."),
    )
