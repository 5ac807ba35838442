"""Article 4's two lines, known here alone: territory (regions) and system (lines of business)."""

from __future__ import annotations

from typing import Any, Self

from django.db.models import Q

from foundation.actors import Actor, Reach, ReachKind
from foundation.permissions import ADMINISTRATORS, Role
from foundation.record import RecordedQuerySet

COLUMN_OF = {
    ReachKind.LINE: "line_id",
    ReachKind.BRANCH: "branch_id",
    ReachKind.DISTRICT: "district_id",
    ReachKind.ORGAN: "organ_id",
}
_SUPERIORS = {Role.HEAD, Role.REVIEWER, Role.ORGAN_ADMIN}


class ScopedQuerySet(RecordedQuerySet):
    """Rows that belong to an organ. ``scope_path`` leads to the model that carries the scope columns.

    ``case_path`` leads to the key of the case that a row is about, or to each that it may be about: who is
    recused from it does not see it. ``shared_as`` is the noun under which other organs may take part in a row:
    their officers see it too.
    """

    scope_path = ""
    case_path: str | tuple[str, ...] = ""
    shared_as = ""

    def visible_to(self, actor: Actor) -> Self:
        """Rows that ``actor`` may see: an equality on one materialised column, or taking part."""
        return self._reached_or_shared(actor)._without_recused(actor)

    def within_reach_of(self, actor: Actor) -> Self:
        """Rows that are counted as those of the actor's organs: not what they only take part in."""
        return self._reached(actor.reach)._without_recused(actor)

    def workable_by(self, actor: Actor) -> Self:
        """Rows that ``actor`` may change: those of the own organ, or all for the scheduler."""
        if actor.reach.kind in {ReachKind.NONE, ReachKind.ALL} and actor.organ_id is None:
            return self._reached(actor.reach)
        nobody = actor.reach.kind == ReachKind.NONE
        seen = self.visible_to(actor) if nobody else self  # one's own organ lies within every other reach
        return seen.filter(**{f"{self.scope_path}organ_id": actor.organ_id})._without_recused(actor)

    def _without_recused(self, actor: Actor) -> Self:
        """Without the cases from which the actor is recused (Penalty Law, Art. 43)."""
        rows = self
        for path in self._paths_to_case() if actor.recused_from else ():
            rows = rows.exclude(**{f"{path}__in": sorted(actor.recused_from)})
        return rows

    def _paths_to_case(self) -> tuple[str, ...]:
        if self.case_path:
            return (self.case_path,) if isinstance(self.case_path, str) else self.case_path
        if self.scope_path.endswith("case__"):
            return (f"{self.scope_path.removesuffix('__')}_id",)
        return ("case_id",) if any(f.name == "case" for f in self.model._meta.concrete_fields) else ()

    def _reached_or_shared(self, actor: Actor) -> Self:
        reach, keys = actor.reach, keys_shared_with(actor, self.shared_as)
        if not keys or reach.kind not in COLUMN_OF:
            return self._reached(reach)
        return self.filter(Q(**{f"{self.scope_path}{COLUMN_OF[reach.kind]}": reach.id}) | Q(pk__in=keys))

    def _reached(self, reach: Reach) -> Self:
        if reach.kind == ReachKind.NONE:
            return self.none()
        if reach.kind == ReachKind.ALL:
            return self.all()
        return self.filter(**{f"{self.scope_path}{COLUMN_OF[reach.kind]}": reach.id})


class CityWideQuerySet(RecordedQuerySet):
    """Reference data that every signed-in officer may read."""

    def visible_to(self, actor: Actor) -> Self:
        return (
            self.none()
            if actor.officer_id is None and actor.organ_id is None and not actor.permissions
            else self.all()
        )

    def workable_by(self, actor: Actor) -> Self:
        return self.visible_to(actor)


def through(path: str, *, case: str | tuple[str, ...] = "") -> Any:
    """A ScopedQuerySet for rows whose scope stands in another table: ``through("case")``.

    ``case`` leads to the key of the case where ``path`` does not end at it.
    """
    return type("ScopedQuerySet", (ScopedQuerySet,), {"scope_path": f"{path}__", "case_path": case})


def keys_shared_with(actor: Actor, noun: str) -> list[int]:
    """The keys of things called ``noun`` of other organs that the actor's organ takes part in."""
    named = (thing.partition(":") for thing in actor.guest_of)
    return sorted(int(key) for kind, _colon, key in named if kind == noun)


def is_guest(actor: Actor, row: Any) -> bool:
    """Whether ``actor`` sees ``row``, which belongs to another organ, only by taking part in it."""
    column = COLUMN_OF.get(actor.reach.kind)
    return column is not None and getattr(row, column) != actor.reach.id


def serves_whole_city(actor: Actor) -> bool:
    """Whether ``actor`` works in an organ of the city itself, or operates the system."""
    return actor.district_id is None and (actor.organ_id is not None or actor.reach.kind == ReachKind.ALL)


def reach_of(*, roles: frozenset[Role], organ: Any) -> Reach:
    """How far an officer of ``organ`` with ``roles`` sees (Art. 4 para. 2).

    Administrators of the system see no case. Supervisors and evaluators see their territory, heads and
    reviewers their line or branch, officers their organ.
    """
    if not roles or organ is None or roles & ADMINISTRATORS:
        return Reach()
    if roles & {Role.SUPERVISOR, Role.EVALUATOR, Role.INTEGRITY}:
        return Reach(ReachKind.DISTRICT, organ.district_id) if organ.district_id else Reach(ReachKind.ALL)
    if roles & _SUPERIORS:
        if organ.line_id == organ.id:
            return Reach(ReachKind.LINE, organ.id)
        if organ.branch_id == organ.id:
            return Reach(ReachKind.BRANCH, organ.id)
    return Reach(ReachKind.ORGAN, organ.id)
