"""The effect of guidance as a table, for files (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from django.utils.translation import gettext_lazy as _

from enforcement.models.base import in_words
from foundation.lists import Column, Kind
from foundation.lists.csv_file import write_csv
from foundation.lists.xlsx_file import write_xlsx
from guidance.reports.effect import EffectLine, EffectReport, Figures
from guidance.vocabulary import EffectCut, Way

_WRITERS = {"csv": write_csv, "xlsx": write_xlsx}
_NUMBERS = ("total", "effective", "shown", "partly", "ineffective", "watched", "recurred")
COLUMNS = (
    Column("cut", _("looked at by")),
    Column("name", _("name")),
    Column("total", _("concluded"), kind=Kind.NUMBER),
    Column("effective", _("effective"), kind=Kind.NUMBER),
    Column("shown", _("effective, and shown by what"), kind=Kind.NUMBER),
    Column("partly", _("partly effective"), kind=Kind.NUMBER),
    Column("ineffective", _("not effective"), kind=Kind.NUMBER),
    Column("watched", _("of a party in a matter"), kind=Kind.NUMBER),
    Column("recurred", _("came up again within a year"), kind=Kind.NUMBER),
)


def effect_file(report: EffectReport, form: str, *, title: str) -> IO[bytes]:
    """A file of the report, ``form`` being ``csv`` or ``xlsx``, at its beginning."""
    target = SpooledTemporaryFile(max_size=1024 * 1024)  # noqa: SIM115 - the response closes it
    _WRITERS[form](target, COLUMNS, _rows(report), title=title)
    target.seek(0)
    return target


def name_of(line: EffectLine) -> str:
    """What a line is called in the reader's language."""
    if line.cut == EffectCut.WAY:
        return str(Way(line.key).label)
    if line.cut == EffectCut.MONTH:
        return line.key
    return in_words(*line.names) if line.key else str(_("no matter named"))


def _rows(report: EffectReport) -> Iterator[list[Any]]:
    yield [str(_("all together")), "", *_figures(report.total)]
    for line in report.lines:
        yield [str(EffectCut(line.cut).label), name_of(line), *_figures(line.figures)]


def _figures(figures: Figures) -> list[int]:
    return [getattr(figures, name) for name in _NUMBERS]
