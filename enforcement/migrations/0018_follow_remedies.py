"""Answers to remedies, time of reviews, money on its way to the bank, and yearly reports."""

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0017_publish_decisions'),
        ('foundation', '0004_keep_files_of_jobs'),
    ]

    operations = [
        Together([migrations.CreateModel(
            name='HistoricalYearlyReport',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1990), django.core.validators.MaxValueValidator(2200)], verbose_name='year reported on')),
                ('published_on', models.DateField(verbose_name='published on')),
                ('address', models.URLField(max_length=500, verbose_name='address')),
                ('file_name', models.CharField(blank=True, max_length=200, verbose_name='name of the file')),
                ('sha256', models.CharField(blank=True, max_length=64, validators=[django.core.validators.RegexValidator('\\A([0-9a-f]{64})?\\Z', 'A fingerprint is 64 signs, 0 to 9 and a to f.')], verbose_name='fingerprint of the file (SHA-256)')),
                ('note', models.TextField(blank=True, verbose_name='remark')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('branch', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='branch')),
                ('district', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.region', verbose_name='district')),
                ('line', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='system line')),
                ('organ', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='organ')),
                ('recorded_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
            ],
            options={
                'verbose_name': 'historical yearly report of enforcement',
                'verbose_name_plural': 'historical yearly reports of enforcement',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='YearlyReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1990), django.core.validators.MaxValueValidator(2200)], verbose_name='year reported on')),
                ('published_on', models.DateField(verbose_name='published on')),
                ('address', models.URLField(max_length=500, verbose_name='address')),
                ('file_name', models.CharField(blank=True, max_length=200, verbose_name='name of the file')),
                ('sha256', models.CharField(blank=True, max_length=64, validators=[django.core.validators.RegexValidator('\\A([0-9a-f]{64})?\\Z', 'A fingerprint is 64 signs, 0 to 9 and a to f.')], verbose_name='fingerprint of the file (SHA-256)')),
                ('note', models.TextField(blank=True, verbose_name='remark')),
                ('branch', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='branch')),
                ('district', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.region', verbose_name='district')),
                ('line', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='system line')),
                ('organ', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='organ')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
            ],
            options={
                'verbose_name': 'yearly report of enforcement',
                'verbose_name_plural': 'yearly reports of enforcement',
                'ordering': ['-year', '-id'],
            },
        )]),
        migrations.AddField(
            model_name='historicalpayment',
            name='ashore_on',
            field=models.DateField(blank=True, null=True, verbose_name='shore reached on'),
        ),
        migrations.AddField(
            model_name='historicalpayment',
            name='bank_by',
            field=models.DateField(blank=True, null=True, verbose_name='to be paid to the bank by'),
        ),
        migrations.AddField(
            model_name='historicalpayment',
            name='bank_receipt',
            field=models.CharField(blank=True, max_length=60, verbose_name='receipt of the bank'),
        ),
        migrations.AddField(
            model_name='historicalpayment',
            name='banked_on',
            field=models.DateField(blank=True, null=True, verbose_name='paid to the bank on'),
        ),
        migrations.AddField(
            model_name='historicalpayment',
            name='hand_in_by',
            field=models.DateField(blank=True, null=True, verbose_name='to be handed in to the organ by'),
        ),
        migrations.AddField(
            model_name='historicalpayment',
            name='hand_in_receipt',
            field=models.CharField(blank=True, max_length=60, verbose_name='receipt of the organ'),
        ),
        migrations.AddField(
            model_name='historicalpayment',
            name='handed_in_on',
            field=models.DateField(blank=True, null=True, verbose_name='handed in to the organ on'),
        ),
        migrations.AddField(
            model_name='historicalremedy',
            name='answer_by',
            field=models.DateField(blank=True, null=True, verbose_name='answer to be handed in by'),
        ),
        migrations.AddField(
            model_name='historicalremedy',
            name='answer_document',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.document', verbose_name='document of the answer'),
        ),
        migrations.AddField(
            model_name='historicalremedy',
            name='answer_papers',
            field=models.TextField(blank=True, verbose_name='what was handed in'),
        ),
        migrations.AddField(
            model_name='historicalremedy',
            name='answered_on',
            field=models.DateField(blank=True, null=True, verbose_name='answer handed in on'),
        ),
        migrations.AddField(
            model_name='historicalremedy',
            name='copy_received_on',
            field=models.DateField(blank=True, null=True, verbose_name='copy received on'),
        ),
        migrations.AddField(
            model_name='historicalremedy',
            name='course',
            field=models.CharField(blank=True, choices=[('ordinary', 'ordinary course'), ('summary', 'summary course')], max_length=8, verbose_name='course of the reconsideration'),
        ),
        migrations.AddField(
            model_name='historicalremedy',
            name='ruling_received_on',
            field=models.DateField(blank=True, null=True, verbose_name='ruling received by the party on'),
        ),
        migrations.AddField(
            model_name='historicalreviewrequest',
            name='extended_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='more time granted by'),
        ),
        migrations.AddField(
            model_name='historicalreviewrequest',
            name='extended_on',
            field=models.DateField(blank=True, null=True, verbose_name='more time granted on'),
        ),
        migrations.AddField(
            model_name='historicalreviewrequest',
            name='extension_reason',
            field=models.TextField(blank=True, verbose_name='why more time was granted'),
        ),
        migrations.AddField(
            model_name='historicalreviewrequest',
            name='first_due_on',
            field=models.DateField(blank=True, null=True, verbose_name='to be answered by, before more time was granted'),
        ),
        migrations.AddField(
            model_name='payment',
            name='ashore_on',
            field=models.DateField(blank=True, null=True, verbose_name='shore reached on'),
        ),
        migrations.AddField(
            model_name='payment',
            name='bank_by',
            field=models.DateField(blank=True, null=True, verbose_name='to be paid to the bank by'),
        ),
        migrations.AddField(
            model_name='payment',
            name='bank_receipt',
            field=models.CharField(blank=True, max_length=60, verbose_name='receipt of the bank'),
        ),
        migrations.AddField(
            model_name='payment',
            name='banked_on',
            field=models.DateField(blank=True, null=True, verbose_name='paid to the bank on'),
        ),
        migrations.AddField(
            model_name='payment',
            name='hand_in_by',
            field=models.DateField(blank=True, null=True, verbose_name='to be handed in to the organ by'),
        ),
        migrations.AddField(
            model_name='payment',
            name='hand_in_receipt',
            field=models.CharField(blank=True, max_length=60, verbose_name='receipt of the organ'),
        ),
        migrations.AddField(
            model_name='payment',
            name='handed_in_on',
            field=models.DateField(blank=True, null=True, verbose_name='handed in to the organ on'),
        ),
        migrations.AddField(
            model_name='remedy',
            name='answer_by',
            field=models.DateField(blank=True, null=True, verbose_name='answer to be handed in by'),
        ),
        migrations.AddField(
            model_name='remedy',
            name='answer_document',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.document', verbose_name='document of the answer'),
        ),
        migrations.AddField(
            model_name='remedy',
            name='answer_papers',
            field=models.TextField(blank=True, verbose_name='what was handed in'),
        ),
        migrations.AddField(
            model_name='remedy',
            name='answered_on',
            field=models.DateField(blank=True, null=True, verbose_name='answer handed in on'),
        ),
        migrations.AddField(
            model_name='remedy',
            name='copy_received_on',
            field=models.DateField(blank=True, null=True, verbose_name='copy received on'),
        ),
        migrations.AddField(
            model_name='remedy',
            name='course',
            field=models.CharField(blank=True, choices=[('ordinary', 'ordinary course'), ('summary', 'summary course')], max_length=8, verbose_name='course of the reconsideration'),
        ),
        migrations.AddField(
            model_name='remedy',
            name='ruling_received_on',
            field=models.DateField(blank=True, null=True, verbose_name='ruling received by the party on'),
        ),
        migrations.AddField(
            model_name='reviewrequest',
            name='extended_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='more time granted by'),
        ),
        migrations.AddField(
            model_name='reviewrequest',
            name='extended_on',
            field=models.DateField(blank=True, null=True, verbose_name='more time granted on'),
        ),
        migrations.AddField(
            model_name='reviewrequest',
            name='extension_reason',
            field=models.TextField(blank=True, verbose_name='why more time was granted'),
        ),
        migrations.AddField(
            model_name='reviewrequest',
            name='first_due_on',
            field=models.DateField(blank=True, null=True, verbose_name='to be answered by, before more time was granted'),
        ),
        Together([migrations.AddIndex(
            model_name='remedy',
            index=models.Index(condition=models.Q(('answered_on', None), ('state__in', ('filed', 'accepted'))), fields=['organ', 'answer_by'], name='remedy_unanswered_idx'),
        ),
        migrations.AddIndex(
            model_name='yearlyreport',
            index=models.Index(fields=['-year', '-id'], name='yearly_report_all_idx'),
        ),
        migrations.AddIndex(
            model_name='yearlyreport',
            index=models.Index(fields=['branch', '-year', '-id'], name='yearly_report_branch_idx'),
        ),
        migrations.AddIndex(
            model_name='yearlyreport',
            index=models.Index(fields=['district', '-year', '-id'], name='yearly_report_district_idx'),
        ),
        migrations.AddIndex(
            model_name='yearlyreport',
            index=models.Index(fields=['line', '-year', '-id'], name='yearly_report_line_idx'),
        ),
        migrations.AddIndex(
            model_name='yearlyreport',
            index=models.Index(fields=['organ', '-year', '-id'], name='yearly_report_organ_idx'),
        )]),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(('means', 'on_spot'), models.Q(('ashore_on', None), ('bank_by', None), ('banked_on', None), ('hand_in_by', None), ('handed_in_on', None)), _connector='OR'), name='only_collected_money_is_handed_in', violation_error_message='Only money that was collected on the spot is handed in.'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(('banked_on', None), models.Q(('banked_on__gte', models.F('handed_in_on')), ('handed_in_on__isnull', False), models.Q(('bank_receipt', ''), _negated=True)), _connector='OR'), name='banked_after_handed_in', violation_error_message='Money goes to the organ first, then to the bank, with a receipt.'),
        ),
        migrations.AddConstraint(
            model_name='remedy',
            constraint=models.CheckConstraint(condition=models.Q(('answered_on', None), models.Q(('answered_on__gte', models.F('copy_received_on')), ('copy_received_on__isnull', False), models.Q(('answer_papers', ''), _negated=True)), _connector='OR'), name='remedy_answer_follows_copy', violation_error_message='An answer follows the copy, and says what was handed in.'),
        ),
        migrations.AddConstraint(
            model_name='reviewrequest',
            constraint=models.CheckConstraint(condition=models.Q(('extended_on', None), models.Q(('extended_by__isnull', False), ('first_due_on__isnull', False), models.Q(('extension_reason', ''), _negated=True)), _connector='OR'), name='review_extension_has_author_and_reason', violation_error_message='More time for a review has its author, its reason and the day before.'),
        ),
        migrations.AddConstraint(
            model_name='reviewrequest',
            constraint=models.CheckConstraint(condition=models.Q(('extended_by', None), models.Q(('extended_by', models.F('asked_by')), _negated=True), _connector='OR'), name='review_not_extended_by_asker', violation_error_message='Who asks for a review does not grant more time for it.'),
        ),
        migrations.AddConstraint(
            model_name='yearlyreport',
            constraint=models.UniqueConstraint(fields=('organ', 'year'), name='yearly_report_once', violation_error_message='The report of this year is recorded already: correct it.'),
        ),
        migrations.AddConstraint(
            model_name='yearlyreport',
            constraint=models.CheckConstraint(condition=models.Q(('address__startswith', 'https://'), ('address__startswith', 'http://'), _connector='OR'), name='yearly_report_has_web_address', violation_error_message='The address begins with http:// or https://.'),
        ),
    ]
