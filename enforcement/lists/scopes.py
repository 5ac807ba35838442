"""The filter “this organ and all below it”, among the organs that the actor reaches (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.models import Organ
from enforcement.scope import COLUMN_OF
from foundation.actors import Actor, ReachKind
from foundation.lists import SubtreeFilter

_ALONE = {ReachKind.LINE: "line_id", ReachKind.BRANCH: "branch_id", ReachKind.DISTRICT: "district_id"}


def organs_reached(actor: Actor) -> QuerySet[Any]:
    """The organs whose rows ``actor`` may see."""
    reach = actor.reach
    if reach.kind == ReachKind.NONE:
        return Organ.objects.none()
    if reach.kind == ReachKind.ALL:
        return Organ.objects.all()
    return Organ.objects.filter(**{_ALONE.get(reach.kind, "pk"): reach.id})


def organ_and_below(path: str = "") -> SubtreeFilter:
    """A filter for rows whose scope columns stand at ``path`` (empty, or ending in ``__``)."""

    def narrow(rows: QuerySet[Any], organ: Any) -> QuerySet[Any]:
        return rows.filter(below(organ, path))

    return SubtreeFilter(choices=organs_reached, narrow=narrow, label=_("organ"))


def below(organ: Any, path: str = "") -> Q:
    """Rows of ``organ`` and of all organs below it: an equality on one materialised column."""
    if organ.line_id == organ.pk:
        kind = ReachKind.LINE
    elif organ.branch_id == organ.pk:
        kind = ReachKind.BRANCH
    else:
        kind = ReachKind.ORGAN
    return Q(**{f"{path}{COLUMN_OF[kind]}": organ.pk})
