"""The table of scenarios: facts, what follows from them and why, each asked over the API (Art. 10 para. 1)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone, translation

from enforcement.models import Matter
from enforcement.services.officers import issue_token, token_of
from enforcement.services.sample_data import load_matters, sample_matters
from foundation.actors import COMMAND
from foundation.endpoints.auth import use_token_lookup
from foundation.permissions import Permission
from leniency.services import load_lists, load_special_provisions, repeal_list
from tests.city import small_city
from tests.leniency.conftest import SPRING

TABLE: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "scenarios.toml").read_text(encoding="utf-8")
)["scenario"]
LISTS = tomllib.loads((Path(__file__).parent / "scenario_lists.toml").read_text(encoding="utf-8"))
pytestmark = pytest.mark.django_db
ANSWERED = ("outcome", "could_be", "off_list")
AS_SETS = ("missing", "surviving", "obligations")


@pytest.fixture(scope="module")
def asked(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """One city with invented lists for all scenarios, and a reader's token; undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("en"):
        yield _reader_of_a_city()
        transaction.set_rollback(True)


def _reader_of_a_city() -> Any:
    city = small_city()
    codes = {entry["matter"] for one in LISTS["lists"] for entry in one["entries"]} | {"SJ-004", "SJ-008"}
    matters = sample_matters()
    kept = [row for row in matters["matters"] if row["code"] in codes]
    load_matters(by=COMMAND, at=SPRING, data={**matters, "matters": kept})
    load_special_provisions(by=COMMAND, at=SPRING)
    made = load_lists(by=COMMAND, at=SPRING, data=LISTS)
    for found in made:
        if found.title_zh == LISTS["repealed"]["title_zh"]:
            repeal_list(found.pk, by=COMMAND, at=LISTS["repealed"]["at"], repeal_reason="示例")
    use_token_lookup(token_of)
    given = {"by": COMMAND, "at": timezone.now(), "officer": city.people["officer"], "name": "t", "days": 3}
    _row, secret = issue_token(**given, scopes=[Permission.LENIENCY_READ])
    return Client(headers={"Authorization": f"Bearer {secret}", "Accept-Language": "en"})


def test_there_are_enough_and_each_says_why() -> None:
    assert len(TABLE) >= 70
    assert len({row["name"] for row in TABLE}) == len(TABLE)
    assert all(row["why"].endswith(".") and row["outcome"] for row in TABLE)
    assert {row["outcome"] for row in TABLE} == {
        "shall_not_penalise", "may_not_penalise", "shall_lighten_or_mitigate", "may_lighten", "ordinary", "unknown",
    }  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["name"].replace(" ", "-"))
def test_the_answer_is_as_the_law_has_it(asked: Any, row: dict[str, Any]) -> None:
    question = {
        "matter": row.get("matter", "SJ-008"),
        "act_on": row.get("act_on", "2026-11-02"),
        "decide_on": row.get("decide_on", "2026-11-20"),
        "facts": _facts(row),
    }
    answer = asked.post("/api/v1/leniency-assessments/", question, content_type="application/json")
    assert answer.status_code == 200, answer.content
    body = answer.json()
    grounds = {g["ground"]: g["result"] for g in body["grounds"]}
    entries = {e["code"]: e["result"] for e in body["entries"]}
    told = {name: body[name] for name in ANSWERED} | {name: set(body[name]) for name in AS_SETS}
    wanted = {name: row[name] for name in ANSWERED if name in row}
    wanted |= {name: set(row[name]) for name in AS_SETS if name in row}
    assert {name: told[name] for name in wanted} == wanted, row["why"]
    assert {name: grounds[name] for name in row.get("grounds", {})} == row.get("grounds", {}), row["why"]
    assert {code: entries.get(code) for code in row.get("entries", {})} == row.get("entries", {}), row["why"]
    assert not set(row.get("absent", ())) & set(entries), row["why"]


NOTHING_ELSE: dict[str, Any] = {
    "counterpart_kind": "person", "age": 35, "capacity": "full", "circumstances": "ordinary", "harm": "serious",
    "first_time": False, "corrected_in_time": False, "fault": "ordinary", "removed_harm": False,
    "coerced_or_deceived": False, "confessed_unknown": False, "meritorious": False, "discovered_on": "2026-11-02",
}  # fmt: skip
"""Facts under which nothing speaks for leniency: a scenario that is ``full`` changes some of them."""


def _facts(row: dict[str, Any]) -> dict[str, Any]:
    facts = {**NOTHING_ELSE, **row["facts"]} if row.get("full") else row["facts"]
    return {name: None if value == "unknown" else value for name, value in facts.items()}


def test_every_matter_of_the_table_is_there(asked: Any) -> None:
    assert {row.get("matter", "SJ-008") for row in TABLE} <= set(
        Matter.objects.values_list("code", flat=True)
    )
