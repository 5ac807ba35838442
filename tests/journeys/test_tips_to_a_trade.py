"""Tips to a trade, told in a browser: drafted, looked at, approved, sent by the worker, handed over (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from foundation.due import send_outside
from foundation.jobs import run_next_job
from guidance.models import Delivery, TipBatch
from guidance.vocabulary import BatchState
from tests.city import City
from tests.guidance.tip_groups import shops
from tests.journeys.test_whole_story import Story

pytestmark = [pytest.mark.browser, pytest.mark.article("8.3"), pytest.mark.django_db(transaction=True)]


def test_tips_to_a_trade(city: City, live_server: Any, page: Any) -> None:
    shops(city, 4, with_mail=3, industry="H")
    story = Story(page, live_server.url)
    batch = drafted(story)
    approved(story, batch)
    sent(story, batch)
    handed_over(story, batch)


def drafted(story: Story) -> TipBatch:
    """The officer sees whom it reaches before anything is sent."""
    story.enter_as("officer")
    field = story_field()
    story.do(
        "/tips/new/", title="餐饮油烟提示", neglected="定期清洗油烟管道", content="{name}：请定期清洗油烟管道。",
        reasons="预防火灾和扰民", basis="大气污染防治法", formality="general", industry="H", field=field,
    )  # fmt: skip
    batch = TipBatch.objects.get()
    story.go(batch.get_absolute_url())
    shown = story.page.inner_text("main")
    assert "4 counterparts fit now." in shown
    assert "示例0000号店：请定期清洗油烟管道。" in shown
    story.do(f"/tips/{batch.pk}/do/submit/")
    return batch


def story_field() -> str:
    return str(TipBatch._meta.get_field("field").related_model.objects.get(code="market").pk)


def approved(story: Story, batch: TipBatch) -> None:
    story.enter_as("head")
    story.do(f"/tips/{batch.pk}/do/approve/", note="同意")
    batch.refresh_from_db()
    assert batch.state == BatchState.APPROVED


def sent(story: Story, batch: TipBatch) -> None:
    story.enter_as("officer")
    story.do(f"/tips/{batch.pk}/do/start/")
    assert run_next_job(clock=timezone.now)
    send_outside(clock=timezone.now)
    story.go(batch.get_absolute_url())
    assert "4 / 4" in " ".join(story.page.inner_text("#progress").split())
    assert len(mail.outbox) == 3
    story.go(f"/tips/recipients/?batch={batch.pk}")
    assert story.page.inner_text("main").count("号店") == 4


def handed_over(story: Story, batch: TipBatch) -> None:
    """Who has no contact gets a sheet of paper."""
    delivery = Delivery.objects.get(batch_row__batch=batch, channel="printed")
    story.do(f"/deliveries/{delivery.pk}/do/hand_over/")
    story.go(delivery.get_absolute_url())
    assert (
        "delivered" in story.page.inner_text("main").lower() + story.page.inner_text(".head-number").lower()
    )
