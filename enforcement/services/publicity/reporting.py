"""Recording that the yearly report was published, which ends the task; and correcting the record (Art. 4; PUB-5)."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Organ, YearlyReport
from enforcement.rules.yearly_reports import obstacles_to_recording_report
from enforcement.services.cases.base import officer_of, refuse
from enforcement.services.publicity.yearly import stop_asking_for_report
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited

LONGEST_NAME = 200


def record_yearly_report(
    *,
    by: Actor,
    at: datetime,
    year: int,
    published_on: date,
    address: str,
    file: Any = None,
    note: str = "",
) -> YearlyReport:
    """Record the published report of the actor's organ; of its file the name and the fingerprint are kept.

    Raises Refused for a year that was not over, and ValidationError for a year that is recorded already.
    """
    by.require(Permission.CASE_APPROVE)
    refuse(obstacles_to_recording_report(today=timezone.localdate(at), year=year, published_on=published_on))
    with audited("publicity:report", by=by, at=at, under=Article(4)):
        organ = Organ.objects.get(pk=by.organ_id or 0)
        row = YearlyReport(
            year=year, published_on=published_on, address=address, note=note, recorded_by=officer_of(by),
            **_print_of(file),
        )  # fmt: skip
        row.place_under(organ)
        row.save()
        stop_asking_for_report(organ.pk)
    return row


def correct_yearly_report(
    report_id: int,
    *,
    by: Actor,
    at: datetime,
    published_on: date,
    address: str,
    file: Any = None,
    note: str = "",
    expected: int | None = None,
) -> YearlyReport:
    """Correct day, address or remark; a new file takes the place of the fingerprint, none leaves it."""
    by.require(Permission.CASE_APPROVE)
    with audited("publicity:correct_report", by=by, at=at, under=Article(4)):
        row: YearlyReport = YearlyReport.objects.workable_by(by).locked(report_id, expected=expected)
        today = timezone.localdate(at)
        refuse(obstacles_to_recording_report(today=today, year=row.year, published_on=published_on))
        row.published_on, row.address, row.note = published_on, address, note
        for name, value in _print_of(file).items():
            setattr(row, name, value)
        row.save()
    return row


def _print_of(file: Any) -> dict[str, str]:
    """The name of a file and its SHA-256, read piece by piece: everybody can compare what stands at the address."""
    if file is None:
        return {}
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    return {"file_name": file.name[-LONGEST_NAME:], "sha256": digest.hexdigest()}
