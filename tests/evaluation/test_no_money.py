"""Fines are no indicator: the house of evaluation cannot even see them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from enforcement.models import Decision, Notice
from evaluation.models import Indicator
from evaluation.reports.choosing import choose
from evaluation.reports.scorecards import scorecard
from foundation.actors import COMMAND
from foundation.record import audited
from tests.city import NOON, City
from tests.evaluation.world import World

SOURCES = sorted((settings.BASE_DIR / "evaluation").rglob("*.py"))
MONEY = {
    field.column
    for model in apps.get_models()
    for field in model._meta.concrete_fields
    if isinstance(field, models.DecimalField)
    and re.search("fine|amount|yuan", f"{field.column} {field.verbose_name}")
}
SAID = re.compile(r"(^|[^a-z])fines?([^a-z]|$)|amount|penalty_kind|yuan")


def names_in(path: Path) -> Iterator[str]:
    """Every name, attribute, keyword and text of a module, without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.body[0].value) for node in ast.walk(tree) if _has_docstring(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.keyword | ast.arg) and node.arg:
            yield node.arg
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def _has_docstring(node: ast.AST) -> bool:
    bodied = isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    return bodied and ast.get_docstring(node, clean=False) is not None


def test_the_money_columns_are_known() -> None:
    assert {"fine", "intended_fine", "fine_min", "fine_max", "amount"} <= MONEY


def test_the_search_for_words_of_money_finds_them() -> None:
    assert all(SAID.search(name) for name in ("fine", "decision__fine", "Sum(fines)", "intended_fine"))
    assert not any(SAID.search(name) for name in ("define", "refined", "finest", "decided_on"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(settings.BASE_DIR)))
def test_no_file_of_evaluation_names_a_sum_of_money(path: Path) -> None:
    assert [name for name in names_in(path) if SAID.search(name.lower())] == []


def test_no_statement_of_a_scorecard_reads_a_money_column(world: World) -> None:
    actor = world.city.actor("evaluator")
    choice = choose(actor, at=NOON, organ="all", period="2026")
    with CaptureQueriesContext(connection) as caught:
        scorecard(actor, choice.territory, None, choice.frame.span, at=NOON)
    statements = " ".join(q["sql"] for q in caught)
    assert "UNION ALL" in statements
    assert [column for column in MONEY if re.search(rf'"{column}"', statements)] == []


def test_worlds_that_differ_only_in_fines_have_equal_scorecards(world: World) -> None:
    actor = world.city.actor("evaluator")
    choice = choose(actor, at=NOON, organ="all", period="2026")
    before = scorecard(actor, choice.territory, None, choice.frame.span, at=NOON)
    with audited("case:edit", by=COMMAND, at=NOON):
        for decision in Decision.objects.exclude(fine=None):
            decision.fine *= 1000
            decision.save()
    assert not Notice.objects.exists()
    assert scorecard(actor, choice.territory, None, choice.frame.span, at=NOON) == before


def test_no_indicator_is_defined_by_money_or_by_a_number_of_penalties(city: City) -> None:
    for indicator in Indicator.objects.all():
        assert not re.search("fine|yuan|罚款|金额|数量", indicator.formula_zh + indicator.formula_en), (
            indicator
        )
