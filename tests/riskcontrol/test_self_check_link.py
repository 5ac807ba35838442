"""The self-check behind its link: saved as typed, photos looked into, closed to everybody else (Art. 9)."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from foundation.models import AuditEntry, RequestCount
from guidance.models import LinkOpening
from guidance.services.links import revoke_link
from guidance.views.link_door import WRONG
from riskcontrol.models import SelfCheck, SelfCheckAnswer, SelfCheckDraft, SelfCheckPhoto
from riskcontrol.views.self_check_link import FILES_SENT, TYPED
from tests.city import City
from tests.enforcement.evidence_files import PDF, PNG
from tests.guidance.answers import a_file
from tests.guidance.drafts import issued
from tests.guidance.open_links import door
from tests.riskcontrol.checks import DAY, link_of, offered, submitted

pytestmark = [pytest.mark.django_db, pytest.mark.article("9"), pytest.mark.usefixtures("store")]


@pytest.fixture
def check(city: City) -> SelfCheck:
    return offered(city, at=timezone.now())


@pytest.fixture
def address(check: SelfCheck) -> str:
    return reverse("riskcontrol:self_check_link", args=[link_of(check).token])


def all_in_order(check: SelfCheck, **more: str) -> dict[str, str]:
    return {f"answer_{key}": "yes" for key in check.editions} | {
        "declared_by": "店主示例", "truth": "on", "submit": "1", **more,
    }  # fmt: skip


class TestThePage:
    def test_shows_every_point_and_why_it_is_worth_it(
        self, check: SelfCheck, address: str, phone: Client
    ) -> None:
        phone.get(address)  # the first time is noted in the record
        with CaptureQueriesContext(connection) as queries:
            page = phone.get(address).content.decode()
        assert len(queries) <= 12, [q["sql"][:100] for q in queries]
        assert page.count('class="card check-card"') == len(check.editions)
        assert "Administrative Penalty Law, Art. 32(1), 33(1)" in page
        assert "This self-check is voluntary" in page
        assert LinkOpening.objects.filter(link=link_of(check)).exists()

    def test_is_reached_from_the_page_of_the_letter(
        self, check: SelfCheck, address: str, phone: Client
    ) -> None:
        assert f'href="{address}"' in phone.get(door(check.invitation)).content.decode()

    def test_speaks_chinese_to_who_reads_chinese(self, check: SelfCheck, address: str) -> None:
        page = Client(headers={"accept-language": "zh-CN"}).get(address).content.decode()
        assert "行政处罚法" in page

    def test_shows_officers_nothing_that_was_typed_and_takes_nothing_of_them(
        self, check: SelfCheck, address: str, phone: Client, as_user: Any
    ) -> None:
        phone.post(address, {f"note_{check.editions[0]}": "尚未提交的话", "save": "1"})
        officer = as_user("officer")
        assert "尚未提交的话" not in officer.get(address).content.decode()
        assert "尚未提交的话" not in officer.get(check.get_absolute_url()).content.decode()
        assert officer.post(address, all_in_order(check)).status_code == 409
        assert not SelfCheckAnswer.objects.exists()

    def test_escapes_what_was_typed(
        self, check: SelfCheck, address: str, phone: Client, as_user: Any
    ) -> None:
        planted = "<script>alert(1)</script>"
        phone.post(
            address, all_in_order(check, **{f"note_{check.editions[0]}": planted, "declared_by": planted})
        )
        for page in (phone.get(address), as_user("officer").get(check.get_absolute_url())):
            assert planted not in page.content.decode()
            assert "&lt;script&gt;alert(1)" in page.content.decode()


class TestWithoutAScript:
    def test_what_was_typed_is_saved_and_found_again(
        self, check: SelfCheck, address: str, phone: Client
    ) -> None:
        first = check.editions[0]
        answer = phone.post(address, {f"answer_{first}": "no", f"note_{first}": "少两张票", "save": "1"})
        assert (answer.status_code, answer["Location"]) == (302, f"{address}?sent=saved")
        page = phone.get(address).content.decode()
        assert "少两张票" in page
        assert f'value="no" id="id_answer_{first}_1" checked' in page.replace("\n", " ") or "checked" in page

    def test_a_mistake_loses_nothing(self, check: SelfCheck, address: str, phone: Client) -> None:
        first = check.editions[0]
        sent = all_in_order(check, **{f"answer_{first}": "no", f"note_{first}": "少两张票"})
        answer = phone.post(address, {**sent, f"photos_{first}": a_file()})
        assert answer.status_code == 409
        assert "The day on which it was found is missing" in answer.content.decode()
        assert "少两张票" in answer.content.decode()
        assert SelfCheckPhoto.objects.get().edition_id == first
        assert SelfCheckDraft.objects.get().values[f"note_{first}"] == "少两张票"

    def test_it_is_submitted_once_and_only_corrections_follow(
        self, check: SelfCheck, address: str, phone: Client
    ) -> None:
        first, today = check.editions[0], timezone.localdate().isoformat()
        found = {f"answer_{first}": "no", f"found_on_{first}": today}
        assert phone.post(address, all_in_order(check, **found))["Location"] == f"{address}?sent=submit"
        assert phone.post(address, all_in_order(check)).status_code == 409
        assert SelfCheckAnswer.objects.filter(answer="no").count() == 1
        url = reverse("riskcontrol:self_check_correct", args=[link_of(check).token, first])
        assert phone.get(url).status_code == 200
        sent = phone.post(url, {"corrected_on": today, "note": "已补", "photos": a_file()})
        assert sent["Location"] == f"{address}?sent=correct"
        check.refresh_from_db()
        assert (check.gaps, check.corrected) == (1, 1)
        strange = reverse("riskcontrol:self_check_correct", args=[link_of(check).token, 999_999])
        assert phone.get(strange).status_code == 404


class TestSavedAsTyped:
    def typed(self, address: str, phone: Client, **sent: Any) -> Any:
        return phone.post(f"{address}typed/", sent)

    def test_each_change_is_kept_and_told_with_its_time(
        self, check: SelfCheck, address: str, phone: Client
    ) -> None:
        first = check.editions[0]
        answer = self.typed(address, phone, **{f"answer_{first}": "yes"})
        assert "saved_at" in answer.json()
        assert SelfCheckDraft.objects.get().values == {f"answer_{first}": "yes"}
        assert AuditEntry.objects.filter(action="self_check:begin").count() == 1

    def test_a_photo_arrives_at_once(self, check: SelfCheck, address: str, phone: Client) -> None:
        for _number in range(3):
            assert (
                self.typed(address, phone, edition=str(check.editions[0]), photos=a_file()).status_code == 200
            )
        full = self.typed(address, phone, edition=str(check.editions[0]), photos=a_file())
        assert (full.status_code, "At most 3 photos" in full.json()["error"]) == (409, True)
        assert SelfCheckPhoto.objects.count() == 3

    @pytest.mark.parametrize(
        "file",
        [
            a_file("x.exe", b"MZ" + b"\0" * 99),
            a_file("x.png", b"<html><script>1</script>"),
            a_file("x.svg", b"<svg/>"),
            a_file("x.pdf", PDF),
            a_file("leer.png", b""),
            a_file("gross.png", PNG + b"\0" * 10 * 1024 * 1024),
        ],
        ids=lambda f: f.name,
    )
    def test_what_is_no_small_picture_is_refused(
        self, check: SelfCheck, address: str, phone: Client, file: Any
    ) -> None:
        answer = self.typed(address, phone, edition=str(check.editions[0]), photos=file)
        assert answer.status_code == 400
        assert answer.json()["error"]
        assert not SelfCheckPhoto.objects.exists()

    @pytest.mark.parametrize("edition", ["", "999999", "x", "９", "9" * 40])
    def test_a_photo_of_a_strange_point_is_refused(
        self, check: SelfCheck, address: str, phone: Client, edition: str
    ) -> None:
        assert self.typed(address, phone, edition=edition, photos=a_file()).status_code == 404
        assert not SelfCheckPhoto.objects.exists()


class TestAClosedDoor:
    def pages(self, check: SelfCheck) -> list[tuple[str, str]]:
        token = link_of(check).token
        return [
            ("get", reverse("riskcontrol:self_check_link", args=[token])),
            ("post", reverse("riskcontrol:self_check_link", args=[token])),
            ("post", reverse("riskcontrol:self_check_typed", args=[token])),
            ("post", reverse("riskcontrol:self_check_correct", args=[token, check.editions[0]])),
        ]

    def test_after_it_was_taken_back(self, city: City, check: SelfCheck, phone: Client) -> None:
        pages = self.pages(check)
        revoke_link(check.invitation_id, by=city.actor("officer"), at=timezone.now(), reason="错发")
        assert {getattr(phone, verb)(url).status_code for verb, url in pages} == {410}

    def test_after_its_time(self, city: City, phone: Client) -> None:
        old = offered(city, at=timezone.now() - 91 * DAY)
        assert {getattr(phone, verb)(url).status_code for verb, url in self.pages(old)} == {410}

    def test_to_a_link_of_another_letter(self, city: City, check: SelfCheck, phone: Client) -> None:
        tip = issued(city, "tip", at=timezone.now())
        for name in ("link", "typed"):
            url = reverse(f"riskcontrol:self_check_{name}", args=[door(tip).split("/")[2]])
            assert phone.post(url).status_code == 404
        assert not SelfCheckDraft.objects.exists()

    def test_to_a_seal_that_is_not_ours(self, check: SelfCheck, phone: Client) -> None:
        token = link_of(check).token
        for wrong in (token[:-1] + ("A" if token[-1] != "A" else "B"), "1." + "A" * 43, "x"):
            assert phone.get(reverse("riskcontrol:self_check_link", args=[wrong])).status_code == 404

    def test_to_who_tries_too_many(self, check: SelfCheck, address: str, phone: Client) -> None:
        for number in range(WRONG.most):
            phone.get(reverse("riskcontrol:self_check_link", args=[f"{number}.{'A' * 43}"]))
        assert phone.get(address).status_code == 429

    def test_to_who_types_or_sends_photos_without_end(
        self, check: SelfCheck, address: str, phone: Client
    ) -> None:
        phone.post(f"{address}typed/", {"edition": str(check.editions[0]), "photos": a_file()})
        RequestCount.objects.update(times=FILES_SENT.most)
        again = phone.post(f"{address}typed/", {"edition": str(check.editions[0]), "photos": a_file()})
        assert again.status_code == 429
        assert int(again["Retry-After"]) > 0
        RequestCount.objects.update(times=TYPED.most)
        assert phone.get(address).status_code == 429

    def test_is_kept_out_of_every_memory(self, check: SelfCheck, address: str, phone: Client) -> None:
        answer = phone.get(address)
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer["Cache-Control"] == "private, no-store"

    def test_a_photo_is_read_by_who_may_read_counterparts(
        self, city: City, check: SelfCheck, address: str, phone: Client, as_user: Any
    ) -> None:
        phone.post(f"{address}typed/", {"edition": str(check.editions[0]), "photos": a_file()})
        url = reverse("riskcontrol:self_check_photo", args=[SelfCheckPhoto.objects.get().pk])
        assert phone.get(url).status_code == 302
        assert as_user("officer_north").get(url).status_code == 404
        assert as_user("evaluator").get(url).status_code == 403
        answer = as_user("officer").get(url)
        assert answer["Content-Disposition"].startswith("attachment")
        assert b"".join(answer) == PNG


def test_a_submitted_self_check_is_read_by_who_reads_risks(city: City, as_user: Any) -> None:
    check = submitted(offered(city), FX_SJ_01={"note": "老板娘忘了"})
    page = as_user("officer").get(check.get_absolute_url())
    assert "老板娘忘了" in page.content.decode()
    assert "老板娘忘了" not in as_user("evaluator").get(check.get_absolute_url()).content.decode()
    assert as_user("officer_north").get(check.get_absolute_url()).status_code == 404
