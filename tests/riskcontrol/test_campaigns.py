"""Campaigns of self-checks: everybody in a trade whom a point concerns, asked once, followed by region (Art. 9)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.jobs import run_next_job
from foundation.models import DueItem
from foundation.obstacles import Refused
from guidance.models import CounterpartLink, Delivery, TipBatch
from guidance.reports.tip_batches import preview_of
from guidance.services.links import note_opening
from guidance.services.tips import send_some, start_batch
from riskcontrol.models import Campaign, SelfCheck
from riskcontrol.reports.campaigns import progress_by_region, together
from riskcontrol.services.campaigns import draft_campaign
from tests.city import NOON, City
from tests.guidance.tip_groups import shops
from tests.riskcontrol.checks import DAY, TODAY, corrected, link_of, offered, points_published, submitted

pytestmark = [pytest.mark.django_db, pytest.mark.article("9")]
SignIn = Callable[[str], Client]


def a_campaign(city: City, **values: Any) -> Campaign:
    given = {
        "title": "节前自查", "content": "{name}：请自查。", "field": city.places.fields["market"], "industry": "F",
        "due_on": TODAY + 15 * DAY, **values,
    }  # fmt: skip
    return draft_campaign(by=city.actor("officer"), at=NOON, **given)


def sent(city: City, campaign: Campaign, *, size: int = 250) -> Campaign:
    officer = city.actor("officer")
    batch: TipBatch = start_batch(campaign.batch_id, by=officer, at=NOON)
    while batch.state != "sent":
        batch = send_some(batch.pk, by=officer, at=NOON, size=size)
    return Campaign.objects.get(pk=campaign.pk)


def asked(campaign: Campaign) -> list[SelfCheck]:
    return list(SelfCheck.objects.with_everything().filter(campaign=campaign).order_by("pk"))


class TestWhomItReaches:
    def test_are_those_in_the_group_whom_a_published_point_concerns(self, city: City) -> None:
        shops(city, 3)
        shops(city, 2, industry="M")
        everybody = a_campaign(city, industry="")
        assert preview_of(everybody.batch, by=city.actor("officer")).total == 0
        points_published()
        everybody = Campaign.objects.get(pk=everybody.pk)
        assert preview_of(everybody.batch, by=city.actor("officer")).total == 3

    def test_are_not_those_who_were_asked_already(self, city: City) -> None:
        some = shops(city, 3)
        offered(city, some[0])
        campaign = a_campaign(city)
        assert preview_of(campaign.batch, by=city.actor("officer")).total == 2

    def test_nobody_is_said_before_it_is_sent(self, city: City) -> None:
        shops(city, 2)
        with pytest.raises(Refused) as refused:
            sent(city, a_campaign(city))
        assert [o.code for o in refused.value.obstacles] == ["tips:nobody"]

    def test_other_tips_reach_whom_they_always_reached(self, city: City) -> None:
        shops(city, 3)
        campaign = a_campaign(city)
        plain = TipBatch(field=campaign.batch.field, industry="F", organ=campaign.organ)
        assert plain.recipients(city.actor("officer")).count() == 3


class TestSending:
    def test_offers_each_one_self_check_behind_its_own_link(self, city: City) -> None:
        points_published()
        some = shops(city, 5, with_mail=2)
        campaign = sent(city, a_campaign(city), size=2)
        checks = asked(campaign)
        assert {check.counterpart_id for check in checks} == {shop.pk for shop in some}
        assert {check.due_on for check in checks} == {TODAY + 15 * DAY}
        assert all(check.editions for check in checks)
        assert CounterpartLink.objects.filter(action__self_check__in=checks).count() == 5
        assert Delivery.objects.filter(action__self_check__in=checks, channel="email").count() == 2
        assert DueItem.objects.filter(kind="self_check:remind").count() == 5

    def test_is_a_job_with_progress(self, city: City) -> None:
        points_published()
        shops(city, 3)
        campaign = a_campaign(city)
        start_batch(campaign.batch_id, by=city.actor("officer"), at=NOON)
        run_next_job(clock=lambda: NOON)
        assert len(asked(campaign)) == 3

    def test_asks_the_database_by_the_group_and_not_by_the_row(self, city: City) -> None:
        points_published()
        seen = []
        for number in (2, 2, 12):  # the first one fills what is remembered
            shops(city, number)
            campaign = a_campaign(city)
            start_batch(campaign.batch_id, by=city.actor("officer"), at=NOON)
            with CaptureQueriesContext(connection) as queries:
                send_some(campaign.batch_id, by=city.actor("officer"), at=NOON, size=50)
            assert len(asked(campaign)) == number
            seen.append([query["sql"] for query in queries])
        assert len(seen[2]) == len(seen[1])


class TestProgress:
    def test_counts_by_region_what_was_opened_begun_submitted_found_and_corrected(self, city: City) -> None:
        points_published()
        shops(city, 3)
        street = city.places.regions["990101001"]
        shops(city, 1, region=street)
        campaign = sent(city, a_campaign(city))
        checks = asked(campaign)
        for check in checks[:2]:
            note_opening(link_of(check), at=NOON)
        submitted(checks[0], FX_SJ_01={}, FX_SJ_02={"corrected_on": TODAY})
        corrected(checks[0], "FX-SJ-01", TODAY)
        regions = progress_by_region(campaign)
        everybody = together(regions)
        assert len(regions) == 2
        assert sum(row.progress.asked for row in regions) == everybody.asked == 4
        assert (everybody.opened, everybody.submitted, everybody.found, everybody.corrected) == (2, 1, 2, 2)

    def test_pages_open_in_few_queries_and_only_in_reach(self, city: City, as_user: SignIn) -> None:
        points_published()
        shops(city, 3)
        draft, running = a_campaign(city), sent(city, a_campaign(city))
        check = asked(running)[0]
        paths = [
            reverse("riskcontrol:campaign_list"), reverse("riskcontrol:campaign_new"), draft.get_absolute_url(),
            f"{draft.get_absolute_url()}reach/",
            running.get_absolute_url(), reverse("riskcontrol:self_check_list") + f"?campaign={running.pk}",
            reverse("riskcontrol:self_check_new"), check.get_absolute_url(),
        ]  # fmt: skip
        client = as_user("officer")
        for path in paths:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(path).status_code == 200
            assert len(queries) <= 12, (path, [q["sql"][:160] for q in queries])
        assert as_user("officer_north").get(running.get_absolute_url()).status_code == 404


class TestTheApi:
    def test_offers_lists_and_tells(self, city: City, as_user: SignIn) -> None:
        points_published()
        (shop,) = shops(city, 1)
        client, field = as_user("officer"), city.places.fields["market"]
        body = {
            "counterpart": shop.pk,
            "field": field.pk,
            "due_on": str(TODAY + 365 * DAY),
            "content": "请自查。",
        }
        made = client.post("/api/v1/self-checks/", body, content_type="application/json")
        assert made.status_code == 201, made.content
        told = client.get(f"/api/v1/self-checks/{made.json()['id']}/").json()
        assert (told["state"], told["name"]) == ("asked", shop.name)
        assert told["points"][0]["answer"] is None
        assert told["address"].endswith("/self-check/")
        assert client.get("/api/v1/self-checks/?open_gaps=false").json()["results"]
        assert as_user("evaluator").get(f"/api/v1/self-checks/{made.json()['id']}/").json()["address"] == ""

    def test_drafts_a_campaign_and_tells_its_progress(self, city: City, as_user: SignIn) -> None:
        points_published()
        shops(city, 2)
        running = sent(city, a_campaign(city))
        told = as_user("officer").get(f"/api/v1/self-check-campaigns/{running.pk}/").json()
        assert (told["progress"]["asked"], told["state"]) == (2, "sent")
