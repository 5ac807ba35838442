"""What evaluation writes: definitions of indicators, and periods."""

from evaluation.services.indicators import load_indicators
from evaluation.services.periods import open_periods

__all__ = ["load_indicators", "open_periods"]
