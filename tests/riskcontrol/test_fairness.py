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
REACHES_THE_PARTY = (
    "forms/campaigns.py", "forms/plans.py", "forms/self_checks.py", "lists/self_checks.py", "models/campaigns.py",
    "models/plans.py", "models/self_check_answers.py", "models/self_checks.py", "reactions.py",
    "services/campaigns.py", "services/plans.py", "services/self_checks/", "views/campaigns.py", "views/plans.py",
    "views/self_check_link.py", "views/self_checks.py", "views/warning.py",
)  # fmt: skip
"""Where risk control asks, warns and proposes: by guidance, whose tables and links it uses. Nothing is scored."""
SCORES = (
    "rules/", "reports/formulas.py", "reports/preview.py", "reports/reference.py", "reports/self_checks.py",
    "reports/tallies.py", "services/levels.py", "services/reviewing.py", "services/scores.py", "services/weights.py",
)  # fmt: skip
TELLS_AN_ANSWER = {"CounterpartReply", "ReplyAnswer", "replies_of", "decline_guidance", "facts_of_reply"}
NEVER_NAMED = {"declined", "response", "response_note", "responded_on", "fine", "fine_min", "fine_max"}


def offences(source: str) -> Iterator[str]:
    """Imports from guidance but its list of ways, and names of answers or money."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "guidance":
            yield from sorted({f"{node.module}.{a.name}" for a in node.names} - ALLOWED_OF_GUIDANCE)
            yield from sorted({a.name for a in node.names} & TELLS_AN_ANSWER)
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.split(".")[0] == "guidance")
        if isinstance(node, ast.Attribute) and node.attr.lower() in NEVER_NAMED:
            yield node.attr
        if isinstance(node, ast.keyword) and node.arg and set(node.arg.split("__")) & NEVER_NAMED:
            yield node.arg
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _names(node.value):
            yield node.value


def _is_among(path: Path, names: tuple[str, ...]) -> bool:
    place = str(path.relative_to(settings.BASE_DIR / "riskcontrol"))
    return any(place == name or (name.endswith("/") and place.startswith(name)) for name in names)


def _imported(path: Path) -> Iterator[Path]:
    """The modules of risk control that a source imports by name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("riskcontrol."):
            place = settings.BASE_DIR.joinpath(*(node.module or "").split("."))
            yield place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def _names(text: str) -> bool:
    return text.isascii() and " " not in text and bool(set(text.lower().split("__")) & NEVER_NAMED)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(settings.BASE_DIR)))
def test_no_source_reads_answers_to_guidance_or_fines(path: Path) -> None:
    found = list(offences(path.read_text(encoding="utf-8")))
    if _is_among(path, REACHES_THE_PARTY):
        found = [offence for offence in found if not offence.startswith("guidance.")]
    assert found == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(settings.BASE_DIR)))
def test_what_scores_takes_nothing_from_what_reaches_the_party(path: Path) -> None:
    """But the tables in which a party told its own faults: they count, and what it corrected is a credit."""
    if not _is_among(path, SCORES):
        return
    assert [m for m in _imported(path) if _is_among(m, REACHES_THE_PARTY) and "/models/" not in str(m)] == []


@pytest.mark.parametrize(
    "source",
    [
        "from guidance.models import GuidanceAction",
        "import guidance.services",
        "rows.filter(counterpart__guidance__response='x')",
        "Sum('decision__fine')",
        "action.declined",
        "state = 'DECLINED'",
        "GuidanceState.DECLINED",
        "from guidance.models import CounterpartReply",
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
