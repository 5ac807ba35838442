"""The rulebook as a document, and as the file that the pages read: both derived."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.utils import translation

from enforcement.reports.rulebook.book import Entry, book, groups_not_encoded
from enforcement.reports.rulebook.functions import ROOT
from enforcement.vocabulary import RuleArea, RuleKind
from foundation.articles import Article

DOCUMENT = ROOT / "docs" / "articles.md"
DERIVED = Path(__file__).resolve().parents[2] / "data" / "rulebook.json"
_HEAD = """# Rules of law: where they bite, and which test proves it

Written by `manage.py rules --docs` from the source: do not edit. The rules in words, with their parameters, stand in
`enforcement/data/rules.json` and in the program under Rules.
"""


def write_derived(rules: list[dict[str, Any]]) -> None:
    """Write both files again; raises OSError where the documents are not installed."""
    entries = book()
    DOCUMENT.write_text(document(rules, entries), encoding="utf-8")
    DERIVED.write_text(derived(entries), encoding="utf-8")


def derived(entries: dict[str, Entry]) -> str:
    rows = [json.dumps(asdict(entry), ensure_ascii=False) for entry in entries.values()]
    return "[\n" + ",\n".join(rows) + "\n]\n"


def document(rules: list[dict[str, Any]], entries: dict[str, Entry]) -> str:
    """The document in Markdown, in English whoever asks for it."""
    with translation.override("en"):
        return _document(rules, entries)


def _document(rules: list[dict[str, Any]], entries: dict[str, Entry]) -> str:
    return "\n".join(
        [_HEAD, *_summary(rules, entries), *_areas(rules, entries), *_further(rules, entries), *_open()]
    )


def _summary(rules: list[dict[str, Any]], entries: dict[str, Entry]) -> Iterator[str]:
    done = [r for r in rules if entries.get(r["code"], Entry("")).is_encoded]
    proven = [r for r in done if entries[r["code"]].tests]
    yield f"{len(rules)} rules: {len(done)} encoded, {len(proven)} of them proven by tests that name them,"
    yield f"{len(rules) - len(done)} listed below with the reason why they are not.\n"


def _areas(rules: list[dict[str, Any]], entries: dict[str, Entry]) -> Iterator[str]:
    for area in RuleArea:
        yield f"## {str(area.label).capitalize()}\n"
        yield "| rule | Measures | effect | where it bites | proven by |"
        yield "|---|---|---|---|---|"
        for rule in rules:
            if rule["area"] == area:
                yield _line(rule, entries.get(rule["code"], Entry(rule["code"])))
        yield ""


def _line(rule: dict[str, Any], entry: Entry) -> str:
    effect = ", ".join(str(RuleKind(k).label) for k in (rule["kind"], rule["second_kind"]) if k)
    what = f"**{rule['code']}** {rule['title_en']}<br>{rule['citation_en']}"
    where = [*entry.transitions, *entry.functions]
    article = Article.parse(rule["article"])
    return f"| {what} | {article} | {effect} | {_cell(where)} | {_cell(entry.tests)} |"


def _cell(names: Any) -> str:
    return "<br>".join(f"`{name}`" for name in names) or "-"


def _further(rules: list[dict[str, Any]], entries: dict[str, Entry]) -> Iterator[str]:
    known = {rule["code"] for rule in rules}
    yield "## Further rules of the house\n"
    yield "Codes that the program speaks besides those above.\n"
    yield "| code | where it bites |"
    yield "|---|---|"
    for code, entry in entries.items():
        if code not in known and entry.is_encoded:
            yield f"| {code} | {_cell((*entry.transitions, *entry.functions))} |"
    yield ""


def _open() -> Iterator[str]:
    yield "## Not encoded\n"
    for group in groups_not_encoded().values():
        yield f"**{group['title_en']}**: {group['reason_en']}\n"
        yield ", ".join(group["codes"]) + "\n" if group["codes"] else "None.\n"
