"""Self-checks by risk points, their answers kept as written, and campaigns of them."""

from typing import Any

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from foundation.migrations._together import Together
from foundation.record import triggers

WRITTEN_ONCE = (
    "riskcontrol_selfcheckanswer",
    "riskcontrol_selfcheckcorrection",
    "riskcontrol_selfcheckphoto",
)


def protect(_apps: Any, schema_editor: Any) -> None:
    triggers.install(schema_editor.connection, WRITTEN_ONCE)


def release(_apps: Any, schema_editor: Any) -> None:
    triggers.remove(schema_editor.connection, WRITTEN_ONCE)



class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0025_order_correction'),
        ('foundation', '0005_count_requests'),
        ('guidance', '0014_complete_ways'),
        ('riskcontrol', '0004_explain_scores'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together([
        migrations.CreateModel(
            name='Campaign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('batch', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='campaign', to='guidance.tipbatch', verbose_name='tips to a group')),
                ('branch', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='branch')),
                ('district', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.region', verbose_name='district')),
                ('line', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='system line')),
                ('organ', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='organ')),
            ],
            options={
                'verbose_name': 'campaign of self-checks',
                'verbose_name_plural': 'campaigns of self-checks',
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalCampaign',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('batch', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.tipbatch', verbose_name='tips to a group')),
                ('branch', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='branch')),
                ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.region', verbose_name='district')),
                ('line', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='system line')),
                ('organ', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='organ')),
            ],
            options={
                'verbose_name': 'historical campaign of self-checks',
                'verbose_name_plural': 'historical campaigns of self-checks',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalSelfCheck',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('state', models.CharField(choices=[('asked', 'asked for'), ('begun', 'begun'), ('submitted', 'submitted'), ('lapsed', 'day passed')], default='asked', max_length=9, verbose_name='state')),
                ('due_on', models.DateField(verbose_name='to be answered by')),
                ('begun_at', models.DateTimeField(null=True, verbose_name='begun at')),
                ('submitted_at', models.DateTimeField(null=True, verbose_name='submitted at')),
                ('declared_by', models.CharField(blank=True, max_length=60, verbose_name='filled in by')),
                ('editions', models.JSONField(default=list, verbose_name='points asked about')),
                ('gaps', models.PositiveSmallIntegerField(default=0, verbose_name='found')),
                ('corrected', models.PositiveSmallIntegerField(default=0, verbose_name='corrected')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('application', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.guidanceaction', verbose_name='counselling asked for')),
                ('asked_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by')),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('branch', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='branch')),
                ('campaign', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='riskcontrol.campaign', verbose_name='campaign')),
                ('counterpart', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.counterpart', verbose_name='counterpart')),
                ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.region', verbose_name='district')),
                ('field', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.field', verbose_name='field')),
                ('invitation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.guidanceaction', verbose_name='guidance')),
                ('line', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='system line')),
                ('organ', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='organ')),
            ],
            options={
                'verbose_name': 'historical self-check',
                'verbose_name_plural': 'historical self-checks',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='SelfCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('state', models.CharField(choices=[('asked', 'asked for'), ('begun', 'begun'), ('submitted', 'submitted'), ('lapsed', 'day passed')], default='asked', max_length=9, verbose_name='state')),
                ('due_on', models.DateField(verbose_name='to be answered by')),
                ('begun_at', models.DateTimeField(null=True, verbose_name='begun at')),
                ('submitted_at', models.DateTimeField(null=True, verbose_name='submitted at')),
                ('declared_by', models.CharField(blank=True, max_length=60, verbose_name='filled in by')),
                ('editions', models.JSONField(default=list, verbose_name='points asked about')),
                ('gaps', models.PositiveSmallIntegerField(default=0, verbose_name='found')),
                ('corrected', models.PositiveSmallIntegerField(default=0, verbose_name='corrected')),
                ('application', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='guidance.guidanceaction', verbose_name='counselling asked for')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by')),
                ('branch', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='branch')),
                ('campaign', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='riskcontrol.campaign', verbose_name='campaign')),
                ('counterpart', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='self_checks', to='enforcement.counterpart', verbose_name='counterpart')),
                ('district', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.region', verbose_name='district')),
                ('field', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.field', verbose_name='field')),
                ('invitation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='self_check', to='guidance.guidanceaction', verbose_name='guidance')),
                ('line', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='system line')),
                ('organ', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='organ')),
            ],
            options={
                'verbose_name': 'self-check',
                'verbose_name_plural': 'self-checks',
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalSelfCheckPhoto',
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
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('edition', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='riskcontrol.pointedition', verbose_name='edition')),
                ('self_check', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='riskcontrol.selfcheck')),
            ],
            options={
                'verbose_name': 'historical photo of a self-check',
                'verbose_name_plural': 'historical photos of self-checks',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalSelfCheckAnswer',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('answer', models.CharField(choices=[('yes', 'yes, in order'), ('no', 'no, something was found'), ('na', 'does not concern us')], max_length=3, verbose_name='answer')),
                ('note', models.TextField(blank=True, verbose_name='in words')),
                ('found_on', models.DateField(blank=True, null=True, verbose_name='found on')),
                ('corrected_on', models.DateField(blank=True, null=True, verbose_name='corrected on')),
                ('wants_help', models.BooleanField(default=False, verbose_name='counselling wanted')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('edition', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='riskcontrol.pointedition', verbose_name='edition')),
                ('self_check', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='riskcontrol.selfcheck')),
            ],
            options={
                'verbose_name': 'historical answer of a self-check',
                'verbose_name_plural': 'historical answers of self-checks',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='SelfCheckAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('answer', models.CharField(choices=[('yes', 'yes, in order'), ('no', 'no, something was found'), ('na', 'does not concern us')], max_length=3, verbose_name='answer')),
                ('note', models.TextField(blank=True, verbose_name='in words')),
                ('found_on', models.DateField(blank=True, null=True, verbose_name='found on')),
                ('corrected_on', models.DateField(blank=True, null=True, verbose_name='corrected on')),
                ('wants_help', models.BooleanField(default=False, verbose_name='counselling wanted')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='riskcontrol.pointedition', verbose_name='edition')),
                ('self_check', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='riskcontrol.selfcheck')),
            ],
            options={
                'verbose_name': 'answer of a self-check',
                'verbose_name_plural': 'answers of self-checks',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalSelfCheckCorrection',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('corrected_on', models.DateField(verbose_name='corrected on')),
                ('note', models.TextField(blank=True, verbose_name='in words')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('answer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='riskcontrol.selfcheckanswer')),
            ],
            options={
                'verbose_name': 'historical correction after a self-check',
                'verbose_name_plural': 'historical corrections after self-checks',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='SelfCheckCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('corrected_on', models.DateField(verbose_name='corrected on')),
                ('note', models.TextField(blank=True, verbose_name='in words')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('answer', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='correction', to='riskcontrol.selfcheckanswer')),
            ],
            options={
                'verbose_name': 'correction after a self-check',
                'verbose_name_plural': 'corrections after self-checks',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='SelfCheckDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('values', models.JSONField(default=dict)),
                ('saved_at', models.DateTimeField(verbose_name='saved at')),
                ('self_check', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='draft', to='riskcontrol.selfcheck')),
            ],
            options={
                'verbose_name': 'draft of a self-check',
                'verbose_name_plural': 'drafts of self-checks',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='SelfCheckPhoto',
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
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='riskcontrol.pointedition', verbose_name='edition')),
                ('self_check', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='photos', to='riskcontrol.selfcheck')),
            ],
            options={
                'verbose_name': 'photo of a self-check',
                'verbose_name_plural': 'photos of self-checks',
                'ordering': ['id'],
            },
        ),
        ]),
        Together([
        migrations.AddIndex(
            model_name='campaign',
            index=models.Index(fields=['organ', '-created_at', '-id'], name='risk_campaign_organ_idx'),
        ),
        migrations.AddIndex(
            model_name='campaign',
            index=models.Index(fields=['branch', '-created_at', '-id'], name='risk_campaign_branch_idx'),
        ),
        migrations.AddIndex(
            model_name='campaign',
            index=models.Index(fields=['line', '-created_at', '-id'], name='risk_campaign_line_idx'),
        ),
        migrations.AddIndex(
            model_name='campaign',
            index=models.Index(fields=['district', '-created_at', '-id'], name='risk_campaign_district_idx'),
        ),
        migrations.AddIndex(
            model_name='campaign',
            index=models.Index(fields=['-created_at', '-id'], name='risk_campaign_created_idx'),
        ),
        migrations.AddIndex(
            model_name='selfcheck',
            index=models.Index(fields=['organ', '-created_at', '-id'], name='self_check_organ_idx'),
        ),
        migrations.AddIndex(
            model_name='selfcheck',
            index=models.Index(fields=['branch', '-created_at', '-id'], name='self_check_branch_idx'),
        ),
        migrations.AddIndex(
            model_name='selfcheck',
            index=models.Index(fields=['line', '-created_at', '-id'], name='self_check_line_idx'),
        ),
        migrations.AddIndex(
            model_name='selfcheck',
            index=models.Index(fields=['district', '-created_at', '-id'], name='self_check_district_idx'),
        ),
        migrations.AddIndex(
            model_name='selfcheck',
            index=models.Index(fields=['-created_at', '-id'], name='self_check_created_idx'),
        ),
        migrations.AddIndex(
            model_name='selfcheck',
            index=models.Index(fields=['counterpart', '-id'], name='self_check_party_idx'),
        ),
        migrations.AddIndex(
            model_name='selfcheck',
            index=models.Index(fields=['campaign', 'state'], name='self_check_campaign_idx'),
        ),
        ]),
        migrations.AddConstraint(
            model_name='selfcheck',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'submitted'), ('submitted_at__isnull', False)), models.Q(models.Q(('state', 'submitted'), _negated=True), ('submitted_at', None)), _connector='OR'), name='self_check_submitted_has_time', violation_error_message='A submitted self-check says when it was submitted.'),
        ),
        migrations.AddConstraint(
            model_name='selfcheck',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'submitted'), _negated=True), models.Q(('declared_by', ''), _negated=True), _connector='OR'), name='self_check_submitted_is_declared', violation_error_message='Somebody stands for what was submitted.'),
        ),
        migrations.AddConstraint(
            model_name='selfcheck',
            constraint=models.CheckConstraint(condition=models.Q(('corrected__lte', models.F('gaps'))), name='self_check_corrects_what_was_found', violation_error_message='No more can be corrected than was found.'),
        ),
        migrations.AddConstraint(
            model_name='selfcheckanswer',
            constraint=models.UniqueConstraint(fields=('self_check', 'edition'), name='self_check_answers_once', violation_error_message='This point was answered already.'),
        ),
        migrations.AddConstraint(
            model_name='selfcheckanswer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', 'no'), ('found_on__isnull', False)), models.Q(models.Q(('answer', 'no'), _negated=True), ('corrected_on', None), ('found_on', None)), _connector='OR'), name='self_check_found_has_day', violation_error_message='What was found has the day on which it was found; nothing else has one.'),
        ),
        migrations.AddConstraint(
            model_name='selfcheckanswer',
            constraint=models.CheckConstraint(condition=models.Q(('corrected_on', None), ('corrected_on__gte', models.F('found_on')), _connector='OR'), name='self_check_corrected_after_found', violation_error_message='Nothing is corrected before it was found.'),
        ),
        migrations.AddConstraint(
            model_name='selfcheckphoto',
            constraint=models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='self_check_photo_not_empty', violation_error_message='The file is empty.'),
        ),
        migrations.RunPython(protect, release),
    ]
