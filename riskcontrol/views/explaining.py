"""Explanations that counterparts asked for: the list, and one with its figures and its letter (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import masked_counterpart
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.permissions import Permission
from riskcontrol.forms.counterparts import EXPLANATION_ACTS
from riskcontrol.lists.explanations import EXPLANATION_LIST
from riskcontrol.lists.points import level_tone
from riskcontrol.lists.watch import explained
from riskcontrol.models import RiskExplanation
from riskcontrol.reports.formulas import formula_numbered
from riskcontrol.rules.relief import reliefs

READ = Permission.RISK_READ


class ExplanationsPage(ListPage):
    spec = EXPLANATION_LIST
    subtitle = _("Whoever asks is told every input of the score, its weight, and what would lower it.")
    empty_title = _("Nobody has asked yet")
    empty_text = _(
        "When a counterpart asks, open its page under Risk watch and choose “Explain it to the counterpart”."
    )


class ExplanationPage(DetailPage):
    model = RiskExplanation
    permission = READ
    template_name = "riskcontrol/explanation_detail.html"

    def rows(self) -> Any:
        return RiskExplanation.objects.with_everything()

    def context(self) -> dict[str, Any]:
        told, may_name = self.thing, self.actor.may(Permission.COUNTERPART_READ)
        known, inputs = told.counterpart, explained(told.inputs)
        formula = formula_numbered(told.model_version)
        return {
            **super().context(),
            "name": known.name if may_name else masked_counterpart((known.name, known.kind))[0],
            "may_read_papers": may_name,
            "risk": told,
            "level": {"value": told.get_level_display(), "tone": level_tone(told.level)},
            "inputs": inputs,
            "total": sum(line["points"] for line in inputs),
            "reliefs": list(reliefs((line["code"] for line in inputs), formula.weights)),
            "formula": formula,
        }


class ExplanationActPage(TransitionPage):
    model = RiskExplanation
    permission = READ
    acts = EXPLANATION_ACTS
