"""Recusal, hearing, discussion and custody of evidence."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0007_propose_coercion")]
