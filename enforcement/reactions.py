"""What other rows put in the way of the course of a case (Penalty Law, Art. 27, 29, 37, 47, 66, 73)."""

from __future__ import annotations

from enforcement.lifecycle import CASE_LIFECYCLE, COERCION_LIFECYCLE
from enforcement.services.cases.obstructing import (
    obstacles_to_closing_referred,
    obstacles_to_fining_twice,
    obstacles_to_incomplete_file,
    obstacles_to_law_in_between,
    obstacles_to_unpaid_fine,
    obstacles_to_unrecorded_process,
)
from enforcement.services.remedies.obstructing import obstacles_to_executing_meanwhile

CASE_LIFECYCLE.obstruct("carry_out", obstacles_to_unpaid_fine)
COERCION_LIFECYCLE.obstruct("apply", obstacles_to_executing_meanwhile)
CASE_LIFECYCLE.obstruct("close", obstacles_to_unrecorded_process)
CASE_LIFECYCLE.obstruct("close", obstacles_to_closing_referred)
CASE_LIFECYCLE.obstruct("archive", obstacles_to_incomplete_file)
for _act in ("decide", "decide_on_spot"):
    CASE_LIFECYCLE.obstruct(_act, obstacles_to_fining_twice)
    CASE_LIFECYCLE.obstruct(_act, obstacles_to_law_in_between)
