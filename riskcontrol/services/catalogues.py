"""The catalogue of a field: founded with its first risk point, counted each quarter, revised each year (Art. 9)."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Field, Officer, Organ
from enforcement.rules.reckoning import months_after
from enforcement.services.notifications import notify
from foundation.actors import SCHEDULER, Actor
from foundation.due import handles, plan
from foundation.models import DueItem
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission, Role
from foundation.record import audited
from riskcontrol.models import CatalogueReview, RiskCatalogue, RiskPoint
from riskcontrol.rules.calendar import (
    next_month_begins,
    next_quarter_begins,
    next_year_begins,
    season_begins,
    warning_due,
    yearly_revision_due,
)
from riskcontrol.services.base import ARTICLE
from riskcontrol.services.editions import issue_missing_editions
from riskcontrol.services.quarters import count_quarters
from riskcontrol.vocabulary import ReviewCause

YEARLY, QUARTERLY, SEASONAL = "risk_catalogue:yearly", "risk_catalogue:quarterly", "risk_catalogue:season"
KEEP = "risk_catalogue:keep"
MONTHS_TO_CONCLUDE = 1


def ensure_catalogue(field: Field, *, at: datetime) -> RiskCatalogue:
    """The catalogue of ``field``, founded with its turns planned when there is none; inside an act."""
    found = RiskCatalogue.objects.filter(field=field).first()
    if found is not None:
        return found
    keeper = Organ.objects.issuing_for(field)
    if keeper is None:
        raise Refused([_nobody_keeps(field)])
    made = RiskCatalogue(field=field, keeper=keeper)
    made.save()
    today = timezone.localdate(at)
    _plan(made, YEARLY, next_year_begins(today))
    _plan(made, QUARTERLY, next_quarter_begins(today))
    _plan(made, SEASONAL, next_month_begins(today))
    return made


def begin_review(
    catalogue_id: int, *, by: Actor, at: datetime, cause: str, note: str = "", expected: int | None = None
) -> RiskCatalogue:
    """Begin a review of the whole catalogue; raises Refused when one of that cause is open already."""
    by.require(Permission.RISK_EDIT)
    with audited("risk_catalogue:begin_review", by=by, at=at, under=ARTICLE, why=note):
        found = _locked(catalogue_id, by=by, expected=expected)
        if found.reviews.filter(cause=cause, concluded_on=None).exists():
            raise Refused([_open_already()])
        _open(found, cause, timezone.localdate(at), note=note)
        found.save()
        return found


def conclude_review(
    catalogue_id: int,
    *,
    by: Actor,
    at: datetime,
    review: CatalogueReview,
    findings: str,
    expected: int | None = None,
) -> RiskCatalogue:
    """Say what the review found; raises Forbidden to others than heads, DoesNotExist for a concluded one."""
    by.require(Permission.RISK_PUBLISH)
    with audited("risk_catalogue:conclude_review", by=by, at=at, under=ARTICLE, why=findings):
        found = _locked(catalogue_id, by=by, expected=expected)
        opened = found.reviews.get(pk=review.pk, concluded_on=None)
        opened.concluded_on, opened.concluded_by_id = timezone.localdate(at), by.officer_id
        opened.findings = findings
        opened.save()
        if opened.cause == ReviewCause.YEARLY:
            found.revised_on = opened.concluded_on
        found.save()
        return found


def hand_over(
    catalogue_id: int, *, by: Actor, at: datetime, keeper: Organ, expected: int | None = None
) -> RiskCatalogue:
    """Let another organ keep the catalogue; raises Refused when its duties do not cover the field."""
    by.require(Permission.RISK_PUBLISH)
    with audited("risk_catalogue:hand_over", by=by, at=at, under=ARTICLE):
        found = _locked(catalogue_id, by=by, expected=expected)
        if not keeper.organ_fields.filter(field=found.field_id).exists():
            raise Refused([_no_duty(keeper, found.field)])
        found.keeper = keeper
        found.save()
        return found


def count_now(catalogue_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> RiskCatalogue:
    """Count the quarters of the catalogue's risk points anew, late entries included."""
    by.require(Permission.RISK_EDIT)
    with audited("risk_catalogue:count", by=by, at=at, under=ARTICLE):
        found = _locked(catalogue_id, by=by, expected=expected)
        count_quarters(found, at=at)
        found.counted_on = timezone.localdate(at)
        found.save()
        return found


@handles(QUARTERLY)
def count_when_due(item: DueItem, at: datetime) -> None:
    """A quarter is over: its figures are counted, and the keepers look whether the levels still fit."""
    found = count_now(_key(item), by=SCHEDULER, at=at)
    due_on = months_after(timezone.localdate(at), MONTHS_TO_CONCLUDE)
    _turn(found, ReviewCause.QUARTERLY, due_on, item, at)
    _plan(found, QUARTERLY, next_quarter_begins(timezone.localdate(at)))


@handles(YEARLY)
def revise_when_due(item: DueItem, at: datetime) -> None:
    """A year begins: the whole catalogue is revised until the end of March."""
    found = RiskCatalogue.objects.get(pk=_key(item))
    _turn(found, ReviewCause.YEARLY, yearly_revision_due(timezone.localdate(at)), item, at)
    _plan(found, YEARLY, next_year_begins(timezone.localdate(at)))


@handles(SEASONAL)
def warn_when_season_begins(item: DueItem, at: datetime) -> None:
    """A month begins: what comes with its season is named to the keepers, who warn the trades."""
    found, today = RiskCatalogue.objects.get(pk=_key(item)), timezone.localdate(at)
    points = RiskPoint.objects.published().filter(field=found.field_id).order_by("code")
    names = [f"{p.code} {p.name_zh}" for p in points if season_begins(p.season_months, today.month)]
    if names:
        _turn(found, ReviewCause.SEASON, warning_due(today), item, at, note="\n".join(names))
    _plan(found, SEASONAL, next_month_begins(today))


@handles(KEEP)
def keep_what_was_published(_item: DueItem, at: datetime) -> None:
    """What was published before catalogues and editions were kept gets both, as it stands."""
    for field in Field.objects.filter(risk_points__isnull=False, risk_catalogue=None).distinct():
        with audited("risk_catalogue:found", by=SCHEDULER, at=at, under=ARTICLE):
            ensure_catalogue(field, at=at)
    issue_missing_editions(by=SCHEDULER, at=at)


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
            _open(found, cause, timezone.localdate(at), due_on=due_on, note=note)
        else:
            still_open.note = f"{still_open.note}\n{note}"
            still_open.save()
    for officer in keepers_of(found):
        notify(
            officer, kind=item.kind, thing=item.thing, round=item.round, at=at, url=found.get_absolute_url(),
            data={"name": found.field.name_zh, "day": due_on.isoformat()},
        )  # fmt: skip


def _open(
    found: RiskCatalogue, cause: str, today: date, *, note: str = "", due_on: date | None = None
) -> None:
    due_on = due_on or months_after(today, MONTHS_TO_CONCLUDE)
    CatalogueReview(catalogue=found, cause=cause, note=note, begun_on=today, due_on=due_on).save()


def _locked(catalogue_id: int, *, by: Actor, expected: int | None) -> RiskCatalogue:
    found: RiskCatalogue = RiskCatalogue.objects.workable_by(by).locked(catalogue_id, expected=expected)
    return found


def _plan(found: RiskCatalogue, kind: str, day: date) -> None:
    due_at = timezone.make_aware(datetime.combine(day, time()))
    plan(kind=kind, thing=f"risk_catalogue:{found.pk}", due_at=due_at, round=day.toordinal())


def _key(item: DueItem) -> int:
    return int(item.thing.partition(":")[2])


def _nobody_keeps(field: Field) -> Obstacle:
    return Obstacle(
        code="RSK-15",
        message=_("No organ of the city keeps the risk points of “%(field)s”.") % {"field": field},
        article=ARTICLE,
        next_step=_("Enter the organ with this field in the reference data first."),
    )


def _no_duty(organ: Organ, field: Field) -> Obstacle:
    return Obstacle(
        code="RSK-17",
        message=_("“%(field)s” is no duty of %(organ)s.") % {"field": field, "organ": organ},
        article=ARTICLE,
        field="keeper",
        next_step=_("Choose an organ whose duties cover the field."),
    )


def _open_already() -> Obstacle:
    return Obstacle(
        code="RSK-16",
        message=_("The catalogue is under such a review already."),
        article=ARTICLE,
        next_step=_("Conclude that one first."),
    )
