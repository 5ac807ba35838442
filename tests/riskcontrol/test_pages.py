"""Pages of risk control as people open them."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from enforcement.models import Counterpart
from foundation.actors import SCHEDULER
from riskcontrol.models import RiskPoint
from riskcontrol.services.publishing import withdraw_point
from riskcontrol.services.reviewing import review_all
from riskcontrol.services.samples import load_risk_points
from tests.city import NOON, City
from tests.riskcontrol.rows import TODAY, counterparts, decided_case

MOST_QUERIES = 12


@pytest.fixture
def shops(city: City) -> list[Counterpart]:
    load_risk_points(by=SCHEDULER, at=NOON)
    some = counterparts(city, 6)
    for shop in some[:3]:
        decided_case(city, shop, correct_by=TODAY.replace(day=1))
    some += counterparts(city, 4, organ="SD21")
    review_all(by=SCHEDULER, at=NOON)
    return some


def signed_in(city: City, username: str) -> Client:
    client = Client()
    client.force_login(city.people[username])
    return client


def pages(shop: Counterpart) -> list[str]:
    point = RiskPoint.objects.get(code="FX-SJ-01")
    return [
        reverse("riskcontrol:point_list"),
        reverse("riskcontrol:watch"),
        reverse("riskcontrol:watch") + f"?point={point.pk}",
        reverse("riskcontrol:catalogue_list"),
        reverse("riskcontrol:catalogue_detail", args=[point.field.risk_catalogue.pk]),
        reverse("riskcontrol:point_detail", args=[point.pk]),
        reverse("riskcontrol:point_published", args=[point.pk]),
        reverse("riskcontrol:counterpart_detail", args=[shop.pk]),
        reverse("riskcontrol:counterpart_panel", args=[shop.pk]),
    ]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("username", ["officer", "head", "evaluator", "supervisor"])
def test_every_page_opens_in_few_queries(
    city: City, shops: list[Counterpart], username: str, language: str
) -> None:
    client = signed_in(city, username)
    for url in pages(shops[0]):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(url, headers={"accept-language": language})
        assert response.status_code == 200, url
        assert len(queries) <= MOST_QUERIES, (url, [q["sql"][:120] for q in queries])


def test_somebody_of_another_district_finds_no_counterpart_here(city: City, shops: list[Counterpart]) -> None:
    client = signed_in(city, "officer_north")
    for name in ("counterpart_detail", "counterpart_panel"):
        assert client.get(reverse(f"riskcontrol:{name}", args=[shops[0].pk])).status_code == 404
    listed = client.get(reverse("riskcontrol:watch")).content.decode()
    assert shops[9].name in listed
    act = reverse("riskcontrol:counterpart_act", args=[shops[0].pk, "assess"])
    assert signed_in(city, "head_north").post(act).status_code == 404


def test_a_counterpart_that_moved_is_hidden_until_the_next_review(
    city: City, shops: list[Counterpart]
) -> None:
    url = reverse("riskcontrol:watch")
    Counterpart._base_manager.filter(pk=shops[0].pk).update(district=city.places.regions["990102"])
    for username in ("supervisor", "officer_north"):
        rows = signed_in(city, username).get(url).context["page"]["rows"]
        assert shops[0].pk not in [row["id"] for row in rows]
    review_all(by=SCHEDULER, at=NOON, restart=True)
    rows = signed_in(city, "officer_north").get(url).context["page"]["rows"]
    assert shops[0].pk in [row["id"] for row in rows]


def test_an_evaluator_sees_masked_natural_persons_and_cannot_ask_by_name(city: City) -> None:
    (trader,) = counterparts(city, 1)
    Counterpart._base_manager.filter(pk=trader.pk).update(kind="sole_trader", name="赵示例")
    review_all(by=SCHEDULER, at=NOON)
    url = reverse("riskcontrol:watch")
    officer, evaluator = signed_in(city, "officer"), signed_in(city, "evaluator")
    assert "赵示例" in officer.get(url).content.decode()
    seen = evaluator.get(url, {"name": "赵示例"})
    assert "赵示例" not in [cell["display"] for row in seen.context["page"]["rows"] for cell in row["cells"]]
    assert len(seen.context["page"]["rows"]) == 1
    detail = evaluator.get(reverse("riskcontrol:counterpart_detail", args=[trader.pk]))
    assert "赵示例" not in detail.content.decode()


def test_people_without_the_right_are_sent_away(city: City, shops: list[Counterpart]) -> None:
    for username in ("integrity", "sysadmin", "auditor"):
        assert signed_in(city, username).get(reverse("riskcontrol:watch")).status_code == 403
    officer = signed_in(city, "officer")
    assert officer.get(reverse("riskcontrol:point_draft")).status_code == 403
    assert Client().get(reverse("riskcontrol:watch")).status_code == 302


def test_the_watch_list_begins_with_the_greatest_risk_and_narrows(
    city: City, shops: list[Counterpart]
) -> None:
    client = signed_in(city, "officer")
    url = reverse("riskcontrol:watch")
    rows = client.get(url).context["page"]["rows"]
    assert {row["id"] for row in rows[:3]} == {shop.pk for shop in shops[:3]}
    high = client.get(url, {"level": "low"}).context["page"]["rows"]
    assert {row["id"] for row in high} == {shop.pk for shop in shops[3:6]}


def test_the_watch_list_pages_through_everybody(city: City, shops: list[Counterpart]) -> None:
    client, url, seen = signed_in(city, "officer"), reverse("riskcontrol:watch"), []
    address: str | None = "?page_size=2"
    while address:
        page = client.get(url + address).context["page"]
        seen += [row["id"] for row in page["rows"]]
        address = page["next_url"]
    assert sorted(seen) == sorted(shop.pk for shop in shops[:6])


def test_the_heat_table_counts_only_what_the_reader_reaches(city: City, shops: list[Counterpart]) -> None:
    def total(username: str) -> int:
        return sum(
            row.total for row in signed_in(city, username).get(reverse("riskcontrol:watch")).context["heat"]
        )

    assert (total("officer"), total("officer_north"), total("evaluator")) == (6, 4, 10)


def test_the_public_list_needs_no_account_and_shows_only_what_is_published(
    city: City, shops: list[Counterpart]
) -> None:
    point, hidden = (RiskPoint.objects.get(code=code) for code in ("FX-SJ-01", "FX-SJ-02"))
    withdraw_point(hidden.pk, by=city.actor("head"), at=NOON, reason="修法")
    for name in ("public_points", "public_causes", "public_measures"):
        listed = Client().get(reverse(f"riskcontrol:{name}")).content.decode()
        assert "FX-SJ-01" in listed
        assert "FX-SJ-02" not in listed
    edition = point.editions.get()
    for name, pk in (
        ("public_point", edition.pk),
        ("public_cause", edition.causes.first().pk),
        ("public_measure", edition.measures.first().pk),
    ):
        shown = Client().get(reverse(f"riskcontrol:{name}", args=[pk]))
        assert point.name in shown.content.decode()
    assert Client().get(f"/public/risk/{10**30}/").status_code == 404


def test_the_export_holds_the_rows_of_the_list(city: City, shops: list[Counterpart]) -> None:
    response = signed_in(city, "head").get(reverse("riskcontrol:watch"), {"export": "csv"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert len(text.strip().splitlines()) == 7


def test_no_page_holds_style_or_script_of_its_own(city: City, shops: list[Counterpart]) -> None:
    client = signed_in(city, "head")
    for url in [*pages(shops[0]), reverse("riskcontrol:public_points")]:
        text = client.get(url).content.decode()
        assert " style=" not in text
        assert " onclick=" not in text


def test_a_head_has_the_risk_computed_at_once(city: City, shops: list[Counterpart]) -> None:
    client = signed_in(city, "head")
    page: Any = client.get(reverse("riskcontrol:counterpart_detail", args=[shops[4].pk]))
    offer = next(offer for offer in page.context["offers"] if offer["name"] == "assess")
    decided_case(city, shops[4])
    done = client.post(offer["url"], {"expected_version": offer["version"]})
    assert (done.status_code, done["Location"]) == (
        302,
        reverse("riskcontrol:counterpart_detail", args=[shops[4].pk]),
    )
    assert client.get(done["Location"]).context["risk"].score == 26
