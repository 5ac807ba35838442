"""Rows that are only ever added: triggers on PostgreSQL and SQLite refuse to change or remove them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

TABLES = ["foundation_auditentry", "foundation_auditimage", "foundation_auditlink", "foundation_auditsubject"]
"""The record itself; floors above add theirs."""

_PG_FUNCTION = """
CREATE OR REPLACE FUNCTION guidepost_refuse_change() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END;
$$ LANGUAGE plpgsql
"""


def keep_as_written(*tables: str) -> None:
    """Let ``tables`` be append-only too; a migration of their app creates the triggers by ``install``."""
    TABLES.extend(table for table in tables if table not in TABLES)


def install(connection: Any, tables: Iterable[str] = ()) -> None:
    """Create the triggers of ``tables``, or of all that stand in the database behind ``connection``."""
    known = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_PG_FUNCTION)
        for table in tables or [table for table in TABLES if table in known]:
            for statement in _create(connection.vendor, table):
                cursor.execute(statement)


def remove(connection: Any, tables: Iterable[str] = ()) -> None:
    """Drop the triggers: for emptying a test database, and for migrations backwards."""
    with connection.cursor() as cursor:
        for table in tables or TABLES:
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_update")
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_delete")


def _create(vendor: str, table: str) -> list[str]:
    if vendor == "postgresql":
        head = f"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}"
        return [f"{head} FOR EACH ROW EXECUTE FUNCTION guidepost_refuse_change()"]
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    ]
