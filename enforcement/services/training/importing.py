"""Attendance from a sheet: every row is checked first, and nothing is written while one of them is wrong (Art. 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from enforcement.models import Officer, TrainingSession
from enforcement.rules.training import obstacles_to_recording_attendance
from enforcement.services.cases.base import refuse
from enforcement.services.sheets import in_row, refuse_rows, rows_of_sheet
from enforcement.services.training.sessions import attendants_of, changing_training, note_attendance
from foundation.actors import Actor
from foundation.permissions import Permission

_HEADS = frozenset({"user name", "name", "用户名", "姓名", "执法证号"})


@dataclass(frozen=True, slots=True)
class Line:
    """One sound row of the sheet."""

    officer: Officer
    hours: Decimal
    note: str


def try_attendance(
    session_id: int, *, by: Actor, at: datetime, file: Any, expected: int | None = None
) -> TrainingSession:
    """Check a sheet and write nothing; raises ValidationError with one line a wrong row."""
    by.require(Permission.TRAINING_EDIT)
    session: TrainingSession = TrainingSession.objects.workable_by(by).get(pk=session_id)
    refuse(obstacles_to_recording_attendance(session.facts(by=by, at=at)))
    lines_of(file, session)
    return session


def import_attendance(
    session_id: int, *, by: Actor, at: datetime, file: Any, expected: int | None = None
) -> TrainingSession:
    """Record a sheet of attendance: user name, certificate number or name in A, hours in B, a note in C.

    Raises ValidationError with one line a wrong row; then nothing is written.
    """
    with changing_training(session_id, "import", by=by, at=at, expected=expected) as session:
        refuse(obstacles_to_recording_attendance(session.facts(by=by, at=at)))
        for line in lines_of(file, session):
            note_attendance(session, line.officer, line.hours, line.note)
        session.save()
        return session


def lines_of(file: Any, session: TrainingSession) -> list[Line]:
    """The rows of the sheet; raises ValidationError naming every wrong one."""
    known = _names(attendants_of(session.organ_id))
    lines: list[Line] = []
    errors: list[str] = []
    seen: dict[int, int] = {}
    for number, row in _rows(file):
        try:
            line = _line(row, known, Decimal(session.hours))
            _refuse_twice(line.officer.pk, number, seen)
            lines.append(line)
        except ValueError as error:
            errors.append(in_row(number, error))
    if not lines and not errors:
        errors = [_("The sheet is empty.")]
    refuse_rows(errors)
    return lines


def _refuse_twice(officer_id: int, number: int, seen: dict[int, int]) -> None:
    if officer_id in seen:
        raise ValueError(_("the same officer stands in row %(row)s already.") % {"row": seen[officer_id]})
    seen[officer_id] = number


def _line(row: list[Any], known: dict[str, list[Officer]], most: Decimal) -> Line:
    name = str(row[0]).strip()
    found = known.get(name.casefold(), [])
    if len(found) != 1:
        twice, nobody = (
            _("two officers are called “%(name)s”: write the user name."),
            _("there is no officer “%(name)s”."),
        )
        text = twice if found else nobody
        raise ValueError(text % {"name": name[:40]})
    note = str(row[2]).strip()[:200] if len(row) > 2 else ""
    return Line(found[0], _hours(row[1] if len(row) > 1 else "", most), note)


def _hours(value: Any, most: Decimal) -> Decimal:
    """Empty means all of the training's hours."""
    text = str(value).strip()
    if not text:
        return most
    try:
        hours = Decimal(text).quantize(Decimal("0.1"))
    except InvalidOperation as error:
        raise ValueError(_("“%(text)s” is no number of hours.") % {"text": text[:20]}) from error
    if not 0 < hours <= most:
        raise ValueError(_("the hours lie between 0 and %(most)s.") % {"most": most})
    return hours


def _names(officers: Any) -> dict[str, list[Officer]]:
    """Officers by everything they may be called in a sheet."""
    found: dict[str, list[Officer]] = {}
    for officer in officers:
        for name in {officer.username, officer.certificate_number, officer.name_zh, officer.name_en} - {""}:
            found.setdefault(name.casefold(), []).append(officer)
    return found


def _rows(file: Any) -> Iterator[tuple[int, list[Any]]]:
    for number, row in enumerate(rows_of_sheet(file), start=1):
        first = str(row[0]).strip() if row else ""
        if first and not (number == 1 and first.casefold() in _HEADS):
            yield number, row
