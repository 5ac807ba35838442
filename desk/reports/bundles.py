"""Notices as they are read: by day, and what is said many times of the same kind folded into one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FOLDED_FROM = 4
WEEK = timedelta(days=7)
SECTIONS = {"today": _("Today"), "week": _("In the last seven days"), "earlier": _("Earlier")}


@dataclass(frozen=True, slots=True)
class Bundle:
    """One notice, or several unread ones of a kind: the latest is read at once, the rest by opening it."""

    first: Any
    more: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    label: Any
    bundles: tuple[Bundle, ...]


def sections_of(notices: Sequence[Any], today: date) -> list[Section]:
    """``notices``, the latest first, in sections of time; nothing is left out."""
    dated: dict[str, list[Any]] = {name: [] for name in SECTIONS}
    for notice in notices:
        dated[_section(timezone.localdate(notice.at), today)].append(notice)
    return [Section(SECTIONS[name], tuple(_folded(rows))) for name, rows in dated.items() if rows]


def _section(day: date, today: date) -> str:
    if day >= today:
        return "today"
    return "week" if day > today - WEEK else "earlier"


def _folded(notices: list[Any]) -> Iterable[Bundle]:
    """Each in its place; unread ones that say the same of many things stand together at the first of them."""
    alike: dict[str, list[Any]] = {}
    for notice in notices:
        if notice.read_at is None:
            alike.setdefault(notice.kind, []).append(notice)
    told: set[str] = set()
    for notice in notices:
        same = alike.get(notice.kind, []) if notice.read_at is None else []
        if len(same) < FOLDED_FROM:
            yield Bundle(notice)
        elif notice.kind not in told:
            told.add(notice.kind)
            yield Bundle(notice, tuple(same[1:]))
