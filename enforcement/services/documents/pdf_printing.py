"""Printing a letter as PDF: one layout, Chinese type, the text handed over as data only."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import segno
import typst

from enforcement.rules.letters import Letter

LAYOUT = (Path(__file__).resolve().parents[2] / "data" / "letter.typ").read_bytes()
BODY = ("FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun",
        "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei")  # fmt: skip
HEAD = ("FZXiaoBiaoSong-B05S", "STZhongsong", *BODY)


class NoFont(RuntimeError):
    """This computer has no Chinese font: a PDF would show empty boxes."""


@cache
def fonts() -> tuple[str, str]:
    """The fonts for body and head among those installed; raises NoFont."""
    there = set(typst.Fonts(include_system_fonts=True).families())
    found = [next((name for name in wanted if name in there), "") for wanted in (BODY, HEAD)]
    if not all(found):
        raise NoFont
    return found[0], found[1]


def print_letter(letter: Letter) -> bytes:
    """The letter as PDF/A; raises NoFont."""
    body, head = fonts()
    data = {"letter": json.dumps(letter.as_dict(), ensure_ascii=False), "body": body, "head": head}
    data["qr"] = segno.make(letter.link, error="m").svg_inline(border=2) if letter.link else ""
    return bytes(typst.compile(LAYOUT, sys_inputs=data, pdf_standards="a-2b"))
