"""Organs hold interviews together; files show effects; what counterparts answered is append-only in the database."""

from typing import Any

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from foundation.migrations._together import Together
from foundation.record import triggers

WRITTEN_ONCE = (
    "guidance_counterpartreply",
    "guidance_effectfile",
    "guidance_replyanswer",
    "guidance_replyfile",
)


def protect(_apps: Any, schema_editor: Any) -> None:
    triggers.install(schema_editor.connection, WRITTEN_ONCE)


def release(_apps: Any, schema_editor: Any) -> None:
    triggers.remove(schema_editor.connection, WRITTEN_ONCE)


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0020_let_organs_take_part'),
        ('foundation', '0005_count_requests'),
        ('guidance', '0012_answer_one_by_one'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='guidanceaction',
            name='effect_document',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.document', verbose_name='document that shows it'),
        ),
        migrations.AddField(
            model_name='historicalguidanceaction',
            name='effect_document',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.document', verbose_name='document that shows it'),
        ),
        migrations.AddField(
            model_name='historicalinterviewattendance',
            name='organ',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='of an officer of an organ that took part; empty for who was interviewed', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='for the organ'),
        ),
        migrations.AddField(
            model_name='historicalrectificationitem',
            name='organ',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='an organ that takes part; empty for the one that leads', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='looked after by'),
        ),
        migrations.AddField(
            model_name='interviewattendance',
            name='organ',
            field=models.ForeignKey(blank=True, help_text='of an officer of an organ that took part; empty for who was interviewed', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='for the organ'),
        ),
        migrations.AddField(
            model_name='rectificationitem',
            name='organ',
            field=models.ForeignKey(blank=True, help_text='an organ that takes part; empty for the one that leads', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='looked after by'),
        ),
        Together(
            operations=[
                migrations.CreateModel(
                    name='HistoricalEffectFile',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                        ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                        ('history_user_id', models.BigIntegerField(null=True)),
                        ('file', models.CharField(db_index=True, editable=False, max_length=120, verbose_name='file')),
                        ('original_name', models.CharField(max_length=200, verbose_name='name')),
                        ('content_type', models.CharField(max_length=120)),
                        ('size', models.PositiveBigIntegerField(verbose_name='size (bytes)')),
                        ('sha256', models.CharField(max_length=64)),
                        ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('action', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.guidanceaction')),
                        ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                    ],
                    options={
                        'verbose_name': 'historical file that shows an effect',
                        'verbose_name_plural': 'historical files that show an effect',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='HistoricalInterviewInvitation',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                        ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                        ('history_user_id', models.BigIntegerField(null=True)),
                        ('task', models.CharField(max_length=300, verbose_name='what it is asked to bring in')),
                        ('state', models.CharField(choices=[('asked', 'invited'), ('coming', 'takes part'), ('not_coming', 'does not take part'), ('taken_back', 'invitation taken back')], default='asked', max_length=10, verbose_name='state')),
                        ('asked_at', models.DateTimeField(verbose_name='invited at')),
                        ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered at')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                        ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('action', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.guidanceaction', verbose_name='interview')),
                        ('answered_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                        ('asked_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='invited by')),
                        ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                        ('branch', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='branch')),
                        ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.region', verbose_name='district')),
                        ('line', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='system line')),
                        ('officer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who comes for it')),
                        ('organ', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='organ')),
                    ],
                    options={
                        'verbose_name': 'historical invitation to a joint interview',
                        'verbose_name_plural': 'historical invitations to joint interviews',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='EffectFile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                        ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                        ('file', models.CharField(editable=False, max_length=120, unique=True, verbose_name='file')),
                        ('original_name', models.CharField(max_length=200, verbose_name='name')),
                        ('content_type', models.CharField(max_length=120)),
                        ('size', models.PositiveBigIntegerField(verbose_name='size (bytes)')),
                        ('sha256', models.CharField(max_length=64)),
                        ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='effect_files', to='guidance.guidanceaction')),
                    ],
                    options={
                        'verbose_name': 'file that shows an effect',
                        'verbose_name_plural': 'files that show an effect',
                        'ordering': ['id'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='effect_file_not_empty', violation_error_message='The file is empty.')],
                    },
                ),
                migrations.CreateModel(
                    name='InterviewInvitation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                        ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                        ('task', models.CharField(max_length=300, verbose_name='what it is asked to bring in')),
                        ('state', models.CharField(choices=[('asked', 'invited'), ('coming', 'takes part'), ('not_coming', 'does not take part'), ('taken_back', 'invitation taken back')], default='asked', max_length=10, verbose_name='state')),
                        ('asked_at', models.DateTimeField(verbose_name='invited at')),
                        ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered at')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                        ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='guidance.guidanceaction', verbose_name='interview')),
                        ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='invited by')),
                        ('branch', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='branch')),
                        ('district', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.region', verbose_name='district')),
                        ('line', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='system line')),
                        ('officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joint_interviews', to=settings.AUTH_USER_MODEL, verbose_name='who comes for it')),
                        ('organ', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='organ')),
                    ],
                    options={
                        'verbose_name': 'invitation to a joint interview',
                        'verbose_name_plural': 'invitations to joint interviews',
                        'ordering': ['-asked_at', '-id'],
                        'indexes': [models.Index(fields=['-asked_at', '-id'], name='invitation_all_idx'), models.Index(fields=['branch', '-asked_at', '-id'], name='invitation_branch_idx'), models.Index(fields=['district', '-asked_at', '-id'], name='invitation_district_idx'), models.Index(fields=['line', '-asked_at', '-id'], name='invitation_line_idx'), models.Index(fields=['organ', '-asked_at', '-id'], name='invitation_organ_idx')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['asked', 'coming'])), fields=('action', 'organ'), name='invitation_once_an_organ', violation_error_message='This organ is invited already.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'coming'), _negated=True), ('officer__isnull', False), _connector='OR'), name='invitation_comes_by_somebody', violation_error_message='Say who comes for the organ.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'not_coming'), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='invitation_declined_with_reason', violation_error_message='Say why the organ does not take part.')],
                    },
                ),
            ],
        ),
        migrations.RunPython(protect, release),
    ]
