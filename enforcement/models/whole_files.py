"""A case with everything that a page about it shows (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.db import models

from enforcement.models.cases import Case, CasePerson
from enforcement.models.custody import Preservation
from enforcement.models.procedure import Evidence, LegalReview
from enforcement.models.process_records import ProcessRecord


def whole_files() -> Any:
    """Cases with everything that a page about one of them shows, in a constant number of queries."""
    return (
        _with_marks(Case.objects)
        .select_related(
            "circumstances",
            "counterpart__region",
            "crime_referral",
            "decision__decided_by",
            "discussion__chair",
            "filing_check",
            "hearing__presider",
            "matter__field",
            "non_filing",
            "notice",
            "organ",
        )
        .prefetch_related(
            "organ__organ_fields",
            models.Prefetch("evidence", Evidence.objects.select_related("collected_by", "monitoring")),
            models.Prefetch("people", CasePerson.objects.select_related("officer")),
            models.Prefetch("reviews", LegalReview.objects.select_related("reviewer")),
        )
    )


def _with_marks(cases: Any) -> Any:
    """``cases``, each knowing whether its record has a note and whether anything was registered first."""
    of_the_case = models.Q(case=models.OuterRef("pk"))
    return cases.annotate(
        is_noted=models.Exists(ProcessRecord.objects.notes().filter(of_the_case)),
        is_preserved=models.Exists(Preservation.objects.registered().filter(of_the_case)),
    )
