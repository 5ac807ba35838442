"""The catalogue of a field: founded with its first risk point, reviewed, counted, handed over (Art. 9)."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Field, Organ
from enforcement.rules.reckoning import months_after
from foundation.actors import Actor
from foundation.due import plan
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from riskcontrol.models import CatalogueReview, RiskCatalogue
from riskcontrol.rules.calendar import next_month_begins, next_quarter_begins, next_year_begins
from riskcontrol.services.base import ARTICLE
from riskcontrol.services.quarters import count_quarters
from riskcontrol.vocabulary import ReviewCause

YEARLY, QUARTERLY, SEASONAL = "risk_catalogue:yearly", "risk_catalogue:quarterly", "risk_catalogue:season"
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
    plan_turn(made, YEARLY, next_year_begins(today))
    plan_turn(made, QUARTERLY, next_quarter_begins(today))
    plan_turn(made, SEASONAL, next_month_begins(today))
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
        open_review(found, cause, timezone.localdate(at), note=note)
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


def open_review(
    found: RiskCatalogue, cause: str, today: date, *, note: str = "", due_on: date | None = None
) -> None:
    """Open a review inside an act; without a day of its own it is concluded within a month."""
    due_on = due_on or months_after(today, MONTHS_TO_CONCLUDE)
    CatalogueReview(catalogue=found, cause=cause, note=note, begun_on=today, due_on=due_on).save()


def _locked(catalogue_id: int, *, by: Actor, expected: int | None) -> RiskCatalogue:
    found: RiskCatalogue = RiskCatalogue.objects.workable_by(by).locked(catalogue_id, expected=expected)
    return found


def plan_turn(found: RiskCatalogue, kind: str, day: date) -> None:
    """Plan the next turn of the clock, inside an act."""
    due_at = timezone.make_aware(datetime.combine(day, time()))
    plan(kind=kind, thing=f"risk_catalogue:{found.pk}", due_at=due_at, round=day.toordinal())


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
