"""What a firm does with the code of a visit: verify the officers, and rate the visit afterwards (Art. 6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from enforcement.models import Inspection, InspectionRating
from enforcement.rules.inspections import obstacles_to_rating
from enforcement.vocabulary import InspectionState, NotShown
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.record import audited


def inspection_of_code(code: str, *, at: datetime) -> Inspection | None:
    """The visit whose code is still valid at ``at``; nothing for an unknown or expired one."""
    found: Inspection | None = (
        Inspection.objects.with_everything().filter(code=code.upper(), code_expires_at__gt=at).first()
    )
    return found


def rate_inspection(
    *,
    by: Actor,
    at: datetime,
    code: str,
    manner: int,
    not_shown: Iterable[str] = (),
    no_gos: Iterable[str] = (),
    words: str = "",
) -> InspectionRating:
    """Keep the firm's rating, once; the organ does not see it. Raises Refused, or DoesNotExist."""
    with audited("inspection:rate", by=by, at=at, under=Article(6)):
        inspection = Inspection.objects.select_for_update(of=("self",)).get(
            code=code.upper(), code_expires_at__gt=at
        )
        found = obstacles_to_rating(
            is_concluded=inspection.state == InspectionState.CONCLUDED,
            is_rated=InspectionRating.objects.filter(inspection=inspection).exists(),
            is_officer=by.officer_id is not None,
        )
        if obstacles := list(found):
            raise Refused(obstacles)
        missed = list(not_shown)
        rating = InspectionRating(
            inspection=inspection, manner=manner, certificates_shown=NotShown.CERTIFICATES not in missed,
            not_shown=missed, no_gos=list(no_gos), words=words, rated_at=at,
        )  # fmt: skip
        rating.save()
        return rating
