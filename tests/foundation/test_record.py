"""No write without an audit entry; what was changed behind the services is named (Art. 6)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from enforcement.models import Case
from enforcement.services.cases import edit_case
from foundation.models import AuditEntry, AuditImage, AuditPending
from foundation.obstacles import Stale
from foundation.record import Unrecorded, audited
from foundation.record.chain import anchor_path, link_pending
from foundation.record.entry import timeline_of
from foundation.record.verify import findings, recorded_models
from tests.city import NOON, City, a_clue, small_city

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return small_city()


@pytest.fixture(autouse=True)
def _own_anchors(settings: Any, tmp_path: Any) -> None:
    settings.GUIDEPOST_DATA = str(tmp_path)


@pytest.fixture
def case(city: City) -> Case:
    return a_clue(city)


class TestWriting:
    def test_is_refused_outside_an_entry(self, case: Case) -> None:
        with pytest.raises(Unrecorded):
            case.save()

    def test_in_bulk_is_refused(self, case: Case) -> None:
        for write in (
            lambda: Case.objects.update(title="x"),
            lambda: Case.objects.bulk_create([]),
            lambda: Case.objects.bulk_update([], ["title"]),
            lambda: Case.objects.all().delete(),
        ):
            with pytest.raises(Unrecorded):
                write()

    def test_leaves_entry_images_and_history(self, city: City, case: Case) -> None:
        edit_case(case.pk, by=city.actor("officer"), at=NOON, title="changed")
        entry = AuditEntry.objects.latest("id")
        image = AuditImage.objects.get(entry=entry, model="enforcement.case")
        assert (entry.action, entry.actor_name) == ("case:edit", "甲明")
        assert image.before is not None
        assert image.after is not None
        assert (image.before["title"], image.after["title"]) == ("未明码标价", "changed")
        assert Case.history.filter(id=case.pk, audit_entry=entry).count() == 1

    def test_stands_in_the_timelines_of_case_and_counterpart(self, case: Case) -> None:
        actions = [e.action for e in timeline_of(case)]
        assert actions == ["case:register_clue"]
        assert "case:register_clue" in [e.action for e in timeline_of(case.counterpart)]

    def test_is_undone_together_with_its_entry(self, city: City, case: Case) -> None:
        before = AuditEntry.objects.count()
        with pytest.raises(ZeroDivisionError):
            _fail_halfway(city, case)
        assert AuditEntry.objects.count() == before
        assert Case.objects.get(pk=case.pk).title == "未明码标价"

    def test_of_a_stale_reader_is_told(self, city: City, case: Case) -> None:
        edit_case(case.pk, by=city.actor("officer"), at=NOON, title="first", expected=case.version)
        with pytest.raises(Stale):
            edit_case(case.pk, by=city.actor("officer2"), at=NOON, title="second", expected=case.version)

    def test_of_personal_data_leaves_no_plain_text(self, city: City, case: Case) -> None:
        stored = str(list(AuditImage.objects.filter(model="enforcement.counterpart").values_list("after")))
        assert case.counterpart.name in stored
        assert "keyed:" in stored or '"identifier": ""' in stored.replace("'", '"')


def _fail_halfway(city: City, case: Case) -> None:
    with audited("case:edit", by=city.actor("officer"), at=NOON):
        case.title = "half"
        case.save()
        raise ZeroDivisionError


class TestTheRecord:
    def test_is_whole_when_only_services_wrote(self, case: Case) -> None:
        link_pending()
        assert list(findings()) == []
        assert not AuditPending.objects.exists()

    def test_refuses_change_and_removal(self, case: Case) -> None:
        for statement in (
            "UPDATE foundation_auditentry SET actor_name = 'somebody else'",
            "DELETE FROM foundation_auditimage",
        ):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                connection.cursor().execute(statement)

    def test_names_a_row_that_was_changed_by_sql(self, case: Case) -> None:
        link_pending()
        connection.cursor().execute("UPDATE enforcement_case SET title = 'x' WHERE id = %s", [case.pk])
        assert list(findings()) == [f"enforcement.case:{case.pk} differs from its last entry: title"]

    def test_names_a_row_that_was_removed_by_sql(self, case: Case) -> None:
        link_pending()
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM enforcement_circumstances WHERE case_id = %s", [case.pk])
        assert any("enforcement.circumstances" in f and "gone" in f for f in findings())

    def test_sees_a_change_that_a_later_honest_write_would_absorb(self, city: City, case: Case) -> None:
        connection.cursor().execute("UPDATE enforcement_case SET title = 'x' WHERE id = %s", [case.pk])
        edit_case(case.pk, by=city.actor("officer"), at=NOON, place="elsewhere")
        link_pending()
        assert any("changed between two entries" in f for f in findings())

    def test_sees_a_lost_anchor_file(self, case: Case) -> None:
        link_pending()
        anchor_path().unlink()
        assert list(findings()) == ["anchor: the anchor file is missing"]

    def test_sees_a_forged_anchor(self, case: Case) -> None:
        link_pending()
        anchor_path().write_text("1:00:00\n")
        assert list(findings()) == ["anchor: line 1 was altered"]

    def test_command_exits_with_one_on_a_finding(
        self, case: Case, capsys: pytest.CaptureFixture[str]
    ) -> None:
        call_command("verify_audit")
        connection.cursor().execute("UPDATE enforcement_case SET title = 'x' WHERE id = %s", [case.pk])
        with pytest.raises(SystemExit) as stop:
            call_command("verify_audit")
        assert stop.value.code == 1
        assert f"enforcement.case:{case.pk}" in capsys.readouterr().out


def test_every_concrete_model_of_the_domain_is_recorded_or_says_that_it_is_derived() -> None:
    assert Case in recorded_models()


@pytest.mark.postgresql
def test_sees_an_altered_entry_even_by_the_owner_of_the_database(case: Case) -> None:
    link_pending()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE foundation_auditentry DISABLE TRIGGER ALL")
        cursor.execute(
            "UPDATE foundation_auditentry SET actor_name = 'x' WHERE action = 'case:register_clue'"
        )
    assert any("(case:register_clue; " in f and "was altered" in f for f in findings())
