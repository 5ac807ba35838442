"""The organs that lead cases, with their people and the matters in their duties (Art. 3, 4)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desk.services.founding.stories import fine_for, tier_for
from enforcement.models import Matter, Officer, Organ
from enforcement.vocabulary import PENALISING, CertificateState, Outcome
from foundation.permissions import Role

FEWEST = 4  # two who handle and two who visit, and nobody twice


@dataclass(frozen=True)
class Terms:
    """What is decided about a matter when it ends with a certain outcome."""

    fine: Decimal | None
    tier: str


@dataclass(frozen=True)
class Violation:
    """A matter with what a case about it says."""

    id: int
    field_id: int
    name: str
    terms: dict[str, Terms]


@dataclass(frozen=True)
class Bureau:
    """An organ that can lead a case to its end."""

    id: int
    sign: str
    region_id: int
    place: dict[str, Any]
    officers: tuple[int, ...]
    heads: tuple[int, ...]
    reviewers: tuple[int, ...]
    violations: tuple[Violation, ...]

    @property
    def district_id(self) -> int | None:
        return self.place["district_id"]


def bureaux() -> list[Bureau]:
    """Every organ with four certified officers, a head, and matters in its duties."""
    matters = [
        _violation(m) for m in Matter.objects.filter(is_active=True).prefetch_related("bands").order_by("pk")
    ]
    organs = Organ.objects.active().prefetch_related("organ_fields").order_by("pk")
    found = (_bureau(organ, matters) for organ in organs)
    return [b for b in found if len(b.officers) >= FEWEST and b.heads and b.violations]


def _bureau(organ: Organ, matters: list[Violation]) -> Bureau:
    duties = {duty.field_id for duty in organ.organ_fields.all()}
    certified = Officer.objects.filter(certificate_state=CertificateState.VALID)
    return Bureau(
        id=organ.pk,
        sign=organ.sign,
        region_id=organ.region_id,
        place={
            "organ_id": organ.pk, "line_id": organ.line_id, "branch_id": organ.branch_id,
            "district_id": organ.district_id,
        },
        officers=_staff(organ, Role.OFFICER, certified),
        heads=_staff(organ, Role.HEAD) or (_staff(organ.branch, Role.HEAD) if organ.branch else ()),
        reviewers=_staff(organ, Role.REVIEWER),
        violations=tuple(v for v in matters if v.field_id in duties),
    )  # fmt: skip


def _staff(organ: Organ, role: Role, among: Any = None) -> tuple[int, ...]:
    people = Officer.objects.all() if among is None else among
    return tuple(
        people.filter(organ=organ, is_active=True, grants__role=role)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def _violation(matter: Matter) -> Violation:
    terms = {outcome.value: _terms(matter, outcome) for outcome in Outcome}
    return Violation(matter.pk, matter.field_id, matter.name_zh, terms)


def _terms(matter: Matter, outcome: Outcome) -> Terms:
    if outcome not in PENALISING:
        return Terms(None, "")
    fine = fine_for(matter, outcome)
    return Terms(fine, tier_for(matter, fine))
