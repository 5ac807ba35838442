"""Cases are found by pieces of their numbers and titles: GIN on PostgreSQL, FTS5 on SQLite."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from enforcement.rules.found_texts import FoundWords

TABLE = "enforcement_casesearch"
FULL_TEXT = "enforcement_case_fts"
COLUMNS = f"grams, content='{TABLE}', content_rowid='case_id', detail=none, columnsize=0"
INSERT = f"INSERT INTO {FULL_TEXT}"
ENTER = f"{INSERT}(rowid, grams) VALUES (new.case_id, new.grams);"
LEAVE = f"{INSERT}({FULL_TEXT}, rowid, grams) VALUES ('delete', old.case_id, old.grams);"
ON_SQLITE = (
    f"CREATE VIRTUAL TABLE {FULL_TEXT} USING fts5({COLUMNS})",
    f"CREATE TRIGGER {FULL_TEXT}_in AFTER INSERT ON {TABLE} BEGIN {ENTER} END",
    f"CREATE TRIGGER {FULL_TEXT}_out AFTER DELETE ON {TABLE} BEGIN {LEAVE} END",
    f"CREATE TRIGGER {FULL_TEXT}_change AFTER UPDATE ON {TABLE} BEGIN {LEAVE} {ENTER} END",
)
ON_POSTGRESQL = (f"CREATE INDEX case_grams_idx ON {TABLE} USING gin (string_to_array(grams, ' '))",)
AT_ONCE = 2000


def index(_apps: Any, schema_editor: Any) -> None:
    vendor = schema_editor.connection.vendor
    for statement in ON_POSTGRESQL if vendor == "postgresql" else ON_SQLITE:
        schema_editor.execute(statement)


def forget(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX case_grams_idx")
        return
    for name in ("in", "out", "change"):
        schema_editor.execute(f"DROP TRIGGER {FULL_TEXT}_{name}")
    schema_editor.execute(f"DROP TABLE {FULL_TEXT}")


def fill(apps: Any, _schema_editor: Any) -> None:
    """Rows that were there before are found like those to come."""
    things = apps.get_model("enforcement", "Case").objects.order_by("pk").values_list("pk", "number", "clue_number", "title")
    search, rows = apps.get_model("enforcement", "CaseSearch").objects, []
    for key, *texts in things.iterator(chunk_size=AT_ONCE):
        words = FoundWords(tuple(texts))
        rows.append(search.model(pk=key, plain=words.plain, grams=words.grams))
        if len(rows) == AT_ONCE:
            search.bulk_create(rows)
            rows = []
    search.bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0002_index_counterpart_names")]
    operations = [
        migrations.CreateModel(
            name="CaseSearch",
            fields=[
                ("plain", models.TextField()),
                ("grams", models.TextField()),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_row",
                        serialize=False,
                        to="enforcement.case",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.RunPython(index, forget),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
