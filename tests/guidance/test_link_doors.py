"""Opening a link, and doors that are closed (Art. 8)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from foundation.models import AuditEntry, RequestCount
from guidance.models import LinkOpening
from guidance.services.links import revoke_link
from guidance.views.link_door import OPENED, WRONG
from guidance.vocabulary import Way
from tests.city import City
from tests.guidance.answers import DAY, link_of
from tests.guidance.drafts import issued
from tests.guidance.open_links import door, now_issued, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.article("8")]
SignIn = Callable[[str], Client]


class TestOpening:
    def test_is_told_once_in_the_timeline(self, city: City, phone: Client) -> None:
        action = now_issued(city)
        for _time in range(3):
            phone.get(door(action))
        entry = AuditEntry.objects.get(action="guidance:read_by_link")
        assert (entry.via, entry.actor_id, entry.actor_name) == ("link", None, "")
        told = {(row.kind, row.key) for row in entry.subjects.all()}
        assert ("enforcement.counterpart", str(action.counterpart_id)) in told
        assert LinkOpening.objects.get().link == link_of(action)

    def test_by_an_officer_is_no_opening(self, city: City, as_user: SignIn) -> None:
        page = text_of(as_user("officer").get(door(now_issued(city))))
        assert "signed in as an officer" in page
        assert not LinkOpening.objects.exists()

    def test_shows_who_opened_it_to_the_officer(self, city: City, phone: Client, as_user: SignIn) -> None:
        action = now_issued(city)
        phone.get(door(action))
        page = text_of(as_user("officer").get(f"/guidance/{action.pk}/"))
        assert "the counterpart, by its link" in page
        assert "First opened" in text_of(as_user("officer").get(f"/guidance/{action.pk}/link/"))


class TestADoorThatIsClosed:
    def closed(self, phone: Client, address: str, status: int) -> str:
        answer = phone.get(address)
        assert answer.status_code == status
        page = text_of(answer)
        assert "这里没有可读的内容" in page
        assert "Nothing can be read here" in page
        return page

    @pytest.mark.parametrize("token", [
        "1", "1.", ".", "1.x", "0." + "A" * 43, "zzzzzzzzzzzzz." + "A" * 43, "1." + "Ａ" * 43, "%00", "%ED%A0%80",
        "1%20." + "A" * 43, "1_0." + "A" * 43, "-1." + "A" * 43, "A" * 4000,
    ])  # fmt: skip
    def test_to_what_was_never_sealed(self, city: City, phone: Client, token: str) -> None:
        issued(city, Way.TIP)
        assert phone.get(f"/g/{token}/").status_code in (400, 404)

    def test_to_a_seal_with_one_sign_changed(self, city: City, phone: Client) -> None:
        token = link_of(now_issued(city)).token
        wrong = token[:-2] + ("A" if token[-2] != "A" else "B") + token[-1]
        page = self.closed(phone, f"/g/{wrong}/", 404)
        assert "示例" not in page

    def test_to_the_seal_of_another_row(self, city: City, phone: Client) -> None:
        one, other = link_of(now_issued(city)), link_of(now_issued(city))
        mixed = f"{one.token.partition('.')[0]}.{other.token.partition('.')[2]}"
        self.closed(phone, f"/g/{mixed}/", 404)

    def test_after_its_time(self, city: City, phone: Client) -> None:
        action = issued(city, Way.TIP, at=timezone.now() - 91 * DAY, content="不再可读")
        page = self.closed(phone, door(action), 410)
        assert action.organ.phone in page
        assert "不再可读" not in page
        assert action.number not in page

    def test_after_it_was_taken_back(self, city: City, phone: Client) -> None:
        action = now_issued(city)
        address = door(action)
        revoke_link(action.pk, by=city.actor("officer"), at=timezone.now(), reason="内部理由")
        assert "内部理由" not in self.closed(phone, address, 410)
        assert phone.get(f"{address}document/").status_code == 410

    def test_to_who_tries_too_many(self, city: City, phone: Client) -> None:
        address = door(now_issued(city))
        for number in range(WRONG.most):
            assert phone.get(f"/g/{number}.{'A' * 43}/").status_code == 404
        answer = phone.get(address)
        assert answer.status_code == 429
        assert 0 < int(answer["Retry-After"]) <= WRONG.within.total_seconds()
        assert phone.get(address, REMOTE_ADDR="192.0.2.7").status_code == 200

    def test_to_a_link_that_is_opened_without_end(self, city: City, phone: Client) -> None:
        address, other = door(now_issued(city)), door(now_issued(city))
        phone.get(address)
        RequestCount.objects.update(times=OPENED.most)
        assert phone.get(address).status_code == 429
        assert phone.get(other).status_code == 200

    def test_keeps_no_address_of_who_asked(self, city: City, phone: Client) -> None:
        phone.get(f"/g/1.{'A' * 43}/")
        assert "127.0.0.1" not in str(list(RequestCount.objects.values()))
