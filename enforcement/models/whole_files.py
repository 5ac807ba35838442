"""A case with everything that a page about it shows (Art. 6)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models.functions import Coalesce

from enforcement.models.case_people import CasePerson
from enforcement.models.cases import Case
from enforcement.models.coercion import CoerciveMeasure
from enforcement.models.custody import Preservation
from enforcement.models.due_days import with_due_days
from enforcement.models.paying import Hardship, Payment
from enforcement.models.procedure import Evidence, LegalReview
from enforcement.models.process_records import ProcessRecord
from enforcement.models.remedies import Remedy
from enforcement.models.serving import PaperService
from enforcement.vocabulary import HardshipState, ServedPaper


def whole_files() -> Any:
    """Cases with everything that a page about one of them shows, in a constant number of queries."""
    return (
        _with_marks(with_due_days(Case.objects))
        .select_related(
            "circumstances",
            "counterpart__region",
            "court_application",
            "crime_referral__came_back_as",
            "decision__decided_by",
            "discussion__chair",
            "filing_check",
            "hearing__presider",
            "matter__field",
            "non_filing",
            "notice",
            "organ",
            "publication",
        )
        .prefetch_related(
            "organ__organ_fields",
            models.Prefetch("evidence", Evidence.objects.select_related("collected_by", "monitoring")),
            models.Prefetch("people", CasePerson.objects.select_related("officer")),
            models.Prefetch("reviews", LegalReview.objects.select_related("reviewer")),
        )
    )


def _with_marks(cases: Any) -> Any:
    """``cases``, each knowing what its record holds, what was paid and asked for, and what undid its decision."""
    of_the_case = models.Q(case=models.OuterRef("pk"))
    paid = Payment.objects.filter(of_the_case).order_by().values("case").annotate(sum=models.Sum("amount"))
    undoing = Remedy.objects.undoing().filter(of_the_case).order_by("-ended_on", "-pk")
    return cases.annotate(
        has_receipt=models.Exists(PaperService.objects.filter(of_the_case, paper=ServedPaper.DECISION)),
        hardship_waits=models.Exists(Hardship.objects.filter(of_the_case, state=HardshipState.ASKED)),
        paid_so_far=Coalesce(models.Subquery(paid.values("sum")), Decimal(0)),
        is_noted=models.Exists(ProcessRecord.objects.notes().filter(of_the_case)),
        is_preserved=models.Exists(Preservation.objects.registered().filter(of_the_case)),
        has_coercion=models.Exists(CoerciveMeasure.objects.open().filter(of_the_case)),
        undone_by=models.Subquery(undoing.values("result")[:1]),
    )
