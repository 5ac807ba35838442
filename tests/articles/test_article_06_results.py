"""Articles 4 and 6: what came of coercion and of inspections is open to everybody, and nobody is exposed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from enforcement.models import Case, CoerciveMeasure, Notification, Publication
from enforcement.services import coercion, publicity
from enforcement.services.holidays import enter_arrangement
from enforcement.vocabulary.publicity import PublicityState, PublicKind
from foundation.actors import COMMAND
from foundation.due import sweep
from foundation.obstacles import Refused
from tests.city import NOON, City, a_counterpart, a_filed_case
from tests.enforcement import coercion_course, inspection_course
from tests.enforcement.public_course import publication_of, published, text_of

DAY = timedelta(days=1)
LATER = NOON + 5 * DAY
TODAY = LATER.date()
UNLAWFUL: dict[str, Any] = {"undone_as": "unlawful", "undone_on": TODAY, "undone_ruling": "示例复决字3号"}


def a_row(city: City, kind: str) -> Publication:
    return publication_of(LEAD[kind](city))


LEAD = {"coercion": coercion_course.applied, "inspection": inspection_course.concluded}
EVERY = pytest.mark.parametrize("kind", list(LEAD))


def read(row: Publication) -> Any:
    return Client().get(reverse("enforcement:public_result", args=[row.pk]))


def refusal(act: Any, *args: Any, **kwargs: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return {obstacle.code for obstacle in refused.value.obstacles}


def told(kind: str) -> set[str]:
    return set(Notification.objects.filter(kind=kind).values_list("officer__username", flat=True))


@pytest.mark.article("4")
@pytest.mark.rule("PUB-1")
class TestAResult:
    """Of coercion or of an inspection is published within twenty working days."""

    @EVERY
    def test_brings_the_duty_with_it(self, city: City, kind: str) -> None:
        row = a_row(city, kind)
        assert (row.kind, row.state, row.case) == (kind, PublicityState.DUE, None)
        assert row.publish_by == date(
            2026, 12, 18
        )  # from Friday 20 or Saturday 21 November: twenty working days

    @EVERY
    def test_is_told_before_and_after_its_last_day(self, city: City, kind: str) -> None:
        row = a_row(city, kind)
        assert row.publish_by is not None
        sweep(at=_at(row.publish_by - 2 * DAY))
        assert {"officer", "officer2", "head"} <= told("publicity:publish_soon")
        sweep(at=_at(row.publish_by + DAY))
        assert "head" in told("publicity:publish_late")

    @EVERY
    def test_is_reckoned_anew_when_the_holidays_change(self, city: City, kind: str) -> None:
        row = a_row(city, kind)
        enter_arrangement(by=COMMAND, at=NOON, year=2026, off=[date(2026, 12, 7), date(2026, 12, 8)])
        sweep(at=LATER)
        assert Publication.objects.get(pk=row.pk).publish_by == date(2026, 12, 22)

    def test_of_urgent_coercion_is_owed_once_a_head_has_approved_it(self, city: City) -> None:
        measure = coercion_course.urgent(city)
        assert not Publication.objects.all().of_thing(measure).exists()
        coercion.confirm_measure(measure.pk, by=city.actor("head"), at=NOON + timedelta(hours=2))
        assert publication_of(measure).decided_on == NOON.date()

    def test_of_urgent_coercion_that_nobody_approved_is_not_owed(self, city: City) -> None:
        measure = coercion_course.urgent(city)
        sweep(at=NOON + 2 * DAY)
        assert CoerciveMeasure.objects.get(pk=measure.pk).state == "expired"
        assert not Publication.objects.all().of_thing(measure).exists()

    def test_of_an_execution_that_is_resumed_is_owed_once(self, city: City) -> None:
        measure, at = coercion_course.executing(city), coercion_course.AFTER_DEMAND
        officer = city.actor("officer")
        coercion.suspend_execution(measure.pk, by=officer, at=at, ground="no_ability", reason="暂无能力")
        coercion.resume_execution(measure.pk, by=officer, at=at, reason="恢复能力")
        coercion.apply_measure(measure.pk, by=officer, at=at, applied_at=at)
        assert Publication.objects.all().of_thing(measure).count() == 1

    @EVERY
    def test_is_open_to_everybody_once_it_is_published(self, city: City, kind: str) -> None:
        row = a_row(city, kind)
        assert read(row).status_code == 404
        row = published(city, row=row, at=LATER)
        page = read(row).content.decode()
        assert row.edition is not None
        assert row.edition.result.splitlines()[0] in page
        (listed,) = Client().get(f"/api/v1/public/results/?kind={kind}").json()["results"]
        assert (listed["id"], listed["number"]) == (str(row.pk), row.thing.number)

    @EVERY
    def test_ends_with_the_term_that_the_city_has_set(self, city: City, kind: str) -> None:
        row = published(city, row=a_row(city, kind), at=LATER)
        assert row.until_on == date(2027, 11, 25)
        sweep(at=_at(row.until_on + DAY))
        row.refresh_from_db()
        assert row.state == PublicityState.ENDED
        assert read(row).status_code == 404

    def test_is_not_withheld_for_want_of_influence(self, city: City) -> None:
        """Penalty Law, Art. 48: only a penalty is published for its social influence."""
        row = a_row(city, "inspection")
        ground = {"withheld_ground": "no_influence", "closing_reason": "影响小"}
        assert refusal(publicity.withhold, row.pk, by=city.actor("head"), at=LATER, **ground) == {
            "publicity:incomplete"
        }


@pytest.mark.article("6")
@pytest.mark.rule("PUB-2")
class TestTheTextOfAResult:
    """Tells who, what kind and with what result, and nothing that is private or belongs to an open case."""

    @EVERY
    def test_waits_for_a_head_who_does_not_handle_it(self, city: City, kind: str) -> None:
        row = a_row(city, kind)
        publicity.draft_text(row.pk, by=city.actor("officer"), at=LATER, **text_of(row))
        found = Publication.objects.get(pk=row.pk).facts(by=city.actor("officer2"), at=LATER)
        assert found.actor_is_handler
        publicity.approve_text(row.pk, by=city.actor("head"), at=LATER)
        row.refresh_from_db()
        assert row.state == PublicityState.APPROVED

    @EVERY
    def test_does_not_name_a_citizen(self, city: City, kind: str) -> None:
        party = a_counterpart(
            city, name="孙示例", kind="citizen", identifier="110101199003070038", address="南城区示例路18号"
        )
        if kind == "coercion":
            case = a_filed_case(city, counterpart=party)
            row = publication_of(coercion_course.applied(city, case=case, place="南城区示例路18号"))
        else:
            row = publication_of(inspection_course.concluded(city, counterpart=party))
        whole = "".join(map(str, text_of(row).values()))
        for private in ("孙示例", "110101199003070038", "示例路18号"):
            assert private not in whole

    def test_of_coercion_keeps_the_facts_of_the_case_inside(self, city: City) -> None:
        measure = coercion_course.applied(city)
        case = Case.objects.get(pk=measure.case_id)
        whole = "".join(map(str, text_of(publication_of(measure)).values()))
        assert case.matter.name_zh in whole
        for inside in filter(None, (case.facts_found, measure.why_useless, measure.scope)):
            assert inside not in whole

    def test_of_a_visit_with_a_clue_waits_for_its_case(self, city: City) -> None:
        row = a_row_with_clue(city)
        text = text_of(row)
        assert text["concerns"] == ["linked_case"]
        publicity.draft_text(row.pk, by=city.actor("officer"), at=LATER, **text)
        assert refusal(publicity.approve_text, row.pk, by=city.actor("head"), at=LATER) == {"PUB-2"}

    def test_of_a_visit_tells_what_was_looked_at(self, city: City) -> None:
        text = text_of(a_row(city, "inspection"))
        assert text["violation"] == "未明码标价：符合"

    def test_that_names_a_contact_is_found(self, city: City) -> None:
        party = a_counterpart(city, legal_representative="李示例")
        row = publication_of(inspection_course.concluded(city, counterpart=party))
        text = {**text_of(row), "violation": "负责人李示例在场"}
        publicity.draft_text(row.pk, by=city.actor("officer"), at=LATER, **text)
        assert refusal(publicity.approve_text, row.pk, by=city.actor("head"), at=LATER) == {"PUB-2"}


def a_row_with_clue(city: City) -> Publication:
    return publication_of(inspection_course.concluded(city, result="clue"))


@pytest.mark.article("4")
@pytest.mark.rule("PUB-3")
class TestAResultThatWasUndone:
    """Is withdrawn, and everybody is told why."""

    @EVERY
    def test_is_withdrawn_with_a_public_reason(self, city: City, kind: str) -> None:
        row, head = published(city, row=a_row(city, kind), at=LATER), city.actor("head")
        early = {"withdrawal_reason": "确认违法。"}
        assert refusal(publicity.withdraw, row.pk, by=head, at=LATER, **early) == {"PUB-3"}
        row = publicity.note_undoing(row.pk, by=city.actor("officer"), at=LATER, **UNLAWFUL)
        assert row.withdraw_by == date(2026, 11, 30)
        assert "head" in told("publicity:undone")
        publicity.withdraw(row.pk, by=head, at=LATER, **early)
        assert "确认违法" in read(row).content.decode()
        assert Client().get("/api/v1/public/results/").json()["results"] == []
        (gone,) = Client().get("/api/v1/public/result-withdrawals/").json()["results"]
        assert (gone["kind"], gone["reason"]) == (kind, "确认违法。")

    def test_before_it_was_published_loses_its_approval(self, city: City) -> None:
        row, officer, head = a_row(city, "coercion"), city.actor("officer"), city.actor("head")
        publicity.draft_text(row.pk, by=officer, at=LATER, **text_of(row))
        publicity.approve_text(row.pk, by=head, at=LATER)
        row = publicity.note_undoing(row.pk, by=officer, at=LATER, **UNLAWFUL)
        assert (row.state, row.approved_by) == (PublicityState.DRAFT, None)
        assert refusal(publicity.approve_text, row.pk, by=head, at=LATER) == {"PUB-3"}

    def test_that_was_changed_is_published_anew(self, city: City) -> None:
        row, officer, head = (
            published(city, row=a_row(city, "inspection"), at=LATER),
            city.actor("officer"),
            city.actor("head"),
        )
        publicity.note_undoing(row.pk, by=officer, at=LATER, **{**UNLAWFUL, "undone_as": "changed"})
        publicity.withdraw(row.pk, by=head, at=LATER, withdrawal_reason="结果更正。")
        row = publicity.redraft(row.pk, by=officer, at=LATER)
        assert (row.state, row.publish_by) == (PublicityState.DUE, date(2026, 12, 23))

    def test_is_undone_on_a_day_that_can_be(self, city: City) -> None:
        row = a_row(city, "inspection")
        for day, code in ((TODAY + DAY, "date:future"), (NOON.date() - DAY, "date:too_early")):
            wrong = {**UNLAWFUL, "undone_on": day}
            found = refusal(publicity.note_undoing, row.pk, by=city.actor("officer"), at=LATER, **wrong)
            assert found == {code}

    def test_is_not_how_a_penalty_is_undone(self, city: City) -> None:
        row = published(city)
        wrong = {**UNLAWFUL, "undone_on": row.decided_on}
        at = _at(row.decided_on + DAY)
        assert refusal(publicity.note_undoing, row.pk, by=city.actor("officer"), at=at, **wrong) == {
            "publicity:incomplete"
        }
        assert row.kind == PublicKind.PENALTY


def _at(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=NOON.tzinfo)
