"""A scorecard as a table, for files (Art. 4)."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from django.utils.translation import gettext_lazy as _

from evaluation.reports.scorecards import Line, Scorecard
from foundation.lists import Column, Kind
from foundation.lists.csv_file import write_csv
from foundation.lists.xlsx_file import write_xlsx

_WRITERS = {"csv": write_csv, "xlsx": write_xlsx}
_NUMBERS = Kind.NUMBER

COLUMNS = (
    Column("code", _("code")),
    Column("name", _("indicator")),
    Column("article", _("article of the Measures")),
    Column("numerator", _("numerator"), kind=_NUMBERS),
    Column("denominator", _("denominator"), kind=_NUMBERS),
    Column("value", _("value"), kind=_NUMBERS),
    Column("low", _("interval from"), kind=_NUMBERS),
    Column("high", _("interval to"), kind=_NUMBERS),
    Column("before", _("period before"), kind=_NUMBERS),
    Column("floor", _("no marks at"), kind=_NUMBERS),
    Column("target", _("full marks at"), kind=_NUMBERS),
    Column("standing", _("state")),
    Column("score", _("score"), kind=_NUMBERS),
    Column("weight", _("weight"), kind=_NUMBERS),
    Column("weight_here", _("weight here"), kind=_NUMBERS),
)


def scorecard_file(card: Scorecard, form: str, *, title: str) -> IO[bytes]:
    """A file of the scorecard, ``form`` being ``csv`` or ``xlsx``, at its beginning."""
    target = SpooledTemporaryFile(max_size=1024 * 1024)  # noqa: SIM115 - the response closes it
    _WRITERS[form](target, COLUMNS, _rows(card), title=title)
    target.seek(0)
    return target


def _rows(card: Scorecard) -> Iterator[list[Any]]:
    for line in card.lines:
        yield [*_of_indicator(line), *_of_figure(line), *_of_score(line)]


def _of_indicator(line: Line) -> list[Any]:
    return [line.indicator.code, line.indicator.name, str(line.indicator.of_article)]


def _of_figure(line: Line) -> list[Any]:
    figure = line.figure
    counted = [figure.numerator, figure.denominator] if figure.value is not None else [None, None]
    return [*counted, *(_rounded(v) for v in (figure.value, figure.low, figure.high, line.before))]


def _of_score(line: Line) -> list[Any]:
    terms = line.indicator.terms
    standing = line.scored.standing
    score = None if line.scored.score is None else 100 * line.scored.score
    return [terms.floor, terms.target, str(standing.label), _rounded(score), terms.weight,
            _rounded(line.weight_here)]  # fmt: skip


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
