import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0022_follow_law'),
        ('foundation', '0005_count_requests'),
    ]

    operations = [
        Together([
        migrations.CreateModel(
            name='HistoricalSameParty',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('answer', models.CharField(choices=[('same', 'the same'), ('other', 'not the same')], max_length=8, verbose_name='answer')),
                ('traits', models.JSONField(default=list, verbose_name='what they share')),
                ('reason', models.TextField(verbose_name='reason')),
                ('answered_on', models.DateField(verbose_name='answered on')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('answered_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('first', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.counterpart')),
                ('second', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.counterpart')),
            ],
            options={
                'verbose_name': 'historical sameness of two counterparts',
                'verbose_name_plural': 'historical sameness of counterparts',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='SameParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('answer', models.CharField(choices=[('same', 'the same'), ('other', 'not the same')], max_length=8, verbose_name='answer')),
                ('traits', models.JSONField(default=list, verbose_name='what they share')),
                ('reason', models.TextField(verbose_name='reason')),
                ('answered_on', models.DateField(verbose_name='answered on')),
                ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.counterpart')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.counterpart')),
            ],
            options={
                'verbose_name': 'sameness of two counterparts',
                'verbose_name_plural': 'sameness of counterparts',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='same_party_answered_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='same_party_earlier_first', violation_error_message='Two different entries are compared, the earlier one first.'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='same_party_has_reason', violation_error_message='Say what shows whether they are the same.')],
            },
        ),
        ]),
        migrations.AddIndex(
            model_name='counterpart',
            index=models.Index(condition=models.Q(('legal_representative', ''), _negated=True), fields=['legal_representative', 'id'], name='counterpart_head_idx'),
        ),
    ]
