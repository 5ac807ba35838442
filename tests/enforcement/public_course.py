"""Leading the public text of a decision, and a remedy against it, to the state that a test is about."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from enforcement.models import Case, CoerciveMeasure, Inspection, Publication, Remedy
from enforcement.services import publicity, remedies
from tests.city import City
from tests.enforcement.case_course import AFTER_DEFENCE, decided


def text_of(row: Publication) -> dict[str, Any]:
    """The text as the file gives it."""
    return publicity.drafted_text_of(Publication.objects.get(pk=row.pk))


def publication_of(thing: CoerciveMeasure | Inspection) -> Publication:
    """The publicity that a measure or an inspection brought with it."""
    return Publication.objects.all().of_thing(thing).get()


def published(
    city: City, case: Case | None = None, *, row: Publication | None = None, at: datetime = AFTER_DEFENCE
) -> Publication:
    """A penalty, or what ``row`` tells of, whose text was drafted, approved by the head, and published."""
    row = row or Publication.objects.get(case=case or decided(city))
    publicity.draft_text(row.pk, by=city.actor("officer"), at=at, **text_of(row))
    publicity.approve_text(row.pk, by=city.actor("head"), at=at)
    return publicity.publish(row.pk, by=city.actor("officer"), at=at)


def undone(
    city: City, row: Publication, *, on: date, result: str = "revoked", reason: str = "事实不清。"
) -> Remedy:
    """A reconsideration that ended on that day."""
    officer, at = city.actor("officer"), AFTER_DEFENCE
    remedies.file_remedy(
        row.case_id,
        by=officer,
        at=at,
        kind="reconsideration",
        body="示例市人民政府",
        filed_on=on,
        grounds="不服",
    )
    remedy = Remedy.objects.get(case=row.case_id)
    remedies.accept_remedy(remedy.pk, by=officer, at=at, accepted_on=on, number="复字1号")
    return remedies.conclude_remedy(
        remedy.pk, by=officer, at=at, result=result, ended_on=on, decision_number="复决字1号", reason=reason
    )
