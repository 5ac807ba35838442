"""The link by which a counterpart reads its guidance: sealed, expiring, taken back at any time (Art. 8)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client

from foundation.models import AuditEntry
from foundation.obstacles import Refused
from foundation.record import Unrecorded, audited
from guidance.models import CounterpartLink, GuidanceAction
from guidance.services import (
    withdraw_guidance,
)
from guidance.services.links import address_of, link_of_token, open_link, renew_link, revoke_link
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.answers import DAY, link_of
from tests.guidance.drafts import a_draft, issued
from tests.guidance.open_links import door, now_issued, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.article("8")]
SignIn = Callable[[str], Client]


class TestALink:
    def test_is_made_when_guidance_is_issued(self, city: City, settings: Any) -> None:
        settings.PUBLIC_URL = "https://guide.example"
        action = issued(city, Way.TIP)
        link = link_of(action)
        assert (link.issued_at, link.expires_at) == (NOON, NOON + 90 * DAY)
        assert link.issued_by == city.people["officer"]
        assert address_of(action, at=NOON) == f"https://guide.example/g/{link.token}/"

    def test_lasts_as_long_as_the_city_sets(self, city: City, settings: Any) -> None:
        settings.LINK_DAYS = 7
        action = issued(city, Way.TIP)
        assert address_of(action, at=NOON + 7 * DAY - timedelta(seconds=1))
        assert address_of(action, at=NOON + 7 * DAY) == ""

    @pytest.mark.parametrize("way", [Way.GUIDE, Way.DEMO])
    def test_is_for_nobody_where_guidance_is_public(self, city: City, way: str) -> None:
        assert not CounterpartLink.objects.filter(action=issued(city, way)).exists()

    def test_is_found_again_by_its_token_alone(self, city: City) -> None:
        one, other = link_of(issued(city, Way.TIP)), link_of(issued(city, Way.SUGGEST))
        assert link_of_token(one.token) == one
        assert one.token.partition(".")[2] != other.token.partition(".")[2]

    def test_opens_with_a_key_that_is_being_replaced(self, city: City, settings: Any) -> None:
        link = link_of(issued(city, Way.TIP))
        token = link.token
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "another-key-of-this-installation"
        assert link.token != token
        assert link_of_token(token) == link
        settings.SECRET_KEY_FALLBACKS = []
        assert link_of_token(token) is None

    def test_is_not_made_from_what_the_database_holds(self, city: City, settings: Any) -> None:
        """Who reads the tables, and not the key of the installation, opens nothing."""
        link, real = link_of(issued(city, Way.TIP)), settings.SECRET_KEY
        assert link.token not in {str(value) for value in vars(link).values()}
        settings.SECRET_KEY = "what a thief has instead"
        forged = link.token
        settings.SECRET_KEY = real
        assert link_of_token(forged) is None

    def test_stands_once(self, city: City) -> None:
        action, officer = issued(city, Way.TIP), city.actor("officer")
        with (
            pytest.raises(IntegrityError, match=r"guidance_link_one_standing|counterpartlink\.action_id"),
            audited("guidance:renew_link", by=officer, at=NOON),
        ):
            open_link(action, by=officer, at=NOON)

    def test_is_made_inside_an_act_only(self, city: City) -> None:
        with pytest.raises(Unrecorded):
            open_link(issued(city, Way.TIP), by=city.actor("officer"), at=NOON)


class TestRenewing:
    def test_ends_the_old_link_at_once(self, city: City) -> None:
        action = issued(city, Way.TIP)
        old = link_of(action)
        renew_link(action.pk, by=city.actor("officer2"), at=NOON + DAY)
        old.refresh_from_db()
        assert (old.revoked_at, old.revoked_by) == (NOON + DAY, city.people["officer2"])
        assert link_of(action).token != old.token

    def test_makes_one_where_there_was_none(self, city: City) -> None:
        action = issued(city, Way.TIP)
        revoke_link(action.pk, by=city.actor("officer"), at=NOON, reason="送错了人")
        renew_link(action.pk, by=city.actor("officer"), at=NOON)
        assert address_of(action, at=NOON)

    def test_is_refused_where_nobody_could_read(self, city: City) -> None:
        officer, withdrawn = city.actor("officer"), issued(city, Way.TIP)
        withdraw_guidance(withdrawn.pk, by=city.actor("head"), at=NOON, reason="发错")
        wrong = {
            a_draft(city, Way.TIP): "link:draft",
            issued(city, Way.GUIDE): "link:nobody",
            withdrawn: "link:withdrawn",
        }
        for action, code in wrong.items():
            with pytest.raises(Refused) as refused:
                renew_link(action.pk, by=officer, at=NOON)
            assert [o.code for o in refused.value.obstacles] == [code]

    def test_is_not_for_other_organs(self, city: City) -> None:
        action = issued(city, Way.TIP)
        with pytest.raises(GuidanceAction.DoesNotExist):
            renew_link(action.pk, by=city.actor("officer_north"), at=NOON)


class TestTakingBack:
    def test_says_why_and_shows_in_the_timeline(self, city: City) -> None:
        action = issued(city, Way.TIP)
        revoke_link(action.pk, by=city.actor("officer"), at=NOON, reason="送错了人")
        assert address_of(action, at=NOON) == ""
        entry = AuditEntry.objects.get(action="guidance:revoke_link")
        assert (entry.why, entry.article) == ("送错了人", "8.3")

    def test_is_refused_when_there_is_none(self, city: City) -> None:
        action, officer = issued(city, Way.TIP), city.actor("officer")
        revoke_link(action.pk, by=officer, at=NOON, reason="送错了人")
        with pytest.raises(Refused) as refused:
            revoke_link(action.pk, by=officer, at=NOON, reason="再一次")
        assert [o.code for o in refused.value.obstacles] == ["link:none"]


class TestTheOfficersSide:
    def test_shows_address_and_square_to_who_works_on_it(self, city: City, as_user: SignIn) -> None:
        action = now_issued(city)
        client, token = as_user("officer"), link_of(action).token
        assert token in text_of(client.get(f"/guidance/{action.pk}/link/"))
        square = client.get(f"/guidance/{action.pk}/qr/")
        assert square["Content-Type"] == "image/svg+xml"

    @pytest.mark.parametrize("username", ["supervisor", "evaluator", "city_market_head"])
    def test_shows_others_only_that_there_is_one(self, city: City, as_user: SignIn, username: str) -> None:
        action = now_issued(city)
        client, token = as_user(username), link_of(action).token
        page = text_of(client.get(f"/guidance/{action.pk}/link/"))
        assert "Not opened yet" in page
        assert token not in page
        assert client.get(f"/guidance/{action.pk}/qr/").status_code in (403, 404)

    def test_renews_and_takes_back_by_page(self, city: City, as_user: SignIn) -> None:
        action = now_issued(city)
        client, url = as_user("officer"), f"/guidance/{action.pk}/do/"
        first = link_of(action).token
        sent = {"expected_version": action.version, "reason": ""}
        assert client.post(f"{url}renew_link/", sent).status_code == 302
        assert link_of(action).token != first
        assert client.post(f"{url}revoke_link/", sent).status_code == 400
        assert client.post(f"{url}revoke_link/", {**sent, "reason": "遗失"}).status_code == 302
        assert not CounterpartLink.objects.standing().exists()

    def test_does_the_same_by_the_api(self, city: City, as_user: SignIn) -> None:
        action = now_issued(city)
        client, url = as_user("officer"), f"/api/v1/guidance-actions/{action.pk}/"
        told = client.get(url).json()["link"]
        assert told["address"].endswith(door(action))
        assert told["opened_at"] is None
        answer = client.post(
            f"{url}transitions/revoke_link/", json.dumps({"reason": "遗失"}), content_type="application/json",
            headers={"if-match": f'"{action.version}"'},
        )  # fmt: skip
        assert answer.status_code == 200, answer.content
        assert answer.json()["link"]["revoked_at"] is not None

    def test_tells_the_address_to_no_other_program(self, city: City, as_user: SignIn) -> None:
        action = now_issued(city)
        told = as_user("evaluator").get(f"/api/v1/guidance-actions/{action.pk}/").json()
        assert "address" not in told["link"] or told["link"]["address"] == ""
