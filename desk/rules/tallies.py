"""What one row of the record adds to the figures of the dashboard, and in whose reach (Art. 4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from desk.vocabulary import Measure
from enforcement.vocabulary import OPEN_STATES
from foundation.actors import ReachKind
from guidance.vocabulary import GuidanceState, VisitState

Image = Mapping[str, Any]
EVER = date(1970, 1, 1)
CITY = 0
OPEN_VISITS = (VisitState.PLANNED, VisitState.ASSIGNED)
_COLUMNS = ((ReachKind.LINE, "line_id"), (ReachKind.BRANCH, "branch_id"),
            (ReachKind.DISTRICT, "district_id"), (ReachKind.ORGAN, "organ_id"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Share:
    """One thing that is counted under ``measure``, on a day or in a month, as ``value``."""

    measure: str
    day: date
    value: str = ""


@dataclass(frozen=True, slots=True)
class Sphere:
    """Whose figures: one kind of reach and the organ or district that it is about."""

    kind: str
    id: int


def spheres_of(place: Image) -> list[Sphere]:
    """Everybody in whose reach a row lies that stands under this organ and its superiors."""
    above = [Sphere(kind.value, place[name]) for kind, name in _COLUMNS if place[name] is not None]
    return [Sphere(ReachKind.ALL.value, CITY), *above]


def shares_of(kind: str, image: Image | None, zone: tzinfo) -> Iterator[Share]:
    """What a row adds to the figures as it stands in ``image``; nothing once it is gone."""
    if image is not None:
        yield from SHARES[kind](image, zone)


def _of_case(image: Image, _zone: tzinfo) -> Iterator[Share]:
    if image["state"] in OPEN_STATES:
        yield Share(Measure.CASES_OPEN.value, EVER)
        if image["decided_on"] is None and image["deadline_on"] is not None:
            yield Share(Measure.CASES_UNDECIDED.value, date.fromisoformat(image["deadline_on"]))
    if image["decided_on"] is not None:
        yield Share(Measure.CASES_DECIDED.value, _month(image["decided_on"]), image["outcome"])


def _of_circumstances(image: Image, _zone: tzinfo) -> Iterator[Share]:
    if image["corrected_on"] is not None:
        yield Share(Measure.CORRECTIONS.value, _month(image["corrected_on"]))


def _of_guidance(image: Image, zone: tzinfo) -> Iterator[Share]:
    if image["issued_at"] is not None and image["state"] != GuidanceState.WITHDRAWN:
        issued = datetime.fromisoformat(image["issued_at"]).astimezone(zone).date()
        yield Share(Measure.GUIDANCE_ISSUED.value, issued.replace(day=1), image["way"])


def _of_visit(image: Image, _zone: tzinfo) -> Iterator[Share]:
    if image["state"] in OPEN_VISITS:
        yield Share(Measure.VISITS_OPEN.value, date.fromisoformat(image["due_on"]))


def _month(day: str) -> date:
    return date.fromisoformat(day).replace(day=1)


CASE, CIRCUMSTANCES = "enforcement.case", "enforcement.circumstances"
SHARES: dict[str, Callable[[Image, tzinfo], Iterator[Share]]] = {
    CASE: _of_case,
    CIRCUMSTANCES: _of_circumstances,
    "guidance.guidanceaction": _of_guidance,
    "guidance.returnvisit": _of_visit,
}
"""The kinds of rows that are counted."""
