"""A new version of a law: prepared, judged provision by provision, and in effect from its day, once."""

from __future__ import annotations

import io
import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from enforcement.models import Instrument, InstrumentVersion, Provision
from enforcement.services import matters as services
from foundation.actors import COMMAND
from foundation.due import sweep
from foundation.obstacles import Forbidden, Refused
from tests.city import NOON, City, small_city

DAY = date(2026, 12, 1)


@pytest.fixture
def city(db: None) -> City:
    return small_city()


@pytest.fixture
def law(city: City) -> Instrument:
    found = services.found_instrument(by=COMMAND, at=NOON, code="jia", name_zh="甲法")
    for article in ("12", "48(1)", "60"):
        services.found_provision(by=COMMAND, at=NOON, instrument=found, article=article)
    return found


@pytest.fixture
def version(law: Instrument) -> InstrumentVersion:
    return services.prepare_version(
        law.pk, by=COMMAND, at=NOON, name="2026年修订", valid_from=DAY, source="示例公报"
    )


def provision(article: str, revision: int = 1) -> Provision:
    return Provision.objects.get(instrument__code="jia", article=article, revision=revision)


def judge(version: InstrumentVersion, **fates: dict[str, Any]) -> None:
    for article, said in (("12", {}), ("48(1)", {}), ("60", {})):
        values = {"fate": "unchanged", **said, **fates.get(f"a{article.partition('(')[0]}", {})}
        services.judge_provision(version.pk, by=COMMAND, at=NOON, provision=provision(article), **values)


CHANGED = {"fate": "changed", "reason": "罚款提高", "summary": "罚款五百元以下"}
MOVED = {"fate": "moved", "moved_to": "49(1)", "reason": "条文顺移"}
VANISHED = {"fate": "vanished", "reason": "罚则删除"}


class TestAVersion:
    def test_is_not_confirmed_while_a_cited_provision_has_no_fate(self, version: InstrumentVersion) -> None:
        services.judge_provision(version.pk, by=COMMAND, at=NOON, provision=provision("12"), fate="unchanged")
        with pytest.raises(Refused) as caught:
            services.adopt_version(version.pk, by=COMMAND, at=NOON)
        (obstacle,) = caught.value.obstacles
        assert (obstacle.code, "48(1), 60" in str(obstacle.message)) == ("LAW-1", True)

    def test_does_not_make_one_provision_of_two(self, version: InstrumentVersion) -> None:
        judge(version, a48={**MOVED, "moved_to": "60"})
        with pytest.raises(Refused) as caught:
            services.adopt_version(version.pk, by=COMMAND, at=NOON)
        assert [o.code for o in caught.value.obstacles] == ["LAW-2"]

    def test_bites_on_its_day_and_not_before(self, version: InstrumentVersion) -> None:
        judge(version, a12=CHANGED, a48=MOVED, a60=VANISHED)
        services.adopt_version(version.pk, by=COMMAND, at=NOON)
        sweep(at=NOON)
        assert provision("12").valid_to is None
        sweep(at=NOON + timedelta(days=40))
        sweep(at=NOON + timedelta(days=41))
        assert {p.article: p.valid_to for p in Provision.objects.filter(revision=1)} == {
            "12": date(2026, 11, 30),
            "48(1)": date(2026, 11, 30),
            "49(1)": None,
            "60": date(2026, 11, 30),
        }
        assert (provision("12", 2).summary, provision("12", 2).valid_from) == ("罚款五百元以下", DAY)
        assert Provision.objects.count() == 5

    def test_that_is_in_force_already_bites_at_once(self, law: Instrument) -> None:
        past = services.prepare_version(
            law.pk, by=COMMAND, at=NOON, name="旧", valid_from=date(2023, 7, 20), source="示例公报"
        )
        judge(past, a60=VANISHED)
        assert services.adopt_version(past.pk, by=COMMAND, at=NOON).state == "in_effect"
        assert provision("60").valid_to == date(2023, 7, 19)

    def test_takes_matters_along_to_the_new_number(self, city: City, version: InstrumentVersion) -> None:
        matter = city.matter
        services.cite_provision(matter.pk, by=COMMAND, at=NOON, provision=provision("48(1)"), is_basis=True)
        judge(version, a48=MOVED)
        services.adopt_version(version.pk, by=COMMAND, at=NOON + timedelta(days=40))
        assert [c.provision.article for c in matter.matter_provisions.all()] == ["49(1)"]

    def test_is_not_judged_after_it_was_confirmed(self, version: InstrumentVersion) -> None:
        judge(version)
        services.adopt_version(version.pk, by=COMMAND, at=NOON)
        with pytest.raises(Refused) as caught:
            judge(version)
        assert [o.code for o in caught.value.obstacles] == ["LAW-3"]

    def test_that_was_withdrawn_never_bites(self, version: InstrumentVersion) -> None:
        judge(version, a60=VANISHED)
        services.adopt_version(version.pk, by=COMMAND, at=NOON)
        services.withdraw_version(version.pk, by=COMMAND, at=NOON, reason="公报更正")
        sweep(at=NOON + timedelta(days=40))
        assert provision("60").valid_to is None

    def test_is_for_who_keeps_reference_data(self, city: City, law: Instrument) -> None:
        with pytest.raises(Forbidden):
            services.prepare_version(
                law.pk, by=city.actor("officer"), at=NOON, name="x", valid_from=DAY, source="x"
            )


class TestAFileOfFates:
    ROWS = (
        {"article": "12", "fate": "unchanged"},
        {"article": "48(1)", **MOVED},
        {"article": "60", **VANISHED},
    )

    def test_is_taken_as_a_whole(self, version: InstrumentVersion) -> None:
        file = io.BytesIO(json.dumps(self.ROWS).encode())
        services.import_changes(version.pk, by=COMMAND, at=NOON, file=file)
        assert {c.provision.article: c.fate for c in version.changes.all()} == {
            "12": "unchanged",
            "48(1)": "moved",
            "60": "vanished",
        }

    def test_is_tried_without_writing(self, version: InstrumentVersion) -> None:
        services.try_changes(version.pk, by=COMMAND, at=NOON, file=io.BytesIO(json.dumps(self.ROWS).encode()))
        assert not version.changes.exists()

    def test_names_every_wrong_row_and_writes_none(self, version: InstrumentVersion) -> None:
        rows = [
            {"article": "12", "fate": "unchanged"},
            {"article": "99", "fate": "unchanged"},
            {"article": "60", "fate": "gone"},
            {"article": "48(1)", "fate": "moved", "reason": "x"},
            {"article": "12", "fate": "unchanged"},
        ]
        with pytest.raises(ValidationError) as caught:
            services.import_changes(
                version.pk, by=COMMAND, at=NOON, file=io.BytesIO(json.dumps(rows).encode())
            )
        assert len(caught.value.messages) == 4
        assert not version.changes.exists()

    @pytest.mark.parametrize("content", [b"{}", b"[1]", b"[", b"", b"PK\x03\x04", b"[" * 100_000])
    def test_that_cannot_be_read_is_refused_in_words(
        self, version: InstrumentVersion, content: bytes
    ) -> None:
        with pytest.raises(ValidationError):
            services.import_changes(version.pk, by=COMMAND, at=NOON, file=io.BytesIO(content))
