"""Coercive measures, their grounds and what was seized."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0006_keep_forbidden_times")]
