import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models
from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0021_add_circumstances'),
        ('foundation', '0005_count_requests'),
    ]

    operations = [
        Together([
        migrations.CreateModel(
            name='HistoricalInstrumentVersion',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('name', models.CharField(max_length=80, verbose_name='version')),
                ('valid_from', models.DateField(verbose_name='in force from')),
                ('source', models.CharField(max_length=200, verbose_name='where it was published')),
                ('note', models.TextField(blank=True, verbose_name='what the change is about')),
                ('state', models.CharField(choices=[('prepared', 'in preparation'), ('scheduled', 'waits for its day'), ('in_effect', 'in effect'), ('withdrawn', 'withdrawn')], default='prepared', max_length=10, verbose_name='state')),
                ('took_effect_at', models.DateTimeField(blank=True, null=True, verbose_name='taken up at')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('instrument', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.instrument', verbose_name='instrument')),
                ('prepared_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='prepared by')),
            ],
            options={
                'verbose_name': 'historical version of an instrument',
                'verbose_name_plural': 'historical versions of instruments',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='InstrumentVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('name', models.CharField(max_length=80, verbose_name='version')),
                ('valid_from', models.DateField(verbose_name='in force from')),
                ('source', models.CharField(max_length=200, verbose_name='where it was published')),
                ('note', models.TextField(blank=True, verbose_name='what the change is about')),
                ('state', models.CharField(choices=[('prepared', 'in preparation'), ('scheduled', 'waits for its day'), ('in_effect', 'in effect'), ('withdrawn', 'withdrawn')], default='prepared', max_length=10, verbose_name='state')),
                ('took_effect_at', models.DateTimeField(blank=True, null=True, verbose_name='taken up at')),
                ('instrument', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='enforcement.instrument', verbose_name='instrument')),
                ('prepared_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='prepared by')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'withdrawn'), _negated=True), fields=('instrument', 'valid_from'), name='instrument_version_once_a_day', violation_error_message='The instrument has a version from that day already.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'in_effect'), _negated=True), ('took_effect_at__isnull', False), _connector='OR'), name='instrument_version_in_effect_since', violation_error_message='A version in effect says since when it is followed here.')],
                'verbose_name': 'version of an instrument',
                'verbose_name_plural': 'versions of instruments',
                'ordering': ['-valid_from', '-id'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalProvisionChange',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('fate', models.CharField(choices=[('unchanged', 'unchanged'), ('changed', 'changed'), ('moved', 'moved to another number'), ('vanished', 'vanished')], max_length=9, verbose_name='what becomes of it')),
                ('moved_to', models.CharField(blank=True, max_length=40, verbose_name='new number')),
                ('summary', models.TextField(blank=True, verbose_name='in our own words')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('became', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.provision', verbose_name='became')),
                ('provision', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.provision', verbose_name='provision')),
                ('version_of', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.instrumentversion', verbose_name='version')),
            ],
            options={
                'verbose_name': 'historical fate of a provision',
                'verbose_name_plural': 'historical fates of provisions',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='ProvisionChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('fate', models.CharField(choices=[('unchanged', 'unchanged'), ('changed', 'changed'), ('moved', 'moved to another number'), ('vanished', 'vanished')], max_length=9, verbose_name='what becomes of it')),
                ('moved_to', models.CharField(blank=True, max_length=40, verbose_name='new number')),
                ('summary', models.TextField(blank=True, verbose_name='in our own words')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('became', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='came_from', to='enforcement.provision', verbose_name='became')),
                ('provision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='enforcement.provision', verbose_name='provision')),
                ('version_of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='enforcement.instrumentversion', verbose_name='version')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('version_of', 'provision'), name='provision_change_once'), models.CheckConstraint(condition=models.Q(models.Q(('fate', 'moved'), _negated=True), models.Q(('moved_to', ''), _negated=True), _connector='OR'), name='provision_change_moved_somewhere', violation_error_message='Say to which number the provision moved.'), models.CheckConstraint(condition=models.Q(('fate', 'unchanged'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='provision_change_has_reason', violation_error_message='Say what changed, so that others can follow it.')],
                'verbose_name': 'fate of a provision',
                'verbose_name_plural': 'fates of provisions',
                'ordering': ['version_of', 'provision__article', 'id'],
            },
        ),
        ]),
    ]
