"""Weights of the score are versions that somebody approved; each move between levels is logged, once and for all."""

from typing import Any

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from foundation.migrations._together import Together
from foundation.record import triggers

WRITTEN_ONCE = ("riskcontrol_riskmove",)


def protect(_apps: Any, schema_editor: Any) -> None:
    triggers.install(schema_editor.connection, WRITTEN_ONCE)


def release(_apps: Any, schema_editor: Any) -> None:
    triggers.remove(schema_editor.connection, WRITTEN_ONCE)


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0025_order_correction'),
        ('foundation', '0005_count_requests'),
        ('riskcontrol', '0002_publish_catalogue'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='counterpartrisk',
            name='calm',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='clean reviews in a row'),
        ),
        migrations.AddField(
            model_name='counterpartrisk',
            name='calm_level',
            field=models.CharField(blank=True, choices=[('high', 'high'), ('medium', 'medium'), ('low', 'low')], max_length=6, verbose_name='level on the way'),
        ),
        migrations.AddField(
            model_name='counterpartrisk',
            name='calm_on',
            field=models.DateField(null=True, verbose_name='last clean review'),
        ),
        migrations.AddField(
            model_name='riskhistory',
            name='model_version',
            field=models.PositiveSmallIntegerField(default=1, verbose_name='version of the formula'),
        ),
        migrations.AddField(
            model_name='riskreview',
            name='is_monthly',
            field=models.BooleanField(default=False, verbose_name='review of the month'),
        ),
        Together(
            operations=[
                migrations.CreateModel(
                    name='HistoricalWeightSet',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                        ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                        ('history_user_id', models.BigIntegerField(null=True)),
                        ('number', models.PositiveSmallIntegerField(db_index=True, verbose_name='version')),
                        ('state', models.CharField(choices=[('draft', 'draft'), ('approved', 'approved, waits for its day'), ('in_force', 'in force'), ('replaced', 'replaced'), ('discarded', 'discarded')], default='draft', max_length=9, verbose_name='state')),
                        ('weights', models.JSONField(verbose_name='weights')),
                        ('from_medium', models.PositiveSmallIntegerField(verbose_name='medium from')),
                        ('from_high', models.PositiveSmallIntegerField(verbose_name='high from')),
                        ('begins_on', models.DateField(verbose_name='counts from')),
                        ('reason', models.TextField(verbose_name='reason')),
                        ('approved_on', models.DateField(null=True, verbose_name='approved on')),
                        ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('approved_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='approved by')),
                        ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                        ('edited_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                    ],
                    options={
                        'verbose_name': 'historical weights of the score',
                        'verbose_name_plural': 'historical weights of the score',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='RiskMove',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('on', models.DateField(verbose_name='day')),
                        ('before', models.CharField(blank=True, choices=[('high', 'high'), ('medium', 'medium'), ('low', 'low')], max_length=6, verbose_name='from level')),
                        ('after', models.CharField(choices=[('high', 'high'), ('medium', 'medium'), ('low', 'low')], max_length=6, verbose_name='to level')),
                        ('reason', models.CharField(choices=[('first', 'first assessment'), ('violation', 'a violation was established'), ('uncorrected', 'an order was not corrected in time'), ('self_check', 'a self-check left problems open'), ('licence', 'a licence expired or is about to'), ('industry', 'the risk of its industry rose'), ('credit', 'a credit ended'), ('weights', 'other weights came into force'), ('clean', 'two clean reviews in a row')], max_length=11, verbose_name='reason')),
                        ('changes', models.JSONField(default=list, verbose_name='what changed')),
                        ('score_before', models.PositiveSmallIntegerField(null=True, verbose_name='score before')),
                        ('score', models.PositiveSmallIntegerField(verbose_name='score')),
                        ('model_version', models.PositiveSmallIntegerField(verbose_name='version of the formula')),
                        ('counterpart', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='risk_moves', to='enforcement.counterpart')),
                        ('review_on', models.DateField(null=True, verbose_name='review of')),
                    ],
                    options={
                        'verbose_name': 'move between risk levels',
                        'verbose_name_plural': 'moves between risk levels',
                        'ordering': ['-on', '-id'],
                        'indexes': [models.Index(fields=['counterpart', '-on'], name='risk_move_counterpart_idx'), models.Index(fields=['-on', '-id'], name='risk_move_day_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('before', models.F('after')), _negated=True), name='risk_move_leads_elsewhere', violation_error_message='A move leads from one level to another.')],
                    },
                ),
                migrations.CreateModel(
                    name='WeightSet',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                        ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                        ('number', models.PositiveSmallIntegerField(unique=True, verbose_name='version')),
                        ('state', models.CharField(choices=[('draft', 'draft'), ('approved', 'approved, waits for its day'), ('in_force', 'in force'), ('replaced', 'replaced'), ('discarded', 'discarded')], default='draft', max_length=9, verbose_name='state')),
                        ('weights', models.JSONField(verbose_name='weights')),
                        ('from_medium', models.PositiveSmallIntegerField(verbose_name='medium from')),
                        ('from_high', models.PositiveSmallIntegerField(verbose_name='high from')),
                        ('begins_on', models.DateField(verbose_name='counts from')),
                        ('reason', models.TextField(verbose_name='reason')),
                        ('approved_on', models.DateField(null=True, verbose_name='approved on')),
                        ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='approved by')),
                        ('edited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                    ],
                    options={
                        'verbose_name': 'weights of the score',
                        'verbose_name_plural': 'weights of the score',
                        'ordering': ['-number'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('from_medium__gt', 0), ('from_high__gt', models.F('from_medium')), ('from_high__lte', 100)), name='risk_weights_limits_rise', violation_error_message='Medium begins above 0 and below high, and high begins at 100 at most.'), models.UniqueConstraint(condition=models.Q(('state__in', ('approved', 'in_force', 'replaced'))), fields=('begins_on',), name='risk_weights_one_a_day', violation_error_message='Other weights begin on that day already.')],
                    },
                ),
            ],
        ),
        migrations.RunPython(protect, release),
    ]
