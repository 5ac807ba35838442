"""The web is killed at any moment of a request: the repeated request has one effect (RELIABILITY B1)."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from django.utils import timezone

from enforcement.models import Counterpart
from enforcement.services.officers import issue_token
from enforcement.vocabulary import Industry
from foundation.models import AuditEntry, IdempotencyKey
from tests.city import City
from tests.faults.conftest import Program, Start, wait_until
from tests.private_servers import _free_port

pytestmark = [
    pytest.mark.faults, pytest.mark.postgresql, pytest.mark.slow, pytest.mark.django_db(transaction=True),
]  # fmt: skip
MOMENTS = (0.004, 0.012, 0.02, 0.035, 0.06)  # seconds after the request was sent


@pytest.fixture
def token(city: City) -> str:
    officer, at = city.people["officer"], timezone.now()
    by, scopes = city.actor("secadmin"), ["counterpart:edit", "counterpart:read"]
    return issue_token(by=by, at=at, officer=officer, name="test", scopes=scopes, days=1)[1]


class Client:
    """A program that asks for one counterpart, again and again under one key, until it is answered."""

    def __init__(self, city: City, token: str, number: int) -> None:
        self.name, self.address = f"示例{number}号商店", f"127.0.0.1:{_free_port()}"
        self.headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": f"killed-{number}"}
        district = city.people["officer"].organ.district_id
        self.body = {
            "kind": "legal_person",
            "name": self.name,
            "industry": Industry.TRADE.value,
            "region": str(district),
        }

    def ask(self) -> int:
        url = f"http://{self.address}/api/v1/counterparts/"
        try:
            answer = requests.post(url, json=self.body, headers=self.headers, timeout=30)
            assert answer.status_code == 201, answer.text
            return answer.status_code
        except requests.RequestException:
            return 0

    def finds_the_web(self) -> bool:
        try:
            return requests.get(f"http://{self.address}/healthz", timeout=5).status_code == 200
        except requests.RequestException:
            return False


def serve(start: Start, client: Client) -> Program:
    words = ("gunicorn", "config.wsgi", "-k", "gthread", "-w", "1", "--threads", "2", "-b", client.address)
    web = start(*words)
    wait_until(client.finds_the_web, program=web)
    return web


def test_each_request_has_one_effect(start: Start, city: City, token: str) -> None:
    first_answers: list[int] = []
    for number, moment in enumerate(MOMENTS):
        client = Client(city, token, number)
        web = serve(start, client)
        requests.get(f"http://{client.address}/api/v1/counterparts/", headers=client.headers, timeout=30)
        with ThreadPoolExecutor(1) as pool:
            asked = pool.submit(client.ask)
            time.sleep(moment)
            web.kill()
            first_answers.append(asked.result())
        again = serve(start, client)
        assert client.ask() == 201
        again.kill()
        assert Counterpart.objects.filter(name=client.name).count() == 1
        assert IdempotencyKey.objects.filter(key__endswith=f"killed-{number}").count() == 1
    assert 0 in first_answers, "the web was never killed in time: the test proved nothing"
    assert AuditEntry.objects.filter(action="counterpart:register").count() == len(MOMENTS)
