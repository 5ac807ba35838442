"""What is typed about the weights of the score; every known input has its field, and nothing else has (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from riskcontrol.rules.formulas import HIGHEST
from riskcontrol.rules.scoring import CREDITS, ORDER
from riskcontrol.rules.weights import MOST, name_of
from riskcontrol.rules.words import label_of
from riskcontrol.services import weights

FIRST = ("reason", "begins_on", "from_medium", "from_high")


def _points(code: str) -> forms.IntegerField:
    low, high = (-MOST, 0) if code in CREDITS else (0, MOST)
    return forms.IntegerField(label=capfirst(label_of(code)), min_value=low, max_value=high)


class WeightsForm(ActForm):
    reason = text_field(_("Why the weights change"), rows=3, longest=2000)
    begins_on = day_field(_("Counts from"), help_text=_("Tomorrow at the earliest when they are approved."))
    from_medium = forms.IntegerField(label=_("Medium from"), min_value=1, max_value=HIGHEST)
    from_high = forms.IntegerField(label=_("High from"), min_value=2, max_value=HIGHEST)

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        stored = {name: getattr(thing, name) for name in FIRST}
        return {**stored, **{name_of(code): points for code, points in thing.weights.items()}}

    def groups(self) -> Iterator[dict[str, Any]]:
        """The set as a whole, then burdens and credits."""
        for title, hint, names in _GROUPS:
            yield {"title": title, "hint": hint, "fields": [self[name] for name in names]}

    def answers(self) -> list[Any]:
        """Fields that were added for reasons against warnings."""
        known = {name for _title, _hint, names in _GROUPS for name in names}
        return [field for field in self.visible_fields() if field.name not in known]


WeightsForm.base_fields.update({name_of(code): _points(code) for code in ORDER})

_GROUPS: tuple[tuple[Any, Any, tuple[str, ...]], ...] = (
    (_("The version"), "", FIRST),
    (
        _("Burdens"),
        _("What is graver or more recent weighs at least as much."),
        tuple(name_of(code) for code in ORDER if code not in CREDITS),
    ),
    (
        _("Credits"),
        _("0 or less. How somebody answered guidance is no input and can be none."),
        tuple(name_of(code) for code in ORDER if code in CREDITS),
    ),
)


class WhyForm(ActForm):
    starts_empty = True
    why = text_field(_("Why"), rows=2, longest=2000)


DRAFT_WEIGHTS = Act(
    "draft_weights",
    weights.draft_weights,
    WeightsForm,
    _("Propose other weights"),
    _(
        "Nothing changes before a head of an organ of the city has approved them. "
        "The page of the draft shows whom they would move."
    ),
    _("The draft is kept. See below whom it would move."),
    permission=Permission.RISK_EDIT,
)
EDIT_WEIGHTS = Act("edit", weights.edit_weights, WeightsForm, permission=Permission.RISK_EDIT)
WEIGHT_ACTS = {
    "approve": Act(
        "approve",
        weights.approve_weights,
        intro=_("From their day on every score is computed by them."),
        done=_("Approved. They count from their day on."),
        primary=True,
    ),
    "edit": EDIT_WEIGHTS,
    "discard": Act("discard", weights.discard_weights, WhyForm),
    "take_back": Act("take_back", weights.take_back_weights, WhyForm),
}
