"""Quiet days, local bans and urgent exceptions."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0005_reckon_time")]
