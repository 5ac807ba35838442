"""Every rule of law is held by the program and proven by a test, or listed with the reason why not (Art. 6)."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command

from enforcement.reports.rulebook import (
    DERIVED,
    DOCUMENT,
    Entry,
    book,
    derived,
    document,
    groups_not_encoded,
    missing_among,
)
from enforcement.services.rules import rules_in_file
from enforcement.vocabulary import REASONS_AGAINST
from tests.architecture.sources import called, in_rooms, keyword, name_of, tree_of

RULES = rules_in_file()
CODES = [rule["code"] for rule in RULES]
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry]:
    return book()


def test_there_are_eighty_eight() -> None:
    assert (len(CODES), len(set(CODES))) == (88, 88)


def test_none_is_missing(entries: dict[str, Entry]) -> None:
    assert list(missing_among(CODES, entries)) == []


def test_the_derived_document_is_current(entries: dict[str, Entry]) -> None:
    """Otherwise: manage.py rules --docs."""
    assert DOCUMENT.read_text(encoding="utf-8") == document(RULES, entries)
    assert json.loads(DERIVED.read_text(encoding="utf-8")) == json.loads(derived(entries))


def test_every_mark_names_a_rule(entries: dict[str, Entry]) -> None:
    assert [code for code, entry in entries.items() if entry.tests and code not in CODES] == []


@pytest.mark.parametrize("group", groups_not_encoded().values(), ids=list(groups_not_encoded()))
def test_what_is_left_out_is_told_in_both_languages(group: dict[str, Any]) -> None:
    assert set(group["codes"]) <= set(CODES)
    assert CHINESE.search(group["reason_zh"])
    assert CHINESE.search(group["title_zh"])
    assert not CHINESE.search(group["reason_en"] + group["title_en"])


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_a_rule_is_told_in_both_languages(rule: dict[str, Any]) -> None:
    for name in ("title", "condition", "consequence", "citation"):
        assert CHINESE.search(rule[f"{name}_zh"])
        assert rule[f"{name}_en"]
        assert not CHINESE.search(rule[f"{name}_en"])
    assert all(
        CHINESE.search(p["label_zh"]) and not CHINESE.search(p["label_en"]) for p in rule["parameters"]
    )


def test_reasons_are_narrowed_for_rules_alone() -> None:
    assert set(REASONS_AGAINST) <= set(CODES)


class TestWhatIsMissing:
    """The watch itself is known to be able to fail."""

    def told(self, code: str, entry: Entry | None) -> list[str]:
        return list(missing_among([code], {code: entry} if entry else {}))

    def test_is_told_of_a_rule_that_nobody_encoded_or_listed(self) -> None:
        assert self.told("DEC-5", None) == ["DEC-5 is neither encoded nor listed as not encoded"]

    def test_is_told_of_a_rule_without_a_test(self) -> None:
        assert self.told("DEC-5", Entry("DEC-5", ("f",))) == ["DEC-5 is encoded and no test proves it"]

    def test_is_told_of_a_rule_that_is_listed_though_encoded(self) -> None:
        assert self.told("GUI-3", Entry("GUI-3", ("f",), tests=("t",))) == [
            "GUI-3 is encoded, yet listed as not encoded"
        ]


class TestTheCommand:
    def test_prints_where_a_rule_bites_and_what_proves_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("rules", "RGT-3")
        said = capsys.readouterr().out
        assert "bites in case:decide" in said
        assert "proven by tests/" in said

    def test_does_not_know_other_codes(self) -> None:
        with pytest.raises(SystemExit) as stopped:
            call_command("rules", "XYZ-1")
        assert stopped.value.code == 2

    def test_takes_one_area(self, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("rules", "--area", "rights")
        said = capsys.readouterr().out
        assert "RGT-1" in said
        assert "SUB-1" not in said


def test_reasons_are_recorded_where_warnings_are_weighed_and_nowhere_else() -> None:
    """A service that gave ``overrides`` to the record would keep reasons against warnings that did not fire."""
    assert [place for path in in_rooms("services") for place in _records_reasons(path)] == []


def _records_reasons(path: Any) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and called(node) == "audited" and keyword(node, "overrides"):
            yield f"{name_of(path)}:{node.lineno}"
