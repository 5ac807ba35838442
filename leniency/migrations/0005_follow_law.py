import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models
from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0022_follow_law'),
        ('foundation', '0005_count_requests'),
        ('leniency', '0004_depart_from_assessments'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together([
        migrations.CreateModel(
            name='HistoricalEntryCitation',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('is_basis', models.BooleanField(default=False, verbose_name='basis of the penalty')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('entry', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='leniency.leniencyentry', verbose_name='entry')),
                ('provision', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.provision', verbose_name='provision')),
            ],
            options={
                'verbose_name': 'historical provision cited by an entry',
                'verbose_name_plural': 'historical provisions cited by entries',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalEntryReview',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('begun_on', models.DateField(verbose_name='begun on')),
                ('due_on', models.DateField(verbose_name='to be concluded by')),
                ('concluded_on', models.DateField(blank=True, null=True, verbose_name='concluded on')),
                ('outcome', models.CharField(blank=True, choices=[('stays', 'it stays as it is'), ('next', 'it is changed in the next edition'), ('suspended', 'it is suspended')], max_length=9, verbose_name='what came of it')),
                ('findings', models.TextField(blank=True, verbose_name='findings')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('change', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.provisionchange', verbose_name='change of the law')),
                ('concluded_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='concluded by')),
                ('entry', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='leniency.leniencyentry', verbose_name='entry')),
            ],
            options={
                'verbose_name': 'historical review of an entry',
                'verbose_name_plural': 'historical reviews of entries',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='EntryCitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('is_basis', models.BooleanField(default=False, verbose_name='basis of the penalty')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='citations', to='leniency.leniencyentry', verbose_name='entry')),
                ('provision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entry_citations', to='enforcement.provision', verbose_name='provision')),
            ],
            options={
                'verbose_name': 'provision cited by an entry',
                'verbose_name_plural': 'provisions cited by entries',
                'ordering': ['entry', 'is_basis', 'id'],
                'constraints': [models.UniqueConstraint(fields=('entry', 'provision', 'is_basis'), name='entry_citation_once', violation_error_message='The entry cites this provision already.')],
            },
        ),
        migrations.CreateModel(
            name='EntryReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('begun_on', models.DateField(verbose_name='begun on')),
                ('due_on', models.DateField(verbose_name='to be concluded by')),
                ('concluded_on', models.DateField(blank=True, null=True, verbose_name='concluded on')),
                ('outcome', models.CharField(blank=True, choices=[('stays', 'it stays as it is'), ('next', 'it is changed in the next edition'), ('suspended', 'it is suspended')], max_length=9, verbose_name='what came of it')),
                ('findings', models.TextField(blank=True, verbose_name='findings')),
                ('change', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entry_reviews', to='enforcement.provisionchange', verbose_name='change of the law')),
                ('concluded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='concluded by')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='leniency.leniencyentry', verbose_name='entry')),
            ],
            options={
                'verbose_name': 'review of an entry',
                'verbose_name_plural': 'reviews of entries',
                'ordering': ['-id'],
                'indexes': [models.Index(condition=models.Q(('concluded_on', None)), fields=['due_on', 'entry'], name='entry_review_open_idx')],
                'constraints': [models.UniqueConstraint(fields=('entry', 'change'), name='entry_review_once_a_change'), models.CheckConstraint(condition=models.Q(models.Q(('concluded_on', None), ('outcome', '')), models.Q(('concluded_on__isnull', False), models.Q(('outcome', ''), _negated=True), models.Q(('findings', ''), _negated=True)), _connector='OR'), name='entry_review_ends_with_findings', violation_error_message='A concluded review says what was found and what follows.')],
            },
        ),
        migrations.CreateModel(
            name='RevisitNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cause', models.CharField(choices=[('vanished', 'an entry it rests on was suspended'), ('edition', 'a new edition may be milder')], max_length=8, verbose_name='why')),
                ('could_be', models.CharField(blank=True, choices=[('shall_not', 'shall not be penalised'), ('may_not', 'need not be penalised'), ('mitigated', 'mitigated penalty'), ('lighter', 'lighter penalty'), ('no_coercion', 'no coercion'), ('unknown', 'not known yet'), ('not_applicable', 'no entry applies')], max_length=16, verbose_name='could become')),
                ('told_at', models.DateTimeField(verbose_name='told at')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisits', to='enforcement.case')),
                ('entry', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='revisits', to='leniency.leniencyentry')),
                ('list', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisits', to='leniency.leniencylist')),
            ],
            options={
                'verbose_name': 'case to be assessed again',
                'verbose_name_plural': 'cases to be assessed again',
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(fields=('case', 'list', 'cause'), name='revisit_once_a_case_and_list')],
            },
        ),
        ]),
    ]
