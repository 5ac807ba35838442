"""The points of a letter: one a line; what they come to together (Art. 8 (4), (5))."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from foundation.wording import day_text
from guidance.vocabulary import Adoption

_NUMBER = r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[)）、．]|\.(?!\d))"
_STROKE = re.compile(r"[|｜]")
_DAY = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})日?")
_PARTS = 3
_MARK = re.compile(rf"^\s*(?:[-*•·]|{_NUMBER})\s*")


def lines_of(text: str) -> list[str]:
    """The points of ``text``, without the numbers or strokes that they were written with."""
    found = (_MARK.sub("", line).strip() for line in text.splitlines())
    return [line for line in found if line]


@dataclass(frozen=True, slots=True)
class Suggested:
    """One suggestion: what it brings, and a day that would suit; neither binds."""

    text: str
    benefit: str = ""
    do_by: date | None = None


def suggested_of(text: str) -> list[Suggested]:
    """The suggestions of ``text``; what stands in the place of a day and is none belongs to the words before."""
    return [_suggested(line) for line in lines_of(text)]


def told(suggested: Iterable[Suggested]) -> str:
    """Suggestions as they stand in a letter: numbered, each with what it brings and by when."""
    return "\n".join(f"{number}. {_in_words(one)}" for number, one in enumerate(suggested, start=1))


def unreadable(text: str) -> Iterator[str]:
    """The suggestions in whose third part there is no day, or that have more than three parts."""
    for line in lines_of(text):
        parts = _parts(line)
        if len(parts) > _PARTS or (len(parts) == _PARTS and parts[-1] and _day(parts[-1]) is None):
            yield line


def _suggested(line: str) -> Suggested:
    text, *rest = _parts(line)
    do_by = _day(rest[-1]) if len(rest) > 1 else None
    benefit = " ".join(part for part in (rest[:-1] if do_by else rest) if part)
    return Suggested(text, benefit, do_by)


def _parts(line: str) -> list[str]:
    return [part.strip() for part in _STROKE.split(line)]


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _in_words(one: Suggested) -> str:
    brings = _("what it brings: %(benefit)s") % {"benefit": one.benefit} if one.benefit else ""
    suits = _("would suit until %(day)s") % {"day": day_text(one.do_by)} if one.do_by else ""
    more = _("; ").join(part for part in (brings, suits) if part)
    return _("%(text)s (%(more)s)") % {"text": one.text, "more": more} if more else one.text


def sum_of(adopted: Sequence[str]) -> str:
    """What the suggestions came to: all, none, or part; empty while one has no word yet."""
    if not adopted or "" in adopted:
        return ""
    return adopted[0] if len(set(adopted)) == 1 else str(Adoption.PART)
