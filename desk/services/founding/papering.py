"""Documents in the invented city: the papers of the latest cases and of some guidance."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from enforcement.models import Case, CoerciveMeasure, Inspection, Officer
from enforcement.services.documents import correct_document, issue_document, source_of
from enforcement.vocabulary import InspectionState, LetterKind
from guidance.models import GuidanceAction

CASES, LETTERS, ON_SITE = 10, 6, 3


def issue_papers(people: dict[str, Officer], *, until: datetime) -> None:
    """Notices, orders and decisions of the latest decided cases; one of them is corrected."""
    by_organ = {officer.organ_id: officer for officer in people.values() if "officer" in officer.roles}
    decided = (
        Case.objects.filter(decided_on__isnull=False)
        .exclude(state__in=("closed", "archived"))
        .order_by("-decided_on", "-pk")
    )
    papers = [paper for case in decided[:CASES] for paper in _papers_of(case, by_organ, until)]
    letters = (
        GuidanceAction.objects.exclude(issued_at=None).exclude(counterpart=None).order_by("-issued_at", "-pk")
    )
    for action in letters[:LETTERS]:
        _issue("guidance", action, LetterKind.GUIDANCE, by_organ[action.organ_id], until)
    held = letters.filter(interview__held_at__isnull=False).first()
    if held is not None:
        _issue("guidance", held, LetterKind.INTERVIEW, by_organ[held.organ_id], until)
    _papers_on_site(by_organ, until)
    if papers:
        correct_document(
            papers[0].pk, by=by_organ[papers[0].organ_id].as_actor(), at=until, reason="补充承办人员联系方式"
        )


def _papers_on_site(by_organ: dict[Any, Officer], until: datetime) -> None:
    """Records and results of the latest inspections, and what there is to tell of coercion."""
    visits = Inspection.objects.filter(state=InspectionState.CONCLUDED).order_by("-planned_at", "-pk")
    measures = CoerciveMeasure.objects.exclude(number="").order_by("-prepared_at", "-pk")
    for noun, rows in (("inspection", visits), ("coercion", measures)):
        source = source_of(noun)
        for row in rows[:ON_SITE]:
            thing = source.rows().get(pk=row.pk)
            for kind in source.kinds(thing):
                _issue(noun, thing, kind, by_organ[thing.organ_id], until)


def _papers_of(case: Case, by_organ: dict[Any, Officer], until: datetime) -> list[Any]:
    source = source_of("case")
    thing = source.rows().get(pk=case.pk)
    return [_issue("case", case, kind, by_organ[case.organ_id], until) for kind in source.kinds(thing)]


def _issue(noun: str, thing: Any, kind: LetterKind, officer: Officer, until: datetime) -> Any:
    return issue_document(
        thing.pk, noun=noun, by=officer.as_actor(), at=until - timedelta(hours=1), kind=kind
    )
