"""The conditions of a preview as they read in both languages, with what each would have done (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.utils import translation

from leniency.rules.facts import ConditionTerms
from leniency.rules.previewing import ConditionTally
from leniency.vocabulary import condition_text

MONTHS = (3, 6, 12, 24)
TRIED = ("kind", "number", "choice", "sameness", "text_zh", "text_en")
"""How far a preview looks back, and what tells the condition that is tried."""


def worded(row: ConditionTally) -> dict[str, Any]:
    """A condition as it reads in both languages, with what it did."""
    return {"row": row, "zh": sentence(row.terms, "zh-hans"), "en": sentence(row.terms, "en")}


def sentence(terms: ConditionTerms, language: str) -> str:
    with translation.override(language):
        text = terms.text_en if language == "en" and terms.text_en else terms.text_zh
        return condition_text(
            terms.kind, number=terms.number, choice=terms.choice, sameness=terms.sameness, text=text
        )
