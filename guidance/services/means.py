"""Linking guidance that was tried to the coercion that is proposed after it (Art. 5, 10 (2))."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from enforcement.models import CoerciveMeasure
from enforcement.services.cases.base import officer_of
from enforcement.vocabulary.coercion import CoercionState
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from guidance.models import GuidanceAction, MeansTried
from guidance.rules.means import MeansFacts, obstacles_to_unproven_means

ARTICLE = Article(10, "2")
OPEN_TO_MEANS = (CoercionState.DRAFT, CoercionState.PROPOSED, CoercionState.APPLIED)


def candidates(measure: CoerciveMeasure, *, by: Actor, at: datetime) -> Any:
    """Guidance that was given in the case or to its party before now, and is not linked yet."""
    linked = MeansTried.objects.standing().filter(measure=measure).values("action_id")
    about = Q(case_id=measure.case_id) | Q(counterpart_id=measure.case.counterpart_id)
    given = GuidanceAction.objects.visible_to(by).issued().filter(about, issued_at__lte=at)
    return given.exclude(pk__in=linked)


def name_means(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    action: GuidanceAction,
    why_not_enough: str,
    expected: int | None = None,
) -> MeansTried:
    """Say that ``action`` was tried and did not reach the purpose.

    Raises Refused once the measure is approved, and for guidance of another party or linked already.
    """
    by.require(Permission.COERCION_PROPOSE)
    with audited("coercion:name_means", by=by, at=at, under=ARTICLE):
        measure = _open_measure(measure_id, by=by, expected=expected)
        given = candidates(measure, by=by, at=at).filter(pk=action.pk).first()
        if given is None:
            raise Refused([_of_another_party()])
        means = MeansTried(
            measure=measure, action=given, why_not_enough=why_not_enough, named_by=officer_of(by)
        )
        means.save()
        measure.save()
        return means


def drop_means(means_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> MeansTried:
    """Take a link back that was made by mistake; that it stood there remains on record."""
    by.require(Permission.COERCION_PROPOSE)
    with audited("coercion:drop_means", by=by, at=at, under=ARTICLE):
        means: MeansTried = MeansTried.objects.workable_by(by).locked(means_id, expected=expected)
        measure = _open_measure(means.measure_id, by=by)
        means.dropped_at = at
        means.save()
        measure.save()
        return means


def means_needed(measure: CoerciveMeasure, _by: Actor, _at: datetime) -> Iterable[Obstacle]:
    """The obstacle to proposing and approving coercion after means that nobody can see (COE-1)."""
    claims, useless = bool(measure.means_tried.strip()), bool(measure.why_useless.strip())
    if not claims or useless or measure.approved_at is not None:
        return ()
    linked = MeansTried.objects.standing().filter(measure=measure).count()
    return obstacles_to_unproven_means(MeansFacts(claims, useless, linked))


def _open_measure(measure_id: int, *, by: Actor, expected: int | None = None) -> CoerciveMeasure:
    found: CoerciveMeasure = CoerciveMeasure.objects.workable_by(by).locked(measure_id, expected=expected)
    if found.state not in OPEN_TO_MEANS or found.approved_at is not None:
        raise Refused([_is_approved()])
    return found


def _is_approved() -> Obstacle:
    return Obstacle(
        code="coercion:approved_as_it_was",
        message=_("The head approved the note as it was."),
        article=ARTICLE,
        next_step=_("Correct the note first: then its approval is void, and links can be changed."),
    )


def _of_another_party() -> Obstacle:
    return Obstacle(
        code="coercion:other_party",
        message=_("This guidance was not given in this case or to its party, or it is linked already."),
        article=ARTICLE,
        field="action",
        next_step=_("Choose guidance that was given before."),
    )
