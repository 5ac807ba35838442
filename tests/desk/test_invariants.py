"""Every invariant holds in a sound house, and each is known to be able to fail."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F

from desk.models import Tally
from desk.services.tallies import fold_tallies
from desk.services.volume import load_volume
from enforcement.models import (
    Case,
    CasePerson,
    CoerciveMeasure,
    Decision,
    DocumentFile,
    Evidence,
    Inspection,
    InspectionOfficer,
    LegalReview,
    Notification,
    Officer,
    Organ,
    Publication,
    RoleGrant,
)
from enforcement.services.cases import file_case
from enforcement.services.documents import issue_document
from enforcement.services.inspections import rate_inspection
from enforcement.vocabulary import CaseRole, CaseState
from foundation.actors import ANONYMOUS, COMMAND, SCHEDULER
from foundation.due import plan
from foundation.invariants import breaches, codes, invariant
from foundation.models import DueItem
from foundation.permissions import Role
from foundation.record import audited
from foundation.record.chain import link_pending
from foundation.vocabulary import DueState
from guidance.models import GuidanceAction, InterviewInvitation, ReturnVisit, VisitPerson
from guidance.services import conclude_guidance
from guidance.vocabulary import VisitState, Way
from riskcontrol.models import CounterpartRisk
from riskcontrol.services.reviewing import review_all
from tests.city import CONDITIONS, NOON, City, a_clue, a_counterpart, a_filed_case, add_evidence, small_city
from tests.enforcement.coercion_course import applied
from tests.enforcement.inspection_course import concluded, planned
from tests.enforcement.public_course import published
from tests.guidance.answers import a_file, said
from tests.guidance.drafts import issued
from tests.guidance.joint_course import coming

LATER = NOON + timedelta(hours=2)


@pytest.fixture
def files(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = settings.GUIDEPOST_DATA = str(tmp_path)
    return tmp_path


@pytest.fixture
def city(db: None, files: Path) -> City:
    city = small_city()
    load_volume(by=COMMAND, at=NOON, cases=120)
    review_all(by=SCHEDULER, at=NOON + timedelta(minutes=90))
    link_pending()
    fold_tallies(at=NOON)
    return city


def _change(rows: Any, **values: Any) -> None:
    """One row, behind the services."""
    model = rows.model
    model._base_manager.filter(pk=rows.order_by("pk").values_list("pk", flat=True)[0]).update(**values)


def _remove(rows: Any) -> None:
    found = rows.order_by("pk").first()
    found._meta.model._base_manager.filter(pk=found.pk)._raw_delete("default")


def _move(thing: Any, action: str, state: str) -> None:
    """An honest entry about a dishonest step."""
    with audited(action, by=COMMAND, at=NOON):
        thing.state = state
        thing.save()


def _lose_a_visit() -> None:
    visit = ReturnVisit.objects.exclude(case__state=CaseState.ARCHIVED).first()
    visit = visit or ReturnVisit.objects.first()
    VisitPerson._base_manager.filter(visit=visit)._raw_delete("default")
    ReturnVisit._base_manager.filter(pk=visit.pk)._raw_delete("default")


def _keep_a_file(city: City, *, file: str) -> None:
    evidence = add_evidence(a_clue(city), city)
    Evidence._base_manager.filter(pk=evidence.pk).update(file=file)


def _alter_a_document() -> None:
    decided = Case.objects.filter(decided_on__isnull=False).exclude(state=CaseState.ARCHIVED)
    duty = (
        CasePerson.objects.filter(role=CaseRole.HANDLER, case__in=decided).select_related("officer").first()
    )
    issue_document(duty.case_id, noun="case", by=duty.officer.as_actor(), at=NOON, kind="receipt")
    _change(DocumentFile.objects, sha256="0" * 64)


def _leave_an_orphan(folder: Path) -> None:
    path = folder / "evidence" / "ab" / "orphan"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x")
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))


def _park() -> None:
    item = plan(kind="visit:assign", thing="visit:0", due_at=LATER)
    DueItem.objects.filter(pk=item.pk).update(state=DueState.PARKED, attempts=3, error="E")


def _mix_administrators() -> None:
    with audited("role:grant", by=COMMAND, at=NOON):
        RoleGrant(officer=Officer.objects.get(username="auditor"), role=Role.HEAD).save()


def _change_coercion(city: City, **values: Any) -> None:
    """A measure in force, changed behind the services; the database lets go of what would stop it."""
    measure = applied(city)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE enforcement_coercivemeasure DROP CONSTRAINT coercion_approved_by_another")
    _change(CoerciveMeasure.objects.filter(pk=measure.pk), **values)


def _join_elsewhere(city: City) -> None:
    host, other = planned(city), planned(city, counterpart=a_counterpart(city, name="乙二示例店"))
    _change(Inspection.objects.filter(pk=other.pk), joined_to=host)


def _reopen_what_was_rated(city: City) -> None:
    visit = concluded(city)
    rate_inspection(by=ANONYMOUS, at=visit.ended_at, code=visit.code, manner=4)
    _change(Inspection.objects.filter(pk=visit.pk), state="under_way")


def _lose_a_picture(city: City, folder: Path) -> None:
    answer = said(issued(city, Way.TIP), "message", text="见图", attachments=[a_file()])
    (folder / answer.files.get().file).unlink()


def _lose_a_proof(city: City, folder: Path) -> None:
    shown = {"effect": "effective", "effect_note": "价签齐全", "attachment": a_file()}
    action = conclude_guidance(issued(city, Way.TIP).pk, by=city.actor("officer"), at=NOON, **shown)
    (folder / action.effect_files.get().file).unlink()


DECIDED = Decision.objects
BREAKS: dict[str, Callable[[City, Path], None]] = {
    "case:days_fit_the_state": lambda _c, _f: _change(
        Case.objects.filter(state=CaseState.ARCHIVED), closed_on=None
    ),
    "case:days_in_order": lambda _c, _f: _change(
        Case.objects.filter(decided_on__isnull=False), filed_on=NOON.date() + timedelta(days=1)
    ),
    "case:deadline_as_counted": lambda c, _f: _change(
        Case.objects.filter(pk=a_filed_case(c).pk), deadline_on=NOON.date() + timedelta(days=900)
    ),
    "case:decided_by_its_decider": lambda c, _f: _change(DECIDED, decided_by=c.people["integrity"]),
    "case:known_to_its_organ": lambda _c, _f: _change(Case.objects, line=Organ.objects.get(code="SC04")),
    "case:one_decision": lambda _c, _f: _remove(DECIDED),
    "case:path_of_the_law": lambda c, _f: _move(a_clue(c), "case:close", CaseState.ARCHIVED),
    "case:recused_are_out": lambda _c, _f: _change(
        Officer.objects.filter(username="officer2"), recused_from=[1]
    ),
    "case:two_officers": lambda _c, _f: _remove(
        CasePerson.objects.filter(role=CaseRole.HANDLER, case__state=CaseState.ARCHIVED)
    ),
    "coercion:approved": lambda c, _f: _change_coercion(c, approved_by=F("proposed_by")),
    "coercion:nothing_kept_after_its_end": lambda c, _f: _change_coercion(c, state="lifted"),
    "coercion:path_of_the_law": lambda c, _f: _move(applied(c), "coercion:apply", "lifted"),
    "coercion:within_its_term": lambda c, _f: _change_coercion(c, expires_on=NOON.date() - timedelta(days=1)),
    "document:as_issued": lambda _c, _f: _alter_a_document(),
    "due:done_in_time": lambda _c, _f: _late(),
    "due:handled_by_somebody": lambda _c, _f: _plan_for_nobody(),
    "due:not_parked": lambda _c, _f: _park(),
    "evidence:as_received": lambda c, _f: _keep_a_file(c, file="evidence/ab/none"),
    "evidence:no_orphans": lambda _c, f: _leave_an_orphan(f),
    "guidance:effect_as_shown": _lose_a_proof,
    "guidance:one_page_of_its_way": lambda _c, _f: _change(
        GuidanceAction.objects.filter(way=Way.TIP), way=Way.COUNSEL
    ),
    "guidance:path_of_the_law": lambda _c, _f: _move(
        GuidanceAction.objects.filter(state="concluded").first(), "guidance:conclude", "acknowledged"
    ),
    "inspection:clue_has_its_case": lambda c, _f: _change(
        Inspection.objects.filter(pk=concluded(c).pk), result="clue"
    ),
    "inspection:joined_at_one_firm": lambda c, _f: _join_elsewhere(c),
    "inspection:path_of_the_law": lambda c, _f: _move(concluded(c), "inspection:start", "planned"),
    "inspection:rated_when_over": lambda c, _f: _reopen_what_was_rated(c),
    "inspection:two_officers": lambda c, _f: _remove(
        InspectionOfficer.objects.filter(inspection=concluded(c))
    ),
    "invitation:seen_while_it_stands": lambda c, _f: _change(
        InterviewInvitation.objects.filter(pk=coming(c).pk), state="taken_back"
    ),
    "publicity:approved_by_another": lambda c, _f: _change(
        published(c).editions, approved_by=c.people["officer"]
    ),
    "publicity:path_of_the_law": lambda c, _f: _move(published(c), "publicity:send_back", "due"),
    "publicity:within_its_term": lambda c, _f: _change(
        Publication.objects.filter(pk=published(c).pk), until_on=NOON.date() - timedelta(days=1)
    ),
    "reply:as_received": _lose_a_picture,
    "risk:everybody_reviewed": lambda _c, _f: _remove(CounterpartRisk.objects),
    "role:administrators_apart": lambda _c, _f: _mix_administrators(),
    "tally:as_counted": lambda _c, _f: _change(Tally.objects.filter(sphere="all"), number=-1),
    "visit:by_others": lambda _c, _f: _remove(CasePerson.objects.filter(role=CaseRole.VISITOR)),
    "visit:never_forgotten": lambda _c, _f: _change(ReturnVisit.objects, state=VisitState.PLANNED),
    "visit:one_a_case": lambda _c, _f: _lose_a_visit(),
    "visit:path_of_the_law": lambda _c, _f: _move(
        ReturnVisit.objects.filter(state="closed").first(), "visit:hold", "held"
    ),
    "visit:rounds_without_gap": lambda _c, _f: _change(ReturnVisit.objects, round=3),
}
HELD_BY_THE_DATABASE = {
    "case:duties_apart": ("enforcement_caseperson", "one_duty_a_person_and_case"),
    "notification:said_once": ("enforcement_notification", "notification_once_a_round"),
}


def _late() -> None:
    plan(kind="visit:assign", thing="visit:0", due_at=NOON)


def _plan_for_nobody() -> None:
    plan(kind="moon:rise", thing="moon:1", due_at=LATER)


def _broken(code: str) -> list[str]:
    return list(breaches(at=LATER, only=[code]))


class TestAnInvariant:
    def test_holds_in_a_sound_house(self, city: City) -> None:
        assert list(breaches(at=NOON + timedelta(minutes=5))) == []

    @pytest.mark.parametrize("code", sorted(BREAKS))
    def test_tells_its_breach(self, city: City, files: Path, code: str) -> None:
        before = _broken(code)
        BREAKS[code](city, files)
        told = [line for line in _broken(code) if line not in before]
        assert told
        assert all(line.startswith(f"{code}: ") for line in told)

    @pytest.mark.postgresql
    @pytest.mark.parametrize("code", sorted(HELD_BY_THE_DATABASE))
    def test_tells_what_a_lost_constraint_let_pass(self, city: City, code: str) -> None:
        table, constraint = HELD_BY_THE_DATABASE[code]
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
        _double(code)
        assert _broken(code)

    def test_is_broken_here_for_each_that_is_checked(self) -> None:
        assert {*BREAKS, *HELD_BY_THE_DATABASE} == set(codes())

    def test_has_a_code_of_its_own(self) -> None:
        with pytest.raises(ValueError, match="already"):
            invariant("case:one_decision")(lambda _at: ())


def _double(code: str) -> None:
    if code == "case:duties_apart":
        one = CasePerson.objects.first()
        two = CasePerson.objects.exclude(pk=one.pk).first()
        CasePerson._base_manager.filter(pk=two.pk).update(case=one.case_id, officer=one.officer_id)
        return
    officer = Officer.objects.get(username="officer")
    for _time in range(2):
        Notification(officer=officer, kind="visit:due", thing="visit:1", at=NOON).save()


class TestTheCommand:
    def test_says_how_many_hold(self, city: City, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("check_invariants", "case:one_decision", "case:two_officers")
        assert "2 invariants hold" in capsys.readouterr().out

    def test_exits_with_one_and_a_line_a_finding(
        self, city: City, capsys: pytest.CaptureFixture[str]
    ) -> None:
        key = Decision.objects.order_by("pk").first().case_id
        _remove(DECIDED)
        with pytest.raises(SystemExit) as stop:
            call_command("check_invariants")
        assert stop.value.code == 1
        said = capsys.readouterr().out.splitlines()
        assert any(line.startswith("case:one_decision:") and f"({key})" in line for line in said)

    def test_lists_and_refuses_what_it_does_not_know(self, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("check_invariants", "--list")
        assert capsys.readouterr().out.splitlines() == codes()
        with pytest.raises(CommandError, match="moon:full"):
            call_command("check_invariants", "moon:full")


class TestAnHonestCase:
    def test_breaks_nothing(self, city: City) -> None:
        case = a_clue(city, at=LATER)
        handlers = [city.people["officer"], city.people["officer2"]]
        file_case(case.pk, by=city.actor("officer"), at=LATER, handlers=handlers, **CONDITIONS)
        assert list(breaches(at=LATER)) == []

    def test_is_reviewed_by_its_reviewer(self, city: City) -> None:
        assert not [line for line in _broken("case:decided_by_its_decider") if "review" in line]
        review = LegalReview.objects.first()
        if review is not None:
            _change(LegalReview.objects, reviewer=city.people["integrity"])
            assert [line for line in _broken("case:decided_by_its_decider") if "review" in line]
