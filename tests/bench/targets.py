"""What is asked of one loaded database: run as a program it prints the requests, and what SQL they take.

Usage: DATABASE_URL=... python -m tests.bench.targets
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ["LOG_LEVEL"] = "CRITICAL"
django.setup()

from django.db import connection  # noqa: E402 - after the set-up
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from enforcement.models import Case, Counterpart, Officer, Organ  # noqa: E402
from enforcement.services.officers import enrol_officer, issue_token  # noqa: E402
from foundation.actors import COMMAND  # noqa: E402
from foundation.lists.cursor import Cursor  # noqa: E402
from foundation.permissions import Role  # noqa: E402
from tests.bench.probes import timings  # noqa: E402

BACKEND = "django.contrib.auth.backends.ModelBackend"
PAGE_SIZE, FAR = 50, 1000
OWN_WORK = 10_000
SCOPES = ["case:read", "counterpart:read", "guidance:read", "visit:read"]
NAME = "示例"


@dataclass
class Ask:
    """One request, and how many statements it takes."""

    name: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    expect: int = 200
    statements: int = 0
    size: int = 0


def asks() -> list[Ask]:
    root, district, organ, team = _root(), _named("supervisor"), _named("officer"), _of_a_team()
    case = Case.objects.filter(organ=organ.organ_id, decided_on__isnull=False).latest("opened_at", "id")
    cases = "/api/v1/cases/"
    token = {who.username: _bearer(who) for who in (root, district, organ)}
    found = [
        Ask("list, root", cases, token[root.username]),
        Ask("list, district", cases, token[district.username]),
        Ask("list, organ", cases, token[organ.username]),
        Ask("list, root, page 1,000", f"{cases}?cursor={_far_cursor()}", token[root.username]),
        Ask("list, root, with count", f"{cases}?count=true", token[root.username]),
        Ask("search, two signs", f"/api/v1/counterparts/?search={quote(_two_signs())}", token[root.username]),
        Ask("search, no hit", f"/api/v1/counterparts/?search={quote('龘靐')}", token[root.username]),
        Ask("case", f"{cases}{case.pk}/", token[organ.username]),
        Ask("page of cases", "/cases/", _session(organ)),
        Ask("page of open cases", "/cases/?open=true", _session(organ)),
        Ask("cases searched, two signs", f"/cases/?q={quote(_two_signs())}", _session(organ)),
        Ask("cases searched, no hit", f"/cases/?q={quote('龘靐')}", _session(organ)),
        Ask("page of guidance", "/guidance/", _session(organ)),
        Ask("page of visits", "/visits/", _session(organ)),
        Ask("page of counterparts", "/counterparts/", _session(organ)),
        Ask("page of a case", f"/cases/{case.pk}/", _session(organ)),
        Ask("Today, officer of a team", "/", _session(team)),
        Ask("Today, head of a team", "/", _session(_head_of(team))),
        Ask("Today, officer of a bureau", "/", _session(organ)),
        Ask("dashboard, head", "/dashboard/", _session(_named("head"))),
        Ask("dashboard, root", "/dashboard/", _session(root)),
        Ask("create a case", cases, _bearer(organ, "case:handle"), _clue(organ), 201),
    ]
    if leaf := _leaf():
        found.insert(3, Ask("list, small organ", cases, _bearer(leaf)))
    return [_counted(ask) for ask in found]


def _root() -> Officer:
    """A supervisor of the whole city, who sees every case with its counterpart."""
    found = Officer.objects.filter(username="bench-root").first()
    return found or enrol_officer(
        by=COMMAND, at=timezone.now(), password=None, roles=[Role.SUPERVISOR.value], username="bench-root",
        name_zh="全市监督", organ=Organ.objects.get(code="SC04"),
    )  # fmt: skip


def _named(username: str) -> Officer:
    return Officer.objects.get(username=username)


def _of_a_team() -> Officer:
    """An officer of an organ with about as much work whatever the size of the city."""
    cases = Case.objects.order_by().values("organ").annotate(n=Count("pk"))
    organ = min(cases, key=lambda row: abs(row["n"] - OWN_WORK))["organ"]
    found: Officer = Officer.objects.filter(organ=organ, grants__role=Role.OFFICER).order_by("pk")[0]
    return found


def _head_of(officer: Officer) -> Officer:
    found: Officer = Officer.objects.filter(organ=officer.organ_id, grants__role=Role.HEAD).order_by("pk")[0]
    return found


def _leaf() -> Officer | None:
    """An officer of the organ with the fewest cases."""
    small = Case.objects.values("organ").annotate(n=Count("pk")).order_by("n").values_list("organ", flat=True)
    return Officer.objects.filter(organ=small[0], grants__role=Role.OFFICER).order_by("pk").first()


def _bearer(officer: Officer, *more: str) -> dict[str, str]:
    held = {p.value for p in officer.as_actor().permissions}
    scopes = [scope for scope in (*SCOPES, *more) if scope in held]
    _row, secret = issue_token(
        by=COMMAND, at=timezone.now(), officer=officer, name="bench", scopes=scopes, days=1
    )
    return {"Authorization": f"Bearer {secret}"}


def _session(officer: Officer) -> dict[str, str]:
    client = Client()
    client.force_login(officer, backend=BACKEND)
    return {"Cookie": "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())}


def _far_cursor() -> str:
    """Where page 1,000 begins, or the last page of a smaller load."""
    before = min(PAGE_SIZE * (FAR - 1), max(Case.objects.count() - 2 * PAGE_SIZE, 1))
    opened_at, key = Case.objects.order_by("-opened_at", "-pk").values_list("opened_at", "pk")[before - 1]
    return Cursor("-opened_at", False, opened_at, key).encode()


def _two_signs() -> str:
    return Counterpart.objects.order_by("-pk").values_list("name", flat=True)[0][:2]


def _clue(officer: Officer) -> str:
    day = timezone.localdate() - timedelta(days=3)
    shop = Counterpart.objects.filter(district=officer.organ.district).order_by("pk").first()
    matter = Case.objects.filter(organ=officer.organ).values_list("matter", flat=True)[0]
    return json.dumps(
        {
            "counterpart": str(shop.pk), "matter": str(matter), "title": "{n}", "source": "inspection",
            "occurred_on": day.isoformat(), "discovered_on": day.isoformat(),
        }
    )  # fmt: skip


def _counted(ask: Ask) -> Ask:
    """Ask twice in this process; the second time the caches of a running worker are warm."""
    client = Client(headers={"host": "127.0.0.1"})
    headers = {name.replace("-", "_").upper(): value for name, value in ask.headers.items()}
    extra = {f"HTTP_{name}": value for name, value in headers.items()}
    for turn in ("cold", "warm"):
        with CaptureQueriesContext(connection) as caught:
            if ask.body:
                body = ask.body.replace("{n}", f"{turn} {timezone.now().timestamp()}")
                answer: Any = client.post(ask.path, body, content_type="application/json", **extra)
            else:
                answer = client.get(ask.path, **extra)
    if answer.status_code != ask.expect:
        raise SystemExit(f"{ask.name}: {answer.status_code} {answer.content[:500]!r}")
    ask.statements, ask.size = len(caught), len(answer.content)
    return ask


def main() -> None:
    district = _named("supervisor").organ.district_id
    print(
        json.dumps(
            {
                "asks": [asdict(ask) for ask in asks()],
                "district": district,
                "cases": Case.objects.count(),
                "probes": timings(),
            }
        )
    )


if __name__ == "__main__":
    main()
