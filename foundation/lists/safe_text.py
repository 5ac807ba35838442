"""Text that a spreadsheet shows as text: it never runs as a formula and never breaks the file."""

from __future__ import annotations

import re

from django.utils.translation import gettext

_FORMULA_STARTS = frozenset("=+-@\t\r＝＋－＠")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
CELL_LIMIT = 32_767


def without_controls(text: str) -> str:
    """Without the signs that no XML file may hold."""
    return _NOT_IN_XML.sub("", text)


def defused(text: str) -> str:
    """With an apostrophe in front of whatever a spreadsheet would take for a formula."""
    if text[:1] in _FORMULA_STARTS or text.lstrip()[:1] in _FORMULA_STARTS:
        return f"'{text}" if text else text
    return text


def cut_to_cell(text: str) -> str:
    """At most what one cell can hold, saying so when something was cut.

    A spreadsheet counts UTF-16 units: a rare Chinese sign counts twice.
    """
    raw = text.encode("utf-16-le")
    if len(raw) <= 2 * CELL_LIMIT:
        return text
    mark = gettext("[cut: %(count)s signs; open the record for the whole text]") % {"count": len(text)}
    room = 2 * (CELL_LIMIT - len(mark) - 1)
    return f"{raw[:room].decode('utf-16-le', 'ignore')} {mark}"
