"""Finding rows by pieces of their texts, indexed alike on PostgreSQL and SQLite."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import BooleanField, F, Func

from enforcement.rules.found_texts import FoundWords, pieces_wanted
from enforcement.rules.names import plain_of
from foundation.record import DerivedModel


class HoldsAll(Func):
    """Whether the grams of a row hold all ``pieces``; a GIN index or the FTS5 table ``full_text`` answers it."""

    output_field = BooleanField()

    def __init__(self, *expressions: Any, pieces: list[str], full_text: str) -> None:
        super().__init__(*expressions)
        self.pieces, self.full_text = pieces, full_text

    def as_postgresql(self, compiler: Any, connection: Any, **_extra: Any) -> tuple[str, tuple[Any, ...]]:
        grams, params = compiler.compile(self.source_expressions[0])
        return f"string_to_array({grams}, ' ') @> %s::text[]", (*params, self.pieces)

    def as_sqlite(self, compiler: Any, connection: Any, **_extra: Any) -> tuple[str, tuple[Any, ...]]:
        key, params = compiler.compile(self.source_expressions[1])
        asked = " AND ".join(f'"{piece}"' for piece in self.pieces)
        found = f"SELECT rowid FROM {self.full_text} WHERE {self.full_text} MATCH %s"  # noqa: S608 - a constant
        return f"{key} IN ({found})", (*params, asked)


class FoundTextQuerySet(models.QuerySet[Any]):
    def holding(self, text: str) -> Self:
        """Rows of which one text contains ``text``, whatever its blanks and marks; none for an empty one."""
        if not (pieces := pieces_wanted(text)):
            return self.none()
        held = HoldsAll(F("grams"), F("pk"), pieces=pieces, full_text=self.model.FULL_TEXT)
        return self.filter(held, plain__contains=plain_of(text))


class FoundText(DerivedModel):
    """How one thing is found by its texts, apart from the row that acts change."""

    FULL_TEXT = ""

    plain = models.TextField()
    grams = models.TextField()

    objects = FoundTextQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def keep_many(cls, texts_of: dict[int, tuple[str, ...]]) -> None:
        """Let many new things be found, each by its texts."""
        worded = ((key, FoundWords(texts)) for key, texts in texts_of.items())
        cls.objects.bulk_create([cls(pk=key, plain=words.plain, grams=words.grams) for key, words in worded])

    @classmethod
    def keep(cls, key: int, *texts: str, is_new: bool) -> None:
        """Let the thing ``key`` be found by ``texts``."""
        words = FoundWords(texts)
        known = None if is_new else cls.objects.filter(pk=key).values_list("plain", flat=True).first()
        if known == words.plain:
            return
        row = cls(pk=key, plain=words.plain, grams=words.grams)
        row.save(force_insert=known is None)
