"""Values as words in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from foundation.lists.column import Column, Kind
from foundation.lists.context import RowContext


def _in_chinese() -> bool:
    return (get_language() or "").startswith("zh")


def date_text(value: date) -> str:
    return date_format(value, "Y年n月j日" if _in_chinese() else "j M Y")


def datetime_text(value: datetime) -> str:
    local = timezone.localtime(value)
    return date_format(local, "Y年n月j日 H:i" if _in_chinese() else "j M Y, H:i")


def money_text(value: Decimal) -> str:
    return f"¥{value:,.2f}"


def bool_text(value: Any) -> str:
    return gettext("Yes") if value else gettext("No")


def list_text(value: Any) -> str:
    return ("、" if _in_chinese() else ", ").join(str(part) for part in value)


_BY_KIND: dict[Kind, Callable[[Any], str]] = {
    Kind.BOOL: bool_text,
    Kind.DATE: date_text,
    Kind.DATETIME: datetime_text,
    Kind.DEADLINE: date_text,
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
