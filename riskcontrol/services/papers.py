"""The explanation of a score on paper: inputs, sum, level, what would lower it, and what never counts (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from enforcement.rules.letters import Block
from enforcement.services.documents import Draft, Source, register_source
from enforcement.services.documents.texts import phrases
from enforcement.vocabulary import LetterKind
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.wording import day_text
from riskcontrol.models import RiskExplanation
from riskcontrol.reports.formulas import formula_numbered
from riskcontrol.rules.formulas import Formula
from riskcontrol.rules.moves import CLEAN_REVIEWS
from riskcontrol.rules.relief import reliefs
from riskcontrol.rules.words import label_of


def write(told: RiskExplanation, _kind: LetterKind) -> Draft:
    """The letter of an explanation, with the figures that were kept for it."""
    formula = formula_numbered(told.model_version)
    return Draft(
        title=_("Explanation of a risk score"),
        addressee=phrases.addressed(told.counterpart.name),
        day=told.explained_on,
        personal=phrases.protected(told.counterpart),
        blocks=(
            *Block.paragraphs(
                _("You asked on %(day)s how your risk score came about. It is explained here in full.")
                % {"day": day_text(told.asked_on)}
            ),
            Block.facts(*_result(told, formula)),
            Block.heading(_("Every input, and what it weighs")),
            Block.facts(*_lines(told)),
            Block.heading(_("What would lower it")),
            *_steps(told, formula),
            Block.notice(
                _(
                    "A level is a reason to help first, never a penalty. Guidance is voluntary: how you answer it, "
                    "and that you decline it, never counts; nor does the amount of a fine."
                )
            ),
        ),
    )


def _result(told: RiskExplanation, formula: Formula) -> Iterator[tuple[str, str]]:
    limits = {"medium": formula.from_medium, "high": formula.from_high}
    yield _("Score"), _("%(score)s of 100") % {"score": told.score}
    yield capfirst(_("risk level")), str(told.get_level_display())
    yield _("Levels"), _("medium from %(medium)s, high from %(high)s") % limits
    yield _("Weights"), _("Version %(number)s") % {"number": told.model_version}
    if formula.level_of(told.score) != told.level:
        yield (
            _("On the way to a lower level"),
            _("clean monthly reviews in a row: %(had)s of %(needed)s")
            % {"had": told.calm, "needed": CLEAN_REVIEWS},
        )


def _lines(told: RiskExplanation) -> Iterator[tuple[str, str]]:
    total = 0
    for code, value, weight, points in told.inputs:
        total += points
        yield capfirst(str(label_of(code))), f"{value} × {weight} = {points}"
    held = "" if total == told.score else _(", held between 0 and 100")
    yield _("Sum"), f"{total}{held}"


def _steps(told: RiskExplanation, formula: Formula) -> Iterator[Block]:
    found = list(reliefs((code for code, *_rest in told.inputs), formula.weights))
    for step in found:
        each = _(" (−%(points)s each)") % {"points": step.points} if step.points else ""
        yield from Block.paragraphs(f"{step.text}{each}")
    if not found:
        yield from Block.paragraphs(_("Nothing raises the score but the industry; keep it so."))


def _kinds(_told: Any) -> Iterator[LetterKind]:
    yield LetterKind.RISK


register_source(
    Source(
        noun="risk_explanation",
        model=RiskExplanation,
        handle=Permission.COUNTERPART_EDIT,
        article=Article(9),
        rows=RiskExplanation.objects.with_everything,
        kinds=_kinds,
        write=write,
        act_url="riskcontrol:explanation_act",
    )
)
