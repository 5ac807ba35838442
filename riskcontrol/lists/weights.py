"""The versions of the weights, the latest first (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from riskcontrol.models import WeightSet
from riskcontrol.rules.scoring import ORDER
from riskcontrol.vocabulary import WEIGHT_TONES, WeightState


def state_tone(state: str, _context: RowContext | None = None) -> str:
    return WEIGHT_TONES[state].value


def in_order(weights: dict[str, int], _context: RowContext | None = None) -> dict[str, int]:
    """The weights in the order in which a score tells its inputs."""
    return {code: weights[code] for code in ORDER if code in weights}


def _version(number: int, _context: RowContext) -> str:
    return str(_("Version %(number)s") % {"number": number})


def _limits(pair: tuple[int, int], _context: RowContext) -> str:
    return str(_("medium from %(medium)s, high from %(high)s") % {"medium": pair[0], "high": pair[1]})


WEIGHT_LIST = ListSpec(
    name="risk-weights",
    title=_("Weights of the score"),
    columns=(
        Column("number", _("version"), kind=Kind.LINK, sort="number", display=_version,
               schema=serializers.IntegerField()),
        Column("state", _("state"), kind=Kind.BADGE, choices=WeightState, filter="choices", tone=state_tone),
        Column("begins_on", _("counts from"), kind=Kind.DATE, sort="begins_on"),
        Column("limits", _("levels"), ("from_medium", "from_high"), build=_limits),
        Column("reason", _("reason")),
        Column("weights", _("weights"), build=in_order, page=False, export=False,
               schema=serializers.DictField(child=serializers.IntegerField())),
    ),
    queryset=WeightSet.objects.all,
    default_ordering="-number",
    permission=Permission.RISK_READ,
    row_url="riskcontrol:weights_detail",
)  # fmt: skip


def rows_of_weights() -> Any:
    return WeightSet.objects.select_related("edited_by", "approved_by")
