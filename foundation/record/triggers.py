"""The record is append-only: triggers on PostgreSQL and SQLite refuse to change or remove it."""

from __future__ import annotations

from typing import Any

TABLES = ("foundation_auditentry", "foundation_auditimage", "foundation_auditlink", "foundation_auditsubject")

_PG_FUNCTION = """
CREATE OR REPLACE FUNCTION guidepost_refuse_change() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'the audit record is append-only (%)', TG_TABLE_NAME; END;
$$ LANGUAGE plpgsql
"""


def install(connection: Any) -> None:
    """Create the triggers on the database behind ``connection``."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_PG_FUNCTION)
        for table in TABLES:
            for statement in _create(connection.vendor, table):
                cursor.execute(statement)


def remove(connection: Any) -> None:
    """Drop the triggers: for emptying a test database, and for migrations backwards."""
    with connection.cursor() as cursor:
        for table in TABLES:
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
        f"BEGIN SELECT RAISE(ABORT, 'the audit record is append-only ({table})'); END"
        for verb in ("UPDATE", "DELETE")
    ]
