"""Tables filled by the thousand, past the services, yet not past the record."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from functools import partial
from io import StringIO
from operator import itemgetter
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max

from foundation.record import RecordedModel, current_entry
from foundation.record.loads import record_loaded
from foundation.secrecy import EncryptedTextField

Row = tuple[Any, ...]
_ABSENT = "\\N"


class Table:
    """The table of ``model``; what ``pour`` writes stands under the open entry if the model is recorded."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        self.fields = model._meta.concrete_fields
        self.names = tuple(field.attname for field in self.fields)
        self.count = 0
        self._pick = itemgetter(*self.names)
        self._defaults = {field.attname: field.get_default() for field in self.fields}
        if issubclass(model, RecordedModel):
            at = current_entry().at
            self._defaults |= {"created_at": at, "updated_at": at, "version": 1}
        found = model._base_manager.aggregate(last=Max("pk"))["last"]
        self.next_key = (found or 0) + 1
        self._adapters = [(i, fit) for i, field in enumerate(self.fields) if (fit := _adapter(field))]

    def row(self, **values: Any) -> Row:
        """A row in the order of the columns; what is not named has its default. Raises KeyError."""
        merged = {**self._defaults, **values}
        if len(merged) > len(self.names):
            raise KeyError(sorted(set(values) - set(self.names)))
        return self._pick(merged)

    def numbered(self, **values: Any) -> Row:
        """A row under the next number."""
        key = self.next_key
        self.next_key += 1
        return self.row(id=key, **values)

    def pour(self, rows: list[Row]) -> None:
        """Write ``rows``, whose keys go on without a gap."""
        if not rows:
            return
        _write(self.model._meta.db_table, [str(f.column) for f in self.fields], map(self._adapted, rows))
        if issubclass(self.model, RecordedModel):
            record_loaded(self.model, rows)
        self.count += len(rows)

    def _adapted(self, row: Row) -> Sequence[Any]:
        values = list(row)
        for position, fit in self._adapters:
            if values[position] is not None:
                values[position] = fit(values[position])
        return values


def keep_others_out(tables: Sequence[Table]) -> None:
    """Nobody else writes these tables until the end: numbers go on without a gap."""
    if connection.vendor != "postgresql":
        return
    names = ", ".join(connection.ops.quote_name(table.model._meta.db_table) for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else every foreign key waits in memory for the end


def settle(tables: Sequence[Table]) -> None:
    """Number generators and statistics as they must be after so many rows."""
    numbered = [table.model for table in tables if isinstance(table.model._meta.pk, models.AutoField)]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), numbered):
            cursor.execute(statement)
        for table in tables:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table.model._meta.db_table)}")


def _adapter(field: Any) -> Callable[[Any], Any] | None:
    if isinstance(field, models.JSONField):
        return partial(json.dumps, ensure_ascii=False)
    if isinstance(field, EncryptedTextField):
        return field.get_prep_value
    if connection.vendor == "sqlite" and isinstance(field, models.DateField | models.DecimalField):
        return partial(field.get_db_prep_save, connection=connection)
    return None


def _write(table: str, columns: list[str], rows: Any) -> None:
    name, listed = connection.ops.quote_name(table), ", ".join(map(connection.ops.quote_name, columns))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            copied = f"COPY {name} ({listed}) FROM STDIN WITH (FORMAT csv, NULL '{_ABSENT}')"
            cursor.copy_expert(copied, _as_csv(rows))
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {name} ({listed}) VALUES ({marks})", list(rows))  # noqa: S608 - names of the model


def _as_csv(rows: Any) -> StringIO:
    text = StringIO()
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([_ABSENT if value is None else value for value in row])
    text.seek(0)
    return text
