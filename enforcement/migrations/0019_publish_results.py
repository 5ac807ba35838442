"""Publicity of coercion and of inspections beside that of penalties."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0018_follow_remedies'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='historicalpublication',
            options={'get_latest_by': ('history_date', 'history_id'), 'ordering': ('-history_date', '-history_id'), 'verbose_name': 'historical publicity of a decision or result', 'verbose_name_plural': 'historical publicity of decisions and results'},
        ),
        migrations.AlterModelOptions(
            name='publication',
            options={'ordering': ['-decided_on', '-id'], 'verbose_name': 'publicity of a decision or result', 'verbose_name_plural': 'publicity of decisions and results'},
        ),
        migrations.AddField(
            model_name='historicalpublication',
            name='inspection',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.inspection', verbose_name='inspection'),
        ),
        migrations.AddField(
            model_name='historicalpublication',
            name='kind',
            field=models.CharField(choices=[('penalty', 'penalty'), ('coercion', 'coercion'), ('inspection', 'inspection')], default='penalty', editable=False, max_length=10, verbose_name='kind'),
        ),
        migrations.AddField(
            model_name='historicalpublication',
            name='measure',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.coercivemeasure', verbose_name='coercive measure'),
        ),
        migrations.AddField(
            model_name='historicalpublication',
            name='undone_as',
            field=models.CharField(blank=True, choices=[('changed', 'changed'), ('revoked', 'revoked'), ('unlawful', 'found unlawful'), ('void', 'found void')], max_length=10, verbose_name='how it was undone'),
        ),
        migrations.AddField(
            model_name='historicalpublication',
            name='undone_on',
            field=models.DateField(blank=True, null=True, verbose_name='undone on'),
        ),
        migrations.AddField(
            model_name='historicalpublication',
            name='undone_ruling',
            field=models.CharField(blank=True, max_length=200, verbose_name='by whom, and its number'),
        ),
        migrations.AddField(
            model_name='publication',
            name='inspection',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='publication', to='enforcement.inspection', verbose_name='inspection'),
        ),
        migrations.AddField(
            model_name='publication',
            name='kind',
            field=models.CharField(choices=[('penalty', 'penalty'), ('coercion', 'coercion'), ('inspection', 'inspection')], default='penalty', editable=False, max_length=10, verbose_name='kind'),
        ),
        migrations.AddField(
            model_name='publication',
            name='measure',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='publication', to='enforcement.coercivemeasure', verbose_name='coercive measure'),
        ),
        migrations.AddField(
            model_name='publication',
            name='undone_as',
            field=models.CharField(blank=True, choices=[('changed', 'changed'), ('revoked', 'revoked'), ('unlawful', 'found unlawful'), ('void', 'found void')], max_length=10, verbose_name='how it was undone'),
        ),
        migrations.AddField(
            model_name='publication',
            name='undone_on',
            field=models.DateField(blank=True, null=True, verbose_name='undone on'),
        ),
        migrations.AddField(
            model_name='publication',
            name='undone_ruling',
            field=models.CharField(blank=True, max_length=200, verbose_name='by whom, and its number'),
        ),
        migrations.AlterField(
            model_name='publication',
            name='case',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='publication', to='enforcement.case', verbose_name='case'),
        ),
        migrations.AddIndex(
            model_name='publication',
            index=models.Index(condition=models.Q(('state__in', ('published', 'correcting'))), fields=['kind', '-decided_on', '-id'], name='publicity_kind_idx'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case__isnull', False), ('inspection__isnull', True), ('kind', 'penalty'), ('measure__isnull', True)), models.Q(('case__isnull', True), ('inspection__isnull', True), ('kind', 'coercion'), ('measure__isnull', False)), models.Q(('case__isnull', True), ('inspection__isnull', False), ('kind', 'inspection'), ('measure__isnull', True)), _connector='OR'), name='publicity_of_one_thing', violation_error_message='A public text tells of one decision, measure or inspection.'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('undone_as', ''), ('undone_on', None)), models.Q(models.Q(('undone_as', ''), _negated=True), ('undone_on__isnull', False)), _connector='OR'), name='publicity_undoing_has_day', violation_error_message='What was undone was undone on some day.'),
        ),
    ]
