"""Article 4: two lines of organisation, a first responsible person, and people kept apart."""

from __future__ import annotations

import pytest

from enforcement.models import Case, Counterpart, Officer, Organ
from enforcement.scope import reach_of
from enforcement.services.cases import edit_case
from enforcement.services.organs import name_first_responsible
from foundation.actors import ANONYMOUS, COMMAND, Reach, ReachKind
from foundation.models import AuditEntry
from foundation.obstacles import Refused
from foundation.permissions import ADMINISTRATORS, Permission, Role
from tests.city import NOON, City, a_clue, a_counterpart

pytestmark = pytest.mark.django_db
PEOPLE = ("officer", "officer_north", "east1", "city_market1", "transport1")


@pytest.fixture
def cases(city: City) -> dict[str, Case]:
    """One clue each in the south, the north, the east, the city's market bureau and its transport."""
    shop = a_counterpart(city)
    guests = {name: a_counterpart(city, by=name, name=f"{name}店") for name in ("officer_north", "east1")}
    return {name: a_clue(city, by=name, counterpart=guests.get(name, shop)) for name in PEOPLE}


def seen_by(city: City, username: str, cases: dict[str, Case]) -> set[str]:
    ids = set(Case.objects.visible_to(city.actor(username)).values_list("pk", flat=True))
    return {name for name, case in cases.items() if case.pk in ids}


def worked_on_by(city: City, username: str, cases: dict[str, Case]) -> set[str]:
    ids = set(Case.objects.workable_by(city.actor(username)).values_list("pk", flat=True))
    return {name for name, case in cases.items() if case.pk in ids}


@pytest.mark.article("4.2")
class TestTheTwoLines:
    """A department sees down its own system; a supervisor sees across its own territory; nobody sees both."""

    @pytest.mark.parametrize(
        ("username", "seen"),
        [
            ("officer", {"officer"}),
            ("head", {"officer"}),
            ("reviewer", {"officer"}),
            ("officer_north", {"officer_north"}),
            ("east_head", {"east1"}),
            ("city_market1", {"city_market1"}),
            ("city_market_head", {"officer", "officer_north", "city_market1"}),
            ("city_urban_head", {"east1"}),
            ("transport_head", {"transport1"}),
            ("supervisor", {"officer"}),
            ("city_supervisor", set(PEOPLE)),
            ("evaluator", set(PEOPLE)),
        ],
    )
    def test_reach_exactly_so_far(
        self, city: City, cases: dict[str, Case], username: str, seen: set[str]
    ) -> None:
        assert seen_by(city, username, cases) == seen

    @pytest.mark.parametrize(
        ("username", "own"),
        [
            ("officer", {"officer"}),
            ("head", {"officer"}),
            ("city_market_head", {"city_market1"}),
            ("city_supervisor", set()),
            ("supervisor", set()),
            ("evaluator", set()),
        ],
    )
    def test_whoever_sees_works_only_in_the_own_organ(
        self, city: City, cases: dict[str, Case], username: str, own: set[str]
    ) -> None:
        assert worked_on_by(city, username, cases) == own

    def test_a_case_seen_from_above_is_not_changed_from_above(
        self, city: City, cases: dict[str, Case]
    ) -> None:
        with pytest.raises(Case.DoesNotExist):
            edit_case(cases["officer"].pk, by=city.actor("city_market_head"), at=NOON, title="改")

    @pytest.mark.parametrize(
        ("role", "organ", "kind"),
        [
            (Role.OFFICER, "SC01", ReachKind.ORGAN),
            (Role.OFFICER, "SD11", ReachKind.ORGAN),
            (Role.HEAD, "SC01", ReachKind.LINE),
            (Role.HEAD, "SD11", ReachKind.BRANCH),
            (Role.HEAD, "ST12", ReachKind.ORGAN),
            (Role.REVIEWER, "SC01", ReachKind.LINE),
            (Role.SUPERVISOR, "SD12", ReachKind.DISTRICT),
            (Role.SUPERVISOR, "SC04", ReachKind.ALL),
            (Role.EVALUATOR, "SC04", ReachKind.ALL),
            (Role.INTEGRITY, "SD12", ReachKind.DISTRICT),
            (Role.ORGAN_ADMIN, "SD11", ReachKind.BRANCH),
        ],
    )
    def test_give_each_role_one_kind_of_reach(
        self, city: City, role: Role, organ: str, kind: ReachKind
    ) -> None:
        found = reach_of(roles=frozenset({role}), organ=Organ.objects.get(code=organ))
        assert found.kind == kind

    @pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
    def test_give_administrators_of_the_system_no_case_at_all(
        self, city: City, cases: dict[str, Case], role: Role
    ) -> None:
        organ = Organ.objects.get(code="SC04")
        assert reach_of(roles=frozenset({role}), organ=organ) == Reach()
        for username in ("sysadmin", "secadmin", "auditor"):
            assert seen_by(city, username, cases) == set()

    def test_give_nothing_to_nobody(self, city: City, cases: dict[str, Case]) -> None:
        for model in (Case, Counterpart, Organ, Officer):
            assert not model.objects.visible_to(ANONYMOUS).exists()

    def test_let_every_organ_of_a_district_meet_its_counterparts(
        self, city: City, cases: dict[str, Case]
    ) -> None:
        shop = cases["officer"].counterpart
        for username, sees in (("supervisor", True), ("city_market_head", True), ("officer_north", False)):
            seen = Counterpart.objects.visible_to(city.actor(username)).filter(pk=shop.pk)
            assert seen.exists() == sees, username

    @pytest.mark.parametrize(
        ("username", "kept"),
        [
            ("orgadmin", {"SD11", "ST12"}),
            ("officer", {"SD11"}),
            ("sysadmin", set()),
            ("city_supervisor", set()),
        ],
    )
    def test_let_an_organ_be_kept_from_within_or_above(
        self, city: City, username: str, kept: set[str]
    ) -> None:
        rows = Organ.objects.workable_by(city.actor(username))
        assert set(rows.values_list("code", flat=True)) == kept


@pytest.mark.article("4.3")
class TestTheFirstResponsiblePerson:
    """The principal head of an organ answers first for how it enforces."""

    def test_is_named_and_recorded(self, city: City) -> None:
        organ = city.places.organs["SD11"]
        name_first_responsible(organ.pk, by=city.actor("orgadmin"), at=NOON, officer=city.people["head"])
        organ.refresh_from_db()
        assert organ.first_responsible == city.people["head"]
        assert AuditEntry.objects.filter(action="organ:name_first_responsible", article="4").exists()

    def test_belongs_to_the_organ(self, city: City) -> None:
        with pytest.raises(Refused) as refusal:
            name_first_responsible(
                city.places.organs["SD11"].pk, by=COMMAND, at=NOON, officer=city.people["head_north"]
            )
        assert refusal.value.obstacles[0].article is not None
        assert refusal.value.obstacles[0].article.code == "4"

    def test_stands_for_every_department_of_the_city_with_a_head(self, city: City) -> None:
        heads = {o.organ_id: o for o in Officer.objects.with_role(Role.HEAD)}
        assert heads
        for organ in Organ.objects.filter(pk__in=heads):
            assert organ.first_responsible == heads[organ.pk]


@pytest.mark.article("4")
class TestSeparation:
    """Whoever keeps the system, grants its rights or reads its record is three people, and none enforces."""

    def test_no_one_role_both_grants_rights_and_uses_them(self, city: City) -> None:
        for officer in Officer.objects.prefetch_related("grants"):
            actor = officer.as_actor()
            if actor.may(Permission.ROLE_GRANT):
                assert not actor.may(Permission.CASE_READ)
                assert not actor.may(Permission.AUDIT_READ)
                assert not actor.may(Permission.SYSTEM_OPERATE)
