"""Evaluation as JSON (Art. 4)."""

from evaluation.serializers.definitions import IndicatorSerializer, PeriodSerializer
from evaluation.serializers.scorecards import ScorecardShape, scorecard_body

__all__ = ["IndicatorSerializer", "PeriodSerializer", "ScorecardShape", "scorecard_body"]
