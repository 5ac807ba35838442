"""Who sees a list: everybody what is published, the issuing line what is in preparation (Art. 4, 10)."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db.models import Exists, OuterRef, Q

from enforcement.scope import ScopedQuerySet
from foundation.actors import Actor, ReachKind
from leniency.vocabulary import PUBLIC_STATES, Standing


class ListPartQuerySet(ScopedQuerySet):
    """Rows of a list or below it; ``list_path`` leads to the list."""

    list_path = ""

    def visible_to(self, actor: Actor) -> Self:
        if actor.reach.kind == ReachKind.NONE and not actor.permissions:
            return self.none()
        published = self.filter(**{f"{self.list_path}state__in": PUBLIC_STATES})
        return published | super().visible_to(actor)

    def published(self) -> Self:
        return self.filter(**{f"{self.list_path}state__in": PUBLIC_STATES})

    def in_force(self, on: date) -> Self:
        """Rows of lists that were in force on a day, as far as is known today."""
        path = self.list_path
        return self.published().filter(
            Q(**{f"{path}effective_to": None}) | Q(**{f"{path}effective_to__gte": on}),
            Q(**{f"{path}repealed_on": None}) | Q(**{f"{path}repealed_on__gt": on}),
            **{f"{path}effective_from__lte": on},
        )


def within_list(path: str) -> Any:
    """A query set for rows whose list stands in another table."""
    names = {"list_path": f"{path}__", "scope_path": f"{path}__"}
    return type("ListPartQuerySet", (ListPartQuerySet,), names)


class ListQuerySet(ListPartQuerySet):
    """Lists with what their standing is told by."""

    def with_standing(self) -> Self:
        """Adds ``is_replaced`` and ``is_reviewed``: beside its days, what the standing of a list turns on."""
        open_review = Q(reviews__isnull=False, reviews__concluded_on=None)
        reviewed = self.model.objects.filter(open_review, pk=OuterRef("pk"))
        replaced = self.model.objects.filter(supersedes=OuterRef("pk"))
        return self.annotate(is_reviewed=Exists(reviewed), is_replaced=Exists(replaced))

    def standing(self, standing: str, day: date) -> Self:
        """Rows of ``with_standing`` that stand so on a day; the same words as ``rules/standing.py``."""
        prepared = ~Q(state__in=PUBLIC_STATES) | Q(effective_from=None)
        repealed = ~prepared & Q(repealed_on__isnull=False, repealed_on__lte=day)
        living = ~prepared & (Q(repealed_on=None) | Q(repealed_on__gt=day))
        ended = living & Q(effective_from__lte=day, effective_to__isnull=False, effective_to__lt=day)
        running = living & Q(effective_from__lte=day) & (Q(effective_to=None) | Q(effective_to__gte=day))
        return self.filter(
            {
                Standing.PREPARED: prepared,
                Standing.REPEALED: repealed,
                Standing.COMING: living & Q(effective_from__gt=day),
                Standing.REVISED: ended & Q(is_replaced=True),
                Standing.EXPIRED: ended & Q(is_replaced=False),
                Standing.UNDER_REVIEW: running & Q(is_reviewed=True),
                Standing.EFFECTIVE: running & Q(is_reviewed=False),
            }[Standing(standing)]
        )


class EntryQuerySet(ListPartQuerySet):
    list_path = scope_path = "list__"

    def in_force(self, on: date) -> Self:
        """Entries in force on a day: their list was, and they were not suspended."""
        return super().in_force(on).filter(Q(suspended_on=None) | Q(suspended_on__gt=on))

    def for_place(self, district_id: int | None) -> Self:
        """Entries of lists of the whole city, and of the district where the case is handled."""
        return self.filter(Q(list__district=None) | Q(list__district=district_id))


class AssessmentQuerySet(ScopedQuerySet):
    scope_path = "case__"

    def latest_of(self, case_id: int) -> Any:
        """The assessment of a case that counts now, or none."""
        return self.filter(case=case_id).order_by("-id").first()
