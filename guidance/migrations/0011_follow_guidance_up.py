"""Second looks and counselling have their day; a violation that came to light is kept; silence is noted when due."""

from datetime import datetime, time, timedelta

from django.db import migrations, models
from django.utils import timezone

AT_ONCE = 2000
NOTE = "guidance:silence"


def plan_silence(apps, _schema_editor):
    """What was issued before is noted like what is issued from now on."""
    due_items = apps.get_model("foundation", "DueItem").objects
    actions = apps.get_model("guidance", "GuidanceAction").objects
    waiting = actions.filter(state="issued", response="", reply_by__isnull=False).exclude(way__in=["guide", "demo"])
    rows = []
    for key, day in waiting.order_by("pk").values_list("pk", "reply_by").iterator(chunk_size=AT_ONCE):
        due_at = timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
        values = {"kind": NOTE, "thing": f"guidance:{key}", "round": day.toordinal(), "due_at": due_at}
        rows.append(due_items.model(**values))
        if len(rows) == AT_ONCE:
            due_items.bulk_create(rows, ignore_conflicts=True)
            rows = []
    due_items.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):

    dependencies = [
        ("foundation", "0005_count_requests"),
        ("guidance", "0010_live_the_ways"),
    ]

    operations = [
        migrations.AddField("exhort", "recheck_by", models.DateField(blank=True, help_text="Only when something is left to be corrected.", null=True, verbose_name="next look by")),
        migrations.AddField("historicalexhort", "recheck_by", models.DateField(blank=True, help_text="Only when something is left to be corrected.", null=True, verbose_name="next look by")),
        migrations.AddField("counsel", "hold_by", models.DateField(blank=True, editable=False, null=True, verbose_name="to be held by")),
        migrations.AddField("historicalcounsel", "hold_by", models.DateField(blank=True, editable=False, null=True, verbose_name="to be held by")),
        migrations.AddField("guidanceaction", "shows_violation", models.BooleanField(default=False, verbose_name="a violation came to light")),
        migrations.AddField("historicalguidanceaction", "shows_violation", models.BooleanField(default=False, verbose_name="a violation came to light")),
        migrations.RunPython(plan_silence, migrations.RunPython.noop),
    ]
