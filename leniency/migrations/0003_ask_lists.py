"""Special provisions, what lists and law say together, and more kinds of conditions."""

import django.db.models.deletion
import simple_history.models
from django.db import migrations, models

from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0021_add_circumstances'),
        ('foundation', '0005_count_requests'),
        ('leniency', '0002_review_lists'),
    ]

    operations = [
        Together([
        migrations.CreateModel(
            name='HistoricalSpecialProvision',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('citation_zh', models.CharField(max_length=120, verbose_name='provision (Chinese)')),
                ('citation_en', models.CharField(blank=True, max_length=120, verbose_name='provision (English)')),
                ('summary_zh', models.CharField(max_length=300, verbose_name='in our own words (Chinese)')),
                ('summary_en', models.CharField(blank=True, max_length=300, verbose_name='in our own words (English)')),
                ('displaces', models.CharField(choices=[('slight_conduct', 'minor, corrected in time and without harm'), ('first_slight', 'first violation, slight harm, corrected in time'), ('no_fault', 'the party proves that it was not at fault')], max_length=24, verbose_name='ground that it takes the place of')),
                ('treatment', models.CharField(choices=[('shall_not_penalise', 'no penalty shall be imposed'), ('may_not_penalise', 'the organ may refrain from a penalty'), ('shall_lighten_or_mitigate', 'the penalty shall be lighter or mitigated'), ('may_lighten', 'the penalty may be lighter or mitigated'), ('ordinary', 'nothing speaks for leniency')], max_length=26, verbose_name='what follows')),
                ('survives', models.CharField(blank=True, choices=[('order_to_correct', 'the order to correct'), ('confiscation', 'confiscation'), ('guardian_discipline', 'discipline by the guardian'), ('guardian_care', 'watch and treatment by the guardian'), ('civil_liability', 'civil liability for the harm')], max_length=24, verbose_name='what stays')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='in force from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='in force until')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('matter', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'historical special provision of leniency',
                'verbose_name_plural': 'historical special provisions of leniency',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='SpecialProvision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('citation_zh', models.CharField(max_length=120, verbose_name='provision (Chinese)')),
                ('citation_en', models.CharField(blank=True, max_length=120, verbose_name='provision (English)')),
                ('summary_zh', models.CharField(max_length=300, verbose_name='in our own words (Chinese)')),
                ('summary_en', models.CharField(blank=True, max_length=300, verbose_name='in our own words (English)')),
                ('displaces', models.CharField(choices=[('slight_conduct', 'minor, corrected in time and without harm'), ('first_slight', 'first violation, slight harm, corrected in time'), ('no_fault', 'the party proves that it was not at fault')], max_length=24, verbose_name='ground that it takes the place of')),
                ('treatment', models.CharField(choices=[('shall_not_penalise', 'no penalty shall be imposed'), ('may_not_penalise', 'the organ may refrain from a penalty'), ('shall_lighten_or_mitigate', 'the penalty shall be lighter or mitigated'), ('may_lighten', 'the penalty may be lighter or mitigated'), ('ordinary', 'nothing speaks for leniency')], max_length=26, verbose_name='what follows')),
                ('survives', models.CharField(blank=True, choices=[('order_to_correct', 'the order to correct'), ('confiscation', 'confiscation'), ('guardian_discipline', 'discipline by the guardian'), ('guardian_care', 'watch and treatment by the guardian'), ('civil_liability', 'civil liability for the harm')], max_length=24, verbose_name='what stays')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='in force from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='in force until')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='special_provisions', to='enforcement.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'special provision of leniency',
                'verbose_name_plural': 'special provisions of leniency',
                'ordering': ['matter', 'id'],
                'constraints': [models.UniqueConstraint(fields=('matter', 'displaces', 'valid_from'), name='special_provision_once', violation_error_message='The matter has a special provision in place of this ground.'), models.CheckConstraint(condition=models.Q(('valid_from', None), ('valid_to', None), ('valid_from__lte', models.F('valid_to')), _connector='OR'), name='special_provision_days_in_order', violation_error_message='A provision cannot end before it begins.')],
            },
        ),
        ]),
        migrations.RemoveConstraint(
            model_name='leniencycondition',
            name='leniency_condition_has_number',
        ),
        migrations.RemoveConstraint(
            model_name='leniencycondition',
            name='leniency_condition_has_rung',
        ),
        migrations.AddField(
            model_name='historicalleniencyassessment',
            name='weighed',
            field=models.JSONField(default=dict, verbose_name='what comes of lists and law together'),
        ),
        migrations.AddField(
            model_name='leniencyassessment',
            name='weighed',
            field=models.JSONField(default=dict, verbose_name='what comes of lists and law together'),
        ),
        migrations.AlterField(
            model_name='historicalleniencycondition',
            name='kind',
            field=models.CharField(choices=[('amount_at_most', 'amount involved at most'), ('area_at_most', 'area at most'), ('attested', 'a fact that the handling officer finds'), ('corrected_in_time', 'corrected in time'), ('days_late_at_most', 'days late at most'), ('fault_at_most', 'subjective fault at most'), ('first_time', 'first violation'), ('gain_at_most', 'unlawful gain not paid back at most'), ('goods_value_at_most', 'value of the goods at most'), ('gravity_at_most', 'gravity of the conduct at most'), ('harm_at_most', 'harmful consequence at most'), ('not_endangering_minors', 'endangers no minors'), ('not_endangering_safety', "endangers nobody's safety"), ('not_exploiting', 'does not exploit an emergency'), ('not_forging', 'no evidence was forged or destroyed'), ('not_obstructing', 'does not obstruct the officers'), ('not_refusing', 'does not refuse to correct'), ('quantity_at_most', 'quantity at most'), ('self_found', 'found and reported by the party')], max_length=24, verbose_name='kind of condition'),
        ),
        migrations.AlterField(
            model_name='leniencycondition',
            name='kind',
            field=models.CharField(choices=[('amount_at_most', 'amount involved at most'), ('area_at_most', 'area at most'), ('attested', 'a fact that the handling officer finds'), ('corrected_in_time', 'corrected in time'), ('days_late_at_most', 'days late at most'), ('fault_at_most', 'subjective fault at most'), ('first_time', 'first violation'), ('gain_at_most', 'unlawful gain not paid back at most'), ('goods_value_at_most', 'value of the goods at most'), ('gravity_at_most', 'gravity of the conduct at most'), ('harm_at_most', 'harmful consequence at most'), ('not_endangering_minors', 'endangers no minors'), ('not_endangering_safety', "endangers nobody's safety"), ('not_exploiting', 'does not exploit an emergency'), ('not_forging', 'no evidence was forged or destroyed'), ('not_obstructing', 'does not obstruct the officers'), ('not_refusing', 'does not refuse to correct'), ('quantity_at_most', 'quantity at most'), ('self_found', 'found and reported by the party')], max_length=24, verbose_name='kind of condition'),
        ),
        migrations.AddConstraint(
            model_name='leniencycondition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('amount_at_most', 'area_at_most', 'days_late_at_most', 'gain_at_most', 'goods_value_at_most', 'quantity_at_most')), _negated=True), ('number__isnull', False), _connector='OR'), name='leniency_condition_has_number', violation_error_message='This kind of condition needs a number.'),
        ),
        migrations.AddConstraint(
            model_name='leniencycondition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['fault_at_most', 'gravity_at_most', 'harm_at_most']), _negated=True), models.Q(('choice', ''), _negated=True), _connector='OR'), name='leniency_condition_has_rung', violation_error_message='Say up to which degree the condition is met.'),
        ),
    ]
