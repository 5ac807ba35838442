"""Where a case stands on the ladder from a kind word to a decision (Art. 3, 8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from enforcement.vocabulary import CaseState
from foundation.actors import Actor
from guidance.models import GuidanceAction, ReturnVisit
from guidance.vocabulary import VisitState, Way

MILD = (Way.TIP, Way.GUIDE, Way.DEMO)
HELPING = (Way.COUNSEL, Way.SUGGEST, Way.OTHER)
FIRM = (Way.EXHORT, Way.INTERVIEW)
ENDED = (CaseState.NOT_FILED, CaseState.CLOSED, CaseState.ARCHIVED)
VISITED = (VisitState.HELD, VisitState.CLOSED)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: ``done``, ``now``, ``todo`` or ``skipped``."""

    label: Any
    state: str
    note: str = ""


def ladder_of(case: Case, *, by: Actor) -> tuple[Step, ...]:
    """The five steps for ``case``, from the guidance and visits that ``by`` may see; two queries."""
    ways = list(
        GuidanceAction.objects.visible_to(by).issued().filter(case=case).values_list("way", flat=True)
    )
    visits = list(ReturnVisit.objects.visible_to(by).filter(case=case).values_list("state", flat=True))
    has_ended = case.state in ENDED
    return (
        _given(_("Tips"), ways, MILD),
        _given(_("Counselling, suggestion"), ways, HELPING),
        _given(_("Exhortation, interview"), ways, FIRM),
        Step(_("Case"), "done" if has_ended else "now", str(case.get_state_display())),
        _visit_step(visits, ways, has_ended=has_ended),
    )


def _given(label: Any, ways: list[str], wanted: tuple[Way, ...]) -> Step:
    number = sum(way in wanted for way in ways)
    if not number:
        return Step(label, "skipped")
    return Step(label, "done", ngettext("%(n)d time", "%(n)d times", number) % {"n": number})


def _visit_step(visits: list[str], ways: list[str], *, has_ended: bool) -> Step:
    label = _("Return visit")
    if Way.REVISIT in ways or any(state in VISITED for state in visits):
        return Step(label, "done")
    if not visits:
        return Step(label, "skipped" if has_ended else "todo")
    return Step(label, "now" if has_ended else "todo", gettext("planned"))
