import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models
from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('foundation', '0005_count_requests'),
        ('leniency', '0001_create_leniency'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together([
        migrations.CreateModel(
            name='HistoricalListReview',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('history_user_id', models.BigIntegerField(null=True)),
                ('cause', models.CharField(choices=[('annual', 'a year has passed'), ('law', 'the law changed'), ('superior', 'the list of a higher organ changed'), ('use', 'what its use shows'), ('feedback', 'what firms and the public say')], max_length=12, verbose_name='why it is reviewed')),
                ('note', models.TextField(blank=True, verbose_name='what it is about')),
                ('begun_on', models.DateField(verbose_name='begun on')),
                ('due_on', models.DateField(verbose_name='to be concluded by')),
                ('concluded_on', models.DateField(blank=True, null=True, verbose_name='concluded on')),
                ('outcome', models.CharField(blank=True, choices=[('keep', 'it stays as it is'), ('revise', 'a new edition follows'), ('repeal', 'it is to be repealed')], max_length=8, verbose_name='what came of it')),
                ('findings', models.TextField(blank=True, verbose_name='findings')),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                ('concluded_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='concluded by')),
                ('list', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='leniency.leniencylist', verbose_name='list')),
            ],
            options={
                'verbose_name': 'historical review of a list',
                'verbose_name_plural': 'historical reviews of lists',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='ListReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('cause', models.CharField(choices=[('annual', 'a year has passed'), ('law', 'the law changed'), ('superior', 'the list of a higher organ changed'), ('use', 'what its use shows'), ('feedback', 'what firms and the public say')], max_length=12, verbose_name='why it is reviewed')),
                ('note', models.TextField(blank=True, verbose_name='what it is about')),
                ('begun_on', models.DateField(verbose_name='begun on')),
                ('due_on', models.DateField(verbose_name='to be concluded by')),
                ('concluded_on', models.DateField(blank=True, null=True, verbose_name='concluded on')),
                ('outcome', models.CharField(blank=True, choices=[('keep', 'it stays as it is'), ('revise', 'a new edition follows'), ('repeal', 'it is to be repealed')], max_length=8, verbose_name='what came of it')),
                ('findings', models.TextField(blank=True, verbose_name='findings')),
                ('concluded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='concluded by')),
                ('list', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='leniency.leniencylist', verbose_name='list')),
            ],
            options={
                'verbose_name': 'review of a list',
                'verbose_name_plural': 'reviews of lists',
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['due_on', 'list'], name='leniency_review_due_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('concluded_on', None)), fields=('list',), name='leniency_review_one_open', violation_error_message='The list is under review already.'), models.CheckConstraint(condition=models.Q(models.Q(('concluded_on', None), ('outcome', '')), models.Q(('concluded_on__isnull', False), models.Q(('outcome', ''), _negated=True), models.Q(('findings', ''), _negated=True)), _connector='OR'), name='leniency_review_ends_with_findings', violation_error_message='A concluded review says what was found and what follows.')],
            },
        ),
        ]),
    ]
