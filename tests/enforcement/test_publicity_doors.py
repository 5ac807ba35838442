"""Publicity and remedies through browser and API; and what everybody reads, which tells nothing of the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from enforcement.lifecycle import COERCION_LIFECYCLE
from enforcement.models import Case, Publication, Remedy
from enforcement.rules.public_texts import Trace, masked, traces_in
from enforcement.rules.remedies import RemedySpan, is_execution_stopped, times_under_remedy
from enforcement.services import cases, coercion, publicity, remedies
from enforcement.services.counterparts import add_contact
from enforcement.vocabulary.publicity import PublicityState, PublicityTask
from foundation.actors import COMMAND, Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.record import audited
from tests.city import NOON, City
from tests.enforcement.case_course import AFTER_DEFENCE, decided, educated
from tests.enforcement.public_course import published, text_of, undone

SignIn = Callable[[str], Client]
DECIDED = AFTER_DEFENCE.date()
DAY = timedelta(days=1)
PUBLIC = "/api/v1/public/penalties/"
MOST_QUERIES = 12
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')  # of the visit, not of the page
SENT: dict[str, Any] = {"content_type": "application/json"}


def public_bytes(row: Publication) -> list[bytes]:
    """All that everybody can read of it, in both languages, by page and by API."""
    client = Client()
    paths = [
        reverse("enforcement:public_penalties"), reverse("enforcement:public_penalty", args=[row.pk]),
        reverse("enforcement:public_withdrawals"), PUBLIC, f"{PUBLIC}{row.pk}/", "/api/v1/public/penalty-withdrawals/",
    ]  # fmt: skip
    found = []
    for language in ("en", "zh-hans"):
        for path in paths:
            answer = client.get(path, headers={"accept-language": language})
            assert answer.status_code == 200, path
            found.append(TOKEN.sub(b"", answer.content))
    return found


def change_everything_inside(city: City, row: Publication) -> None:
    """What the public never learns: names, evidence, flags, drafts, remedies, approvals."""
    officer, head = city.actor("officer"), city.actor("head")
    case = Case.objects.get(pk=row.case_id)
    add_contact(case.counterpart_id, by=officer, at=AFTER_DEFENCE, name="孙示例", phone="13900001111")
    with audited("case:edit", by=COMMAND, at=AFTER_DEFENCE, under=Article(6)):
        case.title, case.place, case.facts_found = "内部标题", "内部地点", "内部事实"
        case.is_major, case.flag_reason = True, "内部理由"
        case.save()
        case.decision.reasons = "内部理由"
        case.decision.fine = 4321
        case.decision.save()
        case.counterpart.name = "改名示例店"
        case.counterpart.save()
    cases.serve_decision(case.pk, by=officer, at=AFTER_DEFENCE, served_on=DECIDED)
    undone(city, row, on=DECIDED, result="upheld")
    text = {**text_of(row), "violation": "尚未批准的更正"}
    publicity.correct_text(row.pk, by=officer, at=AFTER_DEFENCE, correction_reason="内部更正理由", **text)
    assert head.officer_id != officer.officer_id


@pytest.mark.article("6")
class TestWhatEverybodyReads:
    def test_says_nothing_of_what_happens_inside(self, city: City) -> None:
        row = published(city)
        before = public_bytes(row)
        change_everything_inside(city, row)
        assert public_bytes(row) == before

    def test_is_the_same_of_two_files_that_differ_inside(self, city: City) -> None:
        first, second = published(city), published(city)
        change_everything_inside(city, second)
        told = [Client().get(f"{PUBLIC}{row.pk}/").json() for row in (first, second)]
        own = {"id", "url", "number"}
        assert len({str({k: v for k, v in one.items() if k not in own}) for one in told}) == 1

    def test_is_cacheable_and_open_to_other_origins(self, city: City) -> None:
        row = published(city)
        answer = Client().get(f"{PUBLIC}{row.pk}/", headers={"origin": "https://example.org"})
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Cache-Control"] == "public, max-age=300"
        again = Client().get(f"{PUBLIC}{row.pk}/", headers={"if-none-match": answer["ETag"]})
        assert (again.status_code, again.content) == (304, b"")

    def test_is_neither_sorted_nor_filtered_by_amount(self, city: City) -> None:
        published(city)
        for query in ("ordering=fine", "ordering=-result", "fine_min=1", "result=1"):
            assert Client().get(f"{PUBLIC}?{query}").status_code == 400, query

    def test_is_found_by_number_party_organ_matter_and_year(self, city: City) -> None:
        row = published(city)
        case = Case.objects.select_related("decision").get(pk=row.case_id)
        asked = (
            f"search={case.decision.number}", "search=示例食品", f"organ={case.organ_id}",
            f"organ={case.organ.line_id}", f"matter={case.matter_id}", f"field={case.matter.field_id}", "year=2026",
        )  # fmt: skip
        for query in asked:
            assert [r["id"] for r in Client().get(f"{PUBLIC}?{query}").json()["results"]] == [str(row.pk)], (
                query
            )
        for query in ("search=没有", "year=2025", f"organ={city.places.organs['SD21'].pk}"):
            assert Client().get(f"{PUBLIC}?{query}").json()["results"] == [], query

    def test_costs_a_handful_of_queries(self, city: City) -> None:
        row = published(city)
        for path in (
            reverse("enforcement:public_penalties"),
            reverse("enforcement:public_penalty", args=[row.pk]),
        ):
            with CaptureQueriesContext(connection) as caught:
                assert Client().get(path).status_code == 200
            assert len(caught) <= MOST_QUERIES

    def test_has_an_address_for_no_number_that_is_none(self, db: None) -> None:
        for number in (0, 2**63, 10**30):
            assert Client().get(f"/public/penalties/{number}/").status_code == 404


class TestPrivateDetails:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("号码 110101199003070038 。", [Trace.IDENTITY]),
            ("１１０１０１１９９００３０７００３８", [Trace.IDENTITY]),
            ("手机：+86 138-0013-8000", [Trace.TELEPHONE]),
            ("当事人赵示例", [Trace.NAME]),
            ("编号 2026000000000000000001", []),
            ("罚款5000元。", []),
        ],
    )
    def test_are_found(self, text: str, found: list[Trace]) -> None:
        assert traces_in(text, {"name": ["赵示例", ""], "address": ["x"]}) == found

    def test_leave_nothing_when_they_are_masked(self) -> None:
        private = {"name": ["赵示例"], "address": ["示例路1号"], "telephone": [], "identity": []}
        text = "赵示例（110101199003070038，13800138000）住示例路1号"
        clean = masked(text, private, names={"赵示例": "赵**"})
        assert traces_in(clean, private) == []
        assert clean.startswith("赵**")


class TestTimeUnderARemedy:
    def test_is_not_counted_from_its_filing_to_its_end(self) -> None:
        (stop,) = times_under_remedy([RemedySpan(DECIDED, DECIDED + 5 * DAY)])
        assert stop.covers(DECIDED)
        assert stop.covers(DECIDED + 5 * DAY)
        assert not stop.covers(DECIDED + 6 * DAY)

    def test_holds_the_execution_only_where_it_was_stopped(self) -> None:
        assert not is_execution_stopped([RemedySpan(DECIDED)], DECIDED)
        stopped = RemedySpan(DECIDED, DECIDED + 9 * DAY, DECIDED + DAY)
        held = [is_execution_stopped([stopped], DECIDED + n * DAY) for n in (0, 1, 9, 10)]
        assert held == [False, True, True, False]

    def test_keeps_coercive_execution_back(self, city: City) -> None:
        case, officer = decided(city), city.actor("officer")
        measure = coercion.draft_measure(
            by=officer, at=AFTER_DEFENCE, case=case, kind="surcharge", means_tried="催告", alternative="分期",
            why_not_enough="拒不缴纳", legal_basis="行政处罚法 72", basis_level="law", scope="罚款",
        )  # fmt: skip
        assert "remedy:execution_stopped" not in _to_apply(measure, officer)
        remedies.file_remedy(
            case.pk, by=officer, at=AFTER_DEFENCE, kind="litigation", body="示例法院", filed_on=DECIDED
        )
        remedies.stop_execution(
            Remedy.objects.get(case=case).pk, by=officer, at=AFTER_DEFENCE, stopped_on=DECIDED, stop_ground="body",
            stop_reason="裁定",
        )  # fmt: skip
        assert "remedy:execution_stopped" in _to_apply(measure, officer)


def _to_apply(measure: Any, officer: Actor) -> list[str]:
    fresh = type(measure).objects.all().with_everything().get(pk=measure.pk)
    return [o.code for o in COERCION_LIFECYCLE.obstacles(fresh, "apply", by=officer, at=AFTER_DEFENCE)]


class TestTheQueue:
    def test_says_what_comes_next(self, city: City, as_user: SignIn) -> None:
        due, drafted, approved, shown = (Publication.objects.get(case=decided(city)) for _n in range(4))
        for row in (drafted, approved):
            publicity.draft_text(row.pk, by=city.actor("officer"), at=AFTER_DEFENCE, **text_of(row))
        publicity.approve_text(approved.pk, by=city.actor("head"), at=AFTER_DEFENCE)
        shown = published(city, shown.case)
        undone(city, shown, on=DECIDED)
        expected = {
            PublicityTask.WRITE: due, PublicityTask.APPROVE: drafted, PublicityTask.PUBLISH: approved,
            PublicityTask.WITHDRAW: shown,
        }  # fmt: skip
        for task, row in expected.items():
            page = as_user("head").get(reverse("enforcement:publicity_list") + f"?task={task.value}")
            assert [r["id"] for r in page.context["page"]["rows"]] == [row.pk], task
        late = Publication.objects.all().waiting_for(PublicityTask.OVERDUE, DECIDED + 30 * DAY)
        assert set(late) == {due, drafted, approved, shown}

    def test_pages_cost_a_handful_of_queries(self, city: City, as_user: SignIn) -> None:
        row = published(city)
        undone(city, row, on=DECIDED)
        remedy, client = Remedy.objects.get(case=row.case_id), as_user("head")
        for path in (
            reverse("enforcement:publicity_list"), row.get_absolute_url(), remedy.get_absolute_url(),
            reverse("enforcement:remedy_list"), reverse("enforcement:case_remedies", args=[row.case_id]),
            row.case.get_absolute_url(),
        ):  # fmt: skip
            client.get(path)
            with CaptureQueriesContext(connection) as caught:
                assert client.get(path).status_code == 200
            assert len(caught) <= MOST_QUERIES, path

    def test_offers_the_draft_from_the_file(self, city: City, as_user: SignIn) -> None:
        row = Publication.objects.get(case=decided(city))
        page = as_user("officer").get(reverse("enforcement:publicity_act", args=[row.pk, "draft"]))
        assert "未明码标价" in page.content.decode()

    def test_is_of_the_own_organ(self, city: City, as_user: SignIn) -> None:
        row = Publication.objects.get(case=decided(city))
        assert as_user("officer_north").get(row.get_absolute_url()).status_code == 404
        with pytest.raises(Publication.DoesNotExist):
            publicity.draft_text(row.pk, by=city.actor("officer_north"), at=AFTER_DEFENCE, **text_of(row))


def _post(client: Client, url: str, act: str, body: dict[str, Any]) -> Any:
    etag = client.get(url).headers["ETag"]
    return client.post(f"{url}transitions/{act}/", body, headers={"if-match": etag}, **SENT)


class TestTheApi:
    def test_leads_a_text_from_draft_to_publication(
        self, city: City, with_token: Callable[..., Client]
    ) -> None:
        row = Publication.objects.get(case=decided(city))
        officer, head = with_token("officer"), with_token("head")
        url = f"/api/v1/publications/{row.pk}/"
        drafted = _post(officer, url, "draft", text_of(row))
        assert drafted.status_code == 200, drafted.content
        offered = {t["name"]: t["allowed"] for t in officer.get(url).json()["transitions"]}
        assert offered["approve"] is False
        assert _post(head, url, "approve", {}).json()["state"] == "approved"
        assert _post(officer, url, "publish", {}).json()["state"] == "published"
        assert Client().get(f"{PUBLIC}{row.pk}/").status_code == 200

    def test_records_a_remedy_and_its_outcome(self, city: City, with_token: Callable[..., Client]) -> None:
        case, officer, day = educated(city), with_token("officer"), NOON.date().isoformat()
        filed = {"kind": "reconsideration", "body": "示例市人民政府", "filed_on": day}
        answer = _post(officer, f"/api/v1/cases/{case.pk}/", "file_remedy", filed)
        assert answer.status_code == 200, answer.content
        (row,) = officer.get("/api/v1/remedies/?state=filed").json()["results"]
        url = f"/api/v1/remedies/{row['id']}/"
        assert _post(officer, url, "accept", {"accepted_on": day}).json()["state"] == "accepted"
        ruling = {"result": "upheld", "ended_on": day, "decision_number": "复决字1号"}
        told = _post(officer, url, "conclude", ruling).json()
        assert (told["state"], told["result"]) == ("concluded", "upheld")

    def test_refuses_what_the_state_does_not_allow(self, city: City) -> None:
        row = published(city)
        with pytest.raises(Refused):
            publicity.approve_text(row.pk, by=city.actor("head"), at=AFTER_DEFENCE)
        row.refresh_from_db()
        assert row.state == PublicityState.PUBLISHED
