"""Templates of documents, and frozen copies."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0011_mediate_and_train")]
