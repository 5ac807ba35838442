"""Measures that risk proposes, by the browser and by the API."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import issued
from tests.riskcontrol.plan_course import proposed_for
from tests.riskcontrol.rows import counterparts

pytestmark = [pytest.mark.django_db, pytest.mark.article("9")]
MOST_QUERIES = 12
LIST, API = "/risk/plans/", "/api/v1/risk-plans/"


def signed_in(city: City, username: str) -> Client:
    client = Client()
    client.force_login(city.people[username], backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_list_and_page_take_few_queries_and_offer_the_acts(city: City) -> None:
    for shop in counterparts(city, 5):
        plan = proposed_for(shop, "high")[0]
    client = signed_in(city, "officer")
    for path in (LIST, f"{LIST}?mine=true&state=proposed", plan.get_absolute_url()):
        client.get(path)
        with CaptureQueriesContext(connection) as caught:
            page = client.get(path)
        assert page.status_code == 200
        assert len(caught) <= MOST_QUERIES
    offered = page.content.decode()
    assert [f"do/{act}/" in offered for act in ("take_on", "finish", "drop")] == [True] * 3
    assert plan.counterpart.name in offered


def test_is_finished_by_the_form_with_guidance_of_its_way_only(city: City) -> None:
    shop = counterparts(city, 1)[0]
    tip = proposed_for(shop)[0]
    given = issued(city, Way.TIP, counterpart=shop, at=NOON)
    other = issued(city, Way.COUNSEL, counterpart=shop, at=NOON)
    client, url = signed_in(city, "officer"), f"{LIST}{tip.pk}/do/finish/"
    form = client.get(url).content.decode()
    assert f'value="{given.pk}"' in form
    assert f'value="{other.pk}"' not in form
    assert client.post(url, {"guidance": other.pk}).status_code == 400
    done = client.post(url, {"guidance": given.pk, "expected_version": tip.version})
    assert done.status_code == 302
    tip.refresh_from_db()
    assert (tip.state, tip.guidance) == ("done", given)
    for username, may_read in (("officer", True), ("orgadmin", False)):
        page = signed_in(city, username).get(tip.get_absolute_url()).content.decode()
        assert (given.get_absolute_url() in page) is may_read


def test_is_listed_taken_on_and_dropped_by_machines(city: City) -> None:
    tip = proposed_for(counterparts(city, 1)[0])[0]
    client = signed_in(city, "officer")
    (row,) = client.get(API, {"measure": "tip"}).json()["results"]
    assert (row["id"], row["state"], row["counterpart_id"]) == (
        str(tip.pk),
        "proposed",
        str(tip.counterpart_id),
    )
    for act, body, state in (("take_on", {}, "under_way"), ("drop", {"drop_reason": "unsuited"}, "dropped")):
        done = client.post(
            f"{API}{tip.pk}/transitions/{act}/", json.dumps(body), content_type="application/json",
            headers={"If-Match": "*"},
        )  # fmt: skip
        assert done.json()["state"] == state
    assert done.json()["drop_reason"] == "unsuited"
    assert signed_in(city, "officer_north").get(f"{API}{tip.pk}/").status_code == 404
