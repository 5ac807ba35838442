"""Values of a list as words in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext, pgettext

from foundation.lists.column import Column, Kind
from foundation.lists.context import RowContext
from foundation.wording import day_text, moment_text, money_text


def bool_text(value: Any) -> str:
    return gettext("Yes") if value else gettext("No")


def list_text(value: Any) -> str:
    return pgettext("between the members of a list", ", ").join(str(part) for part in value)


_BY_KIND: dict[Kind, Callable[[Any], str]] = {
    Kind.BOOL: bool_text,
    Kind.DATE: day_text,
    Kind.DATETIME: moment_text,
    Kind.DEADLINE: day_text,
    Kind.LIST: list_text,
    Kind.MONEY: money_text,
}


def text_of(column: Column, value: Any, context: RowContext) -> str:
    """The words of one value of ``column``; an absent value has none."""
    if column.display is not None:
        return str(column.display(value, context))
    if value is None or value == "":
        return ""
    if column.choices is not None:
        return str(column.labels.get(value, value))
    return _BY_KIND.get(column.kind, str)(value)
