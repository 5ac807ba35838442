"""The explanation of a risk score among the kinds of documents."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0026_name_commitment_letter'),
    ]

    operations = [
        migrations.AlterField(
            model_name='document',
            name='kind',
            field=models.CharField(choices=[('notice', 'prior notice of an administrative penalty'), ('correction', 'order to correct within a time limit'), ('decision', 'decision on an administrative penalty'), ('no_penalty', 'decision not to impose a penalty'), ('receipt', 'receipt of service'), ('guidance', 'letter of administrative guidance'), ('mediation', 'mediation agreement'), ('coercion', 'decision on administrative coercion'), ('inventory', 'inventory of things'), ('demand', 'written demand to perform'), ('lifting', 'notice that coercion has ended'), ('visit', 'record of an inspection'), ('visit_result', 'result of an inspection'), ('interview', 'record of an interview'), ('promise', 'commitment letter'), ('risk', 'explanation of a risk score')], max_length=12, verbose_name='kind of document'),
        ),
        migrations.AlterField(
            model_name='documenttemplate',
            name='kind',
            field=models.CharField(choices=[('notice', 'prior notice of an administrative penalty'), ('correction', 'order to correct within a time limit'), ('decision', 'decision on an administrative penalty'), ('no_penalty', 'decision not to impose a penalty'), ('receipt', 'receipt of service'), ('guidance', 'letter of administrative guidance'), ('mediation', 'mediation agreement'), ('coercion', 'decision on administrative coercion'), ('inventory', 'inventory of things'), ('demand', 'written demand to perform'), ('lifting', 'notice that coercion has ended'), ('visit', 'record of an inspection'), ('visit_result', 'result of an inspection'), ('interview', 'record of an interview'), ('promise', 'commitment letter'), ('risk', 'explanation of a risk score')], max_length=12, verbose_name='kind of document'),
        ),
        migrations.AlterField(
            model_name='historicaldocument',
            name='kind',
            field=models.CharField(choices=[('notice', 'prior notice of an administrative penalty'), ('correction', 'order to correct within a time limit'), ('decision', 'decision on an administrative penalty'), ('no_penalty', 'decision not to impose a penalty'), ('receipt', 'receipt of service'), ('guidance', 'letter of administrative guidance'), ('mediation', 'mediation agreement'), ('coercion', 'decision on administrative coercion'), ('inventory', 'inventory of things'), ('demand', 'written demand to perform'), ('lifting', 'notice that coercion has ended'), ('visit', 'record of an inspection'), ('visit_result', 'result of an inspection'), ('interview', 'record of an interview'), ('promise', 'commitment letter'), ('risk', 'explanation of a risk score')], max_length=12, verbose_name='kind of document'),
        ),
        migrations.AlterField(
            model_name='historicaldocumenttemplate',
            name='kind',
            field=models.CharField(choices=[('notice', 'prior notice of an administrative penalty'), ('correction', 'order to correct within a time limit'), ('decision', 'decision on an administrative penalty'), ('no_penalty', 'decision not to impose a penalty'), ('receipt', 'receipt of service'), ('guidance', 'letter of administrative guidance'), ('mediation', 'mediation agreement'), ('coercion', 'decision on administrative coercion'), ('inventory', 'inventory of things'), ('demand', 'written demand to perform'), ('lifting', 'notice that coercion has ended'), ('visit', 'record of an inspection'), ('visit_result', 'result of an inspection'), ('interview', 'record of an interview'), ('promise', 'commitment letter'), ('risk', 'explanation of a risk score')], max_length=12, verbose_name='kind of document'),
        ),
    ]
