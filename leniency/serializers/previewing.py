"""A preview in the API: how many past cases an entry would have fitted, and condition by condition why (Art. 10)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from leniency.models import LeniencyEntry
from leniency.reports.previewing import worded
from leniency.rules.previewing import ConditionTally, Tally, lacking
from leniency.services.previewing import Preview


class TallyShape(serializers.Serializer[Any]):
    holds = serializers.IntegerField()
    fails = serializers.IntegerField()
    unknown = serializers.IntegerField()


class TalliedConditionShape(TallyShape):
    """``decides`` counts the cases in which this condition alone stood in the way."""

    id = serializers.CharField()
    kind = serializers.CharField()
    text_zh = serializers.CharField()
    text_en = serializers.CharField()
    decides = serializers.IntegerField()


class EntryPreviewShape(serializers.Serializer[Any]):
    """``now`` is the entry as it stands; ``tried`` is with the condition of the question, or null."""

    since = serializers.DateField()
    cases = serializers.IntegerField()
    is_capped = serializers.BooleanField()
    now = TallyShape()
    conditions = TalliedConditionShape(many=True)
    tried = TallyShape(allow_null=True)
    tried_condition = TalliedConditionShape(allow_null=True)
    lacking = serializers.ListField(child=serializers.CharField())


def preview_as_json(entry: LeniencyEntry, found: Preview) -> dict[str, Any]:
    """Counts alone: which cases they were is read in the list of cases."""
    tried = found.tried
    return {
        "since": found.since.isoformat(),
        "cases": len(found.cases),
        "is_capped": found.is_capped,
        "now": _counts(found.now),
        "conditions": [_condition(row) for row in found.now.conditions],
        "tried": _counts(tried) if tried else None,
        "tried_condition": _condition(tried.conditions[-1]) if tried else None,
        "lacking": [
            kind.value for kind in lacking(entry.list.type, [c.terms for c in entry.conditions.all()])
        ],
    }


def _counts(tally: Tally | ConditionTally) -> dict[str, int]:
    return {"holds": tally.holds, "fails": tally.fails, "unknown": tally.unknown}


def _condition(row: ConditionTally) -> dict[str, Any]:
    words = worded(row)
    told = {
        "id": str(row.terms.id),
        "kind": str(row.terms.kind),
        "text_zh": words["zh"],
        "text_en": words["en"],
    }
    return {**told, **_counts(row), "decides": row.decides}
