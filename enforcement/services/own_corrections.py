"""Who knows what parties corrected of their own accord: floors above register, others ask here (Art. 9, 10 para. 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from enforcement.rules.own_corrections import OwnCorrection

Source = Callable[[Collection[int]], Iterable[tuple[int, OwnCorrection]]]
_sources: list[Source] = []


def register_own_corrections(source: Source) -> Source:
    """Let an app above name, by counterpart, what parties corrected themselves; one query for all of them."""
    if source not in _sources:
        _sources.append(source)
    return source


def own_corrections_of(counterparts: Collection[int]) -> dict[int, tuple[OwnCorrection, ...]]:
    """By counterpart everything that it corrected of its own accord."""
    found: dict[int, list[OwnCorrection]] = defaultdict(list)
    for source in _sources:
        for counterpart, one in source(counterparts):
            found[counterpart].append(one)
    return {key: tuple(rows) for key, rows in found.items()}
