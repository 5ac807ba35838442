"""What the lives of the parts of a case put in the way of its course (Penalty Law, Art. 47)."""

from __future__ import annotations

from enforcement.lifecycle import CASE_LIFECYCLE
from enforcement.services.cases.obstructing import obstacles_to_unrecorded_process

CASE_LIFECYCLE.obstruct("close", obstacles_to_unrecorded_process)
