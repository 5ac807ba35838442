"""Tables of lenient treatment."""

from leniency.models.assessments import AssessmentResult, LeniencyAssessment
from leniency.models.choices import LeniencyChoice
from leniency.models.citations import EntryCitation
from leniency.models.conditions import LeniencyCondition
from leniency.models.entries import LeniencyEntry
from leniency.models.entry_reviews import EntryReview
from leniency.models.findings import CaseFinding
from leniency.models.following_up import CorrectionCheck, EducationRecord, Promise
from leniency.models.lists import LeniencyList
from leniency.models.off_list import OffListWaiver
from leniency.models.reviews import ListReview
from leniency.models.revisits import RevisitNotice
from leniency.models.special_laws import SpecialProvision

__all__ = [
    "AssessmentResult",
    "CaseFinding",
    "CorrectionCheck",
    "EducationRecord",
    "EntryCitation",
    "EntryReview",
    "LeniencyAssessment",
    "LeniencyChoice",
    "LeniencyCondition",
    "LeniencyEntry",
    "LeniencyList",
    "ListReview",
    "OffListWaiver",
    "Promise",
    "RevisitNotice",
    "SpecialProvision",
]
