"""Stopping and lengthening the time for a decision."""

from enforcement.services.intervals.answering import approve_interval, end_interval, refuse_interval
from enforcement.services.intervals.asking import ask_extension, stop_clock

__all__ = ["approve_interval", "ask_extension", "end_interval", "refuse_interval", "stop_clock"]
