import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('guidance', '0002_find_guidance'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalrevisit',
            name='visit',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='The visit that this document records, when one was planned.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.returnvisit', verbose_name='planned return visit'),
        ),
        migrations.AddField(
            model_name='revisit',
            name='visit',
            field=models.ForeignKey(blank=True, help_text='The visit that this document records, when one was planned.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='records', to='guidance.returnvisit', verbose_name='planned return visit'),
        ),
    ]
