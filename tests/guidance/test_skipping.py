"""A step that presses asks for a reason where a milder one was passed over (Art. 3, 5, 8)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from enforcement.models import RuleFiring
from foundation.obstacles import Refused
from foundation.reasons import Reason, reasons_against
from foundation.vocabulary import OverrideReason
from guidance.models import GuidanceAction
from guidance.rules.ladder import LadderFacts, Tried
from guidance.rules.skipping import obstacles_to_skipping
from guidance.services import conclude_guidance, correct_guidance, decline_guidance, issue_guidance
from guidance.vocabulary import Way
from tests.city import NOON, City, a_counterpart, a_filed_case
from tests.guidance.drafts import DETAILS, LATER, a_draft, issued

pytestmark = pytest.mark.article("5")
SignIn = Callable[[str], Client]
WHY = {"GUI-23": Reason("多次电话提示无效。", OverrideReason.PARTY_CONDUCT)}


def found(way: str, *tried: tuple[str, str], **more: Any) -> list[str]:
    facts = LadderFacts(tried=tuple(Tried(one, effect) for one, effect in tried), **more)
    return [o.code for o in obstacles_to_skipping(way, facts)]


class TestThePureRule:
    @pytest.mark.parametrize("way", ["tip", "counsel", "suggest", "guide", "demo", "revisit", "other"])
    def test_never_holds_up_help(self, way: str) -> None:
        assert found(way) == []

    @pytest.mark.parametrize(
        ("way", "tried"),
        [
            ("exhort", ()),
            ("interview", ()),
            ("exhort", (("tip", "ineffective"),)),
            ("interview", (("counsel", "ineffective"),)),
            ("interview", (("exhort", "partly"),)),
        ],
    )
    def test_warns_where_a_milder_rung_is_left_out(
        self, way: str, tried: tuple[tuple[str, str], ...]
    ) -> None:
        assert found(way, *tried) == ["GUI-23"]

    @pytest.mark.parametrize(
        ("way", "tried", "more"),
        [
            ("exhort", (("suggest", "ineffective"),), {}),
            ("exhort", (), {"prong": "may_harm"}),
            ("exhort", (), {"endangers_safety": True}),
            ("exhort", (), {"recurrences": 1}),
            ("interview", (), {"recurrences": 2}),
            ("interview", (("exhort", "ineffective"),), {}),
            ("exhort", (("tip", ""),), {}),
            ("exhort", (), {"is_established": True}),
            ("interview", (), {"is_decided": True}),
        ],
    )
    def test_is_plain_where_the_ladder_leads_there(self, way: str, tried: Any, more: Any) -> None:
        assert found(way, *tried, **more) == []

    def test_names_the_milder_step_and_why(self) -> None:
        (obstacle,) = obstacles_to_skipping("interview", LadderFacts())
        assert obstacle.severity.value == "warn"
        assert "提示" in str(obstacle.message)


class TestIssuing:
    def issue(self, city: City, draft: GuidanceAction, **more: Any) -> GuidanceAction:
        return issue_guidance(draft.pk, by=city.actor("officer"), at=NOON, voluntariness_shown=True, **more)

    def test_asks_for_a_coded_reason_and_keeps_it(self, city: City) -> None:
        draft = a_draft(city, Way.EXHORT)
        with pytest.raises(Refused) as refused:
            self.issue(city, draft)
        assert [o.code for o in refused.value.obstacles] == ["GUI-23"]
        assert refused.value.can_be_overridden
        assert self.issue(city, draft, overrides=WHY).state == "issued"
        firing = RuleFiring.objects.get(rule_code="GUI-23", outcome="overridden")
        assert (firing.reason, firing.text, firing.organ) == (
            "party_conduct",
            "多次电话提示无效。",
            draft.organ,
        )

    def test_knows_what_was_tried_with_the_party(self, city: City) -> None:
        shop = a_counterpart(city)
        helped = issued(city, Way.COUNSEL, counterpart=shop)
        conclude_guidance(helped.pk, by=city.actor("officer"), at=LATER, effect="ineffective")
        assert self.issue(city, a_draft(city, Way.EXHORT, counterpart=shop)).state == "issued"

    def test_does_not_count_what_another_party_was_given(self, city: City) -> None:
        helped = issued(city, Way.COUNSEL)
        conclude_guidance(helped.pk, by=city.actor("officer"), at=LATER, effect="ineffective")
        stranger = a_draft(city, Way.EXHORT, counterpart=a_counterpart(city, name="乙二示例食品店"))
        with pytest.raises(Refused):
            self.issue(city, stranger)

    @pytest.mark.article("8")
    def test_is_the_same_whatever_the_party_answered(self, city: City) -> None:
        """Declining does not move anybody up the ladder."""
        shop, stranger = a_counterpart(city), a_counterpart(city, name="乙二示例食品店")
        declined, accepted = (issued(city, Way.COUNSEL, counterpart=party) for party in (shop, stranger))
        decline_guidance(declined.pk, by=city.actor("officer"), at=LATER)
        for one in (declined, accepted):
            conclude_guidance(
                one.pk, by=city.actor("officer"), at=LATER, effect="partly", effect_note="多数已改"
            )
        for party in (shop, stranger):
            with pytest.raises(Refused) as refused:
                self.issue(city, a_draft(city, Way.EXHORT, counterpart=party))
            assert [o.code for o in refused.value.obstacles] == ["GUI-23"]

    def test_looks_at_the_case_that_it_belongs_to(self, city: City) -> None:
        with pytest.raises(Refused) as refused:
            self.issue(city, a_draft(city, Way.EXHORT, case=a_filed_case(city)))
        assert [o.code for o in refused.value.obstacles] == ["GUI-23"]

    def test_asks_nothing_for_a_ground_that_a_tip_would_not_meet(self, city: City) -> None:
        detail = {**DETAILS[Way.EXHORT], "prong": "may_harm"}
        assert self.issue(city, a_draft(city, Way.EXHORT, detail=detail)).state == "issued"

    def test_asks_once_and_not_again_for_a_corrected_version(self, city: City) -> None:
        old = issued(city, Way.EXHORT)
        new = correct_guidance(old.pk, by=city.actor("officer"), at=NOON)
        assert self.issue(city, new).state == "issued"


def test_the_page_asks_for_the_reason_before_it_is_sent(city: City, as_user: SignIn) -> None:
    draft, client = a_draft(city, Way.EXHORT), as_user("officer")
    url = f"/guidance/{draft.pk}/do/issue/"
    form = client.get(url).context["form"]
    assert {"reason-GUI-23", "override-GUI-23"} <= set(form.fields)
    assert [code for code, _label in form.fields["reason-GUI-23"].choices[1:]] == [
        reason.value for reason in reasons_against("GUI-23")
    ]
    sent = {"voluntariness_shown": "on", "expected_version": draft.version}
    sent |= {"reason-GUI-23": "party_conduct", "override-GUI-23": "多次提示无效"}
    assert client.post(url, sent).status_code == 302
    seen = as_user("head").get(f"/guidance/{draft.pk}/").content.decode()
    assert "多次提示无效" in seen
