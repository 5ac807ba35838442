import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0026_name_commitment_letter'),
        ('foundation', '0005_count_requests'),
        ('guidance', '0014_complete_ways'),
        ('riskcontrol', '0005_offer_self_checks'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together([
        migrations.CreateModel(
            name='HistoricalRiskPlan',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('level', models.CharField(choices=[('high', 'high'), ('medium', 'medium'), ('low', 'low')], max_length=6, verbose_name='risk level')),
                ('measure', models.CharField(choices=[('tip', 'tip'), ('counsel', 'counselling'), ('exhort', 'exhortation'), ('interview', 'interview'), ('visit', 'visit by checklist')], max_length=9, verbose_name='proposed measure')),
                ('state', models.CharField(choices=[('proposed', 'proposed'), ('under_way', 'under way'), ('done', 'done'), ('dropped', 'dropped')], default='proposed', max_length=9, verbose_name='state')),
                ('proposed_on', models.DateField(verbose_name='proposed on')),
                ('due_on', models.DateField(verbose_name='to be taken by')),
                ('ended_on', models.DateField(null=True, verbose_name='done or dropped on')),
                ('drop_reason', models.CharField(blank=True, choices=[('level', 'the level moved before anybody took it on'), ('otherwise', 'done otherwise, or done before'), ('unsuited', 'does not suit this counterpart'), ('ceased', 'business has ceased or moved away'), ('burden', 'would burden the counterpart more than it helps'), ('other', 'other reason')], max_length=9, verbose_name='why it was dropped')),
                ('drop_text', models.TextField(blank=True, verbose_name='in words')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('branch', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='branch')),
                ('counterpart', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.counterpart', verbose_name='counterpart')),
                ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.region', verbose_name='district')),
                ('guidance', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.guidanceaction', verbose_name='guidance that carried it out')),
                ('inspection', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.inspection', verbose_name='visit that carried it out')),
                ('line', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='system line')),
                ('officer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken on by')),
                ('organ', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='organ')),
            ],
            options={
                'verbose_name': 'historical measure of a risk plan',
                'verbose_name_plural': 'historical measures of risk plans',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='RiskPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('level', models.CharField(choices=[('high', 'high'), ('medium', 'medium'), ('low', 'low')], max_length=6, verbose_name='risk level')),
                ('measure', models.CharField(choices=[('tip', 'tip'), ('counsel', 'counselling'), ('exhort', 'exhortation'), ('interview', 'interview'), ('visit', 'visit by checklist')], max_length=9, verbose_name='proposed measure')),
                ('state', models.CharField(choices=[('proposed', 'proposed'), ('under_way', 'under way'), ('done', 'done'), ('dropped', 'dropped')], default='proposed', max_length=9, verbose_name='state')),
                ('proposed_on', models.DateField(verbose_name='proposed on')),
                ('due_on', models.DateField(verbose_name='to be taken by')),
                ('ended_on', models.DateField(null=True, verbose_name='done or dropped on')),
                ('drop_reason', models.CharField(blank=True, choices=[('level', 'the level moved before anybody took it on'), ('otherwise', 'done otherwise, or done before'), ('unsuited', 'does not suit this counterpart'), ('ceased', 'business has ceased or moved away'), ('burden', 'would burden the counterpart more than it helps'), ('other', 'other reason')], max_length=9, verbose_name='why it was dropped')),
                ('drop_text', models.TextField(blank=True, verbose_name='in words')),
                ('branch', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='branch')),
                ('counterpart', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='risk_plans', to='enforcement.counterpart', verbose_name='counterpart')),
                ('district', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.region', verbose_name='district')),
                ('guidance', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='guidance.guidanceaction', verbose_name='guidance that carried it out')),
                ('inspection', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.inspection', verbose_name='visit that carried it out')),
                ('line', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='system line')),
                ('officer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken on by')),
                ('organ', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='organ')),
            ],
            options={
                'verbose_name': 'measure of a risk plan',
                'verbose_name_plural': 'measures of risk plans',
                'ordering': ['due_on', 'id'],
                'indexes': [models.Index(fields=['due_on', 'id'], name='risk_plan_all_idx'), models.Index(fields=['branch', 'due_on', 'id'], name='risk_plan_branch_idx'), models.Index(fields=['district', 'due_on', 'id'], name='risk_plan_district_idx'), models.Index(fields=['line', 'due_on', 'id'], name='risk_plan_line_idx'), models.Index(fields=['organ', 'due_on', 'id'], name='risk_plan_organ_idx'), models.Index(condition=models.Q(('state', 'under_way')), fields=['officer', 'due_on'], name='risk_plan_officer_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('proposed', 'under_way'))), fields=('counterpart', 'measure'), name='risk_plan_measure_open_once', violation_error_message='This measure is proposed for the counterpart already.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'under_way'), _negated=True), ('officer__isnull', False), _connector='OR'), name='risk_plan_taken_on_by_somebody', violation_error_message='A measure that is under way was taken on by somebody.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), models.Q(('ended_on__isnull', False), models.Q(('guidance__isnull', False), ('inspection__isnull', False), _connector='OR')), _connector='OR'), name='risk_plan_done_is_shown', violation_error_message='A measure that was taken names what carried it out.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'dropped'), _negated=True), models.Q(('ended_on__isnull', False), models.Q(('drop_reason', ''), _negated=True)), _connector='OR'), name='risk_plan_dropped_has_reason', violation_error_message='A measure that was dropped has a reason.')],
            },
        ),
        ]),
    ]
