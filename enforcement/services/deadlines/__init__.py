"""Deadlines: reckoned for whoever asks, kept on cases, told in time."""

from enforcement.services.deadlines.calculating import calculate
from enforcement.services.deadlines.keeping import keep_deadline
from enforcement.services.deadlines.recounting import plan_recount, recount_after
from enforcement.services.deadlines.watching import stop_watching, watch

__all__ = ["calculate", "keep_deadline", "plan_recount", "recount_after", "stop_watching", "watch"]
