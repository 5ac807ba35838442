"""Where a list stands on a day (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import date

from leniency.vocabulary import Standing


def standing_of(
    *,
    on: date,
    is_public: bool,
    effective_from: date | None,
    effective_to: date | None,
    repealed_on: date | None,
    has_successor: bool,
    is_reviewed: bool,
) -> Standing:
    """The standing of a list on the day ``on``; ``is_reviewed`` is whether a review is open."""
    if not is_public or effective_from is None:
        return Standing.PREPARED
    if repealed_on is not None and repealed_on <= on:
        return Standing.REPEALED
    if effective_from > on:
        return Standing.COMING
    if effective_to is not None and effective_to < on:
        return Standing.REVISED if has_successor else Standing.EXPIRED
    return Standing.UNDER_REVIEW if is_reviewed else Standing.EFFECTIVE
