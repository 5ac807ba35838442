"""The cells of a list as its template shows them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from foundation.lists.column import Column, Kind
from foundation.lists.context import RowContext
from foundation.lists.rows import RowBuilder
from foundation.lists.spec import ListSpec
from foundation.lists.wording import text_of
from foundation.vocabulary import Tone
from foundation.wording import deadline_text, deadline_tone


def rows_of(spec: ListSpec, builder: RowBuilder, rows: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """One dict a row: its address, its key and its cells."""
    key = builder.position("pk")
    return [
        {"id": row[key], "url": spec.url_of(row[key]), "cells": _cells(spec, builder, row, row[key])}
        for row in rows
    ]


def _cells(spec: ListSpec, builder: RowBuilder, row: tuple[Any, ...], key: Any) -> list[dict[str, Any]]:
    values = builder.values(row)
    return [_cell(spec, c, values[c.name], key, builder.context) for c in builder.columns]


def _cell(spec: ListSpec, column: Column, value: Any, key: Any, context: RowContext) -> dict[str, Any]:
    return {
        "column": column,
        "value": value,
        "display": text_of(column, value, context),
        "kind": _kind(column, context),
        "tone": column.tone(value, context) if column.tone else Tone.NEUTRAL.value,
        "url": _url(spec, column, value, key, context),
        **(_deadline(column, value, context) if column.kind is Kind.DEADLINE else {}),
    }


def _kind(column: Column, context: RowContext) -> str:
    if column.is_masked_for(context.actor):
        return Kind.MASKED.value
    return Kind.TEXT.value if column.kind is Kind.MASKED else column.kind.value


def _deadline(column: Column, value: Any, context: RowContext) -> dict[str, Any]:
    """A deadline says in words how long is left; colour alone never does."""
    days = _days(value, context)
    if days is None:
        return {"days": None}
    words = {} if column.display else {"display": deadline_text(days)}
    return {"days": days, **words, **({} if column.tone else {"tone": deadline_tone(days)})}


def _url(spec: ListSpec, column: Column, value: Any, key: Any, context: RowContext) -> str:
    if column.url is not None:
        return column.url(value, context)
    return spec.url_of(key) if column.kind is Kind.LINK else ""


def _days(value: Any, context: RowContext) -> int | None:
    """Days left until a deadline; negative when it has passed."""
    if isinstance(value, datetime):
        value = timezone.localdate(value)
    return (value - context.today).days if isinstance(value, date) else None
