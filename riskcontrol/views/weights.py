"""Pages of the weights: their versions, one with what it changes, and whom it would move (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import masked_counterpart
from foundation.pages import CreatePage, DetailPage, ListPage, TransitionPage
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from riskcontrol.forms.weights import DRAFT_WEIGHTS, WEIGHT_ACTS
from riskcontrol.lifecycle import WEIGHT_LIFECYCLE
from riskcontrol.lists.points import level_tone
from riskcontrol.lists.weights import WEIGHT_LIST, rows_of_weights, state_tone
from riskcontrol.models import WeightSet
from riskcontrol.reports.formulas import formula_on
from riskcontrol.reports.preview import LEVELS, Moved, Preview, preview_of
from riskcontrol.rules.formulas import Formula
from riskcontrol.rules.scoring import CREDITS, ORDER
from riskcontrol.rules.weights import name_of
from riskcontrol.rules.words import label_of
from riskcontrol.vocabulary import Level, WeightState

READ = Permission.RISK_READ
_LEVELS = tuple((level, Level(level).label) for level in LEVELS)


class WeightsListPage(ListPage):
    spec = WEIGHT_LIST
    subtitle = _(
        "What each input of the score weighs, version by version; a score keeps the one it was computed with."
    )
    create_url = "riskcontrol:weights_draft"
    create_label = _("Propose other weights")
    create_permission = Permission.RISK_EDIT
    empty_title = _("The weights as delivered count")
    empty_text = _("They are entered as version 1 with the first review, or with the first proposal.")


class DraftWeightsPage(CreatePage):
    act = DRAFT_WEIGHTS
    permission = Permission.RISK_EDIT
    cancel_url = "riskcontrol:weights_list"

    def initial(self) -> dict[str, Any]:
        """A proposal begins with the weights of today."""
        formula = formula_on(timezone.localdate(self.now))
        weights = {name_of(code): formula.weights.get(code, 0) for code in ORDER}
        limits = {"from_medium": formula.from_medium, "from_high": formula.from_high}
        return {**weights, **limits, **super().initial()}


class WeightsPage(DetailPage):
    model = WeightSet
    permission = READ
    template_name = "riskcontrol/weights_detail.html"
    acts = WEIGHT_ACTS
    lifecycle = WEIGHT_LIFECYCLE
    act_url = "riskcontrol:weights_act"

    def rows(self) -> Any:
        return rows_of_weights()

    def context(self) -> dict[str, Any]:
        found, present = self.thing, formula_on(timezone.localdate(self.now))
        lines = list(_compared(found.formula, present))
        return {
            **super().context(),
            "state": {"value": found.get_state_display(), "tone": state_tone(found.state)},
            "present": present,
            "is_present": present.number == found.number,
            "is_coming": found.state in (WeightState.DRAFT, WeightState.APPROVED),
            "burdens": [line for line in lines if not line["is_credit"]],
            "credits": [line for line in lines if line["is_credit"]],
            "timeline": entries_of(found, limit=20),
        }


class WeightsActPage(TransitionPage):
    model = WeightSet
    permission = READ
    acts = WEIGHT_ACTS
    lifecycle = WEIGHT_LIFECYCLE

    def location(self, result: Any) -> str:
        return reverse("riskcontrol:weights_detail", args=[result.pk])


class WeightsPreviewPanel(ThingPage):
    """Whom the weights would move, as a part of their page: it may take a second or two."""

    model = WeightSet
    permission = READ
    template_name = "riskcontrol/_weights_preview.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        present = formula_on(timezone.localdate(self.now))
        found = preview_of(self.thing.formula, against=present, actor=self.actor)
        named = self.actor.may(Permission.COUNTERPART_READ)
        return self.show(
            {
                "object": self.thing,
                "present": present,
                "preview": found,
                "is_sample": found.counted < found.total,
                "levels": list(_by_level(found)),
                "first": [_told(moved, named=named) for moved in found.first],
            }
        )


def _compared(formula: Formula, present: Formula) -> Iterator[dict[str, Any]]:
    for code in ORDER:
        weight, now = formula.weights.get(code, 0), present.weights.get(code, 0)
        yield {
            "label": label_of(code),
            "weight": weight,
            "now": now,
            "change": weight - now,
            "is_credit": code in CREDITS,
        }


def _by_level(found: Preview) -> Iterator[dict[str, Any]]:
    for level, label in _LEVELS:
        before, after = found.before.get(level, 0), found.after.get(level, 0)
        yield {
            "label": label,
            "tone": level_tone(level),
            "before": before,
            "after": after,
            "change": after - before,
        }


def _told(moved: Moved, *, named: bool) -> dict[str, Any]:
    known = moved.counterpart
    return {
        "name": known.name if named else masked_counterpart((known.name, known.kind))[0],
        "url": reverse("riskcontrol:counterpart_detail", args=[known.pk]),
        "score": moved.score,
        "new_score": moved.new_score,
        "level": Level(moved.level).label,
        "new_level": Level(moved.new_level).label,
        "tone": level_tone(moved.new_level),
    }
