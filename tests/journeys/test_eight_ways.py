"""Each of the eight ways from its draft to what it achieved, told in a browser, with what is its own (Art. 8)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from enforcement.models import Counterpart, RuleFiring
from enforcement.services.forbidden_times import next_free_at
from enforcement.vocabulary import TimedAct
from foundation.due import sweep
from guidance.models import FaqEntry, GuidanceAction, ReturnVisit
from guidance.services import visits
from guidance.vocabulary import Way
from tests.city import City, a_counterpart
from tests.guidance.test_visits import decided_case
from tests.journeys.test_counterpart_answers import link_of
from tests.journeys.test_whole_story import Story

pytestmark = [pytest.mark.browser, pytest.mark.article("8"), pytest.mark.django_db(transaction=True)]
WORDS = {
    "content": "请为全部商品标明价格。",
    "reasons": "让顾客看得明白。",
    "basis": "价格法第十三条",
    "trigger": "inspection",
}


@dataclass
class Eight:
    """One officer, a head and a shop; the clock goes on from story to story."""

    story: Story
    city: City
    clock: Any
    shop: Counterpart
    inside: str = field(default="")

    @property
    def today(self) -> date:
        return timezone.localdate(self.clock.at)

    @property
    def pair(self) -> list[int]:
        return [self.city.people[name].pk for name in ("officer", "officer2")]

    def later(self, days: int) -> None:
        """Days go by, and the clock of the house does what was due."""
        self.clock.at += timedelta(days=days)
        sweep(at=self.clock.at)

    def enter(self, username: str) -> None:
        if self.inside != username:
            self.story.enter_as(username)
            self.inside = username

    def draft(self, way: str, about: str = "", **typed: Any) -> GuidanceAction:
        self.story.go(f"/guidance/new/{way}/{about}")
        for name, value in {**WORDS, "title": f"标价（{way}）", **typed}.items():
            self.story.fill(name, value)
        self.story.send()
        self.story.page.wait_for_url(re.compile(r"/guidance/\d+/$"))
        return GuidanceAction.objects.latest("pk")

    def to_shop(self, way: str, **typed: Any) -> GuidanceAction:
        self.enter("officer")
        return self.draft(way, f"?counterpart={self.shop.pk}", **typed)

    def do(self, action: GuidanceAction, act: str, **typed: Any) -> None:
        self.story.do(f"/guidance/{action.pk}/do/{act}/", **typed)

    def approved(self, action: GuidanceAction) -> None:
        """Submitted by the officer, approved by the head."""
        self.do(action, "submit")
        self.enter("head")
        self.do(action, "approve", note="同意")
        self.enter("officer")

    def issue(self, action: GuidanceAction) -> None:
        self.do(action, "issue", voluntariness_shown=True)

    def conclude(self, action: GuidanceAction, effect: str = "effective") -> None:
        self.do(action, "conclude", effect=effect, effect_note="已核实")
        action.refresh_from_db()
        assert (action.state, action.effect) == ("concluded", effect)

    def shown(self, path: str) -> str:
        self.story.go(path)
        return str(self.story.page.inner_text("main"))


def test_the_eight_ways(city: City, clock: Any, live_server: Any, page: Any) -> None:
    """One after the other in one house: a browser of its own for each would take a minute more."""
    eight = Eight(Story(page, live_server.url), city, clock, a_counterpart(city))
    for told in (guided, shown_as_a_model, tipped, counselled, suggested, exhorted, interviewed, revisited):
        told(eight)
    ways = GuidanceAction.objects.filter(state="concluded").values_list("way", flat=True)
    assert sorted(ways) == sorted(set(Way.values) - {Way.OTHER})


def guided(eight: Eight) -> None:
    """(1) Approved, issued, published: everybody reads it, from its first day on it is in force."""
    eight.enter("officer")
    public = {"audience": "辖区食品店", "formality": "general", "kind": "policy"}
    action = eight.draft(Way.GUIDE, **public, effective_from=eight.today)
    eight.approved(action)
    eight.issue(action)
    eight.do(action, "record", published_on=eight.today, published_at="门户网站")
    eight.later(0)
    assert action.title in eight.shown("/public/guidance/")
    action.refresh_from_db()
    assert action.state == "in_force"
    eight.conclude(action)


def shown_as_a_model(eight: Eight) -> None:
    """(2) A shop that agreed is scored, approved and shown as a candidate for days before it is named."""
    model = a_counterpart(eight.city, name="乙二示范食品店", at=eight.clock.at)
    agreed = {"has_consent": True, "consent_by": "法定代表人", "consent_on": eight.today}
    action = eight.draft(
        Way.DEMO, f"?exemplar={model.pk}", **agreed, audience="辖区食品店", criteria="明码标价一年无差错",
        valid_to=eight.today + timedelta(days=700),
    )  # fmt: skip
    eight.do(action, "add_score", criterion="明码标价", points=38, out_of=40, reviewers="评审组三人")
    eight.approved(action)
    eight.do(action, "publicise")
    assert action.title in eight.shown("/public/guidance/drafts/")
    eight.later(8)
    eight.issue(action)
    model.refresh_from_db()
    assert model.is_demonstration
    eight.do(action, "add_showing", held_on=eight.today, attendees=12)
    eight.conclude(action)


def tipped(eight: Eight) -> None:
    """(3) A kind word, taken up by the shop on its link; settled before its day."""
    typed = {"neglected": "许可证到期前三十日要延续", "due_on": eight.today + timedelta(days=30)}
    action = eight.to_shop(Way.TIP, **typed)
    eight.issue(action)
    answered_by_link(eight, action, "accept")
    action.refresh_from_db()
    assert action.response == "acknowledged"
    eight.do(action, "record", handled_on=eight.today)
    eight.conclude(action)


def counselled(eight: Eight) -> None:
    """(4) Asked for by the shop itself; two questions, each with its answer; one helps everybody."""
    tip = GuidanceAction.objects.get(way=Way.TIP)
    eight.story.page.context.clear_cookies()
    eight.inside = ""
    eight.story.go(f"{link_of(tip)}do/counsel/")
    eight.story.fill("text", "散装食品怎么标价？\n打折怎么标价？")
    eight.story.send()
    action = GuidanceAction.objects.get(way=Way.COUNSEL)
    eight.enter("officer")
    assert action.title in eight.shown("/")
    eight.do(action, "edit", **{**WORDS, "trigger": "application"}, implementers=eight.pair)
    eight.issue(action)
    for answer in ("按件标明。", "标明原价和现价。"):
        asked = action.questions.open()[0]
        eight.do(action, "answer_question", question=asked.pk, answer=answer, basis="价格法第十三条")
    eight.do(action, "record", held_on=eight.today, satisfaction=5)
    eight.story.do(f"/guidance/{action.pk}/do/propose_faq/?asked={asked.pk}")
    eight.enter("head")
    entry = FaqEntry.objects.get(asked=asked)
    eight.story.do(f"/guidance/faq/{entry.pk}/do/publish/")
    assert "打折怎么标价？" in eight.shown("/public/faq/")
    eight.enter("officer")
    eight.conclude(action)


def suggested(eight: Eight) -> None:
    """(5) Two suggestions in one letter: one is left, the other adopted."""
    typed = {"problem": "价签不统一", "suggestions": "换用电子价签\n指定专人"}
    action = eight.to_shop(Way.SUGGEST, **typed)
    eight.approved(action)
    eight.issue(action)
    first = action.suggestion_items.first()
    eight.do(action, "record_adoption", item=first.pk, adopted="none", note="成本较高")
    eight.do(action, "record", adopted="all", adopted_on=eight.today)
    action.refresh_from_db()
    told = list(action.suggestion_items.values_list("adopted", flat=True))
    assert (told, action.suggest.adopted) == (["none", "all"], "part")
    eight.conclude(action, "partly")


def exhorted(eight: Eight) -> None:
    """(6) Two officers on site; firmer than the ladder proposes, with a reason; looked at again, and once more."""
    typed = {
        "prong": "may_violate", "facts": "部分商品无价签", "law": "价格法 13", "consequence": "可能被处罚",
        "correct_by": eight.today + timedelta(days=3), "implementers": eight.pair, "channel": "on_site",
    }  # fmt: skip
    action = eight.to_shop(Way.EXHORT, **typed)
    eight.issue(action)
    assert RuleFiring.objects.filter(rule_code="GUI-23", outcome="overridden").exists()
    eight.later(5)
    eight.story.go("/")
    assert eight.story.page.locator(f"main a[href='{action.get_absolute_url()}']").count()
    again = eight.today + timedelta(days=7)
    eight.do(action, "record", rechecked_on=eight.today, recheck_result="partly", recheck_by=again)
    eight.later(7)
    eight.do(action, "record", rechecked_on=eight.today, recheck_result="corrected")
    eight.conclude(action)


def interviewed(eight: Eight) -> None:
    """(7) Written notice, an hour that was confirmed, a record, signatures, and what was put right."""
    wished = eight.clock.at + timedelta(days=9)
    organ = eight.city.people["officer"].organ
    hour = next_free_at(act=TimedAct.INTERVIEW, organ=organ, at=wished) or wished
    typed = {
        "cause": "多次投诉标价不清", "invited_for": f"{timezone.localtime(hour):%Y-%m-%dT%H:%M}",
        "place": "本局二楼", "interviewee": "法定代表人", "implementers": eight.pair, "channel": "written",
    }  # fmt: skip
    action = eight.to_shop(Way.INTERVIEW, **typed)
    eight.approved(action)
    eight.issue(action)
    eight.do(action, "confirm_interview")
    eight.later((timezone.localdate(hour) - eight.today).days + 1)
    held(eight, action, hour)
    eight.do(action, "add_attendance", name="钱二", capacity="法定代表人", signature="signed")
    eight.do(action, "add_rectification", requirement="补齐价签", due_on=eight.today)
    item = action.rectification_items.get()
    eight.do(action, "recheck", item=item.pk, rechecked_on=eight.today, recheck_result="corrected")
    eight.conclude(action)


def held(eight: Eight, action: GuidanceAction, hour: datetime) -> None:
    eight.do(
        action, "record", held_at=f"{timezone.localtime(hour):%Y-%m-%dT%H:%M}", interviewers="甲明、乙正",
        present="法定代表人", minutes="当面听取说明，商定补齐价签。",
    )  # fmt: skip


def revisited(eight: Eight) -> None:
    """(8) Two officers who did not handle the case see what became of it."""
    case = decided_case(eight.city)
    visits.plan_missing_visits(at=eight.clock.at)
    visit = ReturnVisit.objects.get(case=case)
    others = [eight.city.people[name] for name in ("south3", "south4")]
    visits.assign_visitors(visit.pk, by=eight.city.actor("head"), at=eight.clock.at, visitors=others)
    eight.story.enter_by_word(others[0])
    eight.inside = "south3"
    typed = {"mode": "on_site", "purpose": "看改正情况", "trigger": "visit"}
    action = eight.draft(Way.REVISIT, f"?case={case.pk}&visit={visit.pk}", **typed)
    eight.issue(action)
    eight.do(action, "record", visited_on=eight.today, rectified="corrected", difficulties="无")
    eight.conclude(action)


def answered_by_link(eight: Eight, action: GuidanceAction, kind: str) -> None:
    """Without an account: an officer who is signed in only looks on."""
    eight.story.page.context.clear_cookies()
    eight.inside = ""
    eight.story.go(link_of(action))
    eight.story.page.click(f"form[action='{link_of(action)}do/{kind}/'] button")
    eight.story.page.wait_for_load_state()
    eight.enter("officer")
