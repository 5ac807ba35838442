"""Inspections that a firm can verify."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0009_follow_decision")]
