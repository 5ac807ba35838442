"""Finding counterparts by name: pieces of one to three signs, indexed alike on PostgreSQL and SQLite."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from enforcement.models.counterparts import Counterpart
from enforcement.models.text_search import HoldsAll
from enforcement.rules.names import SearchName, pieces_asked, plain_of
from foundation.record import DerivedModel

FULL_TEXT = "enforcement_counterpart_fts"


class CounterpartSearchQuerySet(models.QuerySet[Any]):
    def named(self, text: str) -> Self:
        """Rows whose name, pinyin or pinyin initials contain ``text``; none for an empty text."""
        candidates = Q(pk__in=[])
        for pieces in pieces_asked(text):
            candidates |= Q(HoldsAll(F("grams"), F("pk"), pieces=pieces, full_text=FULL_TEXT))
        plain = plain_of(text)
        said = Q(plain__contains=plain) | Q(initials__contains=plain) | Q(pinyin__contains=plain)
        return self.filter(candidates, said)

    def holding_any(self, texts: list[str]) -> Self:
        """Rows that hold all pieces of one of ``texts``: candidates only, to be compared by who asks."""
        candidates = Q(pk__in=[])
        for text in texts:
            for pieces in pieces_asked(text)[:1]:
                candidates |= Q(HoldsAll(F("grams"), F("pk"), pieces=pieces, full_text=FULL_TEXT))
        return self.filter(candidates)


class CounterpartSearch(DerivedModel):
    """How a counterpart's name is found, apart from the row that sweeps update."""

    counterpart = models.OneToOneField(
        Counterpart, on_delete=models.CASCADE, primary_key=True, related_name="search_row"
    )
    plain = models.TextField()
    initials = models.TextField()
    pinyin = models.TextField()
    grams = models.TextField()

    objects = CounterpartSearchQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.counterpart_id)

    @classmethod
    def of(cls, counterpart: Counterpart) -> CounterpartSearch:
        """The row, unsaved, that ``counterpart`` is found by."""
        name = SearchName(counterpart.name)
        return cls(
            counterpart=counterpart,
            plain=name.plain,
            initials=name.initials,
            pinyin=name.pinyin,
            grams=name.grams,
        )
