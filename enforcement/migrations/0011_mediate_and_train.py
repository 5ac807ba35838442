"""Mediation and training."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0010_register_inspections")]
