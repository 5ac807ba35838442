"""The words of lenient treatment: lists, conditions, verdicts and conclusions (Art. 10 para. 1)."""

from leniency.vocabulary.conditions import (
    CHOICES_OF,
    CITATION_OF,
    CONDITIONS_OF_LAW,
    NEEDS_NUMBER,
    SOURCE_OF,
    ConditionKind,
    Sameness,
    Source,
)
from leniency.vocabulary.lists import (
    CONCLUSION_OF,
    LAW_OF,
    PUBLIC_STATES,
    TONE_OF_DIFFERENCE,
    UNPUBLISHED_STATES,
    Difference,
    InForceOn,
    ListState,
    ListType,
)
from leniency.vocabulary.reviews import TONE_OF_STANDING, ReviewCause, ReviewOutcome, Standing
from leniency.vocabulary.verdicts import FAVOUR, TONE_OF_VERDICT, Conclusion, Ground, Verdict
from leniency.vocabulary.wording import condition_text, missing_text, value_text

__all__ = [
    "CHOICES_OF",
    "CITATION_OF",
    "CONCLUSION_OF",
    "CONDITIONS_OF_LAW",
    "FAVOUR",
    "LAW_OF",
    "NEEDS_NUMBER",
    "PUBLIC_STATES",
    "SOURCE_OF",
    "TONE_OF_DIFFERENCE",
    "TONE_OF_STANDING",
    "TONE_OF_VERDICT",
    "UNPUBLISHED_STATES",
    "Conclusion",
    "ConditionKind",
    "Difference",
    "Ground",
    "InForceOn",
    "ListState",
    "ListType",
    "ReviewCause",
    "ReviewOutcome",
    "Sameness",
    "Source",
    "Standing",
    "Verdict",
    "condition_text",
    "missing_text",
    "value_text",
]
