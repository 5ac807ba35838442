"""The record becomes append-only."""

from typing import Any

from django.db import migrations

from foundation.record import triggers


def protect(_apps: Any, schema_editor: Any) -> None:
    triggers.install(schema_editor.connection)


def release(_apps: Any, schema_editor: Any) -> None:
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("foundation", "0001_create_record")]
    operations = [migrations.RunPython(protect, release)]
