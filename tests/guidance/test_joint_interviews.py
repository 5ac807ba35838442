"""Interviews that several organs hold together: invited, answered, named, and looked after (Art. 8 (7))."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from enforcement.models import Document, Notification
from enforcement.services.documents import issue_document
from foundation.obstacles import Refused
from foundation.record import audited
from guidance.forms.joint_organs import interviewers_of
from guidance.models import InterviewInvitation
from guidance.rules.joint import (
    InvitationFacts,
    InvitingFacts,
    obstacles_to_answering_invitation,
    obstacles_to_coming,
    obstacles_to_inviting,
    obstacles_to_unanswered_invitations,
)
from guidance.services import add_rectification, correct_guidance, interviews, issue_guidance, joint
from guidance.services.recording import recheck_rectification
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import IN_HASTE, a_draft, issued
from tests.guidance.joint_course import BY, announced, guest_organ, held, invited

pytestmark = [pytest.mark.django_db, pytest.mark.article("8.7")]
LATER = NOON + timedelta(days=7)


def refused(act: Any, *args: Any, **kwargs: Any) -> list[str]:
    with pytest.raises(Refused) as found:
        act(*args, **kwargs)
    return [o.code for o in found.value.obstacles]


class TestTheRules:
    def test_let_organs_be_invited_while_it_is_a_draft(self) -> None:
        fine = InvitingFacts(is_draft=True, is_lead=False, is_active=True, is_invited=False)
        assert list(obstacles_to_inviting(fine)) == []
        wrong = InvitingFacts(is_draft=False, is_lead=True, is_active=False, is_invited=False)
        assert [o.code for o in obstacles_to_inviting(wrong)] == ["GUI-62", "GUI-63", "SUB-1"]

    def test_let_a_certified_officer_of_the_organ_come(self) -> None:
        assert list(obstacles_to_coming(InvitationFacts(is_under_way=True, is_held=False))) == []
        stranger = InvitationFacts(is_under_way=True, is_held=False, comes_from_it=False, name="甲")
        assert [o.code for o in obstacles_to_coming(stranger)] == ["SUB-3"]

    def test_take_no_answer_once_it_was_held(self) -> None:
        over = InvitationFacts(is_under_way=True, is_held=True)
        assert [o.code for o in obstacles_to_answering_invitation(over)] == ["GUI-64"]

    def test_name_nobody_in_a_notice_who_has_not_agreed(self) -> None:
        assert list(obstacles_to_unanswered_invitations(())) == []
        (found,) = obstacles_to_unanswered_invitations(("甲局", "乙局"))
        assert (found.code, "甲局" in str(found.message)) == ("GUI-65", True)


class TestAnInvitation:
    def test_is_told_to_the_heads_of_the_organ(self, city: City) -> None:
        row = invited(city)
        told = Notification.objects.get(kind="guidance:invited")
        assert (row.state, told.officer.username, told.url) == (
            "asked",
            "transport_head",
            row.get_absolute_url(),
        )

    def test_goes_to_another_organ_and_once(self, city: City) -> None:
        row, by = invited(city), city.actor("officer")
        for organ in (row.action.organ, row.organ):
            given = {"organ": organ, "task": "x"}
            assert refused(joint.invite_organ, row.action_id, by=by, at=NOON, **given) == ["GUI-63"]
        with pytest.raises(IntegrityError, match=r"invitation_once_an_organ|interviewinvitation\.action_id"):
            asked_again(city, row)

    def test_belongs_to_drafts_of_interviews(self, city: City) -> None:
        given = {"by": city.actor("officer"), "at": NOON, "organ": guest_organ(city), "task": "x"}
        assert refused(joint.invite_organ, issued(city, Way.INTERVIEW).pk, **given) == ["GUI-62"]
        assert refused(joint.invite_organ, a_draft(city, Way.TIP).pk, **given) == ["guidance:wrong_state"]

    def test_is_waited_for_before_the_notice_goes_out(self, city: City) -> None:
        row = invited(city, formality="simple")
        given = {"by": city.actor("officer"), "at": NOON, "voluntariness_shown": True, "overrides": IN_HASTE}
        assert "GUI-65" in refused(issue_guidance, row.action_id, **given)
        joint.take_back_invitation(row.action_id, by=city.actor("officer"), at=NOON, invitation=row)
        assert issue_guidance(row.action_id, **given).state == "issued"

    def test_is_not_taken_back_once_the_notice_names_the_organ(self, city: City) -> None:
        row = announced(city)
        given = {"by": city.actor("officer"), "at": NOON, "invitation": row}
        assert refused(joint.take_back_invitation, row.action_id, **given) == ["guidance:wrong_state"]

    def test_is_made_anew_for_a_corrected_version(self, city: City) -> None:
        row = announced(city)
        new = correct_guidance(row.action_id, by=city.actor("officer"), at=NOON)
        assert [(r.organ, r.state) for r in new.joint_organs] == [(row.organ, "asked")]


def asked_again(city: City, row: InterviewInvitation) -> None:
    """A second invitation that stands, past the services' own care."""
    with audited("guidance:invite_organ", by=city.actor("officer"), at=NOON):
        again = InterviewInvitation(
            action=row.action, task="x", asked_by=city.people["officer"], asked_at=NOON
        )
        again.place_under(row.organ)
        again.save()


class TestTheAnswer:
    def test_names_who_comes_and_is_told_to_the_lead(self, city: City) -> None:
        row = invited(city)
        who = city.people["transport2"]
        joint.accept_invitation(row.pk, by=city.actor(BY), at=NOON, officer=who)
        row.refresh_from_db()
        assert (row.state, row.officer, row.answered_by) == ("coming", who, city.people[BY])
        told = Notification.objects.get(kind="guidance:guest_coming")
        assert told.officer.username == "officer"

    def test_that_is_no_has_a_reason_and_can_change(self, city: City) -> None:
        row, by = invited(city), city.actor(BY)
        joint.decline_invitation(row.pk, by=by, at=NOON, note="不属于本机关职责")
        assert InterviewInvitation.objects.get(pk=row.pk).state == "not_coming"
        joint.accept_invitation(row.pk, by=by, at=NOON)
        assert InterviewInvitation.objects.get(pk=row.pk).state == "coming"

    def test_is_given_by_the_organ_alone(self, city: City) -> None:
        row = invited(city)
        for name in ("officer", "officer_north"):
            with pytest.raises(InterviewInvitation.DoesNotExist):
                joint.accept_invitation(row.pk, by=city.actor(name), at=NOON)

    def test_sends_an_officer_of_its_own(self, city: City) -> None:
        row, stranger = invited(city), city.people["officer_north"]
        assert refused(joint.accept_invitation, row.pk, by=city.actor(BY), at=NOON, officer=stranger) == [
            "SUB-3"
        ]

    def test_comes_too_late_when_it_was_held(self, city: City) -> None:
        row = held(city, at=LATER)
        assert refused(joint.decline_invitation, row.pk, by=city.actor(BY), at=LATER, note="x") == ["GUI-64"]


@pytest.mark.usefixtures("store")
class TestWhoTakesPart:
    def test_stands_in_the_notice(self, city: City) -> None:
        row = announced(city)
        issue_document(row.action_id, noun="guidance", by=city.actor("officer"), at=NOON, kind="guidance")
        text = Document.objects.about("guidance", row.action_id).get().text
        assert row.organ.name_zh in text
        assert "壬通" in text

    def test_is_offered_for_the_record(self, city: City) -> None:
        told = interviewers_of(announced(city).action)["interviewers"]
        assert all(name in told for name in ("甲明", "乙正", "壬通"))

    def test_stands_in_the_attendance(self, city: City) -> None:
        row, officer = announced(city), city.actor("officer")
        came = {"name": "壬通", "capacity": "执法人员", "signature": "signed"}
        interviews.add_attendance(row.action_id, by=officer, at=LATER, organ=row.organ, **came)
        assert row.action.attendance.get().organ == row.organ
        north = city.people["officer_north"].organ
        with pytest.raises(ValidationError, match="organ"):
            interviews.add_attendance(row.action_id, by=officer, at=LATER, organ=north, **came)


class TestWhatIsToBePutRight:
    def agreed(self, city: City) -> InterviewInvitation:
        row, officer = held(city, at=LATER), city.actor("officer")
        given = {"by": officer, "at": LATER, "due_on": LATER.date() + timedelta(days=5)}
        add_rectification(row.action_id, requirement="补齐运输台账", organ=row.organ, **given)
        add_rectification(row.action_id, requirement="补齐价签", **given)
        return row

    def test_is_looked_at_by_the_organ_that_looks_after_it(self, city: City) -> None:
        row = self.agreed(city)
        own = row.action.rectification_items.get(organ=row.organ)
        seen = {"rechecked_on": LATER.date(), "recheck_result": "corrected"}
        joint.recheck_own_item(row.pk, by=city.actor(BY), at=LATER, item=own, **seen)
        own.refresh_from_db()
        assert own.recheck_result == "corrected"

    def test_is_not_touched_by_it_where_it_is_the_leads(self, city: City) -> None:
        row = self.agreed(city)
        theirs = row.action.rectification_items.get(organ=None)
        seen = {"rechecked_on": LATER.date(), "recheck_result": "corrected"}
        with pytest.raises(type(theirs).DoesNotExist):
            joint.recheck_own_item(row.pk, by=city.actor(BY), at=LATER, item=theirs, **seen)

    def test_is_looked_at_by_the_lead_too(self, city: City) -> None:
        row = self.agreed(city)
        own = row.action.rectification_items.get(organ=row.organ)
        seen = {"rechecked_on": LATER.date(), "recheck_result": "partly"}
        recheck_rectification(row.action_id, by=city.actor("officer"), at=LATER, item=own, **seen)
        own.refresh_from_db()
        assert own.recheck_result == "partly"

    def test_belongs_to_an_organ_that_takes_part(self, city: City) -> None:
        row = self.agreed(city)
        given = {"by": city.actor("officer"), "at": LATER, "due_on": LATER.date(), "requirement": "x"}
        with pytest.raises(ValidationError, match="organ"):
            add_rectification(row.action_id, organ=city.people["officer_north"].organ, **given)
