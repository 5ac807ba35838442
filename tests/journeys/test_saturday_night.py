"""A seizure requested on Saturday at 23:00: applied in urgency, approved on Sunday, given back (Art. 6, 10)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from enforcement.models import CoerciveMeasure, Notification
from enforcement.vocabulary.coercion import CoercionState, SiteStep
from foundation.due import sweep
from tests.city import NOON, City, a_filed_case
from tests.journeys.test_whole_story import Story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SATURDAY = datetime(2026, 11, 21, 23, 0, tzinfo=NOON.tzinfo)
FORMAT = "%Y-%m-%dT%H:%M"


def test_on_a_saturday_night(city: City, clock: Any, live_server: Any, page: Any) -> None:
    clock.at = SATURDAY
    case = a_filed_case(city, at=NOON)
    story = Story(page, live_server.url)
    measure = considered(story, case)
    seized(story, measure)
    told = Notification.objects.filter(kind="coercion:urgent", officer=city.people["head"])
    assert told.count() == 1
    approved_on_sunday(story, measure, clock)
    sweep(at=SATURDAY + timedelta(days=1, hours=1))
    assert CoerciveMeasure.objects.get().state == CoercionState.APPLIED
    given_back(story, measure, clock)


def considered(story: Story, case: Any) -> CoerciveMeasure:
    """The note asks first what milder was tried; coercion is refused while it says too little."""
    story.enter_as("officer")
    story.do(f"/cases/{case.pk}/leniency/do/assess/")
    story.do(
        f"/cases/{case.pk}/coercion/new/", why_useless="货物正在装车", alternative="拍照登记", kind="seize",
        legal_basis="产品质量法 18", basis_level="law", term_days=10,
    )  # fmt: skip
    measure = CoerciveMeasure.objects.get()
    story.do(f"/coercion/{measure.pk}/do/add_item/", name="电子秤", quantity=1, unit="台", is_related=True)
    story.go(f"/coercion/{measure.pk}/")
    assert "why the milder alternative is not enough" in story.page.inner_html("main")
    story.do(f"/coercion/{measure.pk}/do/edit/", why_not_enough="登记后仍会运走")
    return measure


def seized(story: Story, measure: CoerciveMeasure) -> None:
    story.do(
        f"/coercion/{measure.pk}/do/apply_urgently/", urgent_reason="等待报批货物将运走",
        applied_at=SATURDAY.strftime(FORMAT), steps=list(SiteStep.values), party_attended="true",
    )  # fmt: skip
    assert "22 Nov 2026, 23:00" in story.page.inner_text("main")


def approved_on_sunday(story: Story, measure: CoerciveMeasure, clock: Any) -> None:
    clock.at = SATURDAY + timedelta(hours=10)
    story.enter_as("head")
    story.go("/")
    assert f"/coercion/{measure.pk}/" in story.page.inner_html("main")
    story.do(f"/coercion/{measure.pk}/do/confirm/", note="同意，限于一台")


def given_back(story: Story, measure: CoerciveMeasure, clock: Any) -> None:
    clock.at = SATURDAY + timedelta(days=2)
    story.enter_as("officer")
    story.do(
        f"/coercion/{measure.pk}/do/lift/", reason="已改正", returned_on="2026-11-23", receipt="签收单一号"
    )
    assert CoerciveMeasure.objects.get().state == CoercionState.LIFTED
