"""The conditions of an entry as data, gathered for its row, and told in words (Art. 10 para. 1)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db.models import Aggregate, CharField, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, JSONArray

from foundation.lists import RowContext
from leniency.lists.cells import either
from leniency.models import LeniencyCondition
from leniency.vocabulary import condition_text, conditions_text

TERMS = ("pk", "kind", "number", "choice", "sameness", "text_zh", "text_en")


class Gathered(Aggregate):
    """Many values as one JSON array."""

    function = "JSONB_AGG"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **context)


def with_terms(entries: QuerySet[Any]) -> QuerySet[Any]:
    """Adds ``terms``: what each condition of an entry asks, in one query with the rows."""
    terms = JSONArray(*(Cast(name, CharField()) for name in TERMS))
    of_entry = LeniencyCondition.objects.filter(entry=OuterRef("pk")).order_by().values("entry")
    gathered = of_entry.annotate(gathered=Gathered(terms, output_field=JSONField())).values("gathered")
    return entries.annotate(terms=Subquery(gathered))


def worded(value: tuple[str, str, list[list[Any]] | None], context: RowContext) -> str:
    """The list's own wording; where it has none, its conditions one after the other."""
    zh, en, terms = value
    return either((zh, en), context) or conditions_text(
        _told(t, context) for t in sorted(terms or (), key=_age)
    )


def _age(term: list[Any]) -> int:
    return int(term[0])


def _told(term: list[Any], context: RowContext) -> str:
    _pk, kind, number, choice, sameness, zh, en = term
    return condition_text(
        kind,
        number=None if number is None else Decimal(number),
        choice=choice,
        sameness=sameness,
        text=either((zh, en), context),
    )
