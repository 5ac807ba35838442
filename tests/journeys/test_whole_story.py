"""One case from clue to return visit, told in a browser by the people of the city (Art. 3-10)."""

from __future__ import annotations

import re
import subprocess
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from enforcement.models import Case, Matter
from enforcement.services.officers import issue_token, reset_password
from foundation.actors import COMMAND
from foundation.permissions import Permission
from foundation.record.chain import link_pending
from foundation.record.verify import findings
from guidance.models import GuidanceAction, ReturnVisit
from guidance.vocabulary import VisitState
from tests.city import City, a_counterpart
from tests.journeys.conftest import wait_until

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
)


class Story:
    """A browser that signs in as one person after another."""

    def __init__(self, page: Any, address: str) -> None:
        self.page, self.address = page, address
        page.set_default_timeout(20_000)

    def enter_as(self, username: str) -> None:
        self.page.goto("about:blank")  # what the page before still asks for would bring its cookies back
        self.page.context.clear_cookies()
        self.page.goto(f"{self.address}/sign-in/")
        self.page.locator(f"form:has(input[name=demo_login][value={username}]) button").click()
        self.page.wait_for_url(lambda url: "sign-in" not in url)

    def enter_by_word(self, officer: Any) -> None:
        """Somebody without a card on the entrance of the demonstration signs in with a new password."""
        _officer, word = reset_password(officer.pk, by=COMMAND, at=timezone.now(), why="first sign-in")
        self.page.goto("about:blank")
        self.page.context.clear_cookies()
        self.page.goto(f"{self.address}/sign-in/")
        self.page.fill("[name=username]", officer.username)
        self.page.fill("[name=password]", word)
        self.page.press("[name=password]", "Enter")
        self.page.wait_for_url(lambda url: "sign-in" not in url)

    def go(self, path: str) -> None:
        response = self.page.goto(self.address + path)
        assert response.status == 200, (path, response.status)

    def do(self, path: str, **fields: Any) -> None:
        """Open the form of an act, fill it in, send it, and end on the page of the thing."""
        self.go(path)
        for name, value in fields.items():
            self.fill(name, value)
        self.send()
        self.answer_warnings()
        assert "/do/" not in self.page.url, self.page.inner_text("main")[:1500]

    def send(self) -> None:
        self.page.locator("main form button[type=submit].btn-primary").last.click()
        self.page.wait_for_load_state()

    def answer_warnings(self) -> None:
        """Give a reason wherever the program warns; it says why it does."""
        asked = self.page.locator("main textarea[name^='override-']")
        if asked.count():
            coded = self.page.locator("main select[name^='reason-']")
            for number in range(asked.count()):
                coded.nth(number).select_option("special_facts")
                asked.nth(number).fill("首次、轻微、当场改正，经负责人同意")
            self.send()

    def fill(self, name: str, value: Any) -> None:
        field = self.page.locator(f"main [name={name}]")
        kind = field.first.evaluate("e => e.tagName + ':' + (e.type || '')")
        if kind.startswith("SELECT"):
            field.select_option(str(value))
        elif kind == "INPUT:checkbox" and isinstance(value, list):
            for one in value:
                self.page.locator(f"main [name={name}][value='{one}']").check()
        elif kind == "INPUT:checkbox":
            field.set_checked(bool(value))
        elif kind == "INPUT:radio":
            self.page.locator(f"main [name={name}][value='{value}']").check()
        elif kind == "INPUT:file":
            field.set_input_files(value)
        else:
            field.fill(str(value))

    def press(self, label: str) -> None:
        self.page.get_by_role("button", name=label).first.click()
        self.page.wait_for_load_state()


def test_from_clue_to_return_visit(
    city: City, worker: subprocess.Popen[bytes], live_server: Any, page: Any, client: Any
) -> None:
    shop = a_counterpart(city, at=timezone.now() - timedelta(days=3))
    story, today = Story(page, live_server.url), timezone.localdate()
    case = register(story, shop, today)
    file_and_exhort(story, city, case, today)
    investigate(story, case, today)
    decide(story, case)
    visit = wait_for_visit(case)
    close(story, case)
    hold(story, visit, today)
    look_from_above(story, case)
    read_by_token(city, client, live_server)
    verify(case)


def register(story: Story, shop: Any, today: date) -> Case:
    story.enter_as("officer")
    story.go("/cases/new/")
    story.page.locator("[name=counterpart_text]").press_sequentially("甲一", delay=30)
    story.page.locator(f"input[name=counterpart][value='{shop.pk}']").check()
    for name, value in {
        "matter": Matter.objects.get(code="SJ-005").pk,
        "source": "inspection",
        "occurred_on": today - timedelta(days=1),
        "discovered_on": today,
        "place": "一街道",
    }.items():
        story.fill(name, value)
    story.page.locator("main form button[type=submit].btn-primary").last.click()
    story.page.wait_for_url(re.compile(r"/cases/\d+/$"))
    return Case.objects.get()


def file_and_exhort(story: Story, city: City, case: Case, today: date) -> None:
    pair = [city.people["officer"].pk, city.people["officer2"].pk]
    conditions = dict.fromkeys(("is_punishable", "in_jurisdiction", "within_limitation"), True)
    story.do(f"/cases/{case.pk}/do/file/", handlers=pair, basis="现场发现未标价，照片在卷", **conditions)
    story.go(f"/guidance/new/exhort/?case={case.pk}")
    for name, value in {
        "title": "请为全部商品标价", "prong": "may_harm", "facts": "部分商品没有标价", "law": "价格法 13",
        "consequence": "可能被责令改正", "content": "请今日内标明价格", "reasons": "避免消费纠纷",
        "basis": "本办法第八条", "implementers": pair, "correct_by": today, "channel": "on_site",
    }.items():  # fmt: skip
        story.fill(name, value)
    story.page.locator("main form button[type=submit].btn-primary").last.click()
    story.page.wait_for_url(re.compile(r"/guidance/\d+/$"))
    action = GuidanceAction.objects.get()
    story.do(f"/guidance/{action.pk}/do/issue/", voluntariness_shown=True)
    story.do(f"/guidance/{action.pk}/do/acknowledge/")
    story.do(f"/guidance/{action.pk}/do/record/", rechecked_on=today, recheck_result="corrected")
    story.do(f"/guidance/{action.pk}/do/conclude/", effect="effective", effect_note="已标价")


def investigate(story: Story, case: Case, today: date) -> None:
    file = {"name": "笔录.pdf", "mimeType": "application/pdf", "buffer": PDF}
    story.do(
        f"/cases/{case.pk}/do/add_evidence/", kind="record", title="现场笔录", collected_on=today, file=file
    )
    story.do(f"/cases/{case.pk}/do/verify_evidence/", evidence=[case.evidence.get().pk], standing="verified")
    story.do(f"/cases/{case.pk}/do/record_circumstances/", harm="none", correct_by=today, corrected_on=today)
    story.do(f"/cases/{case.pk}/do/flag/", has_social_impact=True, flag_reason="群众关注")
    story.do(
        f"/cases/{case.pk}/do/investigate/",
        facts_found="部分商品未标价，当场改正",
        certificates_shown_on=today,
    )
    story.do(f"/cases/{case.pk}/leniency/do/assess/")
    story.do(f"/cases/{case.pk}/do/assess/")
    story.do(
        f"/cases/{case.pk}/leniency/do/state_ground/", conduct="仅三件商品未标价", corrected="当场补齐，照片在卷",
        no_harm="尚未售出，无人受损",
    )  # fmt: skip
    story.do(
        f"/cases/{case.pk}/leniency/do/educate/", given_on=today, means="in_person", said="当面讲解价格法",
        acknowledged="signed",
    )  # fmt: skip


def decide(story: Story, case: Case) -> None:
    story.enter_as("reviewer")
    story.do(f"/cases/{case.pk}/do/review/", opinion="passed", text="事实清楚，同意不予处罚")
    story.enter_as("head")
    story.do(
        f"/cases/{case.pk}/do/decide/", outcome="no_penalty", reasons="首次、轻微、当场改正",
        education="当面讲解价格法", correction_order="当日标价并保持",
    )  # fmt: skip


def wait_for_visit(case: Case) -> ReturnVisit:
    wait_until(lambda: ReturnVisit.objects.filter(case=case).exists(), what="planning by the worker")
    call_command("sweep")
    wait_until(
        lambda: ReturnVisit.objects.filter(case=case, state=VisitState.ASSIGNED).exists(), what="assigning"
    )
    return ReturnVisit.objects.get(case=case)


def close(story: Story, case: Case) -> None:
    story.do(f"/cases/{case.pk}/do/close/")
    assert Case.objects.get(pk=case.pk).state == "closed"


def hold(story: Story, visit: ReturnVisit, today: date) -> None:
    visitor = visit.visitors.select_related("officer").first().officer
    assert visitor.username not in {"officer", "officer2", "head", "reviewer"}
    story.enter_by_word(visitor)
    story.do(
        f"/visits/{visit.pk}/do/hold/", mode="on_site", held_on=today, rectified="corrected", satisfaction="5"
    )
    story.do(f"/visits/{visit.pk}/do/close/", feedback="已当面反馈")
    visit.refresh_from_db()
    assert visit.state == VisitState.CLOSED


def look_from_above(story: Story, case: Case) -> None:
    story.enter_as("head")
    story.go("/dashboard/")
    assert case.organ.name_zh in story.page.content() or "chart" in story.page.content()
    story.go("/evaluation/")


def read_by_token(city: City, client: Any, live_server: Any) -> None:
    evaluator = city.people["evaluator"]
    _row, secret = issue_token(
        by=COMMAND, at=timezone.now(), officer=evaluator, name="scorecards",
        scopes=[Permission.EVALUATION_READ], days=1,
    )  # fmt: skip
    headers = {"Authorization": f"Bearer {secret}"}
    answer = client.get("/api/v1/evaluation/indicators/", headers=headers)
    assert answer.status_code == 200
    assert client.get("/api/v1/cases/", headers=headers).status_code == 403


def verify(case: Case) -> None:
    link_pending()
    assert list(findings()) == []
    connection.cursor().execute("UPDATE enforcement_case SET place = 'elsewhere' WHERE id = %s", [case.pk])
    assert list(findings()) == [f"enforcement.case:{case.pk} differs from its last entry: place"]
