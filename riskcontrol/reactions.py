"""What risk control does when a case moves: wake one task; the nightly review repeats the truth (Art. 9)."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from enforcement.events import CaseCarriedOut, CaseClosed, CaseDecided
from enforcement.reports.citing import register_citer
from enforcement.services.own_corrections import register_own_corrections
from foundation.events import on
from foundation.nudges import nudge
from guidance.services.links import register_part
from guidance.services.visits import register_second_look
from riskcontrol.models import CounterpartRisk
from riskcontrol.reports.citing import points_citing
from riskcontrol.reports.self_checks import corrected_by_themselves
from riskcontrol.services.self_checks.doors import part_of_link
from riskcontrol.vocabulary import Level

register_citer(points_citing)
register_part(part_of_link)
register_own_corrections(corrected_by_themselves)
register_second_look(
    Exists(CounterpartRisk.objects.filter(counterpart=OuterRef("counterpart"), level=Level.HIGH))
)


@on(CaseDecided)
@on(CaseCarriedOut)
@on(CaseClosed)
def review_its_counterpart(event: CaseDecided | CaseCarriedOut | CaseClosed) -> None:
    nudge("riskcontrol.review_counterpart_of", event.case_id)
