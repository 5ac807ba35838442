"""In which things of other organs an organ takes part."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0019_publish_results'),
    ]

    operations = [
        migrations.CreateModel(
            name='OrganShare',
            fields=[
                ('organ', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='share', serialize=False, to='enforcement.organ')),
                ('things', models.JSONField(default=list)),
            ],
            options={
                'verbose_name': 'what an organ takes part in',
                'verbose_name_plural': 'what organs take part in',
            },
        ),
    ]
