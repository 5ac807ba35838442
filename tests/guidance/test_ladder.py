"""The ladder: the next milder sufficient step with its reasons, and a penalty that passes over guidance (Art. 5)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from enforcement.models import Case, RuleFiring
from enforcement.services import cases
from foundation.obstacles import Refused
from foundation.reasons import Reason
from foundation.vocabulary import OverrideReason
from guidance.rules.ladder import (
    LadderFacts,
    PenaltyFacts,
    Tried,
    next_step,
    obstacles_to_passing_over_guidance,
)
from guidance.services import conclude_guidance
from guidance.vocabulary import Rung, Way
from tests.city import NOON, City
from tests.enforcement.case_course import assessed, investigated
from tests.guidance.drafts import LATER, issued

pytestmark = pytest.mark.article("5")
SignIn = Callable[[str], Client]
WHY = {"GUI-22": Reason("同一经营者在他处多次被劝导。", OverrideReason.PARTY_CONDUCT)}


def tried(*steps: tuple[str, str], **more: Any) -> LadderFacts:
    return LadderFacts(tried=tuple(Tried(way, effect) for way, effect in steps), **more)


class TestTheNextStep:
    """Is the mildest that can suffice, after what was tried, and says why."""

    @pytest.mark.parametrize(
        ("facts", "rung"),
        [
            (tried(), Rung.TIP),
            (tried(("tip", "ineffective")), Rung.HELP),
            (tried(("counsel", "ineffective")), Rung.EXHORT),
            (tried(("exhort", "ineffective")), Rung.INTERVIEW),
            (tried(("interview", "ineffective")), Rung.CASE),
            (tried(("tip", "partly")), Rung.HELP),
            (tried(("exhort", "partly")), Rung.EXHORT),
            (tried(("tip", "effective")), None),
            (tried(("tip", "")), None),
            (tried(endangers_safety=True), Rung.EXHORT),
            (tried(harm="evident"), Rung.EXHORT),
            (tried(prong="may_harm"), Rung.EXHORT),
            (tried(recurrences=1), Rung.EXHORT),
            (tried(recurrences=2), Rung.INTERVIEW),
            (tried(("tip", "effective"), recurrences=1), Rung.EXHORT),
            (tried(("interview", "ineffective"), recurrences=2), Rung.CASE),
            (tried(is_established=True), Rung.CASE),
            (tried(is_decided=True), Rung.VISIT),
        ],
    )
    def test_follows_from_the_facts(self, facts: LadderFacts, rung: Rung | None) -> None:
        found = next_step(facts)
        assert found.rung == rung
        assert found.reasons
        assert all(str(reason) for reason in found.reasons)

    def test_never_gets_milder_by_failure(self) -> None:
        """Whatever failed, what follows is firmer than it."""
        order = list(Rung)
        for way, rung in (("tip", Rung.TIP), ("suggest", Rung.HELP), ("exhort", Rung.EXHORT)):
            found = next_step(tried((way, "ineffective"))).rung
            assert found is not None
            assert order.index(found) == order.index(rung) + 1


class TestAPenaltyBeforeGuidance:
    """Asks for a coded reason where guidance could have sufficed, and is never held up by it."""

    LITTLE = PenaltyFacts(harm="slight")

    def test_is_warned_of(self) -> None:
        (found,) = obstacles_to_passing_over_guidance(self.LITTLE)
        assert (found.code, found.severity.value) == ("GUI-22", "warn")

    @pytest.mark.parametrize(
        "facts",
        [
            PenaltyFacts(),
            PenaltyFacts(harm="evident"),
            PenaltyFacts(harm="slight", endangers_safety=True),
            PenaltyFacts(harm="slight", is_flagged=True),
            PenaltyFacts(harm="slight", was_guided=True),
            PenaltyFacts(harm="slight", was_met_before=True),
        ],
    )
    def test_is_plain_where_guidance_would_not_suffice_or_was_given(self, facts: PenaltyFacts) -> None:
        assert list(obstacles_to_passing_over_guidance(facts)) == []

    def notify(self, case: Case, city: City, **more: Any) -> Case:
        return cases.serve_notice(
            case.pk, by=city.actor("officer"), at=NOON, content="拟罚款五百元。", served_on=NOON.date(),
            rights_told=True, intended_fine=Decimal(500), **more,
        )  # fmt: skip

    def slight(self, city: City) -> Case:
        case = assessed(city)
        cases.record_circumstances(case.pk, by=city.actor("officer"), at=NOON, harm="slight")
        return case

    def test_goes_on_with_its_reason_which_is_kept(self, city: City) -> None:
        case = self.slight(city)
        with pytest.raises(Refused) as refused:
            self.notify(case, city)
        assert [o.code for o in refused.value.obstacles] == ["GUI-22"]
        assert refused.value.can_be_overridden
        assert self.notify(case, city, overrides=WHY).state == "notified"
        firing = RuleFiring.objects.filter(case=case, rule_code="GUI-22").latest("pk")
        assert firing.outcome == "overridden"

    def test_asks_nothing_after_guidance_on_the_matter(self, city: City) -> None:
        case = self.slight(city)
        issued(city, Way.TIP, counterpart=case.counterpart, matter=case.matter)
        assert self.notify(case, city).state == "notified"

    def test_asks_nothing_where_the_harm_is_not_known(self, city: City) -> None:
        assert self.notify(assessed(city), city).state == "notified"


class TestThePanels:
    def proposal(self, client: Client, path: str) -> Any:
        return client.get(path).context["proposal"]

    def test_propose_a_tip_to_begin_with(self, city: City, as_user: SignIn) -> None:
        action = issued(city, Way.COUNSEL)
        shop = action.counterpart
        assert shop is not None
        path = f"/counterparts/{shop.pk}/guidance/"
        assert self.proposal(as_user("officer"), path)["rung"] == ""
        conclude_guidance(action.pk, by=city.actor("officer"), at=LATER, effect="ineffective")
        found = self.proposal(as_user("officer"), path)
        assert found["rung"] == Rung.EXHORT.label
        assert f"counterpart={shop.pk}" in found["begin"][0]["url"]

    def test_propose_the_decision_once_a_violation_is_established(self, city: City, as_user: SignIn) -> None:
        found = self.proposal(as_user("officer"), f"/cases/{investigated(city).pk}/guidance/")
        assert found["rung"] == Rung.CASE.label
        assert found["begin"] == []

    def test_are_read_in_few_queries(self, city: City, as_user: SignIn) -> None:
        case = investigated(city)
        client = as_user("officer")
        for path in (f"/cases/{case.pk}/guidance/", f"/counterparts/{case.counterpart_id}/guidance/"):
            client.get(path)
            with CaptureQueriesContext(connection) as caught:
                assert client.get(path).status_code == 200
            assert len([q for q in caught.captured_queries if "SAVEPOINT" not in q["sql"]]) <= 12
