"""The rows of the database as parts of a backup, all as they stood at one moment."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from foundation.backups.archive import Archive

SQLITE_PART = "database.sqlite3"
_KEPT = "django_migrations"  # restoring runs the migrations itself

Add = Callable[[str, IO[bytes]], None]


def applied_migrations() -> list[str]:
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def dump(add: Add, folder: Path) -> dict[str, list[str]]:
    """Hand every table to ``add``; returns the columns by table. ``folder`` is room for a copy."""
    if connection.vendor == "sqlite":
        return _dump_sqlite(add, folder)
    with _one_moment():
        tables = _tables()
        for name, columns in tables.items():
            with tempfile.TemporaryFile(dir=folder) as file, connection.cursor() as cursor:
                cursor.copy_expert(f"COPY {_quoted(name)} ({_listed(columns)}) TO STDOUT", file)
                add(f"rows/{name}", file)
        return tables


def _dump_sqlite(add: Add, folder: Path) -> dict[str, list[str]]:
    """A plain copy of a file that is written to would be torn; VACUUM INTO is not."""
    copy = folder / SQLITE_PART
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    with copy.open("rb") as file:
        add(SQLITE_PART, file)
    copy.unlink()
    return {}


@contextmanager
def _one_moment() -> Iterator[None]:
    """A transaction that sees one state of all tables, whatever is written meanwhile."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def load(archive: Archive, folder: Path) -> None:
    """Bring all rows back into an empty database; nothing stays when it fails in the middle."""
    if archive.manifest.vendor == "sqlite":
        _load_sqlite(archive, folder)
    else:
        call_command("migrate", verbosity=0, interactive=False)
        _load_rows(archive, folder)


def _load_rows(archive: Archive, folder: Path) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for name in reversed(archive.manifest.tables):
            _clear(cursor, _quoted(name))
        for name, columns in archive.manifest.tables.items():
            with tempfile.TemporaryFile(dir=folder) as file:
                for chunk in archive.chunks(f"rows/{name}"):
                    file.write(chunk)
                file.seek(0)
                cursor.copy_expert(f"COPY {_quoted(name)} ({_listed(columns)}) FROM STDIN", file)
        _go_on_counting(cursor)


def _clear(cursor: Any, table: str) -> None:
    """Take away what migrating itself wrote; the tables of the record are empty, and refuse to be cleared."""
    cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {table})")  # noqa: S608 - names of our tables
    if cursor.fetchone()[0]:
        cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our tables


def _load_sqlite(archive: Archive, folder: Path) -> None:
    found = folder / SQLITE_PART
    archive.extract(SQLITE_PART, found)
    name = Path(connection.settings_dict["NAME"])
    connection.close()
    for rest in ("-wal", "-shm"):
        name.with_name(name.name + rest).unlink(missing_ok=True)
    found.replace(name)


def _go_on_counting(cursor: Any) -> None:
    """New rows get numbers above those that came back."""
    cursor.execute(
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = current_schema() AND is_identity = 'YES'"
    )
    for table, column in cursor.fetchall():
        sequence = f"pg_get_serial_sequence('{_quoted(table)}', '{column}')"
        highest = f"SELECT max({_quoted(column)}) FROM {_quoted(table)}"  # noqa: S608 - names of our tables
        cursor.execute(f"SELECT setval({sequence}, coalesce(({highest}), 1), ({highest}) IS NOT NULL)")


def _tables() -> dict[str, list[str]]:
    """The columns that are written, by table; computed ones compute themselves again."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.table_name, c.column_name FROM information_schema.columns c "
            "JOIN information_schema.tables t USING (table_schema, table_name) "
            "WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' "
            "AND c.is_generated = 'NEVER' ORDER BY c.table_name, c.ordinal_position"
        )
        found: dict[str, list[str]] = {}
        for table, column in cursor.fetchall():
            found.setdefault(table, []).append(column)
    found.pop(_KEPT, None)
    return found


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))


def _listed(columns: list[str]) -> str:
    return ", ".join(map(_quoted, columns))
