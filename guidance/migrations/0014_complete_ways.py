"""What the eight ways had no column for: who took part, what was handed out, what each suggestion brings."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('guidance', '0001_squashed_0013_meet_together'),
    ]

    operations = [
        migrations.AddField(
            model_name='counsel',
            name='attended_by',
            field=models.TextField(blank=True, help_text='One a line, with the capacity; a class signs its own sheet.', verbose_name='who took part'),
        ),
        migrations.AddField(
            model_name='counsel',
            name='attendees',
            field=models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='how many took part'),
        ),
        migrations.AddField(
            model_name='counsel',
            name='duration',
            field=models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='how many minutes it took'),
        ),
        migrations.AddField(
            model_name='counsel',
            name='follow_up',
            field=models.TextField(blank=True, verbose_name='what is still to be followed up'),
        ),
        migrations.AddField(
            model_name='counsel',
            name='materials',
            field=models.CharField(blank=True, max_length=300, verbose_name='what was handed out'),
        ),
        migrations.AddField(
            model_name='demo',
            name='model_kind',
            field=models.CharField(blank=True, choices=[('counterpart', 'how a counterpart does it'), ('conduct', 'how officers conduct themselves'), ('organ', 'how an organ works'), ('case', 'how a case was handled')], max_length=11, verbose_name='what is shown'),
        ),
        migrations.AddField(
            model_name='guide',
            name='areas',
            field=models.CharField(blank=True, max_length=200, verbose_name='areas that it is for'),
        ),
        migrations.AddField(
            model_name='guide',
            name='english',
            field=models.TextField(blank=True, help_text='Published for who reads the page in English.', verbose_name='English wording'),
        ),
        migrations.AddField(
            model_name='guide',
            name='interpretation',
            field=models.TextField(blank=True, help_text='Published beside it: why it was made, and what changes for whom.', verbose_name='what it means in plain words'),
        ),
        migrations.AddField(
            model_name='guide',
            name='trades',
            field=models.CharField(blank=True, max_length=200, verbose_name='trades that it is for'),
        ),
        migrations.AddField(
            model_name='historicalcounsel',
            name='attended_by',
            field=models.TextField(blank=True, help_text='One a line, with the capacity; a class signs its own sheet.', verbose_name='who took part'),
        ),
        migrations.AddField(
            model_name='historicalcounsel',
            name='attendees',
            field=models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='how many took part'),
        ),
        migrations.AddField(
            model_name='historicalcounsel',
            name='duration',
            field=models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='how many minutes it took'),
        ),
        migrations.AddField(
            model_name='historicalcounsel',
            name='follow_up',
            field=models.TextField(blank=True, verbose_name='what is still to be followed up'),
        ),
        migrations.AddField(
            model_name='historicalcounsel',
            name='materials',
            field=models.CharField(blank=True, max_length=300, verbose_name='what was handed out'),
        ),
        migrations.AddField(
            model_name='historicaldemo',
            name='model_kind',
            field=models.CharField(blank=True, choices=[('counterpart', 'how a counterpart does it'), ('conduct', 'how officers conduct themselves'), ('organ', 'how an organ works'), ('case', 'how a case was handled')], max_length=11, verbose_name='what is shown'),
        ),
        migrations.AddField(
            model_name='historicalguide',
            name='areas',
            field=models.CharField(blank=True, max_length=200, verbose_name='areas that it is for'),
        ),
        migrations.AddField(
            model_name='historicalguide',
            name='english',
            field=models.TextField(blank=True, help_text='Published for who reads the page in English.', verbose_name='English wording'),
        ),
        migrations.AddField(
            model_name='historicalguide',
            name='interpretation',
            field=models.TextField(blank=True, help_text='Published beside it: why it was made, and what changes for whom.', verbose_name='what it means in plain words'),
        ),
        migrations.AddField(
            model_name='historicalguide',
            name='trades',
            field=models.CharField(blank=True, max_length=200, verbose_name='trades that it is for'),
        ),
        migrations.AddField(
            model_name='historicalinterview',
            name='commitments',
            field=models.TextField(blank=True, verbose_name='what the interviewee promised'),
        ),
        migrations.AddField(
            model_name='historicalinterview',
            name='facts_put',
            field=models.TextField(blank=True, verbose_name='facts that were put to them'),
        ),
        migrations.AddField(
            model_name='historicalinterview',
            name='law_explained',
            field=models.TextField(blank=True, verbose_name='law that was explained'),
        ),
        migrations.AddField(
            model_name='historicalinterview',
            name='recording',
            field=models.CharField(blank=True, max_length=80, verbose_name='number of the sound or video recording'),
        ),
        migrations.AddField(
            model_name='historicalinterview',
            name='statement',
            field=models.TextField(blank=True, verbose_name='what the interviewee said'),
        ),
        migrations.AddField(
            model_name='historicalsuggest',
            name='analysis',
            field=models.TextField(blank=True, verbose_name='why it is so'),
        ),
        migrations.AddField(
            model_name='historicalsuggestionitem',
            name='benefit',
            field=models.TextField(blank=True, verbose_name='what it brings'),
        ),
        migrations.AddField(
            model_name='historicalsuggestionitem',
            name='do_by',
            field=models.DateField(blank=True, null=True, verbose_name='a day that would suit'),
        ),
        migrations.AddField(
            model_name='interview',
            name='commitments',
            field=models.TextField(blank=True, verbose_name='what the interviewee promised'),
        ),
        migrations.AddField(
            model_name='interview',
            name='facts_put',
            field=models.TextField(blank=True, verbose_name='facts that were put to them'),
        ),
        migrations.AddField(
            model_name='interview',
            name='law_explained',
            field=models.TextField(blank=True, verbose_name='law that was explained'),
        ),
        migrations.AddField(
            model_name='interview',
            name='recording',
            field=models.CharField(blank=True, max_length=80, verbose_name='number of the sound or video recording'),
        ),
        migrations.AddField(
            model_name='interview',
            name='statement',
            field=models.TextField(blank=True, verbose_name='what the interviewee said'),
        ),
        migrations.AddField(
            model_name='suggest',
            name='analysis',
            field=models.TextField(blank=True, verbose_name='why it is so'),
        ),
        migrations.AddField(
            model_name='suggestionitem',
            name='benefit',
            field=models.TextField(blank=True, verbose_name='what it brings'),
        ),
        migrations.AddField(
            model_name='suggestionitem',
            name='do_by',
            field=models.DateField(blank=True, null=True, verbose_name='a day that would suit'),
        ),
    ]
