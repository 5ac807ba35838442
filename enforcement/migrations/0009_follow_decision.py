"""Service, publicity, remedies and late payment."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0008_complete_procedure")]
