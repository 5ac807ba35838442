"""Today of a head with everything at once: calls, lost deliveries, answers, joint interviews, and all to decide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from foundation.actors import ANONYMOUS
from foundation.due import plan, sweep
from guidance.models import Delivery, GuidanceAction, InterviewInvitation
from guidance.rules.expiry import CALL, round_of
from guidance.services import draft_guidance, issue_guidance, joint, submit_guidance
from guidance.services.links import reply_by_link
from guidance.vocabulary import Way
from tests.city import NOON, City, a_counterpart
from tests.enforcement import case_course, coercion_course
from tests.guidance.drafts import DETAILS, a_draft
from tests.guidance.tip_groups import a_licence

pytestmark = [pytest.mark.django_db, pytest.mark.article("4")]
SignIn = Callable[[str], Client]
MOST_QUERIES = 12


def guided_by_the_head(city: City) -> GuidanceAction:
    """A tip that the head drafted and issued itself, and that did not reach its addressee."""
    head = city.actor("head")
    draft = draft_guidance(
        by=head, at=NOON, way=Way.TIP, title="提示", content="请标价", reasons="便民", basis="价格法",
        trigger="inspection", counterpart=a_counterpart(city), field=city.places.fields["market"],
        detail=DETAILS[Way.TIP],
    )  # fmt: skip
    return issue_guidance(draft.pk, by=head, at=NOON, voluntariness_shown=True)


def invited_by_others(city: City) -> list[InterviewInvitation]:
    """Two interviews of the brigade: the head answers one itself, the other still waits."""
    by, host = city.actor("transport1"), city.places.organs["SD11"]
    rows = []
    for title in ("等待答复的约谈", "已答应的约谈"):
        detail = {**DETAILS[Way.INTERVIEW], "invited_for": NOON + timedelta(days=5)}
        draft = a_draft(
            city, Way.INTERVIEW, by="transport1", at=NOON, counterpart=None, audience="沿街门店", title=title,
            field=city.places.fields["transport"], detail=detail, implementers=[city.people["transport1"]],
        )  # fmt: skip
        joint.invite_organ(draft.pk, by=by, at=NOON, organ=host, task="标价")
        rows.append(InterviewInvitation.objects.get(action=draft))
    joint.accept_invitation(rows[1].pk, by=city.actor("head"), at=NOON)
    return rows


def called(city: City) -> None:
    """A licence ends the day after tomorrow, and nobody has called yet."""
    licence = a_licence(city, a_counterpart(city, name="到期店"), NOON.date() + timedelta(days=2))
    again = round_of(licence.expires_on, CALL)
    plan(kind="licence:call", thing=f"licence:{licence.pk}", due_at=NOON, round=again)
    sweep(at=NOON)


@pytest.fixture
def everything(city: City) -> list[str]:
    """All that a head may meet; the addresses that Today is to show."""
    officer = city.actor("officer")
    case_course.notified(city)
    coercion_course.proposed(city)
    submit_guidance(a_draft(city, Way.OTHER).pk, by=officer, at=NOON)
    called(city)
    tip = guided_by_the_head(city)
    Delivery._base_manager.filter(action=tip).update(state="given_up")
    reply = reply_by_link(by=ANONYMOUS, at=NOON, link=tip.links.get(), kind="message", text="看不懂")
    asked, coming = invited_by_others(city)
    return [thing.get_absolute_url() for thing in (reply, asked, coming, Delivery.objects.get(action=tip))]


def test_asks_the_database_no_more_than_twelve_times(
    city: City, as_user: SignIn, everything: list[str]
) -> None:
    client = as_user("head")
    client.get("/")
    with CaptureQueriesContext(connection) as caught:
        page = client.get("/").content.decode()
    assert [url for url in everything if url not in page] == []
    assert len(caught) <= MOST_QUERIES
