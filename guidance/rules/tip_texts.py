"""A text with places for what differs from addressee to addressee (Art. 8 (3))."""

from __future__ import annotations

import re
from collections.abc import Mapping

PLACES = ("name", "organ", "licence", "expires_on")
OF_A_LICENCE = frozenset({"licence", "expires_on"})
_PLACE = re.compile(r"\{([^{}\n]{0,40})\}")


def places_in(text: str) -> set[str]:
    """The names that stand in braces in ``text``."""
    return set(_PLACE.findall(text))


def unknown_places(text: str) -> list[str]:
    """Those of them that nothing is known for."""
    return sorted(places_in(text) - set(PLACES))


def filled(text: str, values: Mapping[str, str]) -> str:
    """``text`` with every known place filled once: what is filled in is not looked at again."""
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), text)
