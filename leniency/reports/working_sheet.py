"""A list as the sheet in which it is worked on: what it holds can be imported again (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from django.utils.translation import gettext_lazy as _

from foundation.lists import Column
from foundation.lists.xlsx_file import write_xlsx
from leniency.models import LeniencyCondition, LeniencyEntry, LeniencyList
from leniency.vocabulary.short import SHEET_COLUMNS, short_of

LABELS = {
    "conditions": _("conditions as data"),
    "code": "code",  # by this word the first row is known for headings
}


def write_working_sheet(target: IO[bytes], found: LeniencyList) -> None:
    """Write the entries in the order of their codes, in the columns that an import reads."""
    entries = found.entries.select_related("matter").prefetch_related("conditions").order_by("code")
    write_xlsx(target, _columns(), _rows(entries), title=found.title)


def _columns() -> tuple[Column, ...]:
    return tuple(Column(name, LABELS.get(name) or _label(name)) for name in SHEET_COLUMNS)


def _label(name: str) -> Any:
    field: Any = LeniencyEntry._meta.get_field(name)
    return field.verbose_name


def _rows(entries: Any) -> Iterator[list[Any]]:
    for entry in entries:
        told = {
            **{name: getattr(entry, name) for name in SHEET_COLUMNS if name != "conditions"},
            "correct_first": "yes" if entry.correct_first else "no",
            "conditions": "; ".join(_short(condition) for condition in entry.conditions.all()),
            "matter": entry.matter.code if entry.matter else "",
        }
        yield [told[name] for name in SHEET_COLUMNS]


def _short(condition: LeniencyCondition) -> str:
    return short_of(
        condition.kind, number=condition.number, choice=condition.choice, sameness=condition.sameness,
        zh=condition.text_zh, en=condition.text_en,
    )  # fmt: skip
