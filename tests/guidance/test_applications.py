"""Who applies for guidance is answered in five working days; who asks for it in writing gets a document (Art. 8)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation

from enforcement.models import Notification
from enforcement.services.documents import issue_document
from foundation.due import sweep
from foundation.obstacles import Refused
from guidance.models import GuidanceAction
from guidance.services import (
    ask_in_writing,
    conclude_guidance,
    correct_guidance,
    discard_guidance,
    edit_guidance,
    issue_guidance,
)
from guidance.services.applying import apply_for_counselling
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import a_draft, issued

pytestmark = pytest.mark.article("8")
DAY = timedelta(days=1)
LAST = date(2026, 11, 27)  # the fifth working day after Friday the twentieth


def applied(city: City, **values: Any) -> GuidanceAction:
    return a_draft(city, Way.COUNSEL, trigger="application", **values)


def told() -> list[str]:
    rows = Notification.objects.filter(kind="guidance:application").order_by("officer__username")
    return list(rows.values_list("officer__username", flat=True))


@pytest.mark.rule("GUI-6")
class TestAnApplication:
    def test_is_answered_within_five_working_days(self, city: City) -> None:
        assert (applied(city).applied_on, applied(city).answer_by) == (NOON.date(), LAST)
        earlier = applied(city, applied_on=NOON.date() - DAY)
        assert earlier.answer_by == LAST - DAY

    def test_cannot_come_tomorrow(self, city: City) -> None:
        with pytest.raises(ValidationError) as wrong:
            applied(city, applied_on=NOON.date() + DAY)
        assert list(wrong.value.message_dict) == ["applied_on"]

    def test_is_what_was_asked_for_alone(self, city: City) -> None:
        draft = applied(city)
        assert a_draft(city, Way.TIP).answer_by is None
        changed = edit_guidance(draft.pk, by=city.actor("officer"), at=NOON, trigger="inspection")
        assert (changed.applied_on, changed.answer_by) == (None, None)

    def test_that_waits_longer_is_told_to_implementers_and_head_once(self, city: City) -> None:
        applied(city)
        sweep(at=NOON + 7 * DAY)
        assert told() == []
        for days in (8, 9):
            sweep(at=NOON + days * DAY)
        assert told() == ["head", "officer", "officer2"]

    def test_that_was_taken_up_is_not_told(self, city: City) -> None:
        issue_guidance(applied(city).pk, by=city.actor("officer"), at=NOON, voluntariness_shown=True)
        sweep(at=NOON + 30 * DAY)
        assert told() == []

    def test_stands_on_the_day_of_who_is_to_answer(
        self, city: City, as_user: Callable[[str], Client]
    ) -> None:
        draft = applied(city)
        GuidanceAction._base_manager.filter(pk=draft.pk).update(answer_by=date(2020, 1, 6))
        page = as_user("officer").get("/").content.decode()
        assert draft.get_absolute_url() in page

    def test_is_refused_only_with_reasons(self, city: City) -> None:
        draft = applied(city)
        with pytest.raises(Refused) as refused:
            discard_guidance(draft.pk, by=city.actor("officer"), at=NOON)
        assert [(o.code, o.field) for o in refused.value.obstacles] == [("GUI-6", "reason")]
        done = discard_guidance(draft.pk, by=city.actor("officer"), at=NOON, reason="不属于本机关职责。")
        assert done.state == "withdrawn"
        assert (
            discard_guidance(a_draft(city, Way.TIP).pk, by=city.actor("officer"), at=NOON).state
            == "withdrawn"
        )

    def test_by_the_link_is_named_in_the_language_of_the_files(self, city: City) -> None:
        given = {"by": city.actor("officer"), "at": NOON, "question": "怎么标价？"}
        with translation.override("en"):
            draft = apply_for_counselling(issued(city, Way.TIP), **given)
        assert draft.title.startswith("申请辅导 · ")

    def test_is_not_opened_again_by_a_corrected_version(self, city: City) -> None:
        old = issued(city, Way.COUNSEL, trigger="application")
        assert correct_guidance(old.pk, by=city.actor("officer"), at=NOON).answer_by is None


@pytest.mark.rule("GUI-5")
class TestGuidanceThatIsAskedForInWriting:
    def asked(self, city: City) -> GuidanceAction:
        action = issued(city, Way.COUNSEL)
        return ask_in_writing(action.pk, by=city.actor("officer"), at=NOON)

    def conclude(self, action: GuidanceAction, city: City) -> GuidanceAction:
        return conclude_guidance(
            action.pk, by=city.actor("officer"), at=NOON, effect="partly", effect_note="已改"
        )

    def test_is_not_concluded_without_its_document(self, city: City) -> None:
        action = self.asked(city)
        with pytest.raises(Refused) as refused:
            self.conclude(action, city)
        assert [o.code for o in refused.value.obstacles] == ["GUI-5"]
        issue_document(action.pk, noun="guidance", by=city.actor("officer"), at=NOON, kind="guidance")
        assert self.conclude(action, city).state == "concluded"

    def test_needs_none_when_nobody_asks(self, city: City) -> None:
        assert self.conclude(issued(city, Way.COUNSEL), city).state == "concluded"

    def test_is_asked_for_on_a_day_after_it_was_given(self, city: City) -> None:
        action = issued(city, Way.COUNSEL)
        with pytest.raises(ValidationError):
            ask_in_writing(action.pk, by=city.actor("officer"), at=NOON, asked_on=NOON.date() - DAY)

    def test_is_recorded_on_its_page_once(self, city: City, as_user: Callable[[str], Client]) -> None:
        action = issued(city, Way.COUNSEL)
        client, url = as_user("officer"), f"/guidance/{action.pk}/"
        assert "ask_in_writing" in client.get(url).content.decode()
        data = {"expected_version": action.version, "asked_on": action.issued_at.date().isoformat()}
        assert client.post(f"{url}do/ask_in_writing/", data).status_code == 302
        assert "ask_in_writing" not in client.get(url).content.decode()

    def test_is_recorded_by_the_api_too(self, city: City, as_user: Callable[[str], Client]) -> None:
        action = issued(city, Way.COUNSEL)
        client, url = as_user("officer"), f"/api/v1/guidance-actions/{action.pk}/"
        answer = client.post(
            f"{url}transitions/ask_in_writing/", json.dumps({}), content_type="application/json",
            headers={"if-match": f'"{action.version}"'},
        )  # fmt: skip
        assert answer.status_code == 200, answer.content
        assert client.get(url).json()["written_asked_on"] is not None
