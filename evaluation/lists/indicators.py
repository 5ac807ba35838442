"""The list of indicators: what is counted and how it is scored (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name
from evaluation.lists.wording import target_text, value_text
from evaluation.models import EvaluationPeriod, Indicator
from evaluation.reports.measures import MEASURES
from evaluation.vocabulary import Direction, PeriodKind, Unit
from foundation.articles import Article
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from foundation.vocabulary import Tone


def _article(value: str, _context: RowContext) -> str:
    return str(Article.parse(value))


def _is_measured(code: str, _context: RowContext) -> bool:
    return code in MEASURES


def _measured_words(value: bool, _context: RowContext) -> Any:
    return _("measured") if value else _("not measured yet")


def _target(value: tuple[Any, str, str], _context: RowContext) -> str:
    return target_text(*value)


def _floor(value: tuple[Any, str], _context: RowContext) -> str:
    return value_text(*value)


INDICATOR_LIST = ListSpec(
    name="indicators",
    title=_("Indicators"),
    columns=(
        Column("code", _("code"), kind=Kind.LINK),
        Column("name", _("indicator"), ("name_zh", "name_en"), build=either_name, api=False),
        Column("name_zh", _("name (Chinese)"), page=False, export=False),
        Column("name_en", _("name (English)"), page=False, export=False),
        Column("article", _("article of the Measures"), display=_article),
        Column("formula", _("what is counted"), ("formula_zh", "formula_en"), build=either_name, api=False),
        Column("formula_zh", _("what is counted (Chinese)"), page=False, export=False),
        Column("formula_en", _("what is counted (English)"), page=False, export=False),
        Column("weight", _("weight"), kind=Kind.NUMBER),
        Column("direction", _("direction"), choices=Direction, filter="choices", page=False),
        Column("unit", _("unit"), choices=Unit, page=False),
        Column("no_marks", _("no marks at"), ("floor", "unit"), build=_floor, api=False, page=False),
        Column("full_marks", _("full marks at"), ("target", "unit", "direction"), build=_target, api=False),
        Column("floor", _("no marks at"), kind=Kind.NUMBER, page=False, export=False),
        Column("target", _("full marks at"), kind=Kind.NUMBER, page=False, export=False),
        Column("minimum_n", _("fewest rows to score"), kind=Kind.NUMBER),
        Column("measured", _("state"), "code", Kind.BADGE, build=_is_measured, display=_measured_words,
               tone=lambda value, _context: (Tone.GOOD if value else Tone.NEUTRAL).value),
        Column("position", _("position"), kind=Kind.NUMBER, sort="position", page=False, export=False),
    ),
    queryset=Indicator.objects.all,
    default_ordering="position",
    permission=Permission.EVALUATION_READ,
    row_url="evaluation:indicator_detail",
)  # fmt: skip

PERIOD_LIST = ListSpec(
    name="evaluation_periods",
    title=_("Evaluation periods"),
    columns=(
        Column("code", _("code")),
        Column("kind", _("kind"), choices=PeriodKind, filter="choices"),
        Column("start", _("first day"), kind=Kind.DATE),
        Column("end", _("last day"), kind=Kind.DATE, sort="end"),
    ),
    queryset=EvaluationPeriod.objects.all,
    default_ordering="-end",
    permission=Permission.EVALUATION_READ,
)  # fmt: skip
