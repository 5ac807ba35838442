"""The inputs of many counterparts at once: three queries for any number of them (Art. 9)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, DateField, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce

from enforcement.models import Case, Licence
from enforcement.vocabulary import CaseSource, LicenceState
from riskcontrol.models import PointEdition
from riskcontrol.reports.self_checks import self_check_gaps
from riskcontrol.rules.periods import months_before
from riskcontrol.rules.scoring import AGES, NEAR_EXPIRY, VIOLATION, of_self_check
from riskcontrol.vocabulary import RANK

Tallies = dict[int, Counter[str]]


@dataclass(frozen=True, slots=True)
class Subject:
    """What the counterpart's own row says."""

    id: int
    district_id: int | None
    organ_id: int
    industry: str
    is_demonstration: bool


def industry_levels() -> dict[str, str]:
    """The highest level of the editions in force of each industry."""
    found: dict[str, str] = {}
    for industries, level in PointEdition.objects.standing().values_list("industries", "level"):
        for industry in industries:
            found[industry] = max(found.get(industry, level), level, key=RANK.__getitem__)
    return found


def tallies_of(subjects: Iterable[Subject], *, today: date, industries: Mapping[str, str]) -> Tallies:
    """Count what counts for each of ``subjects``, whose ids lie close together."""
    found: Tallies = defaultdict(Counter)
    people = list(subjects)
    if not people:
        return found
    span = {
        "counterpart_id__gte": min(p.id for p in people),
        "counterpart_id__lte": max(p.id for p in people),
    }
    _count_cases(found, span, today)
    _count_licences(found, span, today)
    _count_self_checks(found, span)
    for person in people:
        if person.industry in industries:
            found[person.id][f"industry:{industries[person.industry]}"] += 1
        if person.is_demonstration:
            found[person.id]["demonstration"] += 1
    return found


def _count_cases(found: Tallies, span: dict[str, int], today: date) -> None:
    bands = _bands(today)
    rows = (
        Case.objects.filter(**span, decided_on__lte=today, outcome__in=list(VIOLATION))
        .order_by()
        .values("counterpart_id", "outcome")
        .annotate(
            **{f"age_{age}": Count("pk", filter=band) for age, band in bands.items()},
            uncorrected=Count("pk", filter=_uncorrected(today)),
            complaint=Count("pk", filter=_complaint(today)),
            self_corrected=Count("pk", filter=_self_corrected(today)),
        )
    )
    for row in rows:
        tally = found[row["counterpart_id"]]
        for age in bands:
            tally[f"violation:{row['outcome']}:{age}"] += row[f"age_{age}"]
        for code in ("uncorrected", "complaint", "self_corrected"):
            tally[code] += row[code]


def _bands(today: date) -> dict[int, Q]:
    """The bands of months, each without the younger ones."""
    bands, younger = {}, None
    for age in AGES:
        since = months_before(today, age)
        bands[age] = Q(decided_on__gte=since) & (Q(decided_on__lt=younger) if younger else Q())
        younger = since
    return bands


def _uncorrected(today: date) -> Q:
    return Q(circumstances__correct_by__lt=today, circumstances__corrected_on=None)


def _complaint(today: date) -> Q:
    """What somebody complained of, and the decision bore out."""
    return Q(source=CaseSource.COMPLAINT, decided_on__gte=months_before(today, max(AGES)))


def _self_corrected(today: date) -> Q:
    in_time = Q(circumstances__corrected_on__lte=F("circumstances__correct_by"))
    return (
        Q(decided_on__gte=months_before(today, max(AGES)))
        & Q(circumstances__corrected_on__isnull=False)
        & (Q(circumstances__found_by_self=True) | in_time)
    )


def _count_licences(found: Tallies, span: dict[str, int], today: date) -> None:
    expired = Q(state=LicenceState.EXPIRED) | Q(expires_on__lt=today)
    near = Q(expires_on__gte=today, expires_on__lte=today + NEAR_EXPIRY) & ~Q(state=LicenceState.EXPIRED)
    rows = (
        Licence.objects.filter(**span)
        .filter(expired | near)
        .exclude(state=LicenceState.REVOKED)
        .exclude(_renewed())
        .order_by()
        .values("counterpart_id")
        .annotate(expired=Count("pk", filter=expired), near=Count("pk", filter=near))
    )
    for row in rows:
        found[row["counterpart_id"]]["licence:expired"] += row["expired"]
        found[row["counterpart_id"]]["licence:near"] += row["near"]


def _count_self_checks(found: Tallies, span: dict[str, int]) -> None:
    for row in self_check_gaps().filter(**span):
        found[row["counterpart_id"]].update(of_self_check(row["open"], row["corrected"]))


def _renewed() -> Any:
    own_end = Coalesce(OuterRef("expires_on"), Value(date.min, output_field=DateField()))
    longer = Q(expires_on=None) | Q(expires_on__gt=own_end)
    return Exists(
        Licence.objects.filter(
            longer, counterpart=OuterRef("counterpart"), name=OuterRef("name"), state=LicenceState.VALID
        )
    )
