"""Time that runs out is told to handlers, then heads, then supervisors (Coercion Law, Art. 19, 25, 31)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from enforcement.models import CoerciveMeasure, Notification
from enforcement.services import coercion
from enforcement.vocabulary.coercion import CoercionKind, SiteStep
from foundation.due import sweep
from tests.city import NOON, City
from tests.enforcement.coercion_course import DAY, HOUR, applied, drafted, urgent

pytestmark = [pytest.mark.django_db, pytest.mark.article("10.2")]


def told(kind: str) -> set[str]:
    return set(
        Notification.objects.filter(kind=f"coercion:{kind}").values_list("officer__username", flat=True)
    )


def frozen(city: City) -> CoerciveMeasure:
    """A freezing that was applied on Friday: its decision is served by Wednesday."""
    measure, officer = drafted(city, kind=CoercionKind.FREEZE, amount=1000), city.actor("officer")
    coercion.propose_measure(measure.pk, by=officer, at=NOON)
    coercion.approve_measure(measure.pk, by=city.actor("head"), at=NOON)
    return coercion.apply_measure(
        measure.pk,
        by=officer,
        at=NOON + HOUR,
        applied_at=NOON + HOUR,
        steps=list(SiteStep.values),
        party_attended=True,
    )


class TestUrgency:
    @pytest.mark.rule("COE-2")
    def test_is_told_to_heads_again_six_hours_before_it_lapses(self, city: City) -> None:
        urgent(city)
        sweep(at=NOON + timedelta(hours=17))
        assert told("approve_soon") == set()
        sweep(at=NOON + timedelta(hours=18))
        assert told("approve_soon") == {"head"}
        assert told("unapproved") == set()

    @pytest.mark.rule("COE-2")
    def test_that_nobody_approved_in_a_day_is_told_to_the_supervisor(self, city: City) -> None:
        urgent(city)
        sweep(at=NOON + DAY)
        assert told("unapproved") == {"supervisor"}

    def test_that_was_approved_tells_nobody(self, city: City) -> None:
        measure = urgent(city)
        coercion.confirm_measure(measure.pk, by=city.actor("head"), at=NOON + HOUR)
        sweep(at=NOON + 2 * DAY)
        assert told("approve_soon") | told("unapproved") == set()

    def test_that_was_lifted_tells_nobody(self, city: City) -> None:
        measure, at = urgent(city), NOON + HOUR
        coercion.lift_measure(
            measure.pk,
            by=city.actor("officer"),
            at=at,
            reason="不再需要",
            returned_on=at.date(),
            receipt="收条",
        )
        sweep(at=NOON + 40 * DAY)
        assert told("unapproved") | told("still_kept") | told("last_days") == set()


class TestTheTerm:
    @pytest.mark.rule("COE-5")
    def test_is_told_to_heads_two_days_before_its_end(self, city: City) -> None:
        measure = applied(city)
        assert measure.expires_on is not None
        sweep(at=NOON + 12 * DAY)
        assert told("last_days") == set()
        sweep(at=NOON + 13 * DAY)
        assert told("last_days") == {"head"}

    def test_that_was_extended_is_told_anew(self, city: City) -> None:
        measure = applied(city)
        sweep(at=NOON + 13 * DAY)
        coercion.extend_measure(
            measure.pk, by=city.actor("head"), at=NOON + 13 * DAY, days=30, reason="案情复杂"
        )
        sweep(at=NOON + 43 * DAY)
        assert Notification.objects.filter(kind="coercion:last_days").count() == 2

    @pytest.mark.rule("COE-5")
    def test_that_lapsed_with_things_kept_is_told_to_the_supervisor(self, city: City) -> None:
        applied(city)
        sweep(at=NOON + 16 * DAY)
        assert told("still_kept") == set()
        sweep(at=NOON + 18 * DAY)
        assert told("still_kept") == {"supervisor"}

    def test_that_lapsed_and_gave_everything_back_tells_nobody(self, city: City) -> None:
        measure = applied(city)
        sweep(at=NOON + 16 * DAY)
        day = NOON + 17 * DAY
        coercion.deal_with_item(
            measure.pk, by=city.actor("officer"), at=day, item=measure.items.get(), fate="returned",
            dealt_on=day.date(), receipt="收条",
        )  # fmt: skip
        sweep(at=NOON + 20 * DAY)
        assert told("still_kept") == set()


class TestTheDecisionOnFreezing:
    @pytest.mark.rule("COE-6")
    def test_is_asked_for_on_its_last_day_and_told_upwards_after_it(self, city: City) -> None:
        measure = frozen(city)
        assert measure.document_due_on == (NOON + 5 * DAY).date()
        sweep(at=NOON + 5 * DAY)
        assert told("serve_today") == {"officer", "officer2"}
        assert told("unserved") == set()
        sweep(at=NOON + 6 * DAY)
        assert told("unserved") == {"head", "supervisor"}

    @pytest.mark.rule("COE-6")
    def test_that_was_served_is_not_asked_for(self, city: City) -> None:
        measure = frozen(city)
        coercion.serve_document(
            measure.pk, by=city.actor("officer"), at=NOON + 4 * DAY, served_on=(NOON + 4 * DAY).date()
        )
        sweep(at=NOON + 7 * DAY)
        assert told("serve_today") | told("unserved") == set()


def test_every_word_is_a_sentence(city: City) -> None:
    frozen(city)
    urgent(city)
    sweep(at=NOON + 60 * DAY)
    for notice in Notification.objects.filter(kind__startswith="coercion:"):
        assert notice.text != notice.kind
        assert "%(" not in notice.text
