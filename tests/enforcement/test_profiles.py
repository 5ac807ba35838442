"""What binds in each field of enforcement: as shipped, as entered, as shown (Art. 3, 6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from enforcement.models import Field, ProcedureProfile, ProfileExtension
from enforcement.reports.shipped_profiles import shipped_general
from enforcement.rules.periods import Period, period_as_written, unit_of
from enforcement.rules.profiles import Extension, Profile, obstacles_to_chain
from enforcement.services.profiles import add_step, edit_profile, enter_profile, load_profiles, profile_of
from enforcement.vocabulary import Approver, Counting, Law, StopKind, Unit
from foundation.actors import COMMAND
from foundation.articles import Citation
from foundation.obstacles import Forbidden, Refused
from tests.city import NOON, City, a_filed_case
from tests.enforcement.case_course import assessed, notified

SignIn = Callable[[str], Client]
HEAD, COLLECTIVE, SUPERIOR = Approver.HEAD, Approver.COLLECTIVE, Approver.SUPERIOR


@pytest.fixture
def loaded(city: City) -> City:
    load_profiles(by=COMMAND, at=NOON)
    return city


def of(code: str) -> Profile:
    return profile_of(Field.objects.get(code=code).pk)


class TestADay:
    """Each law says for itself which periods count working days."""

    @pytest.mark.parametrize("days", [2, 3, 5, 7])
    def test_of_a_short_period_of_the_penalty_law_is_a_working_day(self, days: int) -> None:
        assert unit_of(Law.PENALTY, days) == Unit.WORKING

    @pytest.mark.parametrize("days", [1, 4, 6, 8, 10, 15, 90])
    def test_of_any_other_period_of_the_penalty_law_is_a_calendar_day(self, days: int) -> None:
        assert unit_of(Law.PENALTY, days) == Unit.CALENDAR

    def test_of_up_to_ten_days_of_the_coercion_law_is_a_working_day(self) -> None:
        units = [unit_of(Law.COERCION, days) for days in range(1, 32)]
        assert units == [Unit.WORKING] * 10 + [Unit.CALENDAR] * 21

    def test_of_the_reconsideration_law(self) -> None:
        working = [days for days in range(1, 61) if unit_of(Law.RECONSIDERATION, days) == Unit.WORKING]
        assert working == [3, 5, 7, 10]

    def test_of_publicity_is_a_working_day(self) -> None:
        assert {unit_of(Law.PUBLICITY, days) for days in (3, 7, 20)} == {Unit.WORKING}

    def test_in_a_rule_that_only_says_days_is_what_the_penalty_law_makes_it(self) -> None:
        assert period_as_written(3, Counting.PENALTY) == Period(3, Unit.WORKING)
        assert period_as_written(15, Counting.PENALTY) == Period(15, Unit.CALENDAR)
        assert period_as_written(15, Counting.WORKING) == Period(15, Unit.WORKING)


class TestTheShippedRules:
    @pytest.mark.rule("FIL-1")
    def test_say_how_long_a_clue_may_be_verified(self, loaded: City) -> None:
        market, farms, housing = of("market"), of("agriculture"), of("housing")
        assert market.verification == market.verification_extension == Period(15, Unit.WORKING)
        assert farms.verification == farms.verification_extension == Period(7, Unit.WORKING)
        assert (housing.verification.days, housing.verification_extension) == (15, Period(10, Unit.CALENDAR))

    @pytest.mark.rule("RGT-4")
    def test_say_how_long_the_party_may_defend_itself(self, loaded: City) -> None:
        windows = {code: of(code).defence for code in ("market", "housing", "agriculture")}
        assert windows == {
            "market": Period(5, Unit.WORKING),
            "housing": Period(5, Unit.WORKING),
            "agriculture": Period(3, Unit.WORKING),
        }

    @pytest.mark.rule("DEC-3")
    def test_say_how_long_a_legal_review_may_take(self, loaded: City) -> None:
        assert of("market").review == Period(10, Unit.WORKING)
        assert of("agriculture").review == Period(5, Unit.WORKING)
        assert of("agriculture").review_extension == Period(15, Unit.CALENDAR)

    @pytest.mark.rule("DEC-1")
    def test_say_when_a_summary_decision_is_filed_with_the_organ(self, loaded: City) -> None:
        days = {
            code: of(code).summary_filing.days for code in ("agriculture", "housing", "transport", "market")
        }
        assert days == {"agriculture": 2, "housing": 3, "transport": 5, "market": 7}

    @pytest.mark.rule("DEC-5")
    def test_say_who_grants_how_many_days_more(self, loaded: City) -> None:
        assert of("market").extensions == (Extension(30, HEAD), Extension(None, COLLECTIVE))
        assert of("agriculture").extensions == (Extension(30, HEAD), Extension(None, SUPERIOR))
        assert of("transport").extensions == (Extension(30, HEAD),)
        assert of("housing").extensions == (Extension(30, HEAD), Extension(60, COLLECTIVE))

    @pytest.mark.rule("DEC-5")
    def test_say_what_is_not_counted_into_the_ninety_days(self, loaded: City) -> None:
        assert of("market").excluded == {kind.value for kind in StopKind}
        assert of("market").decision_days == 90

    @pytest.mark.rule("HEA-1")
    def test_say_from_which_fine_there_is_a_hearing(self, loaded: City) -> None:
        market = of("market")
        assert market.gives_hearing(Decimal(10_000), is_person=True)
        assert not market.gives_hearing(Decimal("9999.99"), is_person=True)
        assert not market.gives_hearing(Decimal(99_999), is_person=False)
        assert market.gives_hearing(Decimal(100_000), is_person=False)

    def test_cite_what_they_rest_on_and_claim_no_law_for_the_rest(self, loaded: City) -> None:
        assert of("market").source_of("defence") == Citation("market_procedure", "57")
        assert of("agriculture").source_of("hearing") == ""
        assert shipped_general().source_of("defence") == ""

    def test_bind_in_every_field_without_rules_of_its_own(self, loaded: City) -> None:
        assert of("urban") == profile_of(None) == shipped_general()
        assert of("urban").extensions == ()

    def test_bind_before_any_were_entered(self, city: City) -> None:
        assert not ProcedureProfile.objects.exists()
        assert profile_of(city.matter.field_id).decision_days == 90

    def test_are_entered_once(self, loaded: City) -> None:
        before = ProcedureProfile.objects.count(), ProfileExtension.objects.count()
        load_profiles(by=COMMAND, at=NOON)
        assert (ProcedureProfile.objects.count(), ProfileExtension.objects.count()) == before

    def test_are_found_in_two_queries(
        self, loaded: City, django_assert_num_queries: Callable[..., object]
    ) -> None:
        field_id = loaded.matter.field_id
        with django_assert_num_queries(2):  # type: ignore[attr-defined]
            profile_of(field_id)


class TestRulesThatTheCityChanges:
    def test_bind_the_next_case(self, loaded: City) -> None:
        market = ProcedureProfile.objects.get(field__code="market")
        edit_profile(market.pk, by=COMMAND, at=NOON, defence_days=10, defence_counting=Counting.CALENDAR)
        case = notified(loaded)
        assert case.notice.defence_until == date(2026, 11, 30)

    def test_are_changed_by_who_keeps_the_matters(self, loaded: City) -> None:
        market = ProcedureProfile.objects.get(field__code="market")
        with pytest.raises(Forbidden):
            edit_profile(market.pk, by=loaded.actor("officer"), at=NOON, defence_days=1)

    def test_keep_a_chain_that_rises(self, loaded: City) -> None:
        transport = ProcedureProfile.objects.get(field__code="transport")
        add_step(transport.pk, by=COMMAND, at=NOON, position=2, approver=SUPERIOR)
        with pytest.raises(Refused):
            add_step(transport.pk, by=COMMAND, at=NOON, position=3, approver=HEAD, days=5)

    def test_leave_days_open_in_the_last_step_alone(self) -> None:
        assert list(obstacles_to_chain([Extension(30, HEAD), Extension(None, SUPERIOR)])) == []
        assert list(obstacles_to_chain([Extension(None, HEAD), Extension(30, SUPERIOR)]))

    def test_exist_once_a_field_and_once_for_all_others(self, loaded: City) -> None:
        values = {
            f.name: getattr(shipped(), f.name) for f in ProcedureProfile._meta.fields if f.name not in AUTO
        }
        with pytest.raises(IntegrityError, match="one_general_profile"):
            enter_profile(by=COMMAND, at=NOON, field=None, **values)


AUTO = {"id", "created_at", "updated_at", "version", "field"}


def shipped() -> ProcedureProfile:
    return ProcedureProfile.objects.get(field=None)


class TestACase:
    @pytest.mark.rule("DEC-5")
    def test_is_to_be_decided_within_the_days_of_its_field(self, loaded: City) -> None:
        market = ProcedureProfile.objects.get(field__code="market")
        edit_profile(market.pk, by=COMMAND, at=NOON, decision_days=60)
        assert (a_filed_case(loaded).deadline_on - NOON.date()).days in (60, 61, 62)

    def test_asks_what_binds_in_its_field(self, loaded: City) -> None:
        assert profile_of(assessed(loaded)).field_code == "market"


class TestThePages:
    def test_show_each_value_with_its_provision_or_as_a_local_setting(
        self, loaded: City, as_user: SignIn
    ) -> None:
        client = as_user("officer")
        assert client.get(reverse("enforcement:profile_list")).status_code == 200
        farms = ProcedureProfile.objects.get(field__code="agriculture")
        page = client.get(farms.get_absolute_url(), headers={"accept-language": "en"}).content.decode()
        assert "Provisions on Penalty Procedure in Agriculture, Art. 23" in page
        assert "local setting" in page

    def test_of_the_api_tell_the_same(self, loaded: City, with_token: Callable[..., Client]) -> None:
        api = with_token("officer")
        farms = ProcedureProfile.objects.get(field__code="agriculture")
        told = api.get(reverse("procedure-detail", args=[farms.pk]), headers={"accept-language": "en"}).json()
        by_name = {row["name"]: row for row in told["parameters"]}
        assert by_name["defence"]["value"] == "3 working days"
        assert by_name["hearing"]["is_local_setting"]
        assert not by_name["defence"]["is_local_setting"]
        assert [step["approver"] for step in told["extensions"]] == ["head", "superior"]

    def test_of_the_administration_change_value_and_source(self, loaded: City, as_user: SignIn) -> None:
        client, market = as_user("orgadmin"), ProcedureProfile.objects.get(field__code="market")
        url = reverse("admin:enforcement_procedureprofile_change", args=[market.pk])
        form = client.get(url).context["adminform"].form
        sent = {f.html_name: f.value() for f in form if f.value() not in (None, False)}
        for formset in client.get(url).context["inline_admin_formsets"]:
            sent.update({f.html_name: f.value() for f in formset.formset.management_form})
            for part in formset.formset.initial_forms:
                sent.update({f.html_name: f.value() for f in part if f.value() is not None})
        answer = client.post(url, {**sent, "defence_days": 6, "source_defence": ""})
        assert answer.status_code == 302, answer.context["adminform"].form.errors
        market.refresh_from_db()
        assert market.defence_days == 6
        assert "defence" not in market.sources
        assert market.sources["review"] == "market_procedure:55"
