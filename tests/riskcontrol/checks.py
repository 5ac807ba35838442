"""Self-checks as they are offered and answered, made through the services, for tests (Art. 9)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from enforcement.models import Counterpart
from foundation.actors import ANONYMOUS, SCHEDULER
from guidance.models import CounterpartLink
from riskcontrol.models import PointEdition, SelfCheck
from riskcontrol.rules.self_checks import Given
from riskcontrol.services.samples import load_risk_points
from riskcontrol.services.self_checks import ask_self_check, correct_found, submit_self_check
from riskcontrol.services.self_checks.points import editions_of
from tests.city import NOON, City, a_counterpart

DAY = timedelta(days=1)
TODAY = NOON.date()


def points_published(at: datetime = NOON) -> None:
    load_risk_points(by=SCHEDULER, at=at)


def offered(
    city: City, party: Counterpart | None = None, *, by: str = "officer", at: datetime = NOON, **values: Any
) -> SelfCheck:
    """A self-check of the sample points for a shop; the points are published when none are."""
    if not PointEdition.objects.exists():
        points_published(at)
    given = {
        "field": city.places.fields["market"],
        "due_on": at.date() + 15 * DAY,
        "content": "请自查。",
        **values,
    }
    return ask_self_check(
        by=city.actor(by), at=at, counterpart=party or a_counterpart(city, by=by, at=at), **given
    )


def link_of(check: SelfCheck) -> CounterpartLink:
    return CounterpartLink.objects.standing().with_guidance().get(action=check.invitation_id)


def in_order(check: SelfCheck, **finds: Any) -> list[Given]:
    """All in order, but for those points whose code is named with what was found there."""
    found = {code.replace("_", "-"): more for code, more in finds.items()}
    return [
        Given(
            row.pk,
            row.code,
            **(
                {"answer": "no", "found_on": TODAY, **found[row.code]}
                if row.code in found
                else {"answer": "yes"}
            ),
        )
        for row in editions_of(check)
    ]


def submitted(check: SelfCheck, *, at: datetime = NOON, truth: bool = True, **finds: Any) -> SelfCheck:
    """As the party does it; what it found is named by the code of the point."""
    return submit_self_check(
        by=ANONYMOUS,
        at=at,
        link=link_of(check),
        answers=in_order(check, **finds),
        declared_by="店主示例",
        truth=truth,
    )


def corrected(check: SelfCheck, code: str, on: date, *, at: datetime = NOON, **more: Any) -> SelfCheck:
    edition = next(row for row in editions_of(check) if row.code == code)
    return correct_found(
        by=ANONYMOUS, at=at, link=link_of(check), edition=edition.pk, corrected_on=on, **more
    )
