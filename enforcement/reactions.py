"""What other rows put in the way of the course of a case (Penalty Law, Art. 29, 37, 47)."""

from __future__ import annotations

from enforcement.lifecycle import CASE_LIFECYCLE
from enforcement.services.cases.obstructing import (
    obstacles_to_fining_twice,
    obstacles_to_law_in_between,
    obstacles_to_unrecorded_process,
)

CASE_LIFECYCLE.obstruct("close", obstacles_to_unrecorded_process)
for _act in ("decide", "decide_on_spot"):
    CASE_LIFECYCLE.obstruct(_act, obstacles_to_fining_twice)
    CASE_LIFECYCLE.obstruct(_act, obstacles_to_law_in_between)
