"""An assessed entry in words: each condition with its value, its law and what is missing (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language

from leniency.models import LeniencyEntry
from leniency.rules.assessment import EntryResult
from leniency.vocabulary import (
    CITATION_OF,
    CONCLUSION_OF,
    FACT_OF,
    LAW_OF,
    SOURCE_OF,
    TONE_OF_VERDICT,
    Conclusion,
    ConditionKind,
    InForceOn,
    ListType,
    Verdict,
    condition_text,
    missing_text,
    value_text,
)

MARKS = {Verdict.HOLDS: "circle-check", Verdict.FAILS: "circle-x", Verdict.UNKNOWN: "help-circle"}


@dataclass(frozen=True, slots=True)
class ExplainedCondition:
    id: int
    kind: str
    text: str
    verdict: Verdict
    value: str
    source: str
    citation: str
    missing: str

    @property
    def fact(self) -> str:
        """The fact that it turns on, as a question tells it."""
        return f"{FACT_OF[self.kind]}.{self.id}" if self.needs_finding else FACT_OF[self.kind]

    @property
    def says(self) -> str:
        """The condition with what was seen, or with what is missing."""
        return ": ".join(part for part in (self.text, self.missing or self.value) if part)

    @property
    def tone(self) -> str:
        return TONE_OF_VERDICT[self.verdict].value

    @property
    def mark(self) -> str:
        return MARKS[self.verdict]

    @property
    def needs_finding(self) -> bool:
        """Whether only the handling officer's finding can settle it."""
        return self.kind == ConditionKind.ATTESTED


@dataclass(frozen=True, slots=True)
class ExplainedEntry:
    id: int
    code: str
    revision: int
    violation: str
    type: ListType
    in_force_on: InForceOn
    applies: Verdict
    conditions: tuple[ExplainedCondition, ...]
    edition: str = ""
    binding: Conclusion | None = None

    @property
    def tone(self) -> str:
        return TONE_OF_VERDICT[self.applies].value

    @property
    def law(self) -> str:
        return str(LAW_OF[self.type])

    @property
    def consequence(self) -> Conclusion:
        """What follows when it applies; a special law may say another thing than the type of the list."""
        return self.binding or CONCLUSION_OF[self.type]

    @property
    def missing(self) -> list[ExplainedCondition]:
        return [c for c in self.conditions if c.verdict == Verdict.UNKNOWN]


def explain_condition(kept: dict[str, Any], kind_of_list: str) -> ExplainedCondition:
    """One condition as it was kept, in the reader's language."""
    kind, verdict = kept["kind"], Verdict(kept["verdict"])
    text = condition_text(
        kind,
        number=None if kept["number"] is None else Decimal(kept["number"]),
        choice=kept["choice"],
        sameness=kept["sameness"],
        text=in_language(kept["text_zh"], kept["text_en"]),
    )
    return ExplainedCondition(
        id=kept["condition"],
        kind=kind,
        text=text,
        verdict=verdict,
        value=value_text(kind, kept["value"]),
        source=str(SOURCE_OF[kind].label),
        citation=str(CITATION_OF.get(kind, LAW_OF[kind_of_list])),
        missing=missing_text(kind, kept["value"]) if verdict == Verdict.UNKNOWN else "",
    )


def explain_result(result: Any, conditions: Iterable[dict[str, Any]]) -> ExplainedEntry:
    """A result of an assessment; ``result`` names the entry as it stood."""
    return ExplainedEntry(
        id=result.entry_id,
        code=result.entry_code,
        revision=result.entry_revision,
        violation=in_language(result.violation_zh, result.violation_en),
        type=ListType(result.type),
        in_force_on=InForceOn(result.in_force_on),
        applies=Verdict(result.applies),
        conditions=tuple(explain_condition(kept, result.type) for kept in conditions),
    )


def explain_candidate(entry: LeniencyEntry, in_force_on: InForceOn, result: EntryResult) -> ExplainedEntry:
    """An entry that bare facts were held against; nothing of it is stored."""
    kind = entry.list.type
    return ExplainedEntry(
        id=entry.pk,
        code=entry.code,
        revision=entry.revision,
        violation=entry.violation,
        type=ListType(kind),
        in_force_on=in_force_on,
        applies=result.applies,
        conditions=tuple(explain_condition(c.as_dict(), kind) for c in result.conditions),
        edition=entry.list.edition,
        binding=result.conclusion,
    )


def in_language(zh: str, en: str) -> str:
    """The wording for the reader: English where there is one and it is asked for."""
    return en if en and (get_language() or "").startswith("en") else zh
