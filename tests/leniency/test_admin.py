"""Lists in the administration: drafts through the services, published lists to read."""

from __future__ import annotations

import pytest
from django.urls import reverse

from foundation.models import AuditEntry
from leniency.models import LeniencyEntry, LeniencyList


def heading(city, **more):
    nothing = {f"entries-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    return {
        "title_zh": "区清单",
        "type": "minor",
        "field": city.places.fields["market"].pk,
        "edition": "一",
        **nothing,
        **more,
    }


def test_a_head_drafts_a_list_and_adds_an_entry(city, sign_in):
    client = sign_in("head")
    client.post(reverse("admin:leniency_leniencylist_add"), heading(city))
    made = LeniencyList.objects.get(title_zh="区清单")
    assert AuditEntry.objects.filter(action="leniency_list:draft", via="admin").count() == 1
    entry = {"entries-TOTAL_FORMS": 1, "entries-0-code": "Q-1", "entries-0-violation_zh": "示例行为",
             "entries-0-list": made.pk}  # fmt: skip
    url = reverse("admin:leniency_leniencylist_change", args=[made.pk])
    response = client.post(url, heading(city, expected_version=made.version, title_zh="改名", **entry))
    assert response.status_code == 302, response.context["errors"]
    assert LeniencyEntry.objects.get().list.title_zh == "改名"


@pytest.mark.parametrize("who", ["officer", "supervisor", "sysadmin", "auditor"])
def test_who_does_not_edit_lists_adds_none(city, sign_in, who):
    response = sign_in(who).post(reverse("admin:leniency_leniencylist_add"), heading(city))
    assert response.status_code in (302, 403)
    assert not LeniencyList.objects.exists()


def test_a_published_list_is_told_to_be_so(bureau, sign_in):
    found = bureau.entry("SJ-001").list
    client = sign_in("city_market_head")
    url = reverse("admin:leniency_leniencylist_change", args=[found.pk])
    response = client.post(url, heading(bureau.city, expected_version=found.version, title_zh="改名"))
    assert response.status_code == 200
    assert "Only a draft can be changed" in response.content.decode()
    assert LeniencyList.objects.get(pk=found.pk).title_zh == found.title_zh


def test_the_pages_open(bureau, sign_in):
    client, entry = sign_in("city_market_head"), bureau.entry("SJ-001")
    for name, args in (
        ("leniencylist_changelist", []),
        ("leniencyentry_changelist", []),
        ("leniencyentry_change", [entry.pk]),
        ("leniencylist_history", [entry.list_id]),
    ):
        assert client.get(reverse(f"admin:leniency_{name}", args=args)).status_code == 200, name
