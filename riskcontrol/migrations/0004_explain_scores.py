"""What a counterpart was told of its score when it asked is kept."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0027_name_risk_explanation'),
        ('foundation', '0005_count_requests'),
        ('riskcontrol', '0003_weigh_openly'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name='HistoricalRiskExplanation',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                        ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                        ('history_user_id', models.BigIntegerField(null=True)),
                        ('asked_on', models.DateField(verbose_name='asked on')),
                        ('asked_by', models.CharField(choices=[('person', 'in person'), ('phone', 'by telephone'), ('writing', 'in writing'), ('online', 'online')], max_length=8, verbose_name='how it was asked')),
                        ('explained_on', models.DateField(verbose_name='explained on')),
                        ('score', models.PositiveSmallIntegerField(verbose_name='score')),
                        ('level', models.CharField(choices=[('high', 'high'), ('medium', 'medium'), ('low', 'low')], max_length=6, verbose_name='risk level')),
                        ('calm', models.PositiveSmallIntegerField(verbose_name='clean reviews in a row')),
                        ('inputs', models.JSONField(default=list, verbose_name='inputs')),
                        ('model_version', models.PositiveSmallIntegerField(verbose_name='version of the formula')),
                        ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                        ('branch', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='branch')),
                        ('counterpart', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.counterpart', verbose_name='counterpart')),
                        ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.region', verbose_name='district')),
                        ('explained_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='explained by')),
                        ('line', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='system line')),
                        ('organ', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='organ')),
                    ],
                    options={
                        'verbose_name': 'historical explanation of a score',
                        'verbose_name_plural': 'historical explanations of scores',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='RiskExplanation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                        ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                        ('asked_on', models.DateField(verbose_name='asked on')),
                        ('asked_by', models.CharField(choices=[('person', 'in person'), ('phone', 'by telephone'), ('writing', 'in writing'), ('online', 'online')], max_length=8, verbose_name='how it was asked')),
                        ('explained_on', models.DateField(verbose_name='explained on')),
                        ('score', models.PositiveSmallIntegerField(verbose_name='score')),
                        ('level', models.CharField(choices=[('high', 'high'), ('medium', 'medium'), ('low', 'low')], max_length=6, verbose_name='risk level')),
                        ('calm', models.PositiveSmallIntegerField(verbose_name='clean reviews in a row')),
                        ('inputs', models.JSONField(default=list, verbose_name='inputs')),
                        ('model_version', models.PositiveSmallIntegerField(verbose_name='version of the formula')),
                        ('branch', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='branch')),
                        ('counterpart', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='risk_explanations', to='enforcement.counterpart', verbose_name='counterpart')),
                        ('district', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.region', verbose_name='district')),
                        ('explained_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='explained by')),
                        ('line', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='system line')),
                        ('organ', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='organ')),
                    ],
                    options={
                        'verbose_name': 'explanation of a score',
                        'verbose_name_plural': 'explanations of scores',
                        'ordering': ['-explained_on', '-id'],
                        'indexes': [models.Index(fields=['-explained_on', '-id'], name='risk_explanation_all_idx'), models.Index(fields=['branch', '-explained_on', '-id'], name='risk_explanation_branch_idx'), models.Index(fields=['district', '-explained_on', '-id'], name='risk_explanation_district_idx'), models.Index(fields=['line', '-explained_on', '-id'], name='risk_explanation_line_idx'), models.Index(fields=['organ', '-explained_on', '-id'], name='risk_explanation_organ_idx')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('explained_on__gte', models.F('asked_on'))), name='risk_explained_after_asked', violation_error_message='It was asked before it was explained.')],
                    },
                ),
            ],
        ),
    ]
