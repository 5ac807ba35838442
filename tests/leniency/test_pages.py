"""Pages of lists, entries and the panel of a case: who sees what, with how many queries."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from foundation.record import audited
from leniency.models import CaseFinding, LeniencyAssessment, LeniencyEntry, LeniencyList
from leniency.services import assess_case, draft_list
from leniency.vocabulary import ListState
from tests.city import NOON

GOOD = {"harm": "none", "corrected_on": date(2026, 11, 2), "refuses_correction": False}


def page(client, name, *args, **params):
    return client.get(reverse(f"leniency:{name}", args=args), params)


@pytest.mark.parametrize("name", ["list_list", "entry_list", "list_detail", "entry_detail", "case_panel"])
def test_a_page_takes_a_dozen_queries_at_most(bureau, sign_in, name):
    case = bureau.a_case(**GOOD)
    assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
    entry = bureau.entry("SJ-005")
    args = {"list_detail": [entry.list_id], "entry_detail": [entry.pk], "case_panel": [case.pk]}
    client = sign_in("officer")
    page(client, name, *args.get(name, []))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = page(client, name, *args.get(name, []))
    assert response.status_code == 200
    assert len(queries) <= 12 + 3, "\n".join(q["sql"][:120] for q in queries)  # session, officer, roles


def test_a_draft_is_seen_by_its_own_organ_alone(draft, sign_in):
    assert page(sign_in("head"), "list_detail", draft.pk).status_code == 200
    assert page(sign_in("head_north"), "list_detail", draft.pk).status_code == 404
    assert draft.title_zh not in page(sign_in("head_north"), "list_list").content.decode()


def test_a_published_list_is_seen_by_everybody_who_is_signed_in(bureau, sign_in):
    entry = bureau.entry("SJ-005")
    for who in ("officer_north", "evaluator", "orgadmin"):
        assert page(sign_in(who), "entry_detail", entry.pk).status_code == 200
    assert page(sign_in("integrity"), "entry_detail", entry.pk).status_code == 403


def test_the_panel_of_a_case_is_not_for_others(bureau, sign_in):
    case = bureau.a_case()
    assert page(sign_in("officer_north"), "case_panel", case.pk).status_code == 404
    url = reverse("leniency:case_act", args=[case.pk, "assess"])
    assert sign_in("officer_north").post(url, {"expected_version": case.version}).status_code == 404


def test_a_superior_sees_the_assessment_but_is_offered_nothing(bureau, sign_in):
    case = bureau.a_case(**GOOD)
    assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
    html = page(sign_in("supervisor"), "case_panel", case.pk).content.decode()
    assert "SJ-005" in html
    assert "<form" not in html


class TestInTheBrowser:
    def post(self, client, name, *args, **data):
        return client.post(reverse(f"leniency:{name}", args=args), {"submission_key": uuid4(), **data})

    def test_a_case_is_assessed_and_a_finding_settles_it(self, bureau, sign_in):
        client, case = sign_in("officer"), bureau.a_case(**GOOD)
        assert "not" in page(client, "case_panel", case.pk).content.decode().lower()
        done = self.post(client, "case_act", case.pk, "assess", expected_version=case.version)
        assert (done.status_code, done["Location"]) == (302, f"{case.get_absolute_url()}#leniency")
        attested = bureau.entry("SJ-005").conditions.get(kind="attested")
        html = page(client, "case_panel", case.pk).content.decode()
        assert f"find/?condition={attested.pk}" in html
        form = client.get(reverse("leniency:case_act", args=[case.pk, "find"]), {"condition": attested.pk})
        assert form.context["form"]["condition"].value() == str(attested.pk)
        self.post(
            client,
            "case_act",
            case.pk,
            "find",
            expected_version=case.version,
            condition=attested.pk,
            holds="true",
            evidence="退款记录",
        )
        assert CaseFinding.objects.get(case=case).holds
        assert LeniencyAssessment.objects.latest_of(case.pk).conclusion == "may_not"

    def test_pressing_twice_assesses_once(self, bureau, sign_in):
        client, case, key = sign_in("officer"), bureau.a_case(), str(uuid4())
        url = reverse("leniency:case_act", args=[case.pk, "assess"])
        for _time in range(2):
            client.post(url, {"submission_key": key, "expected_version": case.version})
        assert LeniencyAssessment.objects.filter(case=case).count() == 1

    def test_the_panel_says_when_the_facts_have_changed(self, bureau, sign_in):
        client, case = sign_in("officer"), bureau.a_case(code="CG-001", **GOOD)
        assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
        with audited("case:record_circumstances", by=bureau.actor("officer"), at=NOON):
            case.circumstances.harm = "evident"
            case.circumstances.save()
        assert page(client, "case_panel", case.pk).context["page"]["is_current"] is False

    def test_a_list_goes_from_draft_to_publication(self, bureau, sign_in):
        head, reviewer = sign_in("head"), sign_in("reviewer")
        field = bureau.city.places.fields["market"]
        made = self.post(head, "list_new", title_zh="区清单", type="minor", field=field.pk, edition="一")
        found = LeniencyList.objects.get(title_zh="区清单")
        assert made["Location"] == found.get_absolute_url()
        added = self.post(head, "list_act", found.pk, "add_entry", expected_version=found.version,
                          code="Q-1", violation_zh="示例行为")  # fmt: skip
        entry = LeniencyEntry.objects.get(code="Q-1")
        assert added["Location"] == entry.get_absolute_url()
        for kind, more in (("harm_at_most", {"choice": "none"}), ("corrected_in_time", {"number": "0"})):
            entry.refresh_from_db()
            self.post(head, "entry_act", entry.pk, "add_condition", expected_version=entry.version,
                      kind=kind, **more)  # fmt: skip
        steps = [
            (head, "seek_opinions", {}),
            (reviewer, "review", {"opinions": "无意见", "review": "合法"}),
            (head, "approve", {"approval": "局长办公会通过"}),
            (head, "publish", {"document_number": "南市监〔2099〕1号", "effective_from": "2099-01-01"}),
        ]
        for client, act, data in steps:
            found.refresh_from_db()
            assert f"do/{act}/" in page(client, "list_detail", found.pk).content.decode()
            self.post(client, "list_act", found.pk, act, expected_version=found.version, **data)
        found.refresh_from_db()
        assert (found.state, found.published_on) == (ListState.PUBLISHED, timezone.localdate())

    def test_an_incomplete_condition_is_told_beside_its_field(self, draft, sign_in):
        client = sign_in("head")
        self.post(client, "list_act", draft.pk, "add_entry", expected_version=draft.version,
                  code="Q-1", violation_zh="示例行为")  # fmt: skip
        entry = LeniencyEntry.objects.get(code="Q-1")
        told = self.post(client, "entry_act", entry.pk, "add_condition", expected_version=entry.version,
                         kind="amount_at_most")  # fmt: skip
        assert told.status_code == 400
        assert "number" in told.context["form"].errors

    def test_a_published_entry_is_not_edited(self, bureau, sign_in):
        entry = bureau.entry("SJ-005")
        client = sign_in("city_market_head")
        told = self.post(client, "entry_act", entry.pk, "edit", expected_version=entry.version,
                         code="SJ-005", violation_zh="改写")  # fmt: skip
        assert told.status_code == 409
        assert [o.code for o in told.context["obstacles"]] == ["LST-10"]
        assert "改写" not in LeniencyEntry.objects.get(pk=entry.pk).violation_zh


def test_the_empty_list_says_what_to_do_first(city, sign_in):
    assert "Draft the first list" in page(sign_in("head"), "list_list").content.decode()


@pytest.mark.parametrize("name", ["list_list", "entry_list", "public_entries", "public_lists"])
def test_a_list_is_narrowed_in_place(bureau, sign_in, name):
    response = sign_in("officer").get(reverse(f"leniency:{name}"), headers={"HX-Target": "list"})
    assert response.status_code == 200
    assert "<html" not in response.content.decode()


def test_entries_of_a_list_are_exported(bureau, sign_in):
    entry = bureau.entry("SJ-005")
    response = page(sign_in("officer"), "entry_list", list=entry.list_id, export="csv")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert "SJ-005" in text
    assert "CG-001" not in text


def test_a_draft_list_of_others_is_no_choice_among_filters(draft, sign_in, city):
    draft_list(by=city.actor("head_north"), at=NOON, title_zh="北清单", type="minor",
               field=city.places.fields["market"], edition="一")  # fmt: skip
    assert "北清单" not in page(sign_in("head"), "entry_list").content.decode()
