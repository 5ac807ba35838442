"""Names of counterparts are found by their pieces: GIN on PostgreSQL, FTS5 on SQLite."""

from typing import Any

from django.db import migrations

TABLE = "enforcement_counterpartsearch"
FULL_TEXT = "enforcement_counterpart_fts"
COLUMNS = f"grams, content='{TABLE}', content_rowid='counterpart_id', detail=none, columnsize=0"
INSERT = "INSERT INTO enforcement_counterpart_fts"
ENTER = f"{INSERT}(rowid, grams) VALUES (new.counterpart_id, new.grams);"
LEAVE = f"{INSERT}({FULL_TEXT}, rowid, grams) VALUES ('delete', old.counterpart_id, old.grams);"
ON_SQLITE = (
    f"CREATE VIRTUAL TABLE {FULL_TEXT} USING fts5({COLUMNS})",
    f"CREATE TRIGGER {FULL_TEXT}_in AFTER INSERT ON {TABLE} BEGIN {ENTER} END",
    f"CREATE TRIGGER {FULL_TEXT}_out AFTER DELETE ON {TABLE} BEGIN {LEAVE} END",
    f"CREATE TRIGGER {FULL_TEXT}_change AFTER UPDATE ON {TABLE} BEGIN {LEAVE} {ENTER} END",
    f"{INSERT}({FULL_TEXT}) VALUES ('rebuild')",
)
ON_POSTGRESQL = (f"CREATE INDEX counterpart_grams_idx ON {TABLE} USING gin (string_to_array(grams, ' '))",)


def index(_apps: Any, schema_editor: Any) -> None:
    vendor = schema_editor.connection.vendor
    for statement in ON_POSTGRESQL if vendor == "postgresql" else ON_SQLITE:
        schema_editor.execute(statement)


def forget(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX counterpart_grams_idx")
        return
    for name in ("in", "out", "change"):
        schema_editor.execute(f"DROP TRIGGER {FULL_TEXT}_{name}")
    schema_editor.execute(f"DROP TABLE {FULL_TEXT}")


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0001_create_enforcement")]
    operations = [migrations.RunPython(index, forget)]
