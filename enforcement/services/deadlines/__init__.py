"""Deadlines: reckoned for whoever asks, kept on cases, told in time."""

from enforcement.services.deadlines.calculating import calculate

__all__ = ["calculate"]
