"""A risk point in the cells of a sheet: short forms that are read back as they were written (Art. 9)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from riskcontrol.vocabulary import CauseKind, Level, Month, Side

SHEET_COLUMNS = (
    "code", "name_zh", "name_en", "matter", "basis", "manifestation_zh", "manifestation_en", "consequence_zh",
    "consequence_en", "level", "level_reason", "causes", "measures", "industries", "region", "kinds", "licences",
    "season_months", "ways",
)  # fmt: skip
ALL_LEVELS = "*"
_BETWEEN = re.compile(r"[,，、;；\n]+")
_LANGUAGES = ("zh-hans", "en")
_SHORT = {"主观": CauseKind.SUBJECTIVE, "客观": CauseKind.OBJECTIVE, "机关": CauseKind.ORGAN}
_SIDES = {"机关": Side.ORGAN, "相对人": Side.COUNTERPART}


def read_many(text: str, choices: Any) -> list[str]:
    """Codes or words separated by commas; raises ValueError for one that is none."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    return list(dict.fromkeys(code_of(part, choices) for part in parts if part))


def read_months(text: str) -> list[int]:
    """Numbers of months; raises ValueError for what is none."""
    found = []
    for part in filter(None, (part.strip() for part in _BETWEEN.split(text))):
        number = part.removesuffix("月")
        if not number.isascii() or not number.isdigit() or int(number) not in Month.values:
            raise ValueError(_("“%(text)s” is no month: 1 to 12.") % {"text": part[:20]})
        found.append(int(number))
    return sorted(set(found))


def read_lines(text: str) -> list[str]:
    """Texts separated by semicolons or lines."""
    return list(dict.fromkeys(filter(None, (part.strip() for part in re.split(r"[;；\n]+", text)))))


def read_causes(text: str) -> list[dict[str, str]]:
    """One cause a line, as ``subjective: 中文 | English``; raises ValueError for another form."""
    return [{"kind": _word(kind, CauseKind, _SHORT), **texts} for kind, texts in _parts(text)]


def read_measures(text: str) -> list[dict[str, str]]:
    """One measure a line, as ``organ/high: 中文 | English``; without a level it is one of all levels."""
    found = []
    for head, texts in _parts(text):
        side, _slash, level = head.partition("/")
        everywhere = level.strip() in ("", ALL_LEVELS)
        told = "" if everywhere else code_of(level.strip(), Level)
        found.append({"side": _word(side, Side, _SIDES), "level": told, **texts})
    return found


def code_of(text: str, choices: Any) -> str:
    """The code that ``text`` names by itself or by its word in either language; raises ValueError."""
    wanted = text.strip().casefold()
    for language in _LANGUAGES:
        with override(language):
            for code, label in choices.choices:
                if wanted in (str(code).casefold(), str(label).casefold()):
                    return str(code)
    known = ", ".join(str(code) for code in choices.values)
    raise ValueError(_("“%(text)s” is not one of: %(known)s.") % {"text": text[:40], "known": known})


def write_cause(kind: str, chinese: str, english: str) -> str:
    return f"{kind}: {_both(chinese, english)}"


def write_measure(side: str, level: str, chinese: str, english: str) -> str:
    return f"{side}/{level or ALL_LEVELS}: {_both(chinese, english)}"


def write_many(codes: Iterable[Any]) -> str:
    return ", ".join(str(code) for code in codes)


def _word(text: str, choices: Any, short: dict[str, Any]) -> str:
    known = short.get(text.strip())
    return str(known.value) if known is not None else code_of(text, choices)


def _parts(text: str) -> list[tuple[str, dict[str, str]]]:
    found = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        head, colon, rest = line.replace("：", ":", 1).partition(":")
        chinese, _bar, english = rest.partition("|")
        if not colon or not chinese.strip():
            raise ValueError(_("“%(text)s” has no colon with a text after it.") % {"text": line[:40]})
        found.append((head, {"text_zh": chinese.strip(), "text_en": english.strip()}))
    return found


def _both(chinese: str, english: str) -> str:
    return f"{chinese} | {english}" if english else chinese
