"""Officers: enrolled, certified, moved, closed; roles granted by another; three administrators apart (Art. 4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from enforcement.lists.certificates import certificate_text, certificate_tone
from enforcement.models import Officer, RoleGrant
from enforcement.rules.officers import DutyFacts, obstacles_to_granting, obstacles_to_leaving
from enforcement.services.officers import (
    deactivate_officer,
    edit_officer,
    enrol_officer,
    grant_role,
    move_officer,
    reactivate_officer,
    record_certificate,
    revoke_role,
)
from enforcement.vocabulary import CertificateState
from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.models import AuditEntry
from foundation.obstacles import Forbidden, Refused, Severity
from foundation.permissions import ADMINISTRATORS, PERMISSIONS_OF, Permission, Role
from foundation.record import audited
from tests.city import NOON, City, a_filed_case

SignIn = Callable[[str], Client]
TODAY = date(2026, 11, 20)


def codes(refusal: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {obstacle.code for obstacle in refusal.value.obstacles}


class TestRulesOfRoles:
    @pytest.mark.parametrize("administrator", sorted(ADMINISTRATORS))
    @pytest.mark.parametrize("other", [r for r in Role if r not in ADMINISTRATORS])
    def test_an_administrator_holds_no_other_role(self, administrator: Role, other: Role) -> None:
        for held, role in ((administrator, other), (other, administrator)):
            found = obstacles_to_granting(held=frozenset({held}), role=role, is_oneself=False)
            assert [o.code for o in found] == ["role:disjoint"]

    @pytest.mark.parametrize("one", sorted(ADMINISTRATORS))
    @pytest.mark.parametrize("other", sorted(ADMINISTRATORS))
    def test_the_three_administrations_are_three_people(self, one: Role, other: Role) -> None:
        found = list(obstacles_to_granting(held=frozenset({one}), role=other, is_oneself=False))
        assert bool(found) == (one != other)

    def test_nobody_grants_to_oneself(self) -> None:
        found = obstacles_to_granting(held=frozenset(), role=Role.HEAD, is_oneself=True)
        assert [o.code for o in found] == ["role:own"]

    @pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
    def test_no_administrator_reads_cases_people_or_figures(self, role: Role) -> None:
        closed = {p for p in Permission if p.partition(":")[0] in
                  {"case", "counterpart", "guidance", "visit", "evaluation", "leniency", "risk"}}  # fmt: skip
        assert not PERMISSIONS_OF[role] & closed

    @pytest.mark.parametrize("one", sorted(ADMINISTRATORS))
    @pytest.mark.parametrize("other", sorted(ADMINISTRATORS))
    def test_the_administrators_share_no_power_to_act(self, one: Role, other: Role) -> None:
        if one == other:
            return
        shared = PERMISSIONS_OF[one] & PERMISSIONS_OF[other]
        assert all(permission.endswith(":read") for permission in shared)


class TestGranting:
    def test_is_refused_by_the_database_too(self, city: City) -> None:
        with (
            pytest.raises(IntegrityError, match=r"one_administrator_role_a_person|rolegrant.officer_id"),
            audited("role:grant", by=COMMAND, at=NOON, under=Article(4)),
        ):
            RoleGrant(officer=city.people["sysadmin"], role=Role.AUDIT_ADMIN).save()

    def test_needs_the_security_administrator(self, city: City) -> None:
        for username in ("orgadmin", "head", "sysadmin", "auditor"):
            with pytest.raises(Forbidden):
                grant_role(city.people["officer"].pk, by=city.actor(username), at=NOON, role="head", why="x")

    def test_never_reaches_oneself(self, city: City) -> None:
        with pytest.raises(Refused) as refusal:
            grant_role(
                city.people["secadmin"].pk, by=city.actor("secadmin"), at=NOON, role="officer", why="x"
            )
        assert codes(refusal) == {"role:own", "role:disjoint"}

    def test_the_organ_administrator_enrols_nobody_with_a_role(self, city: City) -> None:
        organ = city.people["orgadmin"].organ
        with pytest.raises(Forbidden):
            enrol_officer(
                by=city.actor("orgadmin"), at=NOON, roles=["head"], username="new", name_zh="新", organ=organ
            )

    def test_the_last_security_administrator_stays(self, city: City) -> None:
        last = city.people["secadmin"]
        with pytest.raises(Refused) as refusal:
            revoke_role(last.pk, by=COMMAND, at=NOON, role="security_admin", why="x")
        assert codes(refusal) == {"role:last_security_administrator"}
        with pytest.raises(Refused):
            deactivate_officer(last.pk, by=COMMAND, at=NOON, why="x")

    def test_ends_the_officers_sessions(self, city: City) -> None:
        before = Officer.objects.get(username="officer2").get_session_auth_hash()
        by = city.actor("secadmin")
        grant_role(city.people["officer2"].pk, by=by, at=NOON, role="reviewer", why="调整")
        after = Officer.objects.get(username="officer2")
        assert after.get_session_auth_hash() != before
        revoke_role(after.pk, by=by, at=NOON, role="reviewer", why="调整")
        assert Officer.objects.get(pk=after.pk).roles == {Role.OFFICER}


class TestLeaving:
    def test_names_every_reason_at_once(self) -> None:
        facts = DutyFacts(first_responsible_for=("甲局",), open_cases=3, is_oneself=True)
        found = list(obstacles_to_leaving(facts))
        assert [o.code for o in found] == [
            "officer:oneself", "officer:first_responsible", "officer:open_cases"
        ]  # fmt: skip
        assert [o.severity for o in found] == [Severity.BLOCK, Severity.REQUIRE, Severity.WARN]

    def test_a_first_responsible_person_is_replaced_first(self, city: City) -> None:
        with pytest.raises(Refused) as refusal:
            deactivate_officer(city.people["head"].pk, by=city.actor("orgadmin"), at=NOON, why="退休")
        assert codes(refusal) == {"officer:first_responsible"}

    def test_open_cases_are_handed_over_or_answered_for(self, city: City) -> None:
        a_filed_case(city)
        officer, by = city.people["officer"], city.actor("orgadmin")
        with pytest.raises(Refused) as refusal:
            deactivate_officer(officer.pk, by=by, at=NOON, why="离职")
        assert codes(refusal) == {"officer:open_cases"}
        reasons = {"officer:open_cases": "由二中队接办"}
        deactivate_officer(officer.pk, by=by, at=NOON, why="离职", overrides=reasons)
        officer.refresh_from_db()
        assert not officer.is_active
        assert AuditEntry.objects.get(action="rule:override").overrides == {
            "officer:open_cases": {"reason": "other", "text": "由二中队接办"}
        }

    def test_a_closed_account_is_opened_again_on_record(self, city: City) -> None:
        officer, by = city.people["officer2"], city.actor("orgadmin")
        deactivate_officer(officer.pk, by=by, at=NOON, why="借调")
        reactivate_officer(officer.pk, by=by, at=NOON, why="归队")
        officer.refresh_from_db()
        assert officer.is_active

    def test_moving_changes_what_the_officer_reaches(self, city: City) -> None:
        station = city.places.organs["ST12"]
        by = city.actor("orgadmin")
        move_officer(city.people["officer2"].pk, by=by, at=NOON, organ=station, post="站长")
        actor = city.actor("officer2")
        assert actor.organ_id == station.pk
        assert actor.reach.id == station.pk

    def test_nobody_is_moved_into_a_foreign_organ(self, city: City) -> None:
        north = city.people["officer_north"].organ
        with pytest.raises(ObjectDoesNotExist):
            move_officer(city.people["officer2"].pk, by=city.actor("orgadmin"), at=NOON, organ=north)


class TestKeeping:
    def test_an_administrator_keeps_the_staff_below_the_own_organ_only(self, city: City) -> None:
        by = city.actor("orgadmin")
        edit_officer(city.people["officer"].pk, by=by, at=NOON, post="一中队队长")
        with pytest.raises(ObjectDoesNotExist):
            edit_officer(city.people["officer_north"].pk, by=by, at=NOON, post="x")

    def test_a_certificate_number_belongs_to_one_officer(self, city: City) -> None:
        held = city.people["officer"].certificate_number
        with pytest.raises(IntegrityError, match="certificate_number"):
            record_certificate(
                city.people["officer2"].pk,
                by=city.actor("orgadmin"),
                at=NOON,
                certificate_number=held,
                certificate_state="valid",
            )

    @pytest.mark.parametrize(
        ("state", "until", "tone"),
        [
            ("valid", date(2028, 1, 1), "neutral"),
            ("valid", date(2026, 12, 31), "watch"),
            ("valid", date(2026, 11, 20), "watch"),
            ("valid", date(2026, 11, 19), "bad"),
            ("valid", None, "neutral"),
            ("suspended", date(2028, 1, 1), "bad"),
            ("revoked", None, "bad"),
            ("none", None, "neutral"),
        ],
    )
    def test_a_certificate_is_told_in_words_and_tone(self, state: str, until: date | None, tone: str) -> None:
        assert certificate_tone(state, until, today=TODAY) == tone
        text = certificate_text(state, until, today=TODAY)
        assert text
        told = until is not None and state == CertificateState.VALID
        assert (f"{until:%Y}" in text) == told if until else True


class TestPages:
    def test_the_list_is_found_by_name_pinyin_and_role(self, city: City, as_user: SignIn) -> None:
        client = as_user("head")
        for query in ({"q": "甲明"}, {"q": "jia ming"}, {"q": "SL000001"}):
            rows = client.get("/officers/", query).context["page"]["rows"]
            assert [row["cells"][0]["value"] for row in rows] == ["甲明"], query
        rows = client.get("/officers/", {"role": "security_admin"}).context["page"]["rows"]
        assert [row["id"] for row in rows] == [city.people["secadmin"].pk]

    def test_an_officer_is_shown_with_reach_and_without_acts(self, city: City, as_user: SignIn) -> None:
        answer = as_user("officer").get(city.people["head"].get_absolute_url())
        assert answer.context["offers"] == []
        assert answer.context["entries"] is None

    @pytest.mark.parametrize(
        ("username", "offered"),
        [
            ("orgadmin", {"edit", "certificate", "move", "deactivate"}),
            ("secadmin", {"grant_role", "revoke_role", "lift_lock"}),
        ],
    )
    def test_each_administrator_is_offered_the_own_acts(
        self, city: City, as_user: SignIn, username: str, offered: set[str]
    ) -> None:
        answer = as_user(username).get(city.people["officer"].get_absolute_url())
        assert {offer["name"] for offer in answer.context["offers"]} == offered

    def test_closing_with_open_cases_asks_for_a_reason_in_the_form(self, city: City, as_user: SignIn) -> None:
        a_filed_case(city)
        officer = city.people["officer"]
        client = as_user("orgadmin")
        page = reverse("enforcement:officer_act", args=[officer.pk, "deactivate"])
        given = {"why": "离职", "expected_version": officer.version}
        answer = client.post(page, given)
        assert answer.status_code == 409
        assert "override-officer:open_cases" in answer.context["form"].fields
        reasons = {"reason-officer:open_cases": "other", "override-officer:open_cases": "已移交"}
        answer = client.post(page, {**given, **reasons})
        assert answer.status_code == 302

    def test_takes_few_queries(self, city: City, as_user: SignIn, django_assert_max_num_queries: Any) -> None:
        client = as_user("orgadmin")
        for page in ("/officers/", city.people["head"].get_absolute_url()):
            with django_assert_max_num_queries(12):
                assert client.get(page).status_code == 200
