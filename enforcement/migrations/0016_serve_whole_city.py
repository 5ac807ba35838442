"""Templates and caps of the whole city, documents on site, and what a firm was not shown."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0015_carry_out_decisions'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalinspectionrating',
            name='not_shown',
            field=models.JSONField(blank=True, default=list, verbose_name='what was not shown'),
        ),
        migrations.AddField(
            model_name='inspectionrating',
            name='not_shown',
            field=models.JSONField(blank=True, default=list, verbose_name='what was not shown'),
        ),
        migrations.AlterField(
            model_name='document',
            name='kind',
            field=models.CharField(choices=[('notice', 'prior notice of an administrative penalty'), ('correction', 'order to correct within a time limit'), ('decision', 'decision on an administrative penalty'), ('no_penalty', 'decision not to impose a penalty'), ('receipt', 'receipt of service'), ('guidance', 'letter of administrative guidance'), ('mediation', 'mediation agreement'), ('coercion', 'decision on administrative coercion'), ('inventory', 'inventory of things'), ('demand', 'written demand to perform'), ('lifting', 'notice that coercion has ended'), ('visit', 'record of an inspection'), ('visit_result', 'result of an inspection')], max_length=12, verbose_name='kind of document'),
        ),
        migrations.AlterField(
            model_name='documenttemplate',
            name='kind',
            field=models.CharField(choices=[('notice', 'prior notice of an administrative penalty'), ('correction', 'order to correct within a time limit'), ('decision', 'decision on an administrative penalty'), ('no_penalty', 'decision not to impose a penalty'), ('receipt', 'receipt of service'), ('guidance', 'letter of administrative guidance'), ('mediation', 'mediation agreement'), ('coercion', 'decision on administrative coercion'), ('inventory', 'inventory of things'), ('demand', 'written demand to perform'), ('lifting', 'notice that coercion has ended'), ('visit', 'record of an inspection'), ('visit_result', 'result of an inspection')], max_length=12, verbose_name='kind of document'),
        ),
        migrations.AlterField(
            model_name='documenttemplate',
            name='organ',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enforcement.organ', verbose_name='organ'),
        ),
        migrations.AlterField(
            model_name='historicaldocument',
            name='kind',
            field=models.CharField(choices=[('notice', 'prior notice of an administrative penalty'), ('correction', 'order to correct within a time limit'), ('decision', 'decision on an administrative penalty'), ('no_penalty', 'decision not to impose a penalty'), ('receipt', 'receipt of service'), ('guidance', 'letter of administrative guidance'), ('mediation', 'mediation agreement'), ('coercion', 'decision on administrative coercion'), ('inventory', 'inventory of things'), ('demand', 'written demand to perform'), ('lifting', 'notice that coercion has ended'), ('visit', 'record of an inspection'), ('visit_result', 'result of an inspection')], max_length=12, verbose_name='kind of document'),
        ),
        migrations.AlterField(
            model_name='historicaldocumenttemplate',
            name='kind',
            field=models.CharField(choices=[('notice', 'prior notice of an administrative penalty'), ('correction', 'order to correct within a time limit'), ('decision', 'decision on an administrative penalty'), ('no_penalty', 'decision not to impose a penalty'), ('receipt', 'receipt of service'), ('guidance', 'letter of administrative guidance'), ('mediation', 'mediation agreement'), ('coercion', 'decision on administrative coercion'), ('inventory', 'inventory of things'), ('demand', 'written demand to perform'), ('lifting', 'notice that coercion has ended'), ('visit', 'record of an inspection'), ('visit_result', 'result of an inspection')], max_length=12, verbose_name='kind of document'),
        ),
        migrations.AlterField(
            model_name='historicalinspectioncap',
            name='organ',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='Left open: the whole city, for organs without a cap of their own.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='enforcement.organ', verbose_name='organ'),
        ),
        migrations.AlterField(
            model_name='inspectioncap',
            name='organ',
            field=models.ForeignKey(blank=True, help_text='Left open: the whole city, for organs without a cap of their own.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inspection_caps', to='enforcement.organ', verbose_name='organ'),
        ),
        migrations.AddConstraint(
            model_name='documenttemplate',
            constraint=models.UniqueConstraint(condition=models.Q(('organ', None)), fields=('kind', 'language', 'name', 'edition'), name='template_of_city_edition_once', violation_error_message="This edition of the city's template exists already."),
        ),
        migrations.AddConstraint(
            model_name='inspectioncap',
            constraint=models.UniqueConstraint(condition=models.Q(('organ', None)), fields=('year',), name='inspection_cap_of_city_once_a_year', violation_error_message='The city has a cap for this year already.'),
        ),
    ]
