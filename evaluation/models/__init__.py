"""Tables of evaluation."""

from evaluation.models.indicators import Indicator
from evaluation.models.periods import EvaluationPeriod

__all__ = ["EvaluationPeriod", "Indicator"]
