"""Publishing an approved text as an edition, and correcting it by another (PUB-1, 4; Penalty Law, Art. 48)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Publication, PublicEdition
from enforcement.models.publicity import TEXTS
from enforcement.rules.limits_after import end_of_publicity, is_slight
from enforcement.rules.reckoning import months_after
from enforcement.services.cases.base import officer_of
from enforcement.services.publicity.base import taking_text
from enforcement.services.publicity.drafting import write_text
from enforcement.services.publicity.watching import tell_heads
from enforcement.services.rules.setting import parameter
from enforcement.vocabulary.publicity import PublicKind
from foundation.actors import Actor

MARKET = "market"
LOW_FINE, ELSEWHERE_MONTHS, RESULT_MONTHS = 3000, 36, 12


def publish(publication_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Publication:
    """Publish what was approved; raises Refused for what may not be shown."""
    today = timezone.localdate(at)
    parts: list[Any] = []
    with taking_text(publication_id, "publish", by=by, at=at, expected=expected, parts=parts) as row:
        row.published_on, row.until_on = today, last_day(row, today)
        row.withdrawn_on, row.withdrawal_reason = None, ""
        _put(row, today, parts)
    return row


def correct_text(
    publication_id: int,
    *,
    by: Actor,
    at: datetime,
    party: str,
    violation: str,
    basis: str,
    result: str,
    correction_reason: str,
    concerns: list[str] | None = None,
    masking: str = "",
    expected: int | None = None,
) -> Publication:
    """Write another text; the one before stays up until a head publishes this one."""
    with taking_text(
        publication_id, "correct", by=by, at=at, expected=expected, why=correction_reason
    ) as row:
        write_text(row, party=party, violation=violation, basis=basis, result=result)
        row.concerns, row.masking = concerns or [], masking
        row.correction_reason = correction_reason
    tell_heads(row, "publicity:correction", at=at, day=timezone.localdate(at))
    return row


def publish_correction(
    publication_id: int, *, by: Actor, at: datetime, expected: int | None = None
) -> Publication:
    """Put the corrected text in the place of the one before; the term goes on."""
    today = timezone.localdate(at)
    parts: list[Any] = []
    with taking_text(
        publication_id, "publish_correction", by=by, at=at, expected=expected, parts=parts
    ) as row:
        row.approved_by, row.approved_on = officer_of(by), today
        _put(row, today, parts)
    return row


def drop_correction(
    publication_id: int, *, by: Actor, at: datetime, expected: int | None = None
) -> Publication:
    """Leave the text as it is published."""
    with taking_text(publication_id, "drop_correction", by=by, at=at, expected=expected) as row:
        write_text(row, **{name: getattr(row.edition, name) for name in TEXTS})
        row.correction_reason = ""
    return row


def last_day(row: Publication, published_on: date) -> date:
    """The last day of publicity: laid down for penalties of market supervision, else a setting of the city."""
    if row.kind != PublicKind.PENALTY:
        return months_after(published_on, parameter("PUB-4", row.kind, default=RESULT_MONTHS))
    decision, field = row.case.decision, row.case.matter.field  # type: ignore[union-attr]
    if field.code != MARKET:
        return months_after(published_on, parameter("PUB-4", "elsewhere", default=ELSEWHERE_MONTHS))
    low = parameter("PUB-4", "low_fine", default=LOW_FINE)
    return end_of_publicity(
        published_on, is_slight=is_slight(decision.penalty_kind, decision.fine, low_fine=low)
    )


def _put(row: Publication, today: date, parts: list[Any]) -> None:
    """Make the text an edition of its own, and the row show it."""
    row.edition = PublicEdition(
        publication=row,
        number=row.editions.count() + 1,
        published_on=today,
        approved_by=row.approved_by,
        correction_reason=row.correction_reason,
        **{name: getattr(row, name) for name in TEXTS},
    )
    row.correction_reason = ""
    parts.append(row.edition)
