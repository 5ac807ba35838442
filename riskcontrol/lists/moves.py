"""Moves of counterparts between levels, each with its reason (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from enforcement.lists.case_cells import masked_counterpart
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.lists.wording import list_text
from foundation.permissions import Permission
from riskcontrol.lists.points import level_tone
from riskcontrol.models import RiskMove
from riskcontrol.rules.words import label_of
from riskcontrol.vocabulary import Level, MoveReason


class ChangeShape(serializers.Serializer[Any]):
    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    before = serializers.IntegerField()
    after = serializers.IntegerField()


class WhomShape(serializers.Serializer[Any]):
    id = serializers.CharField()
    name = serializers.CharField()


def changes_told(changes: list[list[Any]], _context: RowContext | None = None) -> list[dict[str, Any]]:
    """The inputs that changed, in words."""
    return [
        {"code": code, "label": str(label_of(code)), "before": before, "after": after}
        for code, before, after in changes
    ]


def in_words(changes: list[dict[str, Any]], _context: RowContext | None = None) -> str:
    return list_text(f"{line['label']}: {line['before']} → {line['after']}" for line in changes)


def _masked(value: tuple[int, str, str]) -> tuple[int, str, str]:
    key, name, kind = value
    return (key, *masked_counterpart((name, kind)))


def _whom(value: tuple[int, str, str], _context: RowContext) -> dict[str, str]:
    return {"id": str(value[0]), "name": value[1]}


def _name(whom: dict[str, str], _context: RowContext) -> str:
    return whom["name"]


def _risk_url(whom: dict[str, str], _context: RowContext) -> str:
    return reverse("riskcontrol:counterpart_detail", args=[whom["id"]])


MOVE_LIST = ListSpec(
    name="risk-moves",
    title=_("Moves between risk levels"),
    columns=(
        Column("counterpart", _("counterpart"), ("counterpart_id", "counterpart__name", "counterpart__kind"),
               Kind.LINK, mask=(Permission.COUNTERPART_READ, _masked), build=_whom, display=_name, url=_risk_url,
               schema=WhomShape()),
        Column("on", _("day"), kind=Kind.DATE, sort="on", filter="date"),
        Column("before", _("from level"), kind=Kind.BADGE, choices=Level),
        Column("after", _("to level"), kind=Kind.BADGE, choices=Level, filter="choices", tone=level_tone),
        Column("reason", _("reason"), choices=MoveReason, filter="choices"),
        Column("changes", _("what changed"), build=changes_told, display=in_words,
               schema=ChangeShape(many=True), wide=True),
        Column("score_before", _("score before"), kind=Kind.NUMBER, page=False),
        Column("score", _("score"), kind=Kind.NUMBER),
        Column("model_version", _("version of the formula"), kind=Kind.NUMBER, page=False),
        Column("review_on", _("review of"), kind=Kind.DATE, page=False),
    ),
    queryset=RiskMove.objects.all,
    default_ordering="-on",
    permission=Permission.RISK_READ,
)  # fmt: skip
