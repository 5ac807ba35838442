"""Tables of lenient treatment."""

from leniency.models.assessments import AssessmentResult, LeniencyAssessment
from leniency.models.conditions import LeniencyCondition
from leniency.models.entries import LeniencyEntry
from leniency.models.findings import CaseFinding
from leniency.models.lists import LeniencyList
from leniency.models.reviews import ListReview
from leniency.models.special_laws import SpecialProvision

__all__ = [
    "AssessmentResult",
    "CaseFinding",
    "LeniencyAssessment",
    "LeniencyCondition",
    "LeniencyEntry",
    "LeniencyList",
    "ListReview",
    "SpecialProvision",
]
