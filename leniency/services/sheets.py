"""The entries of a draft from a sheet: every row is checked first, then all are written or none (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from enforcement.models import Matter
from enforcement.services.sheets import in_row, lines_of_sheet, refuse_rows, refuse_twice
from foundation.actors import Actor
from foundation.permissions import Permission
from leniency.models import LeniencyCondition, LeniencyEntry, LeniencyList
from leniency.rules.repeating import obstacles_to_repeating, said_by
from leniency.services.drafts import drafting, refuse_unless_draft
from leniency.services.row_faults import Faults
from leniency.vocabulary.short import SHEET_COLUMNS, read_conditions

YES = frozenset({"1", "true", "x", "yes", "√", "是"})
NO = frozenset({"", "0", "false", "no", "否", "—"})
HEADS = frozenset({"code", "序号", "编号", "代码"})


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A sound row: the values of an entry and the terms of its conditions."""

    values: dict[str, Any]
    conditions: list[dict[str, Any]]


def try_entries(
    list_id: int, *, by: Actor, at: datetime, file: Any, expected: int | None = None
) -> LeniencyList:
    """Check a sheet and write nothing; raises as ``import_entries``."""
    by.require(Permission.LENIENCY_EDIT)
    found: LeniencyList = LeniencyList.objects.workable_by(by).get(pk=list_id)
    refuse_unless_draft(found)
    _sound(file, found)
    return found


def import_entries(
    list_id: int, *, by: Actor, at: datetime, file: Any, expected: int | None = None
) -> LeniencyList:
    """Enter the rows of a sheet: an entry of the same code is replaced, the others are added, none is removed.

    Raises ValidationError with one line a wrong row, Refused when the list is no draft, and Stale.
    """
    with drafting(list_id, "import_entries", by=by, at=at, expected=expected) as found:
        there = {entry.code: entry for entry in found.entries.prefetch_related("conditions")}
        for row in _sound(file, found):
            _write(row, there.get(row.values["code"]), found)
        return found


def _write(row: SheetRow, entry: LeniencyEntry | None, found: LeniencyList) -> None:
    entry = entry or LeniencyEntry(list=found)
    for name, value in row.values.items():
        setattr(entry, name, value)
    entry.save()
    for condition in entry.conditions.all():
        condition.delete()
    rows = [LeniencyCondition(entry=entry, **terms) for terms in row.conditions]
    LeniencyCondition.objects.record_bulk_create(rows)


def _sound(file: Any, found: LeniencyList) -> list[SheetRow]:
    matters = {matter.code: matter for matter in Matter.objects.all()}
    rows: list[SheetRow] = []
    errors: list[str] = []
    codes: set[str] = set()
    for number, cells in lines_of_sheet(file, width=len(SHEET_COLUMNS), heads=HEADS):
        try:
            rows.append(_row(cells, found, matters))
            refuse_twice(rows[-1].values["code"], codes)
        except ValueError as error:
            errors.append(in_row(number, error))
        except ValidationError as error:
            errors.append(in_row(number, " ".join(error.messages)))
    if not rows and not errors:
        errors = [_("The sheet is empty.")]
    refuse_rows(errors)
    return rows


def _row(cells: list[str], found: LeniencyList, matters: Mapping[str, Matter]) -> SheetRow:
    """The row as it will be written; raises ValidationError with all that is wrong, each under its column."""
    values: dict[str, Any] = dict(zip(SHEET_COLUMNS, cells, strict=False))
    faults, written = Faults(), values.pop("conditions")
    terms = faults.of("conditions", lambda: read_conditions(written)) or []
    values["correct_first"] = faults.of("correct_first", lambda: _yes(values["correct_first"]))
    values["matter"] = faults.of("matter", lambda: _matter(values["matter"], matters))
    entry = LeniencyEntry(list=found, **values)
    faults.of("", lambda: entry.clean_fields(exclude=["list", "matter", *faults.found]))
    for one in terms:
        faults.of("conditions", partial(_check, LeniencyCondition(entry=entry, **one)))
    for obstacle in obstacles_to_repeating(said_by(**one) for one in terms):
        faults.note("conditions", str(obstacle.message))
    faults.refuse()
    return SheetRow(values, terms)


def _check(condition: LeniencyCondition) -> None:
    condition.clean_fields(exclude=["entry"])
    condition.validate_constraints(exclude=["entry"])


def _yes(text: str) -> bool:
    if text.casefold() not in YES | NO:
        raise ValueError(_("“%(text)s” is neither yes nor no.") % {"text": text[:20]})
    return text.casefold() in YES


def _matter(code: str, matters: Mapping[str, Matter]) -> Matter | None:
    if code and code not in matters:
        raise ValueError(_("There is no enforcement matter with the code %(code)s.") % {"code": code[:40]})
    return matters.get(code)
