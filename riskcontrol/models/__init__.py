"""Tables of risk control."""

from riskcontrol.models.campaigns import Campaign
from riskcontrol.models.catalogues import CatalogueReview, RiskCatalogue
from riskcontrol.models.content import in_language
from riskcontrol.models.counterparts import CounterpartRisk, RiskHistory, RiskReview, RiskTally
from riskcontrol.models.editions import PointEdition, PublishedCause, PublishedMeasure
from riskcontrol.models.explanations import RiskExplanation
from riskcontrol.models.figures import PointFigures, PointQuarter
from riskcontrol.models.moves import RiskMove
from riskcontrol.models.parts import RiskCause, RiskMeasure
from riskcontrol.models.plans import RiskPlan
from riskcontrol.models.points import RiskPoint
from riskcontrol.models.self_check_answers import SelfCheckAnswer, SelfCheckCorrection, SelfCheckPhoto
from riskcontrol.models.self_checks import SelfCheck, SelfCheckDraft
from riskcontrol.models.weights import WeightSet

__all__ = [
    "Campaign",
    "CatalogueReview",
    "CounterpartRisk",
    "PointEdition",
    "PointFigures",
    "PointQuarter",
    "PublishedCause",
    "PublishedMeasure",
    "RiskCatalogue",
    "RiskCause",
    "RiskExplanation",
    "RiskHistory",
    "RiskMeasure",
    "RiskMove",
    "RiskPlan",
    "RiskPoint",
    "RiskReview",
    "RiskTally",
    "SelfCheck",
    "SelfCheckAnswer",
    "SelfCheckCorrection",
    "SelfCheckDraft",
    "SelfCheckPhoto",
    "WeightSet",
    "in_language",
]
