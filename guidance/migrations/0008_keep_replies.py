"""What counterparts answer by their links, and what officers do with it."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('foundation', '0005_count_requests'),
        ('guidance', '0007_link_counterparts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together([
        migrations.CreateModel(
            name='CounterpartReply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('kind', models.CharField(choices=[('acknowledge', 'took note'), ('accept', 'accepts it'), ('decline', 'does not want it'), ('message', 'a message'), ('written', 'asks for it in writing'), ('counsel', 'asks for counselling'), ('time', 'proposes another time')], max_length=12, verbose_name='what was said')),
                ('text', models.TextField(blank=True, verbose_name='in words')),
                ('proposed_for', models.DateTimeField(blank=True, null=True, verbose_name='proposed time')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('action', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='guidance.guidanceaction', verbose_name='guidance')),
                ('application', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='asked_for_by', to='guidance.guidanceaction', verbose_name='application')),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='guidance.counterpartlink')),
            ],
            options={
                'verbose_name': 'answer by the link',
                'verbose_name_plural': 'answers by the link',
                'ordering': ['-at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalCounterpartReply',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('kind', models.CharField(choices=[('acknowledge', 'took note'), ('accept', 'accepts it'), ('decline', 'does not want it'), ('message', 'a message'), ('written', 'asks for it in writing'), ('counsel', 'asks for counselling'), ('time', 'proposes another time')], max_length=12, verbose_name='what was said')),
                ('text', models.TextField(blank=True, verbose_name='in words')),
                ('proposed_for', models.DateTimeField(blank=True, null=True, verbose_name='proposed time')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('action', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.guidanceaction', verbose_name='guidance')),
                ('application', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.guidanceaction', verbose_name='application')),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('link', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.counterpartlink')),
            ],
            options={
                'verbose_name': 'historical answer by the link',
                'verbose_name_plural': 'historical answers by the link',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalReplyAnswer',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('outcome', models.CharField(choices=[('seen', 'seen'), ('accepted', 'accepted'), ('refused', 'not possible')], max_length=8, verbose_name='what became of it')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('new_version', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.guidanceaction', verbose_name='new version')),
                ('reply', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.counterpartreply')),
            ],
            options={
                'verbose_name': 'historical what became of an answer',
                'verbose_name_plural': 'historical what became of answers',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalReplyFile',
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
                ('reply', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.counterpartreply')),
            ],
            options={
                'verbose_name': 'historical file of an answer',
                'verbose_name_plural': 'historical files of answers',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='ReplyAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('outcome', models.CharField(choices=[('seen', 'seen'), ('accepted', 'accepted'), ('refused', 'not possible')], max_length=8, verbose_name='what became of it')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('new_version', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='guidance.guidanceaction', verbose_name='new version')),
                ('reply', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='guidance.counterpartreply')),
            ],
            options={
                'verbose_name': 'what became of an answer',
                'verbose_name_plural': 'what became of answers',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='ReplyFile',
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
                ('reply', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='guidance.counterpartreply')),
            ],
            options={
                'verbose_name': 'file of an answer',
                'verbose_name_plural': 'files of answers',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ReplyWaiting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reply', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waiting', to='guidance.counterpartreply')),
            ],
            options={
                'verbose_name': 'answer to be seen',
                'verbose_name_plural': 'answers to be seen',
                'ordering': ['id'],
            },
        ),
        ]),
        Together([
        migrations.AddIndex(
            model_name='counterpartreply',
            index=models.Index(fields=['action', '-at', '-id'], name='guidance_reply_action_idx'),
        ),
        migrations.AddIndex(
            model_name='counterpartreply',
            index=models.Index(fields=['-at', '-id'], name='guidance_reply_at_idx'),
        ),
        ]),
        migrations.AddConstraint(
            model_name='counterpartreply',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'time'), ('proposed_for__isnull', False)), models.Q(models.Q(('kind', 'time'), _negated=True), ('proposed_for', None)), _connector='OR'), name='guidance_reply_time_is_proposed', violation_error_message='Who proposes another time names it.'),
        ),
        migrations.AddConstraint(
            model_name='counterpartreply',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['message', 'counsel']), _negated=True), models.Q(('text', ''), _negated=True), _connector='OR'), name='guidance_reply_says_something', violation_error_message='Write what you want to say.'),
        ),
        migrations.AddConstraint(
            model_name='counterpartreply',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'decline'), _negated=True), ('text', ''), _connector='OR'), name='guidance_reply_declines_without_reason', violation_error_message='Nobody says why guidance is not wanted.'),
        ),
        migrations.AddConstraint(
            model_name='replyanswer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'refused'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='guidance_reply_refused_with_reason', violation_error_message='Say why the time is not possible.'),
        ),
        migrations.AddConstraint(
            model_name='replyfile',
            constraint=models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='guidance_reply_file_not_empty', violation_error_message='The file is empty.'),
        ),
        migrations.AddConstraint(
            model_name='replywaiting',
            constraint=models.UniqueConstraint(fields=('reply', 'officer'), name='guidance_reply_waits_once'),
        ),
    ]
