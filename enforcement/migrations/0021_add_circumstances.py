"""More of what leniency turns on, and gross negligence."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enforcement', '0020_let_organs_take_part'),
    ]

    operations = [
        migrations.AddField(
            model_name='circumstances',
            name='continuing',
            field=models.BooleanField(blank=True, null=True, verbose_name='the act still goes on'),
        ),
        migrations.AddField(
            model_name='circumstances',
            name='corrected_when',
            field=models.CharField(blank=True, choices=[('before_discovery', 'before it was discovered'), ('before_order', 'before an order to correct'), ('within_order', 'within the time ordered'), ('promised', 'promised, not yet done'), ('impossible', 'nothing can be corrected any more'), ('not_corrected', 'not corrected')], max_length=16, verbose_name='when it was put right'),
        ),
        migrations.AddField(
            model_name='circumstances',
            name='endangered_minors',
            field=models.BooleanField(blank=True, null=True, verbose_name='endangered minors'),
        ),
        migrations.AddField(
            model_name='circumstances',
            name='exploited_emergency',
            field=models.BooleanField(blank=True, null=True, verbose_name='exploited an emergency'),
        ),
        migrations.AddField(
            model_name='circumstances',
            name='forged_evidence',
            field=models.BooleanField(blank=True, null=True, verbose_name='forged, hid or destroyed evidence'),
        ),
        migrations.AddField(
            model_name='circumstances',
            name='goods_value',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='value of the goods (yuan)'),
        ),
        migrations.AddField(
            model_name='circumstances',
            name='gravity',
            field=models.CharField(blank=True, choices=[('minor', 'minor'), ('lighter', 'less than ordinary'), ('ordinary', 'ordinary'), ('heavier', 'more than ordinary'), ('serious', 'serious')], max_length=8, verbose_name='gravity of the conduct'),
        ),
        migrations.AddField(
            model_name='circumstances',
            name='life_health_or_finance',
            field=models.BooleanField(blank=True, null=True, verbose_name='touches life, health or financial safety'),
        ),
        migrations.AddField(
            model_name='circumstances',
            name='no_fault_proven',
            field=models.BooleanField(blank=True, null=True, verbose_name='the party has proven that it was not at fault'),
        ),
        migrations.AddField(
            model_name='circumstances',
            name='obstructed',
            field=models.BooleanField(blank=True, null=True, verbose_name='obstructed the officers'),
        ),
        migrations.AddField(
            model_name='circumstances',
            name='refunded',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='paid back of it (yuan)'),
        ),
        migrations.AddField(
            model_name='circumstances',
            name='unlawful_gain',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='unlawful gain (yuan)'),
        ),
        migrations.AddField(
            model_name='historicalcircumstances',
            name='continuing',
            field=models.BooleanField(blank=True, null=True, verbose_name='the act still goes on'),
        ),
        migrations.AddField(
            model_name='historicalcircumstances',
            name='corrected_when',
            field=models.CharField(blank=True, choices=[('before_discovery', 'before it was discovered'), ('before_order', 'before an order to correct'), ('within_order', 'within the time ordered'), ('promised', 'promised, not yet done'), ('impossible', 'nothing can be corrected any more'), ('not_corrected', 'not corrected')], max_length=16, verbose_name='when it was put right'),
        ),
        migrations.AddField(
            model_name='historicalcircumstances',
            name='endangered_minors',
            field=models.BooleanField(blank=True, null=True, verbose_name='endangered minors'),
        ),
        migrations.AddField(
            model_name='historicalcircumstances',
            name='exploited_emergency',
            field=models.BooleanField(blank=True, null=True, verbose_name='exploited an emergency'),
        ),
        migrations.AddField(
            model_name='historicalcircumstances',
            name='forged_evidence',
            field=models.BooleanField(blank=True, null=True, verbose_name='forged, hid or destroyed evidence'),
        ),
        migrations.AddField(
            model_name='historicalcircumstances',
            name='goods_value',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='value of the goods (yuan)'),
        ),
        migrations.AddField(
            model_name='historicalcircumstances',
            name='gravity',
            field=models.CharField(blank=True, choices=[('minor', 'minor'), ('lighter', 'less than ordinary'), ('ordinary', 'ordinary'), ('heavier', 'more than ordinary'), ('serious', 'serious')], max_length=8, verbose_name='gravity of the conduct'),
        ),
        migrations.AddField(
            model_name='historicalcircumstances',
            name='life_health_or_finance',
            field=models.BooleanField(blank=True, null=True, verbose_name='touches life, health or financial safety'),
        ),
        migrations.AddField(
            model_name='historicalcircumstances',
            name='no_fault_proven',
            field=models.BooleanField(blank=True, null=True, verbose_name='the party has proven that it was not at fault'),
        ),
        migrations.AddField(
            model_name='historicalcircumstances',
            name='obstructed',
            field=models.BooleanField(blank=True, null=True, verbose_name='obstructed the officers'),
        ),
        migrations.AddField(
            model_name='historicalcircumstances',
            name='refunded',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='paid back of it (yuan)'),
        ),
        migrations.AddField(
            model_name='historicalcircumstances',
            name='unlawful_gain',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='unlawful gain (yuan)'),
        ),
        migrations.AlterField(
            model_name='circumstances',
            name='fault',
            field=models.CharField(blank=True, choices=[('none', 'no fault'), ('negligent', 'negligence'), ('gross', 'gross negligence'), ('intentional', 'intention')], max_length=12, verbose_name='subjective fault'),
        ),
        migrations.AlterField(
            model_name='historicalcircumstances',
            name='fault',
            field=models.CharField(blank=True, choices=[('none', 'no fault'), ('negligent', 'negligence'), ('gross', 'gross negligence'), ('intentional', 'intention')], max_length=12, verbose_name='subjective fault'),
        ),
    ]
