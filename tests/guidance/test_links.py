"""The link by which a counterpart reads its guidance: sealed, expiring, taken back at any time (Art. 8)."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape
from docx import Document

from enforcement.rules.letters import Letter
from enforcement.services.documents import issue_document
from enforcement.services.documents.docx_examining import SAMPLE
from enforcement.services.documents.docx_examining import text_of as text_of_word
from enforcement.services.documents.docx_filling import fill
from enforcement.services.evidence import open_file
from foundation.models import AuditEntry, RequestCount
from foundation.obstacles import Refused
from foundation.record import Unrecorded, audited
from guidance.models import CounterpartLink, GuidanceAction, LinkOpening
from guidance.services import (
    add_rectification,
    correct_guidance,
    edit_guidance,
    issue_guidance,
    withdraw_guidance,
)
from guidance.services.links import address_of, link_of_token, open_link, renew_link, revoke_link
from guidance.views.link_door import OPENED, WRONG
from guidance.vocabulary import VOLUNTARY_NOTICE, Way
from tests.city import NOON, City, a_counterpart
from tests.guidance.drafts import a_draft, issued

pytestmark = [pytest.mark.django_db, pytest.mark.article("8")]
SignIn = Callable[[str], Client]
DAY = timedelta(days=1)


@pytest.fixture
def phone(client: Client) -> Client:
    """The counterpart's browser: nobody is signed in, and it prefers English."""
    return Client(headers={"accept-language": "en"})


def now_issued(city: City, way: str = Way.TIP, **values: Any) -> GuidanceAction:
    """Guidance that was issued a moment ago, so that its link is open by the real clock."""
    return issued(city, way, at=timezone.now(), **values)


def link_of(action: GuidanceAction) -> CounterpartLink:
    return CounterpartLink.objects.standing().get(action=action)


def door(action: GuidanceAction) -> str:
    return link_of(action).get_absolute_url()


def text_of(response: Any) -> str:
    return response.content.decode()  # type: ignore[no-any-return]


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


class TestThePageOfTheCounterpart:
    def test_tells_who_writes_what_and_that_it_is_voluntary(self, city: City, phone: Client) -> None:
        action = now_issued(city, Way.INTERVIEW, contact="甲明 0000-12345")
        page = text_of(phone.get(door(action)))
        officer = city.people["officer"]
        for words in (
            action.number, action.title, action.content, action.reasons, action.basis, action.contact,
            str(officer), officer.certificate_number, "本局二楼", escape(VOLUNTARY_NOTICE),
        ):  # fmt: skip
            assert str(words) in page
        assert page.index("voluntary") < page.index(action.content)

    @pytest.mark.parametrize("way", [w for w in Way if w not in (Way.GUIDE, Way.DEMO)])
    def test_opens_for_every_way_in_both_languages(self, city: City, phone: Client, way: str) -> None:
        address = door(now_issued(city, way))
        assert phone.get(address).status_code == 200
        assert "自愿" in text_of(phone.get(address, headers={"accept-language": "zh-hans"}))

    def test_shows_what_was_agreed(self, city: City, phone: Client) -> None:
        action = now_issued(city, Way.INTERVIEW)
        due = timezone.localdate() + 9 * DAY
        add_rectification(
            action.pk, by=city.actor("officer"), at=timezone.now(), requirement="补齐价签", due_on=due
        )
        assert "补齐价签" in text_of(phone.get(door(action)))

    def test_is_kept_out_of_caches_and_searches(self, city: City, phone: Client) -> None:
        answer = phone.get(door(now_issued(city)))
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Referrer-Policy"] == "same-origin"

    def test_of_one_guidance_shows_nothing_of_another(self, city: City, phone: Client) -> None:
        shop = a_counterpart(city, name="甲一示例食品店")
        mine = now_issued(city, counterpart=shop, title="给甲一的提示")
        now_issued(city, counterpart=shop, title="另一件事", content="另一内容")
        now_issued(city, counterpart=a_counterpart(city, name="乙二示例店"), title="给乙二的提示")
        page = text_of(phone.get(door(mine)))
        assert "给甲一的提示" in page
        assert not [other for other in ("另一件事", "另一内容", "乙二") if other in page]

    def test_leads_to_no_page_of_the_house(self, city: City, phone: Client) -> None:
        page = text_of(phone.get(door(now_issued(city, Way.REVISIT))))
        found = set(re.findall(r'(?:href|action|src)="(/[^"]*)"', page))
        own = ("/static/", "/g/", "/i18n/", "/public/")
        assert {path for path in found if not path.startswith(own)} == set()

    def test_asks_the_database_no_more_than_twelve_times(self, city: City, phone: Client) -> None:
        address = door(now_issued(city, Way.INTERVIEW))
        phone.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            phone.get(address)
        assert len(asked) <= 12

    def test_gives_the_document_that_was_served(
        self, city: City, phone: Client, settings: Any, tmp_path: Any
    ) -> None:
        settings.MEDIA_ROOT = str(tmp_path)
        action = now_issued(city)
        assert phone.get(f"{door(action)}document/").status_code == 404
        document = issue_document(
            action.pk, noun="guidance", by=city.actor("officer"), at=timezone.now(), kind="guidance"
        )
        assert f"{door(action)}document/" in text_of(phone.get(door(action)))
        answer = phone.get(f"{door(action)}document/")
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"].startswith("attachment")
        sent = b"".join(answer)
        assert hashlib.sha256(sent).hexdigest() == document.files.get(form="pdf").sha256


class TestOnPaper:
    def document(self, city: City, settings: Any, tmp_path: Any, action: GuidanceAction) -> Any:
        settings.MEDIA_ROOT, settings.PUBLIC_URL = str(tmp_path), "https://guide.example"
        officer = city.actor("officer")
        return issue_document(action.pk, noun="guidance", by=officer, at=timezone.now(), kind="guidance")

    def test_stands_on_every_document_in_both_languages(
        self, city: City, settings: Any, tmp_path: Any
    ) -> None:
        action = now_issued(city)
        document = self.document(city, settings, tmp_path, action)
        address = f"https://guide.example{door(action)}"
        assert document.letter.link == address
        assert "扫码" in document.letter.link_words
        assert "Scan this" in document.letter.link_words
        with open_file(document.files.get(form="docx")) as file:
            word = file.read()
        assert address in text_of_word(word)
        with zipfile.ZipFile(io.BytesIO(word)) as parts:
            assert [name for name in parts.namelist() if name.startswith("word/media/")]

    def test_stands_also_where_a_template_has_no_place_for_it(self, city: City) -> None:
        own = Document()
        own.add_paragraph("{{ title }}")
        file = io.BytesIO()
        own.save(file)
        letter = replace(SAMPLE, link="https://guide.example/g/1.x/", link_words="扫码")
        filled = fill(file.getvalue(), letter.as_dict())
        assert letter.link in text_of_word(filled)
        with zipfile.ZipFile(io.BytesIO(filled)) as parts:
            assert [name for name in parts.namelist() if name.startswith("word/media/")]

    def test_is_not_on_letters_about_anything_else(self, city: City, settings: Any, tmp_path: Any) -> None:
        assert self.document(city, settings, tmp_path, issued(city, Way.GUIDE)).letter.link == ""
        assert (
            Letter.from_dict({k: v for k, v in SAMPLE.as_dict().items() if not k.startswith("link")})
            == SAMPLE
        )

    def test_is_hidden_from_who_sees_no_protected_data(
        self, city: City, settings: Any, tmp_path: Any, as_user: SignIn
    ) -> None:
        document = self.document(city, settings, tmp_path, now_issued(city))
        page = f"/documents/{document.pk}/"
        assert document.letter.link in text_of(as_user("officer").get(page))
        assert document.letter.link not in text_of(as_user("supervisor").get(page))


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


class TestANewVersion:
    def corrected(self, city: City, **changes: Any) -> tuple[str, GuidanceAction]:
        at, officer = timezone.now(), city.actor("officer")
        old = now_issued(city, content="旧的内容")
        address = door(old)
        new = correct_guidance(old.pk, by=officer, at=at)
        edit_guidance(new.pk, by=officer, at=at, content="新的内容", **changes)
        return address, issue_guidance(new.pk, by=officer, at=at, voluntariness_shown=True)

    def test_is_where_the_old_link_leads(self, city: City, phone: Client) -> None:
        address, new = self.corrected(city)
        page = text_of(phone.get(address))
        assert door(new) in page
        assert "旧的内容" in page
        assert "新的内容" in text_of(phone.get(door(new)))

    def test_for_somebody_else_is_not(self, city: City, phone: Client) -> None:
        """The old letter went to the wrong shop: it must not learn who the right one is."""
        address, new = self.corrected(city, counterpart=a_counterpart(city, name="乙二示例店"))
        page = text_of(phone.get(address))
        assert door(new) not in page
        assert "乙二" not in page


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
