"""The rules of the rulebook that cite a provision, read from the words of their citations (Art. 3)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from enforcement.models import Provision, Rule
from enforcement.rules.citations import Cited, citations_in, overlap, plain_name


def rules_by_provision(provisions: Collection[int]) -> Iterator[tuple[int, Rule]]:
    """Each provision with each rule that names it, what contains it or what it contains; two queries."""
    rows = Provision.objects.filter(pk__in=provisions).select_related("instrument")
    cited = {p.pk: Cited(plain_name(p.instrument.name_zh), p.article) for p in rows}
    if not cited:
        return
    for rule in Rule.objects.order_by("position"):
        named = citations_in(rule.citation_zh)
        for key, provision in cited.items():
            if any(overlap(one, provision) for one in named):
                yield key, rule
