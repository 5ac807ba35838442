"""Guidance that was tried before coercion was proposed."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models
from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0007_propose_coercion'),
        ('foundation', '0002_protect_record'),
        ('guidance', '0004_keep_visit_hours'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together([migrations.CreateModel(
            name='HistoricalMeansTried',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('why_not_enough', models.TextField(verbose_name='why it did not reach the purpose')),
                ('dropped_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back at')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('action', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.guidanceaction', verbose_name='guidance')),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('measure', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.coercivemeasure', verbose_name='coercive measure')),
                ('named_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='linked by')),
            ],
            options={
                'verbose_name': 'historical milder means tried',
                'verbose_name_plural': 'historical milder means tried',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='MeansTried',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('why_not_enough', models.TextField(verbose_name='why it did not reach the purpose')),
                ('dropped_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back at')),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tried_before', to='guidance.guidanceaction', verbose_name='guidance')),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='means', to='enforcement.coercivemeasure', verbose_name='coercive measure')),
                ('named_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='linked by')),
            ],
            options={
                'verbose_name': 'milder means tried',
                'verbose_name_plural': 'milder means tried',
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('dropped_at', None)), fields=('measure', 'action'), name='means_named_once', violation_error_message='This guidance is linked already.')],
            },
        ),]),
    ]
