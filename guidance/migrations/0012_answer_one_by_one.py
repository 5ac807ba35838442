"""Questions of counselling and single suggestions, each with its own answer; which question an answer for everybody comes from."""

import django.db.models.deletion
import simple_history.models
from django.db import migrations, models

from foundation.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('foundation', '0005_count_requests'),
        ('guidance', '0011_follow_guidance_up'),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name='CounselQuestion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                        ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                        ('question', models.TextField(verbose_name='question')),
                        ('answer', models.TextField(blank=True, verbose_name='answer')),
                        ('basis', models.CharField(blank=True, max_length=300, verbose_name='provisions it rests on')),
                        ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                        ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='guidance.guidanceaction')),
                    ],
                    options={
                        'verbose_name': 'question of counselling',
                        'verbose_name_plural': 'questions of counselling',
                        'ordering': ['id'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on', None)), models.Q(('answered_on__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='counsel_question_answered_in_words', violation_error_message='An answer has its words and its day.')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalCounselQuestion',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                        ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                        ('history_user_id', models.BigIntegerField(null=True)),
                        ('question', models.TextField(verbose_name='question')),
                        ('answer', models.TextField(blank=True, verbose_name='answer')),
                        ('basis', models.CharField(blank=True, max_length=300, verbose_name='provisions it rests on')),
                        ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                        ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('action', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.guidanceaction')),
                        ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                    ],
                    options={
                        'verbose_name': 'historical question of counselling',
                        'verbose_name_plural': 'historical questions of counselling',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='HistoricalSuggestionItem',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                        ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                        ('history_user_id', models.BigIntegerField(null=True)),
                        ('text', models.TextField(verbose_name='what is suggested')),
                        ('adopted', models.CharField(blank=True, choices=[('all', 'adopted'), ('part', 'adopted in part'), ('none', 'not adopted')], max_length=4, verbose_name='adopted')),
                        ('adopted_on', models.DateField(blank=True, null=True, verbose_name='feedback on')),
                        ('note', models.TextField(blank=True, verbose_name='what was done, or why not')),
                        ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('action', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.guidanceaction')),
                        ('audit_entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='foundation.auditentry')),
                    ],
                    options={
                        'verbose_name': 'historical single suggestion',
                        'verbose_name_plural': 'historical single suggestions',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='SuggestionItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='created at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='updated at')),
                        ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                        ('text', models.TextField(verbose_name='what is suggested')),
                        ('adopted', models.CharField(blank=True, choices=[('all', 'adopted'), ('part', 'adopted in part'), ('none', 'not adopted')], max_length=4, verbose_name='adopted')),
                        ('adopted_on', models.DateField(blank=True, null=True, verbose_name='feedback on')),
                        ('note', models.TextField(blank=True, verbose_name='what was done, or why not')),
                        ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suggestion_items', to='guidance.guidanceaction')),
                    ],
                    options={
                        'verbose_name': 'single suggestion',
                        'verbose_name_plural': 'single suggestions',
                        'ordering': ['id'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('adopted', ''), ('adopted_on', None)), models.Q(models.Q(('adopted', ''), _negated=True), ('adopted_on__isnull', False)), _connector='OR'), name='suggestion_feedback_has_day', violation_error_message='Say when the feedback came.')],
                    },
                ),
            ]
        ),
        migrations.AlterField(
            model_name='counsel',
            name='answer',
            field=models.TextField(blank=True, help_text='May stay empty when every question was answered by itself.', verbose_name='answer, with the provisions it rests on'),
        ),
        migrations.AlterField(
            model_name='counsel',
            name='question',
            field=models.TextField(help_text='One question a line: each gets its own answer.', verbose_name='what was asked'),
        ),
        migrations.AlterField(
            model_name='historicalcounsel',
            name='answer',
            field=models.TextField(blank=True, help_text='May stay empty when every question was answered by itself.', verbose_name='answer, with the provisions it rests on'),
        ),
        migrations.AlterField(
            model_name='historicalcounsel',
            name='question',
            field=models.TextField(help_text='One question a line: each gets its own answer.', verbose_name='what was asked'),
        ),
        migrations.AlterField(
            model_name='historicalsuggest',
            name='suggestions',
            field=models.TextField(help_text='Each is adopted or left by itself.', verbose_name='what is suggested, one a line'),
        ),
        migrations.AlterField(
            model_name='suggest',
            name='suggestions',
            field=models.TextField(help_text='Each is adopted or left by itself.', verbose_name='what is suggested, one a line'),
        ),
        migrations.AddField(
            model_name='faqentry',
            name='asked',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='faq_entries', to='guidance.counselquestion', verbose_name='question it comes from'),
        ),
        migrations.AddField(
            model_name='historicalfaqentry',
            name='asked',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='guidance.counselquestion', verbose_name='question it comes from'),
        ),
    ]
