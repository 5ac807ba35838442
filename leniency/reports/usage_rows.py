"""Entries with how they are used, as far as the reader sees the cases (Art. 10 para. 1: dynamic management)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Self

from django.db.models import Count, Exists, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from enforcement.models import Case
from enforcement.vocabulary import PENALISING, Outcome
from foundation.actors import Actor
from leniency.models import AssessmentResult, LeniencyAssessment
from leniency.scope import EntryQuerySet
from leniency.vocabulary import Verdict

A_YEAR = timedelta(days=365)
VIOLATED = (*PENALISING, Outcome.NO_PENALTY)


class UsedEntries(EntryQuerySet):
    """Published entries; whoever sees them sees the figures of the cases in the own reach, and no others."""

    def visible_to(self, actor: Actor) -> Self:
        return super().visible_to(actor).published().annotate(**_figures(actor))

    def unused_since(self, day: date, actor: Actor) -> Self:
        """Entries that were in force on that day already and fitted no case since."""
        fitting = AssessmentResult.objects.visible_to(actor).filter(
            entry=OuterRef("pk"), applies=Verdict.HOLDS, assessment__assessed_at__date__gt=day
        )
        return self.filter(~Exists(fitting), list__effective_from__lte=day)


def _figures(actor: Actor) -> dict[str, Any]:
    results = AssessmentResult.objects.visible_to(actor).filter(entry=OuterRef("pk"))
    chosen = LeniencyAssessment.objects.visible_to(actor).filter(chosen_entry=OuterRef("pk"))
    spared = Case.objects.visible_to(actor).filter(
        outcome=Outcome.NO_PENALTY,
        decided_on__isnull=False,
        leniency_assessments__chosen_entry=OuterRef("pk"),
    )
    return {
        "held": _count(results, "assessment__case"),
        "applied": _count(results.filter(applies=Verdict.HOLDS), "assessment__case"),
        "chosen": _count(chosen, "case"),
        "spared": _count(spared, "counterpart"),
        "again": _count(spared.filter(Exists(_next_violations())), "counterpart"),
        "last_used": Subquery(chosen.order_by("-assessed_at").values("assessed_at")[:1]),
    }


def _next_violations() -> Any:
    """A violation of the same matter by the same party, established within a year after it was spared."""
    return Case.objects.filter(
        counterpart=OuterRef("counterpart"),
        matter=OuterRef("matter"),
        outcome__in=VIOLATED,
        decided_on__gt=OuterRef("decided_on"),
        decided_on__lte=OuterRef("decided_on") + A_YEAR,
    )


def _count(rows: Any, path: str) -> Any:
    """How many different things the rows lead to; nothing counts as none."""
    grouped = rows.order_by().annotate(all=Value(1)).values("all").annotate(number=Count(path, distinct=True))
    return Coalesce(Subquery(grouped.values("number"), output_field=IntegerField()), 0)
