"""Several questions or suggestions in one letter: each has its answer, each its own word (Art. 8 (4), (5))."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from enforcement.models import Notification
from foundation.due import sweep
from foundation.obstacles import Refused
from guidance.models import CounselQuestion, FaqEntry, GuidanceAction
from guidance.rules.points import lines_of, sum_of
from guidance.services import adopting, conclude_guidance, questions, record_progress
from guidance.vocabulary import Way
from tests.city import NOON, City, a_counterpart
from tests.guidance.drafts import DETAILS, issued

SignIn = Callable[[str], Client]
TWO_QUESTIONS = {**DETAILS[Way.COUNSEL], "question": "1. 散装食品怎么标价？\n\n2）打折怎么标价？"}
THREE = {**DETAILS[Way.SUGGEST], "suggestions": "换用电子价签\n- 指定专人\n三、每月自查"}


class TestLines:
    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            ("怎么标价？", ["怎么标价？"]),
            ("1. 甲\n2、乙\n（3）丙\n• 丁", ["甲", "乙", "丙", "丁"]),
            ("2.5 公斤怎么标？\n10 天够吗？", ["2.5 公斤怎么标？", "10 天够吗？"]),
            ("\n  \n", []),
            ("一、甲\n十一、乙", ["甲", "乙"]),
        ],
    )
    def test_lose_their_marks_and_nothing_else(self, text: str, lines: list[str]) -> None:
        assert lines_of(text) == lines

    @pytest.mark.parametrize(
        ("adopted", "whole"),
        [
            ([], ""),
            (["all", ""], ""),
            (["all", "all"], "all"),
            (["none", "none"], "none"),
            (["all", "none"], "part"),
            (["part"], "part"),
        ],
    )
    def test_of_suggestions_come_to_one_word(self, adopted: list[str], whole: str) -> None:
        assert sum_of(adopted) == whole


@pytest.mark.article("8.4")
class TestQuestions:
    @pytest.fixture
    def counselling(self, city: City) -> GuidanceAction:
        return issued(city, Way.COUNSEL, detail=TWO_QUESTIONS)

    def answer(self, city: City, row: CounselQuestion, answer: str, **more: Any) -> GuidanceAction:
        given = {"by": city.actor("officer"), "at": NOON, "question": row, "answer": answer, **more}
        return questions.answer_question(row.action_id, **given)

    def test_are_as_many_as_were_asked(self, counselling: GuidanceAction) -> None:
        asked = [row.question for row in counselling.questions.all()]
        assert asked == ["散装食品怎么标价？", "打折怎么标价？"]
        assert counselling.counsel.question == TWO_QUESTIONS["question"]

    def test_have_each_an_answer_with_its_provisions(self, city: City, counselling: GuidanceAction) -> None:
        first, second = counselling.questions.all()
        self.answer(city, first, "按件标明。", basis="价格法 13")
        first.refresh_from_db()
        assert (first.answer, first.basis, first.answered_on) == ("按件标明。", "价格法 13", NOON.date())
        assert list(counselling.questions.open()) == [second]
        with pytest.raises(Refused) as refused:
            self.answer(city, first, "另说")
        assert [o.code for o in refused.value.obstacles] == ["GUI-74"]

    def test_of_another_counselling_are_not_answered_here(
        self, city: City, counselling: GuidanceAction
    ) -> None:
        strange = issued(city, Way.COUNSEL).questions.get()
        with pytest.raises(CounselQuestion.DoesNotExist):
            questions.answer_question(
                counselling.pk, by=city.actor("officer"), at=NOON, question=strange, answer="x"
            )

    def test_may_be_added_in_the_session_of_counselling_alone(
        self, city: City, counselling: GuidanceAction
    ) -> None:
        more = {"by": city.actor("officer"), "at": NOON, "question": "网上怎么标？", "answer": "同样标明。"}
        questions.add_question(counselling.pk, **more)
        assert counselling.questions.count() == 3
        with pytest.raises(Refused) as refused:
            questions.add_question(issued(city, Way.TIP).pk, **more)
        assert [o.code for o in refused.value.obstacles] == ["GUI-75"]

    def test_answered_one_by_one_are_the_record_of_the_session(
        self, city: City, counselling: GuidanceAction
    ) -> None:
        held = {"held_on": NOON.date()}
        given = {"by": city.actor("officer"), "at": NOON}
        with pytest.raises(ValidationError) as wrong:
            record_progress(counselling.pk, **given, detail=held)
        assert list(wrong.value.message_dict) == ["answer"]
        for row in counselling.questions.all():
            self.answer(city, row, f"答：{row.question}")
        done = record_progress(counselling.pk, **given, detail=held)
        assert "答：散装食品怎么标价？" in done.counsel.answer

    def test_when_there_is_one_is_answered_by_the_session(self, city: City) -> None:
        action = issued(city, Way.COUNSEL)
        held = {"held_on": NOON.date(), "answer": "按件标明。"}
        record_progress(action.pk, by=city.actor("officer"), at=NOON, detail=held)
        assert action.questions.get().answer == "按件标明。"

    def test_without_an_answer_are_a_task_though_the_session_was_held(
        self, city: City, as_user: SignIn, counselling: GuidanceAction
    ) -> None:
        held = {"held_on": NOON.date(), "answer": "先讲了第一问。"}
        record_progress(counselling.pk, by=city.actor("officer"), at=NOON, detail=held)
        sweep(at=NOON + timedelta(days=20))
        told = Notification.objects.filter(kind="guidance:hold").values_list("officer__username", flat=True)
        assert sorted(told) == ["head", "officer", "officer2"]
        type(counselling.counsel)._base_manager.update(hold_by=timezone.localdate())
        assert "questions to be answered by" in as_user("officer").get("/").content.decode()

    def test_hold_up_the_word_that_it_was_effective(self, city: City, counselling: GuidanceAction) -> None:
        given = {"by": city.actor("officer"), "at": NOON, "effect": "effective", "effect_note": "店员会标价"}
        first, second = counselling.questions.all()
        self.answer(city, first, "按件标明。")
        with pytest.raises(Refused) as refused:
            conclude_guidance(counselling.pk, **given)
        assert [o.code for o in refused.value.obstacles] == ["GUI-24"]
        self.answer(city, second, "标明原价和现价。")
        assert conclude_guidance(counselling.pk, **given).state == "concluded"

    def test_feed_the_frequent_questions_each_by_itself(
        self, city: City, as_user: SignIn, counselling: GuidanceAction
    ) -> None:
        first, second = counselling.questions.all()
        counselling = self.answer(city, second, "标明原价和现价。", basis="明码标价规定 11")
        client, url = as_user("officer"), f"/guidance/{counselling.pk}/do/propose_faq/"
        page = client.get(f"/guidance/{counselling.pk}/").content.decode()
        assert f"propose_faq/?asked={second.pk}" in page
        assert f"propose_faq/?asked={first.pk}" not in page
        form = client.get(f"{url}?asked={second.pk}").context["form"]
        assert (form["question_zh"].value(), form["basis"].value()) == ("打折怎么标价？", "明码标价规定 11")
        words = {name: form[name].value() for name in ("question_zh", "answer_zh", "basis")}
        sent = {**words, "asked": second.pk, "expected_version": counselling.version}
        assert client.post(url, sent).status_code == 302
        assert FaqEntry.objects.get().asked == second
        assert "offered as a frequent question" in client.get(f"/guidance/{counselling.pk}/").content.decode()
        refused = client.post(url, {**sent, "asked": first.pk})
        assert refused.status_code == 400

    def test_are_answered_on_the_page_of_who_asked(self, city: City, counselling: GuidanceAction) -> None:
        first, _second = counselling.questions.all()
        self.answer(city, first, "按件标明。")
        page = Client().get(counselling.links.get().get_absolute_url()).content.decode()
        assert "按件标明。" in page


@pytest.mark.article("8.5")
class TestSuggestions:
    @pytest.fixture
    def letter(self, city: City) -> GuidanceAction:
        return issued(city, Way.SUGGEST, detail=THREE)

    def tell(self, city: City, letter: GuidanceAction, number: int, adopted: str, note: str = "") -> Any:
        item = list(letter.suggestion_items.all())[number]
        given = {"by": city.actor("officer"), "at": NOON, "adopted_on": NOON.date()}
        return adopting.record_adoption(letter.pk, item=item, adopted=adopted, note=note, **given)

    def test_are_as_many_as_were_made(self, letter: GuidanceAction) -> None:
        assert [row.text for row in letter.suggestion_items.all()] == ["换用电子价签", "指定专人", "每月自查"]

    def test_are_adopted_or_left_each_with_its_words(self, city: City, letter: GuidanceAction) -> None:
        self.tell(city, letter, 0, "none", "成本较高")
        done = self.tell(city, letter, 1, "all")
        assert list(letter.suggestion_items.values_list("adopted", "note"))[:2] == [
            ("none", "成本较高"),
            ("all", ""),
        ]
        assert done.suggest.adopted == ""
        assert self.tell(city, letter, 2, "part").suggest.adopted == "part"

    def test_told_of_together_are_told_of_each(self, city: City, letter: GuidanceAction) -> None:
        self.tell(city, letter, 0, "none")
        told = {"adopted": "all", "adopted_on": NOON.date(), "adoption_note": "其余照办"}
        done = record_progress(letter.pk, by=city.actor("officer"), at=NOON, detail=told)
        assert list(letter.suggestion_items.values_list("adopted", flat=True)) == ["none", "all", "all"]
        assert done.suggest.adopted == "part"

    def test_may_be_thought_over(self, city: City, letter: GuidanceAction) -> None:
        self.tell(city, letter, 0, "none")
        self.tell(city, letter, 0, "all", "后来换了")
        assert letter.suggestion_items.first().note == "后来换了"

    def test_that_nobody_answered_count_as_not_adopted_and_lead_to_nothing(
        self, city: City, as_user: SignIn
    ) -> None:
        letter = issued(city, Way.SUGGEST, detail=THREE, reply_by=NOON.date())
        sweep(at=NOON + timedelta(days=2))
        page = as_user("officer").get(f"/guidance/{letter.pk}/").content.decode()
        assert page.count("no feedback: counts as not adopted") == 3
        letter.refresh_from_db()
        assert (letter.state, letter.response, letter.suggest.adopted) == ("issued", "silent", "")


class TestTheApi:
    def test_tells_and_records_single_suggestions(self, city: City, as_user: SignIn) -> None:
        letter = issued(city, Way.SUGGEST, at=timezone.now(), detail=THREE)
        client, url = as_user("officer"), f"/api/v1/guidance-actions/{letter.pk}/"
        read = client.get(url)
        items = read.json()["suggestion_items"]
        body = {"item": items[0]["id"], "adopted": "all", "adopted_on": timezone.localdate().isoformat()}
        done = client.post(
            f"{url}transitions/record_adoption/", json.dumps(body), content_type="application/json",
            headers={"If-Match": read["ETag"]},
        )  # fmt: skip
        assert done.status_code == 200, done.content
        assert [row["adopted"] for row in done.json()["suggestion_items"]] == ["all", "", ""]

    def test_tells_no_questions_to_who_may_not_read_persons(self, city: City, as_user: SignIn) -> None:
        action = issued(city, Way.COUNSEL, counterpart=a_counterpart(city), detail=TWO_QUESTIONS)
        url = f"/api/v1/guidance-actions/{action.pk}/"
        assert len(as_user("officer").get(url).json()["questions"]) == 2
        assert as_user("evaluator").get(url).json()["questions"] == []
