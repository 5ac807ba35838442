"""Deadlines: reckoned for whoever asks, kept on cases, told in time."""

from enforcement.services.deadlines.calculating import calculate
from enforcement.services.deadlines.hearing_time import begin_hearing_time, end_hearing_time
from enforcement.services.deadlines.keeping import keep_deadline
from enforcement.services.deadlines.recounting import plan_recount, recount_after
from enforcement.services.deadlines.watching import stop_watching, watch

__all__ = [
    "begin_hearing_time",
    "calculate",
    "end_hearing_time",
    "keep_deadline",
    "plan_recount",
    "recount_after",
    "stop_watching",
    "watch",
]
