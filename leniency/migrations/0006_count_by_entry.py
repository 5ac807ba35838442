"""Earlier violations counted under the same entry."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('leniency', '0001_squashed_0005_follow_law'),
    ]

    operations = [
        migrations.AlterField(
            model_name='historicalleniencycondition',
            name='sameness',
            field=models.CharField(blank=True, choices=[('entry', 'violations under the same entry'), ('matter', 'violations of the same kind'), ('field', 'violations in the same field'), ('any', 'violations of any kind')], max_length=8, verbose_name='what counts as earlier'),
        ),
        migrations.AlterField(
            model_name='leniencycondition',
            name='sameness',
            field=models.CharField(blank=True, choices=[('entry', 'violations under the same entry'), ('matter', 'violations of the same kind'), ('field', 'violations in the same field'), ('any', 'violations of any kind')], max_length=8, verbose_name='what counts as earlier'),
        ),
    ]
