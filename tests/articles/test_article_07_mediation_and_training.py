"""Article 7: disputes are mediated between willing parties, and officers are trained."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from enforcement.models import Attendance, Mediation, Notification, TrainingPolicy, TrainingSession
from enforcement.rules.training import (
    HoursFacts,
    days_of_reminders,
    missing_hours,
    obstacles_to_untrained_duty,
)
from enforcement.services import cases, documents, mediations, training
from enforcement.services.officers import record_certificate
from enforcement.vocabulary import Consequence, MediationState
from foundation.due import sweep
from foundation.obstacles import Forbidden, Refused, Severity
from foundation.record import audited
from tests.city import NOON, City, a_clue, a_counterpart, a_filed_case

pytestmark = [pytest.mark.django_db, pytest.mark.article("7")]
TODAY = NOON.date()


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def codes(act: Any, *args: Any, **kwargs: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return {o.code for o in refused.value.obstacles}


def applied(city: City, **more: Any) -> Mediation:
    given = {"title": "退货纠纷", "kind": "consumer", "dispute": "退货被拒。", "applied_on": TODAY, **more}
    party, field = a_counterpart(city, name="甲一消费者"), city.places.fields["market"]
    return mediations.register_mediation(
        by=city.actor("officer"), at=NOON, applicant=party, field=field, **given
    )


def underway(city: City) -> Mediation:
    mediation, by = applied(city), city.actor("officer")
    mediations.add_party(mediation.pk, by=by, at=NOON, role="respondent", name="乙二商店", consented_on=TODAY)
    mediations.name_mediators(mediation.pk, by=by, at=NOON, officers=[city.people["officer2"]])
    return mediations.begin_mediation(mediation.pk, by=by, at=NOON)


def agreed(city: City, **more: Any) -> Mediation:
    mediation, by = underway(city), city.actor("officer")
    mediations.hold_session(mediation.pk, by=by, at=NOON, held_on=TODAY, minutes="双方到场。")
    return mediations.record_agreement(mediation.pk, by=by, at=NOON, agreement="七日内退款。", **more)


class TestMediation:
    """Disputes are mediated when the parties want it, by somebody who has no part in them."""

    def test_begins_only_between_two_willing_parties_and_with_a_mediator(self, city: City) -> None:
        mediation, by = applied(city), city.actor("officer")
        assert codes(mediations.begin_mediation, mediation.pk, by=by, at=NOON) == {
            "mediation:two_parties",
            "mediation:mediator",
        }
        mediations.add_party(mediation.pk, by=by, at=NOON, role="respondent", name="乙二商店")
        assert "mediation:unwilling" in codes(mediations.begin_mediation, mediation.pk, by=by, at=NOON)

    def test_records_consent_of_a_party_that_is_named_already(self, city: City) -> None:
        assert underway(city).state == MediationState.UNDERWAY
        mediation, by = applied(city), city.actor("officer")
        for day in (None, TODAY):
            mediations.add_party(mediation.pk, by=by, at=NOON, role="respondent", name="丙", consented_on=day)
        assert mediation.parties.count() == 2

    def test_is_not_led_by_who_handles_the_case(self, city: City) -> None:
        mediation = applied(city, case=a_filed_case(city))
        by, handler = city.actor("officer"), [city.people["officer2"]]
        assert codes(mediations.name_mediators, mediation.pk, by=by, at=NOON, officers=handler) == {
            "mediation:partial"
        }
        assert not mediation.mediators.exists()

    def test_ends_with_an_agreement_after_both_were_heard(self, city: City) -> None:
        mediation, by = underway(city), city.actor("officer")
        unheard = codes(mediations.record_agreement, mediation.pk, by=by, at=NOON, agreement=" ")
        assert unheard == {"mediation:session", "mediation:agreement"}
        assert agreed(city).state == MediationState.AGREED

    def test_may_end_without_one_and_that_has_no_consequence(self, city: City) -> None:
        mediation, by = underway(city), city.actor("officer")
        mediations.hold_session(mediation.pk, by=by, at=NOON, held_on=TODAY, minutes="未能一致。")
        ended = mediations.end_without_agreement(mediation.pk, by=by, at=NOON, reason="分歧较大")
        assert (ended.state, ended.ended_on) == (MediationState.FAILED, TODAY)
        withdrawn = mediations.withdraw_mediation(applied(city).pk, by=by, at=NOON, reason="自行和解")
        assert withdrawn.state == MediationState.WITHDRAWN

    def test_asks_what_became_of_the_agreement_once(self, city: City) -> None:
        mediation = agreed(city, perform_by=TODAY + timedelta(days=7))
        for days in (8, 9, 10):
            sweep(at=NOON + timedelta(days=days))
        told = Notification.objects.filter(kind="mediation:check", officer=city.people["officer2"])
        assert [n.thing for n in told] == [f"mediation:{mediation.pk}"]
        done = mediations.note_performed(mediation.pk, by=city.actor("officer"), at=NOON, performed_on=TODAY)
        assert done.state == MediationState.PERFORMED

    def test_gives_the_parties_an_agreement_to_sign(self, city: City) -> None:
        by = city.actor("officer")
        early = underway(city)
        too_early = codes(
            documents.issue_document, early.pk, noun="mediation", by=by, at=NOON, kind="mediation"
        )
        assert too_early == {"document:too_early"}
        mediation = agreed(city)
        paper = documents.issue_document(mediation.pk, noun="mediation", by=by, at=NOON, kind="mediation")
        assert paper.number == mediation.number
        assert {"七日内退款。", "乙二商店"} <= set(paper.letter.texts())

    def test_stays_as_it_was_recorded_once_it_is_over(self, city: City) -> None:
        mediation, by = agreed(city), city.actor("officer")
        late = codes(mediations.hold_session, mediation.pk, by=by, at=NOON, held_on=TODAY, minutes="x")
        assert late == {"mediation:wrong_state"}


def a_training(city: City, **more: Any) -> TrainingSession:
    given = {
        "title": "说理式执法",
        "kind": "course",
        "topic": "service",
        "held_on": TODAY,
        "hours": Decimal(8),
        **more,
    }
    return training.plan_training(by=city.actor("head"), at=NOON, **given)


def sheet(*rows: tuple[Any, ...]) -> SimpleUploadedFile:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return SimpleUploadedFile("attendance.xlsx", file.getvalue())


class TestTraining:
    """Officers are trained every year, also in service-oriented enforcement, and it is recorded who was."""

    def test_counts_for_those_who_attended(self, city: City) -> None:
        session, by = a_training(city), city.actor("head")
        people = [city.people["officer"], city.people["officer2"]]
        training.record_attendance(session.pk, by=by, at=NOON, officers=people)
        training.record_attendance(session.pk, by=by, at=NOON, officers=people[:1], hours=Decimal("4.5"))
        assert list(session.attendances.values_list("hours", flat=True)) == [Decimal("4.5"), Decimal("8.0")]
        assert training.hold_training(session.pk, by=by, at=NOON).state == "held"

    def test_never_counts_more_than_it_had(self, city: City) -> None:
        session = a_training(city)
        who = [city.people["officer"]]
        training.record_attendance(
            session.pk, by=city.actor("head"), at=NOON, officers=who, hours=Decimal(80)
        )
        assert session.attendances.get().hours == 8

    def test_is_not_recorded_before_its_day_nor_closed_without_anybody(self, city: City) -> None:
        by, who = city.actor("head"), [city.people["officer"]]
        coming = a_training(city, held_on=TODAY + timedelta(days=1))
        assert codes(training.record_attendance, coming.pk, by=by, at=NOON, officers=who) == {"date:future"}
        assert codes(training.hold_training, a_training(city).pk, by=by, at=NOON) == {"training:nobody"}

    def test_is_kept_by_heads_and_administrators(self, city: City) -> None:
        with pytest.raises(Forbidden):
            training.record_attendance(a_training(city).pk, by=city.actor("officer"), at=NOON, officers=[])


class TestASheetOfAttendance:
    def test_is_recorded_row_by_row(self, city: City) -> None:
        session = a_training(city)
        file = sheet(
            ("user name", "hours"), ("officer", 6), (city.people["officer2"].certificate_number, "", "补课")
        )
        training.import_attendance(session.pk, by=city.actor("head"), at=NOON, file=file)
        assert list(session.attendances.values_list("hours", "note")) == [
            (Decimal(6), ""),
            (Decimal(8), "补课"),
        ]

    def test_writes_nothing_while_a_row_is_wrong_and_names_each(self, city: City) -> None:
        session = a_training(city)
        file = sheet(("officer", 6), ("nobody", 1), ("officer2", "many"), ("officer", 2), ("south3", 9))
        with pytest.raises(ValidationError) as refused:
            training.import_attendance(session.pk, by=city.actor("head"), at=NOON, file=file)
        assert [re.findall(r"\d+", text)[0] for text in refused.value.messages] == ["2", "3", "4", "5"]
        assert not Attendance.objects.exists()

    def test_can_be_tried_without_writing(self, city: City) -> None:
        session = a_training(city)
        training.try_attendance(session.pk, by=city.actor("head"), at=NOON, file=sheet(("officer", 6)))
        assert not Attendance.objects.exists()
        with pytest.raises(ValidationError):
            training.try_attendance(session.pk, by=city.actor("head"), at=NOON, file=sheet(("nobody", 6)))

    @pytest.mark.parametrize("content", [b"", b"name,hours", b"PK\x03\x04broken"])
    def test_that_is_none_is_refused(self, city: City, content: bytes) -> None:
        file = SimpleUploadedFile("x.xlsx", content)
        with pytest.raises(ValidationError):
            training.import_attendance(a_training(city).pk, by=city.actor("head"), at=NOON, file=file)


@pytest.mark.rule("SUB-9")
class TestAnOfficerHasSixtyHoursOfTrainingAYear:
    def test_of_which_some_may_be_missing(self) -> None:
        assert [missing_hours(Decimal(h)) for h in (0, 59, 60, 90)] == [60, 1, 0, 0]

    @pytest.mark.parametrize(
        ("consequence", "severities"),
        [(Consequence.TELL, []), (Consequence.WARN, [Severity.WARN]), (Consequence.BLOCK, [Severity.BLOCK])],
    )
    def test_and_local_policy_says_what_follows(self, consequence: str, severities: list[str]) -> None:
        facts = HoursFacts("甲", 2025, Decimal("59.5"), consequence=consequence)
        assert [o.severity for o in obstacles_to_untrained_duty(facts)] == severities
        full = HoursFacts("甲", 2025, Decimal(60), consequence=consequence)
        assert list(obstacles_to_untrained_duty(full)) == []

    def test_and_too_few_keep_from_a_case_where_the_organ_says_so(self, city: City) -> None:
        self.joined_long_ago(city)
        case, by = a_clue(city), city.actor("officer")
        handlers = [city.people["officer"], city.people["officer2"]]
        organ = city.people["officer"].organ
        training.set_policy(
            by=city.actor("orgadmin"), at=NOON, organ=organ, target=Decimal(60), consequence="block"
        )
        assert "SUB-9" in codes(cases.file_case, case.pk, by=by, at=NOON, handlers=handlers)
        policy = TrainingPolicy.objects.get()
        training.change_policy(
            policy.pk, by=city.actor("orgadmin"), at=NOON, target=Decimal(60), consequence="tell"
        )
        assert "SUB-9" not in codes(cases.file_case, case.pk, by=by, at=NOON, handlers=handlers)

    def joined_long_ago(self, city: City) -> None:
        with audited("officer:edit", by=city.actor("orgadmin"), at=NOON - timedelta(days=700)):
            for name in ("officer", "officer2"):
                officer = city.people[name]
                officer.created_at = NOON - timedelta(days=700)
                officer.save()

    def test_and_who_lacks_some_is_told_in_october_and_december(self, city: City) -> None:
        a_training(city)
        sweep(at=NOON)
        lacking = Notification.objects.filter(kind="training:hours", officer=city.people["officer"])
        assert lacking.count() == 1
        assert Notification.objects.filter(kind="training:shortfall", officer=city.people["head"]).exists()
        for _again in range(2):
            sweep(at=NOON.replace(month=12, day=2))
        assert lacking.count() == 2


class TestACertificate:
    """Whoever enforces holds a valid certificate, and is reminded before it ends."""

    def test_is_reminded_of_sixty_and_thirty_days_before(self) -> None:
        days = [day for day, _round in days_of_reminders(date(2026, 12, 31))]
        assert days == [date(2026, 11, 1), date(2026, 12, 1)]

    def test_is_called_to_mind_once_a_round_to_its_holder_and_the_head(self, city: City) -> None:
        self.recorded(city, TODAY + timedelta(days=100))
        told = Notification.objects.filter(
            kind="certificate:expiry", thing=f"officer:{city.people['south3'].pk}"
        )
        counts = []
        for days in (39, 41, 41, 71, 99):
            sweep(at=NOON + timedelta(days=days))
            counts.append(told.count())
        assert counts == [0, 2, 2, 4, 4]

    def test_that_was_renewed_is_not(self, city: City) -> None:
        self.recorded(city, TODAY + timedelta(days=100))
        self.recorded(city, TODAY + timedelta(days=900))
        sweep(at=NOON + timedelta(days=80))
        thing = f"officer:{city.people['south3'].pk}"
        assert not Notification.objects.filter(kind="certificate:expiry", thing=thing).exists()

    def recorded(self, city: City, until: date) -> None:
        officer = city.people["south3"]
        record_certificate(
            officer.pk, by=city.actor("orgadmin"), at=NOON, certificate_number=officer.certificate_number,
            certificate_state="valid", certificate_until=until,
        )  # fmt: skip
