"""Tables of risk control."""

from riskcontrol.models.counterparts import CounterpartRisk, RiskHistory, RiskReview, RiskTally
from riskcontrol.models.points import PointFigures, RiskCause, RiskMeasure, RiskPoint, in_language

__all__ = [
    "CounterpartRisk",
    "PointFigures",
    "RiskCause",
    "RiskHistory",
    "RiskMeasure",
    "RiskPoint",
    "RiskReview",
    "RiskTally",
    "in_language",
]
