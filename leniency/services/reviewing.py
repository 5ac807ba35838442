"""Looking back at a list in force: once a year by itself, or when something gives cause (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import date, datetime, time

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer
from enforcement.rules.reckoning import months_after
from enforcement.services.notifications import notify
from foundation.actors import SCHEDULER, Actor
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission, Role
from foundation.record import audited
from leniency.models import LeniencyList, ListReview
from leniency.services.drafts import ARTICLE
from leniency.vocabulary import ReviewCause, Standing

REVIEW = "leniency_list:review"
MONTHS_TO_CONCLUDE = 1
REVIEWED_WHEN = (Standing.COMING, Standing.EFFECTIVE, Standing.UNDER_REVIEW)


def plan_review(found: LeniencyList, *, since: date) -> None:
    """Plan the next yearly review, counted from ``since``; inside the act that makes it due."""
    day = months_after(since, settings.LENIENCY_REVIEW_MONTHS)
    thing = f"leniency_list:{found.pk}"
    cancel(kind=REVIEW, thing=thing)
    due_at = timezone.make_aware(datetime.combine(day, time()))
    plan(kind=REVIEW, thing=thing, due_at=due_at, round=day.toordinal())


def begin_review(
    list_id: int, *, by: Actor, at: datetime, cause: str, note: str = "", expected: int | None = None
) -> LeniencyList:
    """Begin a review of a published list; raises Refused when it is not in force, or under review already."""
    by.require(Permission.LENIENCY_EDIT)
    with audited("leniency_list:begin_review", by=by, at=at, under=ARTICLE, why=note):
        found: LeniencyList = LeniencyList.objects.workable_by(by).locked(list_id, expected=expected)
        today = timezone.localdate(at)
        if found.standing_on(today) not in REVIEWED_WHEN:
            raise Refused([_not_reviewed(_("Only a list in force is reviewed."))])
        if found.open_review is not None:
            raise Refused([_not_reviewed(_("The list is under review already."))])
        due_on = months_after(today, MONTHS_TO_CONCLUDE)
        ListReview(list=found, cause=cause, note=note, begun_on=today, due_on=due_on).save()
        found.save()
        return found


def conclude_review(
    list_id: int, *, by: Actor, at: datetime, outcome: str, findings: str, expected: int | None = None
) -> LeniencyList:
    """Say what the review found and what follows; the next one is planned. Raises Refused without a review."""
    by.require(Permission.LENIENCY_PUBLISH)
    with audited("leniency_list:conclude_review", by=by, at=at, under=ARTICLE, why=findings):
        found: LeniencyList = LeniencyList.objects.workable_by(by).locked(list_id, expected=expected)
        review = found.open_review
        if review is None:
            raise Refused([_not_reviewed(_("No review of this list is open."))])
        review.concluded_on, review.concluded_by_id = timezone.localdate(at), by.officer_id
        review.outcome, review.findings = outcome, findings
        review.save()
        found.save()
        plan_review(found, since=review.concluded_on)
        return found


@handles(REVIEW)
def review_when_due(item: DueItem, at: datetime) -> None:
    """A year is over: the review begins, and who drafts and heads in the organ are told."""
    found = LeniencyList.objects.get(pk=item.thing.partition(":")[2])
    if found.standing_on(timezone.localdate(at)) != Standing.EFFECTIVE:
        return
    begun = begin_review(found.pk, by=SCHEDULER, at=at, cause=ReviewCause.ANNUAL)
    due_on = begun.reviews.get(concluded_on=None).due_on
    for officer in keepers_of(found):
        notify(
            officer, kind=REVIEW, thing=item.thing, round=item.round, at=at, url=found.get_absolute_url(),
            data={"number": found.document_number, "day": due_on.isoformat()},
        )  # fmt: skip


def keepers_of(found: LeniencyList) -> list[Officer]:
    """Who keeps a list: whoever drafted it and the heads of its organ, each once."""
    heads = Officer.objects.active().filter(organ_id=found.organ_id, grants__role=Role.HEAD)
    return list({o.pk: o for o in (found.drafted_by, *heads) if o is not None}.values())


def _not_reviewed(message: object) -> Obstacle:
    return Obstacle(
        code="LST-15",
        message=message,
        article=ARTICLE,
        next_step=_("The page of the list shows its reviews and where it stands."),
    )
