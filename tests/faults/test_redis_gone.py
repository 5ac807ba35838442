"""Redis stands still or is gone: people notice nothing, and the clock does later what messages would (B7)."""

from __future__ import annotations

import re
import signal
import time
from datetime import timedelta
from typing import Any

import pytest
import requests
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.utils import timezone

from enforcement.models import Case
from enforcement.vocabulary import CaseState
from guidance.models import ReturnVisit
from guidance.services.visits import plan_missing_visits
from tests.city import PASSWORD, City, a_counterpart
from tests.enforcement.case_course import EDUCATION, assessed, reasoned
from tests.faults.conftest import Broker, Start, wait_until
from tests.private_servers import _free_port

pytestmark = [
    pytest.mark.faults, pytest.mark.postgresql, pytest.mark.slow, pytest.mark.django_db(transaction=True),
]  # fmt: skip
PATIENCE = (
    3.0  # seconds beyond what a page takes on the same machine: the broker is asked once, then left alone
)
_HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)"(?: value="([^"]*)")?')


class Visitor:
    """A person with a browser, in short; keeps how long each page took."""

    def __init__(self, house: str, username: str) -> None:
        self.house, self.session, self.took = house, requests.Session(), [0.0]
        self.send("/sign-in/", username=username, password=PASSWORD)

    def send(self, path: str, **fields: Any) -> requests.Response:
        """Open the form, fill it in and send it; returns the page that follows."""
        form = self._timed("get", path)
        assert form.status_code == 200, (path, form.status_code)
        hidden = dict(_HIDDEN.findall(form.text.partition('id="content"')[2] or form.text))
        token = {"csrfmiddlewaretoken": self.session.cookies["csrf"]}
        answer = self._timed("post", path, data=hidden | token | fields)
        assert (answer.status_code, answer.url != self.house + path) == (200, True), answer.text[-3000:]
        return answer

    def _timed(self, verb: str, path: str, **more: Any) -> requests.Response:
        began = time.monotonic()
        answer = self.session.request(verb, self.house + path, timeout=60, **more)
        self.took.append(time.monotonic() - began)
        return answer


@pytest.fixture
def house(start: Start, city: City, settings: Any) -> str:
    """The web, as it is served; people's words are hashed as it hashes them."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE enforcement_officer SET password = %s", [make_password(PASSWORD)])
    address = f"127.0.0.1:{_free_port()}"
    web = start("gunicorn", "config.wsgi", "-k", "gthread", "-w", "1", "--threads", "4", "-b", address)
    wait_until(lambda: _answers(f"http://{address}/healthz"), program=web)
    return f"http://{address}"


def _answers(url: str) -> bool:
    try:
        return requests.get(url, timeout=5).status_code == 200
    except (requests.ConnectionError, requests.Timeout):
        return False


@pytest.mark.parametrize("blow", [signal.SIGSTOP, signal.SIGKILL], ids=["frozen", "gone"])
def test_people_work_on_and_the_clock_catches_up(
    house: str, city: City, broker: Broker, blow: signal.Signals
) -> None:
    case, day = reasoned(assessed(city), city), timezone.localdate() - timedelta(days=1)
    shop, matter = a_counterpart(city), city.matter
    calm = max(Visitor(house, "reviewer").took)
    broker.signal(blow)
    try:
        officer, head = Visitor(house, "officer"), Visitor(house, "head")
        officer.send(
            "/cases/new/", counterpart=shop.pk, matter=matter.pk, title="示例", source="inspection",
            occurred_on=day, discovered_on=day, place="一街道",
        )  # fmt: skip
        head.send(
            f"/cases/{case.pk}/do/decide/",
            **EDUCATION,
            **{"reason-LEN-9": "special_facts", "override-LEN-9": "清单外，依法不予处罚"},
        )
    finally:
        broker.signal(signal.SIGCONT) if blow == signal.SIGSTOP else None
    assert Case.objects.filter(state=CaseState.CLUE, counterpart=shop).count() == 1
    assert Case.objects.get(pk=case.pk).state == CaseState.DECIDED
    assert max(officer.took + head.took) < PATIENCE + 3 * calm
    assert not ReturnVisit.objects.exists()
    assert plan_missing_visits(at=timezone.now()) == 1
