"""A condition in one short word for a sheet: ``first_time=24/matter``, ``harm_at_most=none`` (Art. 10 para. 1)."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from leniency.vocabulary.conditions import CHOICES_OF, ConditionKind, Sameness

K = ConditionKind
SHEET_COLUMNS = (
    "code", "violation_zh", "violation_en", "violated", "basis", "statutory_range", "correct_first",
    "conditions_zh", "conditions_en", "conditions", "follow_up_zh", "follow_up_en", "matter",
)  # fmt: skip
"""What the columns of a sheet hold, from A on."""
SEPARATORS = str.maketrans("；\n", ";;")


def short_of(kind: str, *, number: Decimal | None, choice: str, sameness: str, zh: str, en: str) -> str:
    """One condition as it is typed into a sheet; ``read_conditions`` reads it again."""
    if kind == K.ATTESTED:
        return f"{kind}={zh}|{en}" if en else f"{kind}={zh}"
    if kind == K.QUANTITY_AT_MOST and (zh or en):
        return f"{kind}={(number or Decimal(0)).normalize():f}/{zh}" + (f"|{en}" if en else "")
    value = choice or ("" if number is None else f"{number.normalize():f}")
    word = f"{kind}={value}" if value else str(kind)
    return f"{word}/{sameness}" if sameness else word


def read_conditions(text: str) -> list[dict[str, Any]]:
    """The conditions of a cell, separated by semicolons; raises ValueError naming the one that cannot be read."""
    words = (word.strip() for word in text.translate(SEPARATORS).split(";"))
    return [_read(word) for word in words if word]


def _read(word: str) -> dict[str, Any]:
    kind, _equals, value = (part.strip() for part in word.partition("="))
    if kind.partition("/")[0] == K.FIRST_TIME:
        kind, value = K.FIRST_TIME, value or "/" + kind.partition("/")[2]
    if kind not in K.values:
        raise ValueError(_("“%(word)s” names no kind of condition.") % {"word": word[:40]})
    if kind == K.ATTESTED:
        zh, _bar, en = (part.strip() for part in value.partition("|"))
        return {"kind": kind, "text_zh": zh, "text_en": en}
    value, _slash, sameness = (part.strip() for part in value.partition("/"))
    if kind == K.FIRST_TIME:
        return {"kind": kind, "number": _number(value, word), "sameness": _sameness(sameness, word)}
    if kind in CHOICES_OF:
        return {"kind": kind, "choice": _rung(kind, value, word)}
    if kind == K.QUANTITY_AT_MOST and sameness:
        zh, _bar, en = (part.strip() for part in sameness.partition("|"))
        return {"kind": kind, "number": _number(value, word), "text_zh": zh, "text_en": en}
    return {"kind": kind, "number": _number(value, word)}


def _number(value: str, word: str) -> Decimal | None:
    try:
        return Decimal(value) if value else None
    except InvalidOperation as error:
        raise ValueError(
            _("“%(word)s”: there is no number after the sign =.") % {"word": word[:40]}
        ) from error


def _sameness(value: str, word: str) -> str:
    if value and value not in Sameness.values:
        raise _unknown(word, Sameness.values)
    return value or Sameness.MATTER


def _rung(kind: str, value: str, word: str) -> str:
    if value not in CHOICES_OF[kind].values:
        raise _unknown(word, CHOICES_OF[kind].values)
    return value


def _unknown(word: str, known: list[str]) -> ValueError:
    return ValueError(
        _("“%(word)s”: write one of %(known)s.") % {"word": word[:40], "known": ", ".join(map(str, known))}
    )
