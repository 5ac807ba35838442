"""How often somebody without an account asks."""

from django.db import migrations, models

from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('foundation', '0004_keep_files_of_jobs'),
    ]

    operations = [
        Together([
        migrations.CreateModel(
            name='RequestCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=64, unique=True)),
                ('ends_at', models.DateTimeField()),
                ('times', models.PositiveIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['ends_at'], name='request_count_end_idx')],
            },
        ),
        ]),
    ]
