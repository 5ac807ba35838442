"""The link by which a counterpart reads its guidance."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('foundation', '0005_count_requests'),
        ('guidance', '0006_answer_applications'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together([
        migrations.CreateModel(
            name='CounterpartLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('nonce', models.CharField(editable=False, max_length=32, unique=True)),
                ('issued_at', models.DateTimeField(verbose_name='made at')),
                ('expires_at', models.DateTimeField(verbose_name='valid until')),
                ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back at')),
                ('revoke_reason', models.CharField(blank=True, max_length=500, verbose_name='why it was taken back')),
                ('action', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='links', to='guidance.guidanceaction', verbose_name='guidance')),
                ('issued_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                ('revoked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken back by')),
            ],
            options={
                'verbose_name': 'link of the counterpart',
                'verbose_name_plural': 'links of counterparts',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalCounterpartLink',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('nonce', models.CharField(db_index=True, editable=False, max_length=32)),
                ('issued_at', models.DateTimeField(verbose_name='made at')),
                ('expires_at', models.DateTimeField(verbose_name='valid until')),
                ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back at')),
                ('revoke_reason', models.CharField(blank=True, max_length=500, verbose_name='why it was taken back')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('action', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.guidanceaction', verbose_name='guidance')),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('issued_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                ('revoked_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken back by')),
            ],
            options={
                'verbose_name': 'historical link of the counterpart',
                'verbose_name_plural': 'historical links of counterparts',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='LinkOpening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_at', models.DateTimeField(verbose_name='first opened at')),
                ('last_at', models.DateTimeField(verbose_name='last opened at')),
                ('link', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='opening', to='guidance.counterpartlink')),
            ],
            options={
                'verbose_name': 'opening of a link',
                'verbose_name_plural': 'openings of links',
                'ordering': ['-last_at', '-id'],
            },
        ),
        ]),
        Together([
        migrations.AddIndex(
            model_name='counterpartlink',
            index=models.Index(fields=['action', '-id'], name='guidance_link_action_idx'),
        ),
        ]),
        migrations.AddConstraint(
            model_name='counterpartlink',
            constraint=models.UniqueConstraint(condition=models.Q(('revoked_at', None)), fields=('action',), name='guidance_link_one_standing', violation_error_message='This guidance has a link already.'),
        ),
        migrations.AddConstraint(
            model_name='counterpartlink',
            constraint=models.CheckConstraint(condition=models.Q(('revoked_at', None), models.Q(('revoke_reason', ''), _negated=True), _connector='OR'), name='guidance_link_revoked_for_a_reason', violation_error_message='A link is taken back for a reason.'),
        ),
        migrations.AddConstraint(
            model_name='counterpartlink',
            constraint=models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('issued_at'))), name='guidance_link_expires_later', violation_error_message='A link ends after it was made.'),
        ),
    ]
