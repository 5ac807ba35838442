"""Mediation and training, and reminders of certificates that run out."""

from datetime import datetime, time

import django.db.models.deletion
import simple_history.models
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models
from foundation.migrations._together import Together
from django.utils import timezone

from enforcement.rules.training import days_of_reminders


def plan_reminders(apps, _schema_editor):
    """Certificates that were recorded before are reminded of like those to come."""
    zone = timezone.get_default_timezone()
    due = apps.get_model("foundation", "DueItem").objects
    officers = apps.get_model("enforcement", "Officer").objects.filter(
        is_active=True, certificate_state="valid", certificate_until__isnull=False
    )
    for pk, until in officers.order_by("pk").values_list("pk", "certificate_until"):
        for day, number in days_of_reminders(until):
            due_at = datetime.combine(day, time(8), tzinfo=zone)
            due.get_or_create(kind="certificate:expiry", thing=f"officer:{pk}", round=number, defaults={"due_at": due_at})


class Migration(migrations.Migration):
    dependencies = [
        ("enforcement", "0010_register_inspections"),
        ("foundation", "0003_add_second_factor_and_sessions"),
    ]

    operations = [
        Together([migrations.CreateModel(
            name="HistoricalMediation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("number", models.CharField(db_index=True, max_length=40, verbose_name="number")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("consumer", "consumer dispute"),
                            ("neighbour", "dispute between neighbours"),
                            ("property", "property management dispute"),
                            ("compensation", "administrative compensation"),
                            ("discretion", "act within administrative discretion"),
                            ("other", "another dispute"),
                        ],
                        max_length=12,
                        verbose_name="kind of dispute",
                    ),
                ),
                ("dispute", models.TextField(verbose_name="what the dispute is about")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("applied", "applied for"),
                            ("underway", "under way"),
                            ("agreed", "agreed"),
                            ("partly", "agreed in part"),
                            ("failed", "not agreed"),
                            ("withdrawn", "withdrawn"),
                            ("performed", "performed"),
                            ("unperformed", "not performed"),
                        ],
                        default="applied",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("applied_on", models.DateField(verbose_name="applied for on")),
                ("begun_on", models.DateField(blank=True, null=True, verbose_name="begun on")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                ("agreement", models.TextField(blank=True, verbose_name="agreement")),
                ("perform_by", models.DateField(blank=True, null=True, verbose_name="to be performed by")),
                ("performance_note", models.TextField(blank=True, verbose_name="how it was performed")),
                (
                    "performed_on",
                    models.DateField(blank=True, null=True, verbose_name="performance looked at on"),
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
                    "audit_entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="foundation.auditentry",
                    ),
                ),
                (
                    "branch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="branch",
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
                (
                    "district",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.region",
                        verbose_name="district",
                    ),
                ),
                (
                    "field",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.field",
                        verbose_name="field of enforcement",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="system line",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="organ",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical mediation",
                "verbose_name_plural": "historical mediations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTrainingPolicy",
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
                    "target",
                    models.DecimalField(
                        decimal_places=1, default=Decimal(60), max_digits=4, verbose_name="hours a year"
                    ),
                ),
                (
                    "consequence",
                    models.CharField(
                        choices=[
                            ("tell", "the officer and the head are told"),
                            ("warn", "a reason is asked for"),
                            ("block", "the officer is not assigned"),
                        ],
                        default="tell",
                        max_length=5,
                        verbose_name="when hours are missing",
                    ),
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
                    "audit_entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="foundation.auditentry",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="organ",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical policy on training hours",
                "verbose_name_plural": "historical policies on training hours",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTrainingSession",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("course", "course"),
                            ("online", "online course"),
                            ("drill", "drill"),
                            ("case_study", "case study"),
                            ("exchange", "exchange of experience"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("service", "service-oriented enforcement"),
                            ("law", "law and procedure"),
                            ("manner", "manner and language of enforcement"),
                            ("safety", "safety on duty"),
                            ("other", "another topic"),
                        ],
                        max_length=10,
                        verbose_name="topic",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="day")),
                ("hours", models.DecimalField(decimal_places=1, max_digits=4, verbose_name="hours")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                ("content", models.TextField(blank=True, verbose_name="content")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "planned"), ("held", "held"), ("cancelled", "cancelled")],
                        default="planned",
                        max_length=10,
                        verbose_name="state",
                    ),
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
                    "audit_entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="foundation.auditentry",
                    ),
                ),
                (
                    "branch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="branch",
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.region",
                        verbose_name="district",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="system line",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="organ",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical training",
                "verbose_name_plural": "historical trainings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Mediation",
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
                ("number", models.CharField(max_length=40, unique=True, verbose_name="number")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("consumer", "consumer dispute"),
                            ("neighbour", "dispute between neighbours"),
                            ("property", "property management dispute"),
                            ("compensation", "administrative compensation"),
                            ("discretion", "act within administrative discretion"),
                            ("other", "another dispute"),
                        ],
                        max_length=12,
                        verbose_name="kind of dispute",
                    ),
                ),
                ("dispute", models.TextField(verbose_name="what the dispute is about")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("applied", "applied for"),
                            ("underway", "under way"),
                            ("agreed", "agreed"),
                            ("partly", "agreed in part"),
                            ("failed", "not agreed"),
                            ("withdrawn", "withdrawn"),
                            ("performed", "performed"),
                            ("unperformed", "not performed"),
                        ],
                        default="applied",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("applied_on", models.DateField(verbose_name="applied for on")),
                ("begun_on", models.DateField(blank=True, null=True, verbose_name="begun on")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                ("agreement", models.TextField(blank=True, verbose_name="agreement")),
                ("perform_by", models.DateField(blank=True, null=True, verbose_name="to be performed by")),
                ("performance_note", models.TextField(blank=True, verbose_name="how it was performed")),
                (
                    "performed_on",
                    models.DateField(blank=True, null=True, verbose_name="performance looked at on"),
                ),
                (
                    "branch",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="branch",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mediations",
                        to="enforcement.case",
                        verbose_name="case",
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.region",
                        verbose_name="district",
                    ),
                ),
                (
                    "field",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.field",
                        verbose_name="field of enforcement",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="system line",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="organ",
                    ),
                ),
            ],
            options={
                "verbose_name": "mediation",
                "verbose_name_plural": "mediations",
                "ordering": ["-applied_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalMediator",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
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
                (
                    "mediation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.mediation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical mediator",
                "verbose_name_plural": "historical mediators",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMediationSession",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("held_on", models.DateField(verbose_name="held on")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                ("minutes", models.TextField(verbose_name="what was said")),
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
                    "mediation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.mediation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical session of a mediation",
                "verbose_name_plural": "historical sessions of mediations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMediationParty",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("applicant", "applicant"),
                            ("respondent", "respondent"),
                            ("third", "third party"),
                        ],
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                (
                    "consented_on",
                    models.DateField(blank=True, null=True, verbose_name="agreed to be mediated on"),
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
                    "audit_entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="foundation.auditentry",
                    ),
                ),
                (
                    "counterpart",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.counterpart",
                        verbose_name="counterpart",
                    ),
                ),
                (
                    "mediation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.mediation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical party",
                "verbose_name_plural": "historical parties",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="MediationParty",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("applicant", "applicant"),
                            ("respondent", "respondent"),
                            ("third", "third party"),
                        ],
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                (
                    "consented_on",
                    models.DateField(blank=True, null=True, verbose_name="agreed to be mediated on"),
                ),
                (
                    "counterpart",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mediations",
                        to="enforcement.counterpart",
                        verbose_name="counterpart",
                    ),
                ),
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="enforcement.mediation",
                    ),
                ),
            ],
            options={
                "verbose_name": "party",
                "verbose_name_plural": "parties",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="MediationSession",
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
                ("held_on", models.DateField(verbose_name="held on")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                ("minutes", models.TextField(verbose_name="what was said")),
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="enforcement.mediation",
                    ),
                ),
            ],
            options={
                "verbose_name": "session of a mediation",
                "verbose_name_plural": "sessions of mediations",
                "ordering": ["held_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Mediator",
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
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mediators",
                        to="enforcement.mediation",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mediations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="officer",
                    ),
                ),
            ],
            options={
                "verbose_name": "mediator",
                "verbose_name_plural": "mediators",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="TrainingPolicy",
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
                    "target",
                    models.DecimalField(
                        decimal_places=1, default=Decimal(60), max_digits=4, verbose_name="hours a year"
                    ),
                ),
                (
                    "consequence",
                    models.CharField(
                        choices=[
                            ("tell", "the officer and the head are told"),
                            ("warn", "a reason is asked for"),
                            ("block", "the officer is not assigned"),
                        ],
                        default="tell",
                        max_length=5,
                        verbose_name="when hours are missing",
                    ),
                ),
                (
                    "organ",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="organ",
                    ),
                ),
            ],
            options={
                "verbose_name": "policy on training hours",
                "verbose_name_plural": "policies on training hours",
                "ordering": ["organ"],
            },
        ),
        migrations.CreateModel(
            name="TrainingSession",
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
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("course", "course"),
                            ("online", "online course"),
                            ("drill", "drill"),
                            ("case_study", "case study"),
                            ("exchange", "exchange of experience"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("service", "service-oriented enforcement"),
                            ("law", "law and procedure"),
                            ("manner", "manner and language of enforcement"),
                            ("safety", "safety on duty"),
                            ("other", "another topic"),
                        ],
                        max_length=10,
                        verbose_name="topic",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="day")),
                ("hours", models.DecimalField(decimal_places=1, max_digits=4, verbose_name="hours")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                ("content", models.TextField(blank=True, verbose_name="content")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "planned"), ("held", "held"), ("cancelled", "cancelled")],
                        default="planned",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "branch",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="branch",
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.region",
                        verbose_name="district",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="system line",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="organ",
                    ),
                ),
            ],
            options={
                "verbose_name": "training",
                "verbose_name_plural": "trainings",
                "ordering": ["-held_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAttendance",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("hours", models.DecimalField(decimal_places=1, max_digits=4, verbose_name="hours")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
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
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.trainingsession",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical attendance",
                "verbose_name_plural": "historical attendances",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Attendance",
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
                ("hours", models.DecimalField(decimal_places=1, max_digits=4, verbose_name="hours")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="officer",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="enforcement.trainingsession",
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "verbose_name_plural": "attendances",
                "ordering": ["id"],
            },
        ),]),
        Together([migrations.AddIndex(
            model_name="mediation",
            index=models.Index(fields=["organ", "-applied_on", "-id"], name="mediation_organ_idx"),
        ),
        migrations.AddIndex(
            model_name="mediation",
            index=models.Index(fields=["branch", "-applied_on", "-id"], name="mediation_branch_idx"),
        ),
        migrations.AddIndex(
            model_name="mediation",
            index=models.Index(fields=["line", "-applied_on", "-id"], name="mediation_line_idx"),
        ),
        migrations.AddIndex(
            model_name="mediation",
            index=models.Index(fields=["district", "-applied_on", "-id"], name="mediation_district_idx"),
        ),
        migrations.AddIndex(
            model_name="mediation",
            index=models.Index(fields=["-applied_on", "-id"], name="mediation_applied_idx"),
        ),
        migrations.AddIndex(
            model_name="mediation",
            index=models.Index(
                condition=models.Q(("state__in", ("applied", "underway"))),
                fields=["applied_on", "id"],
                name="mediation_open_all_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="mediation",
            index=models.Index(
                condition=models.Q(("state__in", ("applied", "underway"))),
                fields=["branch", "applied_on", "id"],
                name="mediation_open_branch_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="mediation",
            index=models.Index(
                condition=models.Q(("state__in", ("applied", "underway"))),
                fields=["district", "applied_on", "id"],
                name="mediation_open_district_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="mediation",
            index=models.Index(
                condition=models.Q(("state__in", ("applied", "underway"))),
                fields=["line", "applied_on", "id"],
                name="mediation_open_line_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="mediation",
            index=models.Index(
                condition=models.Q(("state__in", ("applied", "underway"))),
                fields=["organ", "applied_on", "id"],
                name="mediation_open_organ_idx",
            ),
        ),]),
        migrations.AddConstraint(
            model_name="mediation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("agreed", "partly", "performed", "unperformed")), _negated=True),
                    models.Q(("agreement", ""), _negated=True),
                    _connector="OR",
                ),
                name="mediation_agreed_has_text",
                violation_error_message="An agreement has a text.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mediation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None),
                    ("begun_on", None),
                    ("ended_on__gte", models.F("begun_on")),
                    _connector="OR",
                ),
                name="mediation_ends_after_it_began",
                violation_error_message="A mediation cannot end before it began.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mediationparty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("counterpart__isnull", False), models.Q(("name", ""), _negated=True), _connector="OR"
                ),
                name="mediation_party_is_somebody",
                violation_error_message="Name the party.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mediationparty",
            constraint=models.UniqueConstraint(
                condition=models.Q(("counterpart__isnull", False)),
                fields=("mediation", "counterpart"),
                name="mediation_party_once",
                violation_error_message="This party is named already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mediator",
            constraint=models.UniqueConstraint(
                fields=("mediation", "officer"),
                name="mediator_once",
                violation_error_message="This mediator is named already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("target__gte", Decimal(60))),
                name="training_target_at_least_sixty",
                violation_error_message="The target may exceed sixty hours a year, not fall below.",
            ),
        ),
        Together([migrations.AddIndex(
            model_name="trainingsession",
            index=models.Index(fields=["organ", "-held_on", "-id"], name="training_organ_idx"),
        ),
        migrations.AddIndex(
            model_name="trainingsession",
            index=models.Index(fields=["branch", "-held_on", "-id"], name="training_branch_idx"),
        ),
        migrations.AddIndex(
            model_name="trainingsession",
            index=models.Index(fields=["line", "-held_on", "-id"], name="training_line_idx"),
        ),
        migrations.AddIndex(
            model_name="trainingsession",
            index=models.Index(fields=["district", "-held_on", "-id"], name="training_district_idx"),
        ),
        migrations.AddIndex(
            model_name="trainingsession",
            index=models.Index(fields=["-held_on", "-id"], name="training_day_idx"),
        ),]),
        migrations.AddConstraint(
            model_name="trainingsession",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours__gt", 0), ("hours__lte", Decimal(80))),
                name="training_has_hours",
                violation_error_message="A training has more than 0 and at most 80 hours.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                fields=("session", "officer"),
                name="attendance_once",
                violation_error_message="This officer's attendance is recorded already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours__gt", 0), ("hours__lte", Decimal(80))),
                name="attendance_has_hours",
                violation_error_message="An attendance has more than 0 and at most 80 hours.",
            ),
        ),
        migrations.RunPython(plan_reminders, migrations.RunPython.noop),
    ]
