"""Stops and extensions of the time to decide, and calendar feeds."""

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models
from foundation.migrations._together import Together


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0012_keep_documents"), ("foundation", "0002_protect_record")]

    operations = [
        Together([migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                ("made_at", models.DateTimeField(verbose_name="made at")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="revoked at")),
                (
                    "officer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calendar_feed",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="officer",
                    ),
                ),
            ],
            options={
                "verbose_name": "calendar feed",
                "verbose_name_plural": "calendar feeds",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCalendarFeed",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("digest", models.CharField(db_index=True, editable=False, max_length=64)),
                ("made_at", models.DateTimeField(verbose_name="made at")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="revoked at")),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "audit_entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="foundation.auditentry",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="officer",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical calendar feed",
                "verbose_name_plural": "historical calendar feeds",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCaseInterval",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("suspension", "suspension of the case"),
                            ("hearing", "hearing"),
                            ("announcement", "service by announcement"),
                            ("testing", "testing, inspection or appraisal"),
                            ("extension", "extension"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "waiting for approval"),
                            ("approved", "in force"),
                            ("ended", "ended"),
                            ("refused", "refused"),
                        ],
                        default="asked",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("begins_on", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="more days",
                    ),
                ),
                (
                    "step",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="step of the chain"),
                ),
                (
                    "approver",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("head", "head of the organ"),
                            ("collective", "collective discussion of the organ's heads"),
                            ("superior", "superior organ"),
                        ],
                        max_length=10,
                        verbose_name="granted by",
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                ("asked_on", models.DateField(verbose_name="asked on")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "answer",
                    models.TextField(blank=True, verbose_name="minute, document or reason of the answer"),
                ),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "audit_entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="foundation.auditentry",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.case",
                        verbose_name="case",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical interval of a case",
                "verbose_name_plural": "historical intervals of a case",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="CaseInterval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("suspension", "suspension of the case"),
                            ("hearing", "hearing"),
                            ("announcement", "service by announcement"),
                            ("testing", "testing, inspection or appraisal"),
                            ("extension", "extension"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "waiting for approval"),
                            ("approved", "in force"),
                            ("ended", "ended"),
                            ("refused", "refused"),
                        ],
                        default="asked",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("begins_on", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="more days",
                    ),
                ),
                (
                    "step",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="step of the chain"),
                ),
                (
                    "approver",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("head", "head of the organ"),
                            ("collective", "collective discussion of the organ's heads"),
                            ("superior", "superior organ"),
                        ],
                        max_length=10,
                        verbose_name="granted by",
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                ("asked_on", models.DateField(verbose_name="asked on")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "answer",
                    models.TextField(blank=True, verbose_name="minute, document or reason of the answer"),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="intervals",
                        to="enforcement.case",
                        verbose_name="case",
                    ),
                ),
            ],
            options={
                "verbose_name": "interval of a case",
                "verbose_name_plural": "intervals of a case",
                "ordering": ["id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "asked")), fields=["id"], name="interval_waiting_idx"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind__in", ("suspension", "hearing", "announcement", "testing")),
                                ("begins_on__isnull", False),
                                ("days", None),
                            ),
                            models.Q(
                                ("kind", "extension"),
                                ("begins_on", None),
                                ("days__gte", 1),
                                ("ends_on", None),
                                ("step__gte", 1),
                            ),
                            _connector="OR",
                        ),
                        name="interval_is_a_span_or_days",
                        violation_error_message="Time not counted has its days in the calendar, an extension their number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), ("ends_on__gte", models.F("begins_on")), _connector="OR"
                        ),
                        name="interval_ends_after_it_begins",
                        violation_error_message="It cannot end before it begins.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approver", ""),
                            models.Q(("state__in", ["approved", "ended", "refused"]), _negated=True),
                            ("answered_by__isnull", False),
                            _connector="OR",
                        ),
                        name="interval_answer_has_author",
                        violation_error_message="An answer has its author.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_by", None),
                            models.Q(("answered_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="interval_not_approved_by_asker",
                        violation_error_message="Who asks for it or handles the case does not approve it.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "extension"), ("state__in", ["asked", "approved"])),
                        fields=("case", "step"),
                        name="extension_once_a_step",
                        violation_error_message="An extension is asked for already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("kind__in", ("suspension", "hearing", "announcement", "testing")),
                            ("ends_on", None),
                            ("state__in", ["asked", "approved"]),
                        ),
                        fields=("case", "kind"),
                        name="stop_runs_once",
                        violation_error_message="The time is stopped for this reason already.",
                    ),
                ],
            },
        ),]),
    ]
