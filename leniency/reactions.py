"""What leniency adds to the life of a case and its coercion below: nothing is decided past the lists (Art. 10)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.events import CaseDecided
from enforcement.lifecycle import CASE_LIFECYCLE, COERCION_LIFECYCLE
from enforcement.lists.case_filters import add_case_filter
from enforcement.reports.citing import register_citer
from enforcement.services.documents import register_letter
from enforcement.services.matters import follow_law
from foundation.events import on
from foundation.nudges import nudge
from guidance.services.visits import register_ground
from guidance.vocabulary import SelectionReason
from leniency.lists.filters import RevisitFilter
from leniency.reports.citing import entries_citing
from leniency.services.commitment_letter import COMMITMENT_LETTER
from leniency.services.following import follow_version
from leniency.services.not_filing import SIGNED_PROMISE, obstacles_to_not_filing
from leniency.services.obstructing import (
    obstacles_to_closing,
    obstacles_to_coercing,
    obstacles_to_concluding,
    obstacles_to_deciding,
)

CASE_LIFECYCLE.obstruct("assess", obstacles_to_concluding)
CASE_LIFECYCLE.obstruct("close", obstacles_to_closing)
CASE_LIFECYCLE.obstruct("decide", obstacles_to_deciding)
CASE_LIFECYCLE.obstruct("decline_filing", obstacles_to_not_filing)
CASE_LIFECYCLE.obstruct("decide_on_spot", obstacles_to_deciding)
for step in ("propose", "approve", "confirm"):
    COERCION_LIFECYCLE.obstruct(step, obstacles_to_coercing)
follow_law(follow_version)
register_citer(entries_citing)
register_letter(COMMITMENT_LETTER)
register_ground(SelectionReason.PROMISED, SIGNED_PROMISE)
add_case_filter("assess_again", RevisitFilter(label=_("leniency to be assessed again")))


@on(CaseDecided)
def look_again_after_decision(event: CaseDecided) -> None:
    nudge("leniency.plan_missing_checks")
