"""What risk control does when a case moves: wake one task; the nightly review repeats the truth (Art. 9)."""

from __future__ import annotations

from enforcement.events import CaseCarriedOut, CaseClosed, CaseDecided
from enforcement.reports.citing import register_citer
from foundation.events import on
from foundation.nudges import nudge
from riskcontrol.reports.citing import points_citing

register_citer(points_citing)


@on(CaseDecided)
@on(CaseCarriedOut)
@on(CaseClosed)
def review_its_counterpart(event: CaseDecided | CaseCarriedOut | CaseClosed) -> None:
    nudge("riskcontrol.review_counterpart_of", event.case_id)
