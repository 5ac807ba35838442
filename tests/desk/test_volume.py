"""Synthetic volume: lawful rows past the services, not past the record."""

from __future__ import annotations

import tracemalloc
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Count, F

from desk.services.volume import Loaded, load_volume
from desk.services.volume.tables import Table
from enforcement.models import Case, CasePerson, Counterpart, CounterpartSearch, Decision
from enforcement.services import cases
from enforcement.services.counterparts import edit_counterpart
from foundation.actors import ANONYMOUS, COMMAND
from foundation.models import AuditEntry, AuditImage
from foundation.obstacles import Forbidden
from foundation.record import audited
from foundation.record.chain import link_pending
from foundation.record.entry import timeline_of
from foundation.record.loads import record_loaded
from foundation.record.verify import findings
from foundation.vocabulary import ImageKind
from guidance.models import GuidanceAction, ReturnVisit
from guidance.services.visits import plan_missing_visits
from tests.city import NOON, City, small_city

NUMBER = 2000


@pytest.fixture(autouse=True)
def _own_anchors(settings: Any, tmp_path: Any) -> None:
    settings.GUIDEPOST_DATA = str(tmp_path)


@pytest.mark.django_db
class TestTheCommand:
    def test_writes_two_thousand_lawful_cases_into_an_empty_database(self) -> None:
        call_command("generate_load", "--cases", str(NUMBER), stdout=StringIO())
        assert [Case.objects.count(), Counterpart.objects.count(), GuidanceAction.objects.count()] == [
            NUMBER
        ] * 3
        assert CounterpartSearch.objects.count() == NUMBER
        assert Case.objects.values("state").distinct().count() >= 5
        assert not Case.objects.filter(decided_on__isnull=False, decision=None).exists()
        assert not Decision.objects.exclude(outcome=F("case__outcome")).exists()
        assert plan_missing_visits(at=NOON) == 0
        assert list(findings()) == []

    def test_changes_nothing_on_a_dry_run(self) -> None:
        said, before = StringIO(), Counterpart.objects.count()
        call_command("generate_load", "--cases", "70", "--guidance", "5", "--dry-run", stdout=said)
        assert said.getvalue() == "70 cases, 70 counterparts, 5 guidance, 0 teams\n"
        assert Counterpart.objects.count() == before

    @pytest.mark.parametrize("asked", [["--cases", "0"], ["--cases", "9", "--guidance", "-1"]])
    def test_refuses_what_makes_no_sense(self, asked: list[str]) -> None:
        with pytest.raises(CommandError):
            call_command("generate_load", *asked)


@pytest.fixture
def city() -> City:
    return small_city(at=NOON)


@pytest.fixture
def loaded(city: City) -> Loaded:
    loaded = load_volume(by=COMMAND, at=NOON, cases=300, guidance=200, teams=2)
    link_pending()
    return loaded


@pytest.mark.django_db
class TestTheLoad:
    def test_needs_the_right_to_operate_the_system(self) -> None:
        with pytest.raises(Forbidden):
            load_volume(by=ANONYMOUS, at=NOON, cases=1)

    def test_stands_under_one_entry_in_the_timelines(self, loaded: Loaded) -> None:
        case = Case.objects.latest("id")
        entry = AuditEntry.objects.get(action="volume:load")
        assert loaded.entry_id == entry.pk
        assert list(timeline_of(case)) == [entry]
        assert list(timeline_of(case.counterpart)) == [entry]
        assert set(AuditImage.objects.filter(entry=entry).values_list("kind", flat=True)) == {
            ImageKind.LOADED
        }

    def test_gives_nobody_two_duties_and_every_visit_two_visitors(self, loaded: Loaded) -> None:
        twice = CasePerson.objects.values("case", "officer").annotate(n=Count("id")).filter(n__gt=1)
        assert not twice.exists()
        visits = ReturnVisit.objects.exclude(state="planned").annotate(n=Count("visitors"))
        assert set(visits.values_list("n", flat=True)) == {2}

    def test_spreads_over_old_organs_and_new_teams(self, loaded: Loaded) -> None:
        found = (
            Case.objects.values("organ").annotate(n=Count("id")).order_by("-n").values_list("n", flat=True)
        )
        assert len(found) >= 3
        assert found[0] > 2 * found[len(found) - 1]

    def test_leaves_numbers_that_services_go_on_from(self, city: City, loaded: Loaded) -> None:
        given = {
            "title": "x",
            "source": "inspection",
            "occurred_on": NOON.date(),
            "discovered_on": NOON.date(),
        }
        shop = Counterpart.objects.filter(district__code="990101").first()
        case = cases.register_clue(
            by=city.actor("officer"), at=NOON, counterpart=shop, matter=city.matter, **given
        )
        assert Case.objects.filter(clue_number=case.clue_number).count() == 1
        assert case.pk == Case.objects.latest("id").pk

    def test_can_be_added_to(self, loaded: Loaded) -> None:
        load_volume(by=COMMAND, at=NOON + timedelta(days=1), cases=50, seed=2)
        link_pending()
        assert Case.objects.count() == 350
        assert list(findings()) == []

    def test_of_nothing_of_a_model_unknown_to_it_is_a_mistake(self, city: City) -> None:
        with audited("volume:load", by=COMMAND, at=NOON), pytest.raises(KeyError):
            Table(Case).row(colour="red")


@pytest.mark.django_db
class TestTheRecordOfALoad:
    def test_is_whole_after_honest_changes(self, city: City, loaded: Loaded) -> None:
        shop = Counterpart.objects.filter(district__code="990101").latest("id")
        edit_counterpart(shop.pk, by=city.actor("officer"), at=NOON, name="乙二示例店")
        link_pending()
        assert list(findings()) == []

    def test_names_a_loaded_row_that_was_changed_by_sql(self, loaded: Loaded) -> None:
        key = Case.objects.latest("id").pk
        connection.cursor().execute("UPDATE enforcement_case SET title = 'x' WHERE id = %s", [key])
        told = f"enforcement.case:{key} differs from how it was loaded under entry {loaded.entry_id}"
        assert list(findings()) == [told]

    def test_names_a_loaded_row_that_was_removed_by_sql(self, loaded: Loaded) -> None:
        key = Decision.objects.latest("id").pk
        connection.cursor().execute("DELETE FROM enforcement_decision WHERE id = %s", [key])
        assert list(findings()) == [f"enforcement.decision:{key} is gone without an entry"]

    def test_names_a_row_that_was_slipped_in_behind_the_load(self, loaded: Loaded) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO enforcement_caseperson (id, created_at, updated_at, version, case_id, officer_id, role) "
                "SELECT max(id) + 1, max(created_at), max(updated_at), 1, max(case_id), "
                "(SELECT id FROM enforcement_officer WHERE username = 'auditor'), 'handler' "
                "FROM enforcement_caseperson"
            )
        assert list(findings()) == [
            f"enforcement.caseperson:{CasePerson.objects.latest('id').pk} has no entry"
        ]

    def test_sees_a_change_that_a_later_honest_write_would_absorb(self, city: City, loaded: Loaded) -> None:
        shop = Counterpart.objects.filter(district__code="990101").latest("id")
        connection.cursor().execute(
            "UPDATE enforcement_counterpart SET is_demonstration = %s WHERE id = %s", [True, shop.pk]
        )
        edit_counterpart(shop.pk, by=city.actor("officer"), at=NOON, name="乙二示例店")
        link_pending()
        assert [f for f in findings() if "between its load" in f and f"counterpart:{shop.pk} " in f]

    def test_refuses_keys_with_a_gap(self, city: City) -> None:
        with audited("volume:load", by=COMMAND, at=NOON):
            table = Table(Decision)
            rows = [table.row(id=1), table.row(id=3)]
            with pytest.raises(ValueError, match="gaps"):
                record_loaded(Decision, rows)


@pytest.mark.django_db
def test_verifying_takes_no_more_memory_for_more_rows(city: City) -> None:
    small, large = _peak_after_loading(1500), _peak_after_loading(6000)
    assert large < small + 3_000_000, (small, large)
    assert large < 60_000_000


def _peak_after_loading(counterparts: int) -> int:
    load_volume(by=COMMAND, at=NOON, cases=10, counterparts=counterparts, seed=counterparts)
    link_pending()
    tracemalloc.start()
    try:
        assert sum(1 for _finding in findings()) == 0
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.django_db
def test_no_loaded_visit_lacks_reasons(loaded: Loaded) -> None:
    assert ReturnVisit.objects.exists()
    assert not ReturnVisit.objects.filter(reasons=[]).exists()
