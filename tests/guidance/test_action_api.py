"""The resource /guidance-actions/: the same services as the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from guidance.models import GuidanceAction
from guidance.vocabulary import Way
from guidance.ways import WAYS
from tests.city import City, a_counterpart, a_filed_case
from tests.guidance.drafts import DETAILS, a_draft, issued

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
NOW = timezone.localtime()
BASE = "/api/v1/guidance-actions/"


def body_of(city: City, way: str, **more: Any) -> dict[str, Any]:
    detail = {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in DETAILS[way].items()
    }
    return {
        "way": way,
        "field": str(city.places.fields["market"].pk),
        "trigger": "inspection",
        "title": "标明价格",
        "content": "请标明价格",
        "reasons": "让顾客看得明白",
        "basis": "价格法第十三条",
        "detail": detail,
        **more,
    }


def post(client: Client, url: str, body: Any, **headers: str) -> Any:
    return client.post(url, body, content_type="application/json", headers=headers)


def do(client: Client, action: Any, name: str, body: Any = None) -> Any:
    known = client.get(f"{BASE}{action.pk}/")
    url = f"{BASE}{action.pk}/transitions/{name}/"
    return post(client, url, body or {}, **{"if-match": known["ETag"]})


@pytest.mark.parametrize("way", Way.values)
def test_every_way_is_drafted_and_read_back(city: City, as_user: SignIn, way: str):
    client = as_user("officer")
    whom = {"audience": "全市"} if WAYS[way].is_public else {"counterpart": str(a_counterpart(city).pk)}
    answer = post(client, BASE, body_of(city, way, **whom))
    assert answer.status_code == 201, answer.content.decode()
    told = client.get(answer["Location"]).json()
    assert (told["way"], told["state"], told["formality"]) == (way, "draft", WAYS[way].formality)
    assert set(told["detail"]) == {*WAYS[way].drafted, *WAYS[way].recorded}
    assert told["implementers"] == [str(city.people["officer"].pk)]
    for name, value in DETAILS[way].items():
        assert told["detail"][name] == (value if not hasattr(value, "isoformat") else told["detail"][name])


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"detail": {}}, "detail", "required"),
        ({"detail": {"neglected": "x", "prong": "may_harm"}}, "detail", "unknown"),
        ({"detail": {"neglected": ["x"]}}, "detail", "type"),
        ({"detail": "x"}, "detail", "invalid"),
        ({"detail": {"neglected": "x", "due_on": "soon"}}, "detail", "invalid"),
        ({"way": "punish"}, "way", "invalid_choice"),
        ({"title": ""}, "title", "required"),
        ({"way": "guide", "audience": "全市", "detail": {}}, "counterpart", "unknown"),
        ({"counterpart": None}, "counterpart", "required"),
        ({"counterpart": "99999999"}, "counterpart", "invalid_choice"),
    ],
)
def test_each_fault_is_told_by_field(city: City, as_user: SignIn, changes: dict, field: str, code: str):
    shop = a_counterpart(city)
    body = {**body_of(city, Way.TIP, counterpart=str(shop.pk)), **changes}
    answer = post(as_user("officer"), BASE, body)
    assert answer.status_code == 400, answer.content.decode()
    assert code in [fault["code"] for fault in answer.json()["errors"][field]]
    assert not GuidanceAction.objects.exists()


def test_an_edit_keeps_what_is_not_sent(city: City, as_user: SignIn):
    client, draft = as_user("officer"), a_draft(city, Way.EXHORT)
    url = f"{BASE}{draft.pk}/"
    body = {"title": "改过", "detail": {"consequence": "会罚款"}}
    etag = client.get(url)["ETag"]
    answer = client.patch(url, body, content_type="application/json", headers={"if-match": etag})
    assert answer.status_code == 200, answer.content.decode()
    told = answer.json()
    assert (told["title"], told["content"]) == ("改过", draft.content)
    assert (told["detail"]["consequence"], told["detail"]["facts"]) == ("会罚款", "部分商品无价签")
    assert len(told["implementers"]) == 2


def test_an_edit_of_what_is_issued_is_refused(city: City, as_user: SignIn):
    client, action = as_user("officer"), issued(city, Way.TIP)
    url = f"{BASE}{action.pk}/"
    etag = client.get(url)["ETag"]
    answer = client.patch(url, {"title": "x"}, content_type="application/json", headers={"if-match": etag})
    assert answer.status_code == 409
    assert [o["code"] for o in answer.json()["obstacles"]] == ["guidance:wrong_state"]


def test_the_whole_course_by_transitions(city: City, as_user: SignIn):
    client, draft = as_user("officer"), a_draft(city, Way.EXHORT, at=NOW)
    refused = do(client, draft, "issue", {"voluntariness_shown": True})
    assert [o["code"] for o in refused.json()["obstacles"]] == ["GUI-23"]
    told = {"overrides": {"GUI-23": {"reason": "party_conduct", "text": "多次提示无效"}}}
    refused = do(client, draft, "issue", {**told, "voluntariness_shown": False})
    assert [o["code"] for o in refused.json()["obstacles"]] == ["GUI-2"]
    assert do(client, draft, "issue", {**told, "voluntariness_shown": True}).json()["state"] == "issued"
    assert do(client, draft, "decline").json()["response"] == "declined"
    assert do(client, draft, "acknowledge", {"response_note": "愿意"}).json()["state"] == "acknowledged"
    today = NOW.date().isoformat()
    seen = {"detail": {"rechecked_on": today, "recheck_result": "corrected"}}
    assert do(client, draft, "record", seen).json()["detail"]["recheck_result"] == "corrected"
    done = do(client, draft, "conclude", {"effect": "effective", "effect_note": "价签齐全"})
    assert (done.status_code, done.json()["state"]) == (200, "concluded")
    assert done.json()["transitions"] == []


def test_transitions_say_why_not(city: City, as_user: SignIn):
    action = issued(city, Way.INTERVIEW)
    told = as_user("officer").get(f"{BASE}{action.pk}/").json()
    offers = {t["name"]: t for t in told["transitions"]}
    assert not offers["conclude"]["allowed"]
    assert [o["code"] for o in offers["conclude"]["obstacles"]] == ["GUI-7"]
    assert "supersede" not in offers


def test_the_columns_of_the_issued_text_are_not_recorded(city: City, as_user: SignIn):
    action = issued(city, Way.EXHORT)
    answer = do(as_user("officer"), action, "record", {"detail": {"facts": "别的"}})
    assert answer.status_code == 400


def test_the_list_filters_and_hides(city: City, as_user: SignIn):
    shop = a_counterpart(city, name="赵钱孙", kind="citizen")
    action = issued(city, Way.TIP, counterpart=shop, title="致赵钱孙")
    for username, name in (("officer", "赵钱孙"), ("evaluator", "赵**")):
        rows = as_user(username).get(f"{BASE}?way=tip&state=issued").json()["results"]
        assert [(r["id"], r["addressee"]) for r in rows] == [(str(action.pk), name)]
    assert "赵钱孙" not in as_user("evaluator").get(f"{BASE}{action.pk}/").content.decode()
    assert as_user("officer").get(f"{BASE}?colour=red").status_code == 400


def test_foreign_rows_do_not_exist(city: City, as_user: SignIn):
    action, stranger = issued(city, Way.TIP), as_user("officer_north")
    assert stranger.get(f"{BASE}{action.pk}/").status_code == 404
    assert stranger.get(BASE).json()["results"] == []
    answer = post(
        stranger, f"{BASE}{action.pk}/transitions/conclude/", {"effect": "partly"}, **{"if-match": '"1"'}
    )
    assert answer.status_code == 404


def test_a_case_brings_its_counterpart(city: City, as_user: SignIn):
    case = a_filed_case(city)
    body = body_of(city, Way.TIP, case=str(case.pk))
    told = post(as_user("officer"), BASE, body).json()
    assert (told["case"], told["counterpart"]) == (str(case.pk), str(case.counterpart_id))


def test_a_page_of_the_list_takes_few_queries(city: City, as_user: SignIn):
    shop, client = a_counterpart(city), as_user("officer")
    for _n in range(4):
        a_draft(city, Way.TIP, counterpart=shop)
    with CaptureQueriesContext(connection) as captured:
        assert len(client.get(BASE).json()["results"]) == 4
    assert len(captured) <= 12
