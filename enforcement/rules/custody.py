"""The chain of custody has no gap backwards, and ends when the thing is given back (Penalty Law, Art. 46)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import CustodyKind
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle


def obstacles_to_custody(
    *,
    happened_at: datetime,
    now: datetime,
    collected_on: date,
    happened_on: date,
    last_at: datetime | None,
    last_kind: str,
) -> Iterator[Obstacle]:
    """A step lies after the one before it and not in the future; what was given back has no more steps."""
    if happened_at > now:
        yield _wrong(
            _("This moment lies in the future."), _("Record what has happened when it has happened.")
        )
    if happened_on < collected_on or (last_at is not None and happened_at < last_at):
        yield _wrong(
            _("This moment lies before the step that it follows."),
            _("Steps are recorded in their order and never changed."),
        )
    if last_kind == CustodyKind.RETURNED:
        yield _wrong(_("This evidence was given back."), _("Nothing is left to record."))


def _wrong(message: Any, next_step: Any) -> Obstacle:
    return Obstacle(
        code="evidence:custody",
        message=message,
        article=Article(6),
        citation=Citation(PENALTY, "46"),
        field="happened_at",
        next_step=next_step,
    )
