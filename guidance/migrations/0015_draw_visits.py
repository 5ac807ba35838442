"""Draws of return visits by lot."""

import django.db.models.deletion
import simple_history.models
from django.db import migrations, models

from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0026_name_commitment_letter'),
        ('foundation', '0005_count_requests'),
        ('guidance', '0014_complete_ways'),
    ]

    operations = [
        Together([
        migrations.CreateModel(
            name='HistoricalVisitSample',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('procedure', models.CharField(choices=[('summary', 'summary procedure'), ('ordinary', 'ordinary procedure')], max_length=10, verbose_name='procedure')),
                ('first_on', models.DateField(verbose_name='carried out from')),
                ('last_on', models.DateField(verbose_name='carried out until')),
                ('drawn_at', models.DateTimeField(verbose_name='drawn at')),
                ('seed', models.CharField(max_length=32, verbose_name='seed')),
                ('percent', models.PositiveSmallIntegerField(verbose_name='share to be visited (%)')),
                ('total', models.PositiveIntegerField(verbose_name='carried out since the first draw of the year')),
                ('visited', models.PositiveIntegerField(verbose_name='of these visited or planned before')),
                ('candidates', models.JSONField(default=list, verbose_name='among which it was drawn')),
                ('cases', models.JSONField(default=list, verbose_name='drawn')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('branch', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='branch')),
                ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.region', verbose_name='district')),
                ('line', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='system line')),
                ('organ', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='organ')),
            ],
            options={
                'verbose_name': 'historical draw of return visits',
                'verbose_name_plural': 'historical draws of return visits',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='VisitSample',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('procedure', models.CharField(choices=[('summary', 'summary procedure'), ('ordinary', 'ordinary procedure')], max_length=10, verbose_name='procedure')),
                ('first_on', models.DateField(verbose_name='carried out from')),
                ('last_on', models.DateField(verbose_name='carried out until')),
                ('drawn_at', models.DateTimeField(verbose_name='drawn at')),
                ('seed', models.CharField(max_length=32, verbose_name='seed')),
                ('percent', models.PositiveSmallIntegerField(verbose_name='share to be visited (%)')),
                ('total', models.PositiveIntegerField(verbose_name='carried out since the first draw of the year')),
                ('visited', models.PositiveIntegerField(verbose_name='of these visited or planned before')),
                ('candidates', models.JSONField(default=list, verbose_name='among which it was drawn')),
                ('cases', models.JSONField(default=list, verbose_name='drawn')),
                ('branch', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='branch')),
                ('district', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.region', verbose_name='district')),
                ('line', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='system line')),
                ('organ', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='organ')),
            ],
            options={
                'verbose_name': 'draw of return visits',
                'verbose_name_plural': 'draws of return visits',
                'ordering': ['-last_on', '-id'],
                'indexes': [models.Index(fields=['-last_on', '-id'], name='visit_sample_all_idx'), models.Index(fields=['branch', '-last_on', '-id'], name='visit_sample_branch_idx'), models.Index(fields=['district', '-last_on', '-id'], name='visit_sample_district_idx'), models.Index(fields=['line', '-last_on', '-id'], name='visit_sample_line_idx'), models.Index(fields=['organ', '-last_on', '-id'], name='visit_sample_organ_idx')],
                'constraints': [models.UniqueConstraint(fields=('organ', 'procedure', 'first_on'), name='visit_sample_once', violation_error_message='The lots of these days have been drawn.')],
            },
        ),
        ]),
    ]
