"""Guidance actions through their services, on a real database."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from enforcement.models import Case
from foundation.models import AuditEntry
from foundation.obstacles import Forbidden, Refused, Stale
from foundation.record import Unrecorded
from foundation.record.entry import timeline_of
from guidance.models import GuidanceAction, RectificationItem
from guidance.services import (
    acknowledge_guidance,
    add_rectification,
    approve_guidance,
    conclude_guidance,
    correct_guidance,
    decline_guidance,
    discard_guidance,
    draft_guidance,
    edit_guidance,
    issue_guidance,
    note_silence,
    recheck_rectification,
    record_progress,
    send_back_guidance,
    submit_guidance,
    withdraw_guidance,
)
from guidance.vocabulary import Way
from guidance.ways import WAYS
from tests.city import NOON, City, a_clue, a_counterpart, a_filed_case
from tests.guidance.drafts import DETAILS, LATER, a_draft, issued

pytestmark = pytest.mark.django_db
TODAY = NOON.date()


def codes_of(act: Any, *args: Any, **kwargs: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return [o.code for o in refused.value.obstacles]


@pytest.mark.parametrize("way", Way.values)
def test_every_way_goes_from_draft_to_conclusion(city: City, way: str):
    officer = city.actor("officer")
    action = issued(city, way)
    for name, value in DETAILS[way].items():
        assert getattr(action.detail, name) == value
    if way == Way.INTERVIEW:
        minutes = {"held_at": LATER, "interviewers": "甲明 乙正", "minutes": "已说明"}
        record_progress(action.pk, by=officer, at=LATER, detail=minutes)
    done = conclude_guidance(action.pk, by=officer, at=LATER, effect="partly", effect_note="部分改了")
    assert (done.state, done.concluded_on) == ("concluded", LATER.date())


def test_numbers_follow_one_another_without_gap(city: City):
    first, second = issued(city, Way.OTHER), issued(city, Way.GUIDE)
    assert first.number.endswith("指〔2026〕1号")
    assert second.number.endswith("指〔2026〕2号")


def test_a_refused_issue_takes_no_number(city: City):
    draft = a_draft(city, Way.GUIDE, formality="simple", basis="")
    officer = city.actor("officer")
    assert codes_of(issue_guidance, draft.pk, by=officer, at=NOON, voluntariness_shown=True) == ["GUI-14"]
    assert issued(city, Way.OTHER).number.endswith("1号")


def test_what_is_known_of_the_case_is_taken_over(city: City):
    case = a_filed_case(city)
    draft = a_draft(city, Way.TIP, case=case, field=None)
    assert (draft.counterpart_id, draft.matter_id) == (case.counterpart_id, case.matter_id)
    assert draft.field_id == case.matter.field_id


@pytest.mark.parametrize(
    ("way", "values", "field"),
    [
        (Way.TIP, {"counterpart": None, "audience": ""}, "counterpart"),
        (Way.GUIDE, {"audience": ""}, "audience"),
        (Way.GUIDE, {"field": None}, "field"),
    ],
)
def test_a_draft_says_to_whom_and_in_which_field(city: City, way: str, values: dict, field: str):
    with pytest.raises(ValidationError) as wrong:
        a_draft(city, way, **values)
    assert list(wrong.value.error_dict) == [field]
    assert not GuidanceAction.objects.exists()


def test_a_draft_does_not_mix_two_counterparts(city: City):
    case, other = a_clue(city), a_counterpart(city, name="乙二示例商行")
    with pytest.raises(ValidationError) as wrong:
        a_draft(city, Way.TIP, case=case, counterpart=other)
    assert wrong.value.error_dict["counterpart"][0].code == "misfit"


def test_a_case_of_another_organ_is_not_known(city: City):
    case: Case = a_clue(city, by="officer_north")
    with pytest.raises(ValidationError) as wrong:
        a_draft(city, Way.TIP, case=case)
    assert "case" in wrong.value.error_dict


def test_only_who_may_handle_guidance_drafts_it(city: City):
    with pytest.raises(Forbidden):
        draft_guidance(by=city.actor("supervisor"), at=NOON, way=Way.TIP)


def test_another_organ_finds_nothing_to_work_on(city: City):
    draft = a_draft(city, Way.TIP)
    stranger = city.actor("officer_north")
    with pytest.raises(GuidanceAction.DoesNotExist):
        edit_guidance(draft.pk, by=stranger, at=NOON, title="x")
    assert not GuidanceAction.objects.visible_to(stranger).exists()


def test_a_superior_sees_and_does_not_touch(city: City):
    draft = a_draft(city, Way.TIP)
    superior = city.actor("city_market_head")
    assert GuidanceAction.objects.visible_to(superior).get() == draft
    with pytest.raises(GuidanceAction.DoesNotExist):
        discard_guidance(draft.pk, by=superior, at=NOON)


def test_general_guidance_waits_for_a_head(city: City):
    officer, head = city.actor("officer"), city.actor("head")
    draft = a_draft(city, Way.SUGGEST)
    assert codes_of(issue_guidance, draft.pk, by=officer, at=NOON, voluntariness_shown=True) == ["GUI-13"]
    submit_guidance(draft.pk, by=officer, at=NOON)
    assert codes_of(edit_guidance, draft.pk, by=officer, at=NOON, title="x") == ["guidance:wrong_state"]
    assert approve_guidance(draft.pk, by=head, at=NOON).approved_by_id == head.officer_id
    assert issue_guidance(draft.pk, by=officer, at=NOON, voluntariness_shown=True).state == "issued"


def test_who_drafted_does_not_approve(city: City):
    head = city.actor("head")
    draft = a_draft(city, Way.SUGGEST, by="head")
    submit_guidance(draft.pk, by=head, at=NOON)
    assert codes_of(approve_guidance, draft.pk, by=head, at=NOON) == ["GUI-12"]


def test_an_approval_ends_when_the_draft_is_sent_back(city: City):
    officer, head = city.actor("officer"), city.actor("head")
    draft = a_draft(city, Way.SUGGEST)
    submit_guidance(draft.pk, by=officer, at=NOON)
    approve_guidance(draft.pk, by=head, at=NOON)
    back = send_back_guidance(draft.pk, by=head, at=NOON, reason="依据不全")
    assert (back.state, back.approved_by, back.approved_at) == ("draft", None, None)
    assert AuditEntry.objects.get(action="guidance:send_back").why == "依据不全"


def test_the_issued_text_is_never_changed(city: City):
    officer = city.actor("officer")
    action = issued(city, Way.EXHORT)
    assert codes_of(edit_guidance, action.pk, by=officer, at=NOON, title="x") == ["guidance:wrong_state"]
    with pytest.raises(TypeError):
        record_progress(action.pk, by=officer, at=NOON, detail={"facts": "别的"})
    with pytest.raises(Unrecorded):
        action.save()


def test_a_correction_is_a_new_version_that_withdraws_the_old(city: City):
    officer = city.actor("officer")
    old = issued(city, Way.TIP)
    new = correct_guidance(old.pk, by=officer, at=NOON)
    assert (new.state, new.content, new.tip.neglected) == ("draft", old.content, old.tip.neglected)
    assert {row.officer_id for row in new.officers.all()} == {row.officer_id for row in old.officers.all()}
    edit_guidance(new.pk, by=officer, at=NOON, content="改正后的内容")
    issue_guidance(new.pk, by=officer, at=NOON, voluntariness_shown=True)
    old.refresh_from_db()
    assert (old.state, old.content) == ("withdrawn", "请为全部商品标明价格。")
    assert AuditEntry.objects.get(action="guidance:supersede").cause.action == "guidance:issue"


def test_there_is_one_new_version_at_a_time(city: City):
    officer = city.actor("officer")
    old = issued(city, Way.TIP)
    new = correct_guidance(old.pk, by=officer, at=NOON)
    assert codes_of(correct_guidance, old.pk, by=officer, at=NOON) == ["GUI-21"]
    discard_guidance(new.pk, by=officer, at=NOON)
    assert correct_guidance(old.pk, by=officer, at=NOON).supersedes == old


def test_an_answer_may_change(city: City):
    officer = city.actor("officer")
    action = issued(city, Way.TIP)
    assert note_silence(action.pk, by=officer, at=LATER).response == "silent"
    assert decline_guidance(action.pk, by=officer, at=LATER).response == "declined"
    known = acknowledge_guidance(action.pk, by=officer, at=LATER, response_note="愿意改")
    assert (known.state, known.response, known.responded_on) == ("acknowledged", "acknowledged", LATER.date())


IMPOSSIBLE = [(TODAY - timedelta(1), "too_early"), (TODAY + timedelta(9), "future")]


@pytest.mark.parametrize(("day", "code"), IMPOSSIBLE)
def test_an_answer_has_a_possible_day(city: City, day: date, code: str):
    action = issued(city, Way.TIP)
    with pytest.raises(ValidationError) as wrong:
        decline_guidance(action.pk, by=city.actor("officer"), at=LATER, responded_on=day)
    assert wrong.value.error_dict["responded_on"][0].code == code


def test_an_overtaken_edit_is_told(city: City):
    officer = city.actor("officer")
    draft = a_draft(city, Way.TIP)
    edit_guidance(draft.pk, by=officer, at=NOON, expected=draft.version, title="先")
    with pytest.raises(Stale):
        edit_guidance(draft.pk, by=officer, at=NOON, expected=draft.version, title="后")


def test_items_to_be_put_right_are_looked_at_again(city: City):
    officer = city.actor("officer")
    action = issued(city, Way.INTERVIEW)
    held = {"held_at": LATER, "interviewers": "甲明 乙正", "minutes": "已说明"}
    record_progress(action.pk, by=officer, at=LATER, detail=held)
    add_rectification(action.pk, by=officer, at=LATER, requirement="补齐价签", due_on=LATER.date())
    assert codes_of(
        conclude_guidance, action.pk, by=officer, at=LATER, effect="effective", effect_note="已改"
    ) == ["GUI-17"]
    item = RectificationItem.objects.get()
    recheck_rectification(
        action.pk, by=officer, at=LATER, item=item, rechecked_on=LATER.date(), recheck_result="corrected"
    )
    assert (
        conclude_guidance(action.pk, by=officer, at=LATER, effect="effective", effect_note="已改").state
        == "concluded"
    )


def test_only_an_interview_sets_things_to_put_right(city: City):
    action = issued(city, Way.TIP)
    officer = city.actor("officer")
    assert codes_of(add_rectification, action.pk, by=officer, at=NOON, requirement="x", due_on=TODAY) == [
        "GUI-20"
    ]


def test_a_model_is_marked_while_it_is_shown(city: City):
    shop = a_counterpart(city)
    detail = {**DETAILS[Way.DEMO], "exemplar": shop, "has_consent": True}
    action = issued(city, Way.DEMO, detail=detail)
    shop.refresh_from_db()
    assert shop.is_demonstration
    withdraw_guidance(action.pk, by=city.actor("head"), at=LATER, reason="期满")
    shop.refresh_from_db()
    assert not shop.is_demonstration


def test_withdrawing_is_the_work_of_a_head_and_has_a_reason(city: City):
    action = issued(city, Way.TIP)
    officer, head = city.actor("officer"), city.actor("head")
    assert codes_of(withdraw_guidance, action.pk, by=officer, at=NOON, reason="错发") == [
        "actor:lacks_permission"
    ]
    assert withdraw_guidance(action.pk, by=head, at=NOON, reason="错发").state == "withdrawn"
    assert AuditEntry.objects.get(action="guidance:withdraw").why == "错发"


@pytest.mark.parametrize("way", Way.values)
def test_every_act_cites_the_item_of_its_way(city: City, way: str):
    action = issued(city, way)
    entries = timeline_of(action, noun="guidance")
    assert {e.article for e in entries} == {WAYS[way].article.code}
