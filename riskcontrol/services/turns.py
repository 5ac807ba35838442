"""The turns of the clock for each catalogue: by season, by quarter, by year, and once after an upgrade (Art. 9)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from enforcement.models import Field, Officer
from enforcement.rules.reckoning import months_after
from enforcement.services.notifications import notify
from foundation.actors import SCHEDULER
from foundation.due import handles
from foundation.models import DueItem
from foundation.permissions import Role
from foundation.record import audited
from riskcontrol.models import RiskCatalogue, RiskPoint
from riskcontrol.rules.calendar import (
    next_month_begins,
    next_quarter_begins,
    next_year_begins,
    season_begins,
    warning_due,
    yearly_revision_due,
)
from riskcontrol.services.base import ARTICLE
from riskcontrol.services.catalogues import (
    MONTHS_TO_CONCLUDE,
    QUARTERLY,
    SEASONAL,
    YEARLY,
    count_now,
    ensure_catalogue,
    open_review,
    plan_turn,
)
from riskcontrol.services.editions import issue_missing_editions
from riskcontrol.vocabulary import ReviewCause

KEEP = "risk_catalogue:keep"


@handles(QUARTERLY)
def count_when_due(item: DueItem, at: datetime) -> None:
    """A quarter is over: its figures are counted, and the keepers look whether the levels still fit."""
    found = count_now(_key(item), by=SCHEDULER, at=at)
    due_on = months_after(timezone.localdate(at), MONTHS_TO_CONCLUDE)
    _turn(found, ReviewCause.QUARTERLY, due_on, item, at)
    plan_turn(found, QUARTERLY, next_quarter_begins(timezone.localdate(at)))


@handles(YEARLY)
def revise_when_due(item: DueItem, at: datetime) -> None:
    """A year begins: the whole catalogue is revised until the end of March."""
    found = RiskCatalogue.objects.get(pk=_key(item))
    _turn(found, ReviewCause.YEARLY, yearly_revision_due(timezone.localdate(at)), item, at)
    plan_turn(found, YEARLY, next_year_begins(timezone.localdate(at)))


@handles(SEASONAL)
def warn_when_season_begins(item: DueItem, at: datetime) -> None:
    """A month begins: what comes with its season is named to the keepers, who warn the trades."""
    found, today = RiskCatalogue.objects.get(pk=_key(item)), timezone.localdate(at)
    points = RiskPoint.objects.published().filter(field=found.field_id).order_by("code")
    names = [f"{p.code} {p.name_zh}" for p in points if season_begins(p.season_months, today.month)]
    if names:
        _turn(found, ReviewCause.SEASON, warning_due(today), item, at, note="\n".join(names))
    plan_turn(found, SEASONAL, next_month_begins(today))


@handles(KEEP)
def keep_what_was_published(_item: DueItem, at: datetime) -> None:
    """What was published before catalogues and editions were kept gets both, as it stands."""
    issue_missing_editions(by=SCHEDULER, at=at)
    for field in Field.objects.filter(risk_points__isnull=False, risk_catalogue=None).distinct():
        with audited("risk_catalogue:found", by=SCHEDULER, at=at, under=ARTICLE):
            ensure_catalogue(field, at=at)


def keepers_of(found: RiskCatalogue) -> list[Officer]:
    """Heads and reviewers of the organ that keeps the catalogue, each once."""
    keeping = Officer.objects.active().filter(
        organ_id=found.keeper_id, grants__role__in=[Role.HEAD, Role.REVIEWER]
    )
    return list(keeping.distinct().order_by("pk"))


def _turn(
    found: RiskCatalogue, cause: str, due_on: date, item: DueItem, at: datetime, note: str = ""
) -> None:
    """Open the review; one that is still open stays, with its day, and learns what is new."""
    still_open = found.reviews.filter(cause=cause, concluded_on=None).first()
    if still_open is not None and not note:
        return
    with audited("risk_catalogue:begin_review", by=SCHEDULER, at=at, under=ARTICLE, why=note):
        if still_open is None:
            open_review(found, cause, timezone.localdate(at), due_on=due_on, note=note)
        else:
            still_open.note = f"{still_open.note}\n{note}"
            still_open.save()
    for officer in keepers_of(found):
        notify(
            officer, kind=item.kind, thing=item.thing, round=item.round, at=at, url=found.get_absolute_url(),
            data={"name": found.field.name_zh, "day": due_on.isoformat()},
        )  # fmt: skip


def _key(item: DueItem) -> int:
    return int(item.thing.partition(":")[2])
