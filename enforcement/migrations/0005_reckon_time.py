"""Profiles of procedure, and intervals that stop or lengthen a period."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0004_write_rules")]
