"""Which provisions, as they are entered here, the words of a citation mean (Art. 3)."""

from __future__ import annotations

from collections.abc import Mapping

from enforcement.models import Provision
from enforcement.rules.citations import Cited, citations_in, plain_name

Shelf = Mapping[tuple[str, str], Provision]


def shelf_of_law() -> Shelf:
    """The last revision of every provision that is entered, by law and article; two queries."""
    rows = Provision.objects.select_related("instrument").order_by("revision")
    return {(plain_name(p.instrument.name_zh), p.article): p for p in rows}


def provisions_cited(text: str, shelf: Shelf) -> list[Provision]:
    """The provisions that the words name: as cited, else what contains it; what is not entered is left out."""
    found = (_provision(cited, shelf) for cited in citations_in(text))
    return list({p.pk: p for p in found if p is not None}.values())


def _provision(cited: Cited, shelf: Shelf) -> Provision | None:
    fitting = (shelf.get((cited.law, article)) for article in cited.containing)
    return next((p for p in fitting if p is not None), None)
