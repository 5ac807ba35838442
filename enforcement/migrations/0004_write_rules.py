"""Rules as data, and the log of their firing."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0003_find_cases")]
