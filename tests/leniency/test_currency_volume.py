"""A new edition is held against thousands of open cases: the same statements a chunk, in bounded memory."""

from __future__ import annotations

import copy
import tracemalloc
from datetime import timedelta

from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from enforcement.models import Case
from leniency import services
from leniency.models import LeniencyAssessment, RevisitNotice
from leniency.services.holding import CHUNK, hold_some
from tests.city import NOON
from tests.leniency.conftest import Bureau
from tests.leniency.test_currency_editions import LATE, TOMORROW, a_patient_edition

MOST_STATEMENTS = 20
MOST_BYTES = 60 * 2**20


def multiplied(case: Case, number: int) -> None:
    """As many open cases of the same kind, each with its assessment, past the services: to measure with."""
    assessment = LeniencyAssessment.objects.latest_of(case.pk)
    cases = [copy.copy(case) for _number in range(number)]
    for serial, one in enumerate(cases):
        one.pk, one.clue_number = None, f"{case.clue_number}-{serial}"
    made = models.QuerySet(Case).bulk_create(cases, batch_size=500)
    assessments = [copy.copy(assessment) for _case in made]
    for one, owner in zip(assessments, made, strict=True):
        one.pk, one.case_id = None, owner.pk
    models.QuerySet(LeniencyAssessment).bulk_create(assessments, batch_size=500)


def held(list_id: int) -> tuple[int, int]:
    """How many cases were seen, and the most statements that one chunk took."""
    last = seen = most = 0
    while True:
        with CaptureQueriesContext(connection) as asked:
            chunk = hold_some(list_id, after=last, at=TOMORROW)
        if not chunk.seen:
            return seen, most
        last, seen, most = chunk.last, seen + chunk.seen, max(most, len(asked))


def test_thousands_of_cases_cost_the_same_statements_a_chunk_and_little_memory(bureau: Bureau) -> None:
    new = a_patient_edition(bureau, on=TOMORROW.date())
    case = bureau.a_case("CG-001", **LATE)
    services.assess_case(case.pk, by=bureau.actor("officer"), at=NOON - timedelta(hours=1))
    multiplied(Case.objects.get(pk=case.pk), CHUNK + 500)
    tracemalloc.start()
    seen, most = held(new.pk)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seen == CHUNK + 501
    assert RevisitNotice.objects.count() == seen
    assert most <= MOST_STATEMENTS
    assert peak < MOST_BYTES
