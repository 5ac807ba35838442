import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models
from foundation.migrations._together import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        Together([migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='recorded at')),
                ('action', models.CharField(max_length=64, verbose_name='action')),
                ('actor_id', models.BigIntegerField(null=True, verbose_name='officer number')),
                ('actor_name', models.CharField(max_length=150, verbose_name='who')),
                ('organ_id', models.BigIntegerField(null=True, verbose_name='organ number')),
                ('via', models.CharField(choices=[('browser', 'browser'), ('api', 'API'), ('admin', 'administration'), ('celery', 'scheduler'), ('command', 'command line'), ('link', 'personal link')], max_length=12, verbose_name='by way of')),
                ('article', models.CharField(blank=True, max_length=8, verbose_name='article')),
                ('why', models.TextField(blank=True, verbose_name='reason')),
                ('overrides', models.JSONField(blank=True, default=dict, verbose_name='overridden warnings')),
                ('cause', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='effects', to='foundation.auditentry', verbose_name='cause')),
            ],
            options={
                'verbose_name': 'audit entry',
                'verbose_name_plural': 'audit entries',
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['action', '-id'], name='audit_action_idx')],
            },
        ),
        migrations.CreateModel(
            name='Heartbeat',
            fields=[
                ('name', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('beaten_at', models.DateTimeField()),
                ('note', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='AuditPending',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='foundation.auditentry')),
            ],
        ),
        migrations.CreateModel(
            name='AuditImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(max_length=64)),
                ('key', models.CharField(max_length=40)),
                ('kind', models.CharField(choices=[('created', 'created'), ('changed', 'changed'), ('deleted', 'deleted'), ('loaded', 'loaded in bulk')], max_length=8)),
                ('before', models.JSONField(null=True)),
                ('after', models.JSONField(null=True)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='images', to='foundation.auditentry')),
            ],
            options={
                'indexes': [models.Index(fields=['model', 'key', 'id'], name='audit_image_object_idx'), models.Index(condition=models.Q(('kind', 'loaded')), fields=['model', 'id'], name='audit_image_load_idx')],
            },
        ),
        migrations.CreateModel(
            name='AuditLink',
            fields=[
                ('seq', models.BigIntegerField(primary_key=True, serialize=False)),
                ('previous', models.CharField(max_length=64)),
                ('digest', models.CharField(max_length=64)),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='link', to='foundation.auditentry')),
            ],
            options={
                'ordering': ['seq'],
            },
        ),
        migrations.CreateModel(
            name='AuditSubject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=64)),
                ('key', models.CharField(max_length=40)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='subjects', to='foundation.auditentry')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'key', 'entry'), name='audit_subject_once')],
            },
        ),
        migrations.CreateModel(
            name='DueItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=48, verbose_name='kind')),
                ('thing', models.CharField(max_length=64, verbose_name='thing')),
                ('round', models.PositiveIntegerField(default=1, verbose_name='round')),
                ('due_at', models.DateTimeField(verbose_name='due at')),
                ('state', models.CharField(choices=[('pending', 'pending'), ('done', 'done'), ('parked', 'parked after repeated failure'), ('cancelled', 'cancelled')], default='pending', max_length=10, verbose_name='state')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('claimed_until', models.DateTimeField(null=True, verbose_name='claimed until')),
                ('processed_at', models.DateTimeField(null=True, verbose_name='processed at')),
                ('error', models.TextField(blank=True, verbose_name='error')),
            ],
            options={
                'verbose_name': 'due item',
                'verbose_name_plural': 'due items',
                'indexes': [models.Index(condition=models.Q(('state', 'pending')), fields=['due_at', 'id'], name='due_item_pending_idx')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'thing', 'round'), name='due_item_once_a_round')],
            },
        ),
        migrations.CreateModel(
            name='IdempotencyKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('owner_key', models.CharField(max_length=64)),
                ('key', models.CharField(max_length=200)),
                ('fingerprint', models.CharField(max_length=64)),
                ('status', models.PositiveSmallIntegerField(default=0)),
                ('body', models.TextField(blank=True)),
                ('location', models.CharField(blank=True, max_length=300)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['created_at'], name='idempotency_key_age_idx')],
                'constraints': [models.UniqueConstraint(fields=('owner_key', 'key'), name='idempotency_key_once')],
            },
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=48, verbose_name='kind')),
                ('owner_id', models.BigIntegerField(verbose_name='owner')),
                ('parameters', models.JSONField(default=dict, verbose_name='parameters')),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('running', 'running'), ('done', 'done'), ('failed', 'failed')], default='waiting', max_length=8, verbose_name='state')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='done')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='total')),
                ('errors', models.JSONField(default=list, verbose_name='errors')),
                ('result', models.JSONField(default=dict, verbose_name='result')),
                ('created_at', models.DateTimeField(verbose_name='created at')),
                ('finished_at', models.DateTimeField(null=True, verbose_name='finished at')),
            ],
            options={
                'verbose_name': 'job',
                'verbose_name_plural': 'jobs',
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['owner_id', '-id'], name='job_owner_idx')],
            },
        ),]),
    ]
