"""Sums of money in the capital numerals that documents use against alteration."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def in_capitals(amount: Decimal) -> str:
    """``1200`` as 壹仟贰佰元整, ``10.05`` as 壹拾元零伍分; raises ValueError below zero or from 10**16 on."""
    cents = int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP))
    if not 0 <= cents < 10**18:
        raise ValueError("no sum of a document")
    yuan, rest = divmod(cents, 100)
    whole = f"{_integer(yuan)}元" if yuan or not rest else ""
    return whole + _fraction(rest, bool(yuan))


def _integer(number: int) -> str:
    if number == 0:
        return "零"
    groups: list[str] = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(_group(group, _GROUPS[len(groups)], leads=number == 0))
    text = "".join(reversed(groups))
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.rstrip("零")


def _group(number: int, name: str, *, leads: bool) -> str:
    """Four digits; a nought in the middle is said once, at the end never."""
    if number == 0:
        return "零"
    digits = f"{number:04d}"
    said = "".join(
        "零" if digit == "0" else f"{_DIGITS[int(digit)]}{_PLACES[3 - place]}"
        for place, digit in enumerate(digits)
    )
    said = said.lstrip("零") if leads else said
    while "零零" in said:
        said = said.replace("零零", "零")
    return f"{said.rstrip('零')}{name}"


def _fraction(cents: int, after_yuan: bool) -> str:
    if not cents:
        return "整"
    tenths, hundredths = divmod(cents, 10)
    first = f"{_DIGITS[tenths]}角" if tenths else ("零" if after_yuan else "")
    return first + (f"{_DIGITS[hundredths]}分" if hundredths else "整")
