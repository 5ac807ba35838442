"""What risk control never looks at: how somebody answered guidance, and how high a fine was."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from riskcontrol.rules.scoring import WEIGHTS

SOURCES = [
    path
    for path in sorted((settings.BASE_DIR / "riskcontrol").rglob("*.py"))
    if "migrations" not in path.parts
]
ALLOWED_OF_GUIDANCE = {"guidance.vocabulary.Way"}
NEVER_NAMED = {"declined", "response", "response_note", "responded_on", "fine", "fine_min", "fine_max"}


def offences(source: str) -> Iterator[str]:
    """Imports from guidance but its list of ways, and names of answers or money."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "guidance":
            yield from sorted({f"{node.module}.{a.name}" for a in node.names} - ALLOWED_OF_GUIDANCE)
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.split(".")[0] == "guidance")
        if isinstance(node, ast.Attribute) and node.attr in NEVER_NAMED:
            yield node.attr
        if isinstance(node, ast.keyword) and node.arg and set(node.arg.split("__")) & NEVER_NAMED:
            yield node.arg
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _names(node.value):
            yield node.value


def _names(text: str) -> bool:
    return text.isascii() and " " not in text and bool(set(text.lower().split("__")) & NEVER_NAMED)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(settings.BASE_DIR)))
def test_no_source_reads_answers_to_guidance_or_fines(path: Path) -> None:
    assert list(offences(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "from guidance.models import GuidanceAction",
        "import guidance.services",
        "rows.filter(counterpart__guidance__response='x')",
        "Sum('decision__fine')",
        "action.declined",
        "state = 'DECLINED'",
    ],
)
def test_the_search_for_them_finds_each(source: str) -> None:
    assert list(offences(source))


def test_no_input_of_the_score_is_about_guidance_or_money() -> None:
    kinds = {code.partition(":")[0] for code in WEIGHTS}
    assert kinds == {
        "violation", "uncorrected", "complaint", "industry", "licence", "self_corrected", "demonstration",
        "self_check",
    }  # fmt: skip
