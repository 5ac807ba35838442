"""More teams on the ground, founded by the services like any other organ (Art. 4)."""

from __future__ import annotations

from datetime import date, datetime

from enforcement.models import Organ
from enforcement.services.officers import enrol_officer
from enforcement.services.organs import found_organ
from enforcement.vocabulary import CertificateState, OrganKind, RegionLevel
from foundation.actors import Actor
from foundation.permissions import Role

OFFICERS = 8
CODE = "SV"


def found_teams(number: int, *, by: Actor, at: datetime) -> None:
    """Found ``number`` teams with eight officers and a head each, below the bureaux of the counties."""
    parents = list(
        Organ.objects.filter(level=RegionLevel.COUNTY, organ_fields__isnull=False).distinct().order_by("pk")
    )
    known = Organ.objects.filter(code__startswith=CODE).count()
    for serial in range(known, known + number):
        _found_team(serial, parents[serial % len(parents)], by=by, at=at)


def _found_team(serial: int, parent: Organ, *, by: Actor, at: datetime) -> None:
    townships = parent.region.parts.filter(level=RegionLevel.TOWNSHIP).order_by("pk")
    team = found_organ(
        by=by, at=at, code=f"{CODE}{serial:04d}", sign=f"{parent.sign}{serial + 1}队", kind=OrganKind.ENTRUSTED,
        level=RegionLevel.TOWNSHIP, region=townships[serial % len(townships)], parent=parent,
        name_zh=f"{parent.name_zh}执法{serial + 1}队", name_en=f"{parent.name_en}, Team {serial + 1}",
        fields=[duty.field for duty in parent.organ_fields.select_related("field")],
    )  # fmt: skip
    for place in range(OFFICERS + 1):
        role = Role.HEAD if place == OFFICERS else Role.OFFICER
        enrol_officer(
            by=by, at=at, password=None, roles=[role.value], username=f"team{serial + 1}-{place + 1}",
            name_zh=f"{serial + 1}队{place + 1}号", name_en=f"Team {serial + 1} No. {place + 1}", organ=team,
            certificate_number=f"SV{serial:04d}{place:02d}", certificate_state=CertificateState.VALID,
            certificate_until=date(at.year + 3, 12, 31),
        )  # fmt: skip
