"""Declining guidance reaches no rule, no score and no choice for inspection: nothing reads it (Art. 8; GUI-3)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from enforcement.rules.facts import CaseFacts
from guidance.models import GuidanceAction
from guidance.rules.facts import GuidanceFacts
from leniency.rules.facts import CaseFacts as LeniencyFacts
from riskcontrol.rules import facts as risk
from tests.architecture.sources import FILES, name_of, room_of, tree_of

pytestmark = [pytest.mark.rule("GUI-3"), pytest.mark.article("8")]

ANSWER = ("response", "response_note", "responded_on")
NAMES = {*ANSWER, "DECLINED"}
WORDS = re.compile(r"(\b|__)(response|response_note|responded_on|declined)(\b|__)")
WEIGHING_APPS = ("enforcement", "leniency", "riskcontrol", "evaluation")
MEASURES_OF_ORGANS = {
    "evaluation/reports/measures/a8_2_files_complete.py",  # whether any answer, also silence, is on file
    "evaluation/reports/measures/a8_3_effective.py",  # counts nobody who declined, neither for nor against
}
"""Indicators of organs; no figure of a counterpart."""


def weighing() -> list[Path]:
    """What decides, scores, chooses or counts: whole floors, and the rules of guidance itself."""
    floors = [path for path in FILES if name_of(path).startswith(WEIGHING_APPS)]
    return floors + [
        path for path in FILES if name_of(path).startswith("guidance") and room_of(path) == "rules"
    ]


def reads_the_answer(tree: ast.AST) -> Iterator[int]:
    """The lines that read what a counterpart answered to guidance; what is only told in words is none."""
    spoken = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in NAMES:
            yield node.lineno
        elif isinstance(node, ast.keyword) and WORDS.search(node.arg or ""):
            yield node.value.lineno
        elif id(node) not in spoken and WORDS.search(_word(node)):
            yield node.lineno


def _word(node: ast.AST) -> str:
    """A name that is written as text; a sentence is none."""
    text = node.value if isinstance(node, ast.Constant) else ""
    return text if isinstance(text, str) and " " not in text else ""


def test_nothing_that_weighs_reads_the_answer() -> None:
    found = {name_of(path) for path in weighing() if list(reads_the_answer(tree_of(path)))}
    assert found == MEASURES_OF_ORGANS


ROWS_OF_THE_LINK = re.compile(
    r"CounterpartReply|ReplyAnswer|ReplyFile|ReplyKind|ReplyWaiting|(_actions|action)__replies"
)


def test_nothing_that_weighs_reads_what_was_said_by_a_link() -> None:
    floors = [path for path in FILES if name_of(path).startswith(WEIGHING_APPS)]
    assert len(floors) > 100
    found = {name_of(path) for path in floors if ROWS_OF_THE_LINK.search(path.read_text(encoding="utf-8"))}
    assert found == set()


@pytest.mark.parametrize(("source", "reads"), [
    ("from guidance.models import CounterpartReply", True), ("rows.filter(guidance_actions__replies=None)", True),
    ("from guidance.models import GuidanceAction", False),
])  # fmt: skip
def test_the_watch_over_links_can_fail(source: str, reads: bool) -> None:
    assert bool(ROWS_OF_THE_LINK.search(source)) is reads


def test_the_answer_is_what_the_model_calls_so() -> None:
    """Otherwise the watch would look for names that nobody uses."""
    assert set(ANSWER) <= {field.name for field in GuidanceAction._meta.get_fields()}


@pytest.mark.parametrize("given", [CaseFacts, GuidanceFacts, LeniencyFacts, *(
    kind for kind in vars(risk).values() if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__")
)])  # fmt: skip
def test_no_rule_is_given_it(given: type) -> None:
    names = {field.name for field in fields(given)}  # type: ignore[arg-type]
    assert not {name for name in names if WORDS.search(name) or "declin" in name}


@pytest.mark.parametrize(("source", "reads"), [
    ("rows.filter(response='x')", True), ("rows.filter(state=GuidanceState.DECLINED)", True),
    ("score += action.response == 'declined'", True), ("rows.values('guidance_actions__response')", True),
    ("rows.filter(effect='x')", False), ("def f():\n '''The response of the declined.'''", False),
    ("rows.values_list('responded_on')", True),
])  # fmt: skip
def test_the_watch_can_fail(source: str, reads: bool) -> None:
    assert bool(list(reads_the_answer(ast.parse(source)))) is reads
