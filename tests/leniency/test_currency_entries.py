"""Lists follow the law: what cites a changed provision is under review, what cites a vanished one is suspended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desk.reports.duties import duties_of
from desk.reports.lists import list_tasks
from desk.reports.tasks import open_cases_of, revisit_tasks
from enforcement.models import Instrument, Notification
from enforcement.services import cases
from enforcement.services import matters as laws
from foundation.actors import COMMAND
from foundation.due import sweep
from foundation.obstacles import Refused
from leniency import services
from leniency.models import LeniencyAssessment, LeniencyEntry, LeniencyList, RevisitNotice
from leniency.services import suspending
from leniency.services.obstructing import is_current
from tests.city import CONDITIONS, NOON
from tests.leniency.conftest import Bureau

AN_HOUR = timedelta(hours=1)
ENGLISH = {"Accept-Language": "en"}
CITY_LOOKS = "城市市容和环境卫生管理条例"
GOOD: dict[str, Any] = {"harm": "none", "corrected_on": date(2026, 11, 2), "refuses_correction": False}


def amend(law: str, **fates: Any) -> None:
    """A version of the law from today in which these articles change and all others stay."""
    instrument = Instrument.objects.get(name_zh=law)
    version = laws.prepare_version(
        instrument.pk, by=COMMAND, at=NOON, name="2026年修订", valid_from=NOON.date(), source="示例公报"
    )
    for provision in version.to_judge():
        fate = fates.get(f"a{provision.article.partition('(')[0]}", "unchanged")
        laws.judge_provision(
            version.pk, by=COMMAND, at=NOON, provision=provision, fate=fate, reason="示例修改"
        )
    laws.adopt_version(version.pk, by=COMMAND, at=NOON)


@pytest.fixture
def price(bureau: Bureau) -> LeniencyEntry:
    return bureau.entry("SJ-005")


class TestEntriesCiteProvisions:
    def test_by_their_own_words_from_publication_on(self, price: LeniencyEntry) -> None:
        cited = [(str(c.provision.article), c.is_basis) for c in price.citations.all()]
        assert cited == [("13", False), ("42", True)]

    def test_what_cannot_be_read_stays_unlinked_and_is_told(
        self, bureau: Bureau, draft: LeniencyList, sign_in: Callable[[str], Client]
    ) -> None:
        entry = services.add_entry(
            draft.pk, by=COMMAND, at=NOON, code="甲-1", violation_zh="示例", basis="价格法第四十二条"
        )
        services.link_list(draft.pk, by=bureau.actor("head"), at=NOON)
        assert not entry.citations.exists()
        page = sign_in("head").get(entry.get_absolute_url()).content.decode()
        assert "Cites nothing that is checked" in page
        listed = sign_in("head").get("/leniency/entries/?is_checked=false").content.decode()
        assert "甲-1" in listed
        assert "SJ-005" not in listed

    def test_or_by_hand(self, bureau: Bureau, price: LeniencyEntry) -> None:
        basis = price.citations.get(is_basis=True)
        services.uncite(price.pk, by=COMMAND, at=NOON, citation=basis)
        services.cite(price.pk, by=COMMAND, at=NOON, provision=basis.provision, is_basis=True)
        with pytest.raises(Refused) as caught:
            services.cite(price.pk, by=COMMAND, at=NOON, provision=basis.provision, is_basis=True)
        assert [o.code for o in caught.value.obstacles] == ["LST-16"]

    def test_a_new_edition_goes_on_citing(self, price: LeniencyEntry) -> None:
        new = services.revise_list(price.list_id, by=COMMAND, at=NOON, edition="2027年版")
        assert new.entries.get(code="SJ-005").citations.count() == 2


class TestAChangedProvision:
    def test_puts_its_entries_under_review_and_leaves_them_in_use(self, price: LeniencyEntry) -> None:
        amend("价格法", a42="changed")
        review = price.reviews.get()
        assert (review.change.provision.article, review.outcome) == ("42", "")
        assert not LeniencyEntry.objects.filter(suspended_on__isnull=False).exists()
        assert price.citations.get(is_basis=True).provision.revision == 2
        assert price.list.is_in_force(NOON.date())

    def test_a_person_says_what_becomes_of_the_entry(self, price: LeniencyEntry) -> None:
        amend("价格法", a42="changed")
        services.conclude_entry_review(price.pk, by=COMMAND, at=NOON, outcome="stays", findings="幅度未变")
        assert price.reviews.get().outcome == "stays"
        with pytest.raises(Refused) as caught:
            services.conclude_entry_review(price.pk, by=COMMAND, at=NOON, outcome="stays", findings="再说")
        assert [o.code for o in caught.value.obstacles] == ["LST-17"]

    def test_or_that_it_is_suspended_with_the_reason(self, price: LeniencyEntry) -> None:
        amend("价格法", a13="changed")
        services.conclude_entry_review(
            price.pk, by=COMMAND, at=NOON, outcome="suspended", findings="不再适用"
        )
        found = LeniencyEntry.objects.get(pk=price.pk)
        assert (found.suspended_on, found.suspension_reason) == (NOON.date(), "不再适用")

    def test_stands_on_today_of_the_head_of_the_lists_organ(
        self, bureau: Bureau, draft: LeniencyList
    ) -> None:
        entry = services.add_entry(
            draft.pk, by=COMMAND, at=NOON, code="甲-1", violation_zh="示例", basis="《价格法》第42条"
        )
        for terms in ({"kind": "harm_at_most", "choice": "none"}, {"kind": "corrected_in_time"}):
            services.add_condition(entry.pk, by=COMMAND, at=NOON, **terms)
        services.seek_opinions(draft.pk, by=COMMAND, at=NOON)
        services.review_list(draft.pk, by=COMMAND, at=NOON, opinions="无", review="合法")
        services.approve_list(draft.pk, by=COMMAND, at=NOON, approval="通过")
        services.publish_list(
            draft.pk, by=COMMAND, at=NOON, document_number="示〔2026〕1号", effective_from=NOON.date()
        )
        amend("价格法", a42="changed")
        (task,) = list_tasks(bureau.actor("head"))
        assert (task.number, task.url) == ("甲-1", entry.get_absolute_url())
        assert duties_of(bureau.actor("head"), NOON.date()).reviews
        told = Notification.objects.get(kind="leniency_entry:review", officer=bureau.city.people["head"])
        assert "甲-1" in told.text
        assert not list(list_tasks(bureau.actor("head_north")))


class TestAVanishedProvision:
    def test_suspends_its_entries_and_takes_them_off_the_public_list(
        self, price: LeniencyEntry, client: Client
    ) -> None:
        amend("价格法", a42="vanished")
        found = LeniencyEntry.objects.get(pk=price.pk)
        assert found.suspended_on == NOON.date()
        assert "示例修改" in found.suspension_reason
        as_of = NOON.date().isoformat()
        listed = client.get(f"/api/v1/public/leniency-entries/?as_of={as_of}").json()["results"]
        assert "SJ-005" not in {row["code"] for row in listed}
        lasting = client.get(reverse("leniency:public_entry", args=[price.pk])).content.decode()
        assert "示例修改" in lasting
        page = client.get(f"/public/leniency/?as_of={as_of}", headers=ENGLISH).content.decode()
        assert "Taken off the lists" in page
        assert "示例修改" in page

    def test_leaves_entries_alone_that_cite_something_else(self, bureau: Bureau) -> None:
        amend("价格法", a42="vanished")
        assert LeniencyEntry.objects.filter(suspended_on__isnull=False).count() == 1

    def test_marks_the_open_cases_that_rest_on_them_until_they_are_assessed_again(
        self, bureau: Bureau, sign_in: Callable[[str], Client]
    ) -> None:
        officer, litter = bureau.actor("officer"), bureau.entry("CG-001")
        case, other = bureau.a_case("CG-001", **GOOD), bureau.a_case("SJ-007", **GOOD)
        for one in (case, other):
            services.assess_case(one.pk, by=officer, at=NOON - AN_HOUR)
        before = LeniencyAssessment.objects.latest_of(case.pk)
        assert before.chosen_entry_id == litter.pk
        amend(CITY_LOOKS, a34="vanished")
        assert [n.case_id for n in RevisitNotice.objects.open()] == [case.pk]
        assert not is_current(before, case)
        panel = sign_in("officer").get(reverse("leniency:case_panel", args=[case.pk])).content.decode()
        assert "an entry it rests on was suspended" in panel
        services.assess_case(case.pk, by=officer, at=NOON + AN_HOUR)
        again = LeniencyAssessment.objects.latest_of(case.pk)
        assert is_current(again, case)
        assert not RevisitNotice.objects.open().exists()

    def test_is_told_to_the_handler_on_today(self, bureau: Bureau) -> None:
        officer = bureau.actor("officer")
        case = bureau.a_case("SJ-007", **GOOD)
        handlers = [bureau.city.people[name] for name in ("officer", "officer2")]
        cases.file_case(case.pk, by=bureau.actor("head"), at=NOON - AN_HOUR, handlers=handlers, **CONDITIONS)
        services.assess_case(case.pk, by=officer, at=NOON - AN_HOUR)
        amend("电子商务法", a76="vanished")
        told = Notification.objects.filter(kind="case:revisit_leniency")
        assert {n.officer.username for n in told} == {"officer", "officer2"}
        (task,) = revisit_tasks(open_cases_of(officer), NOON.date())
        assert task.url == f"{case.get_absolute_url()}#leniency"

    def test_goes_on_behind_the_last_case_that_was_marked(
        self, bureau: Bureau, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(suspending, "CHUNK", 1)
        officer = bureau.actor("officer")
        for _number in range(3):
            case = bureau.a_case("CG-001", **GOOD)
            services.assess_case(case.pk, by=officer, at=NOON - AN_HOUR)
        amend(CITY_LOOKS, a34="vanished")
        assert RevisitNotice.objects.count() == 1
        sweep(at=NOON)
        assert RevisitNotice.objects.count() == 3
