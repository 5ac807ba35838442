"""The kept figures are what counting gives, at any moment between two folds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desk.models import Tally, TallyState
from desk.reports import tallies
from desk.reports.dashboard import Dashboard, dashboard
from desk.reports.tallies import figures_for
from desk.services.tallies import count_tallies_anew, fold_tallies
from desk.services.volume import load_volume
from enforcement.models import Case, Circumstances, Organ
from enforcement.services.organs import edit_organ
from enforcement.vocabulary import CaseState, Outcome
from foundation.actors import ANONYMOUS, COMMAND, SCHEDULER
from foundation.record import audited
from foundation.record.chain import link_pending
from guidance.models import GuidanceAction, ReturnVisit
from tests.city import NOON, City, a_clue
from tests.evaluation.world import TODAY, World, random_world

READERS = ("head", "supervisor", "evaluator", "city_market_head", "officer_north", "officer")


@pytest.fixture
def busy(city: City) -> World:
    return random_world(city, 41)


@pytest.fixture
def kept(busy: World) -> World:
    link_pending()
    fold_tallies(at=NOON)
    return busy


def _counted(world: World, username: str, monkeypatch: pytest.MonkeyPatch) -> Dashboard:
    with monkeypatch.context() as patch:
        patch.setattr("desk.reports.dashboard.figures_for", lambda *_a, **_k: None)
        return dashboard(world.city.actor(username), TODAY)


def _late(found: Dashboard) -> Dashboard:
    """What is past due stands on yesterday, which no figure tells apart."""
    ahead = {day: n for day, n in found.undecided.items() if day >= TODAY}
    late = sum(n for day, n in found.visits.items() if day < TODAY)
    visits = {day: n for day, n in found.visits.items() if day >= TODAY}
    return replace(found, undecided=ahead, visits={**visits, TODAY - timedelta(days=1): late})


def assert_exact(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for username in READERS:
        actor = world.city.actor(username)
        assert figures_for(actor, since=date(2026, 1, 1), today=TODAY) is not None
        assert _late(dashboard(actor, TODAY)) == _late(_counted(world, username, monkeypatch)), username


def _decide_one(world: World) -> None:
    with audited("case:decide", by=COMMAND, at=NOON):
        case = Case.objects.filter(decided_on=None).first()
        case.state, case.decided_on, case.outcome = CaseState.DECIDED, TODAY, Outcome.LIGHTER
        case.save()


def _put_right(world: World) -> None:
    with audited("case:record_circumstances", by=COMMAND, at=NOON):
        row = Circumstances.objects.filter(corrected_on=None).first()
        row.corrected_on = TODAY
        row.save()


def _withdraw(world: World) -> None:
    with audited("guidance:withdraw", by=COMMAND, at=NOON):
        action = GuidanceAction.objects.filter(state="issued").first()
        action.state = "withdrawn"
        action.save()


def _hold(world: World) -> None:
    with audited("visit:hold", by=COMMAND, at=NOON):
        visit = ReturnVisit.objects.open().first()
        visit.state, visit.held_on = "held", TODAY
        visit.save()


def _register(world: World) -> None:
    a_clue(world.city)


CHANGES: tuple[Callable[[World], None], ...] = (_decide_one, _put_right, _withdraw, _hold, _register)


@pytest.mark.django_db
class TestTheFigures:
    def test_are_those_of_a_count_once_folded(self, kept: World, monkeypatch: pytest.MonkeyPatch) -> None:
        assert Tally.objects.exists()
        assert_exact(kept, monkeypatch)

    @pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
    def test_are_exact_before_and_after_the_next_fold(
        self, kept: World, monkeypatch: pytest.MonkeyPatch, change: Callable[[World], None]
    ) -> None:
        change(kept)
        assert_exact(kept, monkeypatch)
        link_pending()
        assert_exact(kept, monkeypatch)
        assert fold_tallies(at=NOON) >= 1
        assert_exact(kept, monkeypatch)
        assert fold_tallies(at=NOON) == 0

    def test_count_once_what_was_committed_and_not_yet_linked(
        self, busy: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        link_pending()
        _decide_one(busy)
        count_tallies_anew(at=NOON)
        assert TallyState.objects.get().ahead
        assert_exact(busy, monkeypatch)
        link_pending()
        assert_exact(busy, monkeypatch)
        fold_tallies(at=NOON)
        assert TallyState.objects.get().ahead == []
        assert_exact(busy, monkeypatch)

    def test_lose_what_is_removed(self, kept: World, monkeypatch: pytest.MonkeyPatch) -> None:
        with audited("visit:cancel", by=COMMAND, at=NOON):
            ReturnVisit.objects.open().filter(visitors=None).first().delete()
        assert_exact(kept, monkeypatch)

    def test_are_counted_anew_after_a_load(self, kept: World, monkeypatch: pytest.MonkeyPatch) -> None:
        before = TallyState.objects.get().rebuilt_at
        load_volume(by=COMMAND, at=NOON, cases=60)
        supervisor = kept.city.actor("supervisor")
        assert figures_for(supervisor, since=date(2026, 1, 1), today=TODAY) is None
        assert dashboard(supervisor, TODAY).open_cases == len(
            Case.objects.visible_to(supervisor).open().values_list("pk")
        )
        link_pending()
        fold_tallies(at=NOON + timedelta(minutes=1))
        assert TallyState.objects.get().rebuilt_at > before
        assert_exact(kept, monkeypatch)

    def test_follow_an_organ_to_another_place(self, kept: World, monkeypatch: pytest.MonkeyPatch) -> None:
        team = Organ.objects.get(code="ST12")
        north = Organ.objects.get(code="SD21")
        region = kept.city.places.regions["990102001"]
        edit_organ(team.pk, by=COMMAND, at=NOON, parent=north, region=region)
        link_pending()
        fold_tallies(at=NOON)
        assert_exact(kept, monkeypatch)


@pytest.mark.django_db
class TestReading:
    def test_counts_rows_before_the_first_fold(self, busy: World) -> None:
        supervisor = busy.city.actor("supervisor")
        assert figures_for(supervisor, since=date(2026, 1, 1), today=TODAY) is None
        assert dashboard(supervisor, TODAY).open_cases

    def test_counts_rows_when_too_much_waits_for_the_fold(
        self, kept: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tallies, "MOST_UNFOLDED", 1)
        _register(kept)
        assert figures_for(kept.city.actor("supervisor"), since=date(2026, 1, 1), today=TODAY) is None

    def test_gives_nothing_to_who_reaches_nothing(self, kept: World) -> None:
        assert not figures_for(ANONYMOUS, since=date(2026, 1, 1), today=TODAY)

    def test_takes_a_few_queries_whatever_happened_since(self, kept: World) -> None:
        numbers = [self._queries()]
        for change in CHANGES:
            change(kept)
            numbers.append(self._queries())
        assert numbers[0] <= 4
        assert max(numbers) <= 6

    @staticmethod
    def _queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            dashboard(SCHEDULER, TODAY)
        return len(caught)


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgresql
def test_counting_anew_sees_one_moment(settings: Any, tmp_path: Any) -> None:
    settings.GUIDEPOST_DATA = str(tmp_path)
    with CaptureQueriesContext(connection) as caught:
        count_tallies_anew(at=NOON)
    said = [query["sql"] for query in caught]
    assert "REPEATABLE READ" in said[1]
    assert TallyState.objects.get().rebuilt_at == NOON
