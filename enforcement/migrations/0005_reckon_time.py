"""Procedures of the fields: periods, thresholds and chains of extension."""

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.db import migrations, models
from foundation.migrations._together import Together


class Migration(migrations.Migration):
    dependencies = [("enforcement", "0004_write_rules"), ("foundation", "0002_protect_record")]

    operations = [
        Together([migrations.CreateModel(
            name="HistoricalProcedureProfile",
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
                    "verification_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="days to verify a clue",
                    ),
                ),
                (
                    "verification_extension_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="more days to verify, at most",
                    ),
                ),
                (
                    "verification_counting",
                    models.CharField(
                        choices=[
                            ("working", "working days"),
                            ("calendar", "calendar days"),
                            (
                                "penalty",
                                "days as the Penalty Law counts them (2, 3, 5 and 7 are working days)",
                            ),
                        ],
                        default="working",
                        max_length=8,
                        verbose_name="days of verification",
                    ),
                ),
                (
                    "defence_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="days for statement and defence",
                    ),
                ),
                (
                    "defence_counting",
                    models.CharField(
                        choices=[
                            ("working", "working days"),
                            ("calendar", "calendar days"),
                            (
                                "penalty",
                                "days as the Penalty Law counts them (2, 3, 5 and 7 are working days)",
                            ),
                        ],
                        default="working",
                        max_length=8,
                        verbose_name="days of defence",
                    ),
                ),
                (
                    "review_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="days for legal review",
                    ),
                ),
                (
                    "review_extension_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="more days for review, at most",
                    ),
                ),
                (
                    "review_counting",
                    models.CharField(
                        choices=[
                            ("working", "working days"),
                            ("calendar", "calendar days"),
                            (
                                "penalty",
                                "days as the Penalty Law counts them (2, 3, 5 and 7 are working days)",
                            ),
                        ],
                        default="working",
                        max_length=8,
                        verbose_name="days of review",
                    ),
                ),
                (
                    "decision_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="calendar days from filing to decision",
                    ),
                ),
                (
                    "excludes_suspension",
                    models.BooleanField(default=False, verbose_name="suspension is not counted"),
                ),
                (
                    "excludes_hearing",
                    models.BooleanField(default=False, verbose_name="hearing is not counted"),
                ),
                (
                    "excludes_announcement",
                    models.BooleanField(default=False, verbose_name="service by announcement is not counted"),
                ),
                (
                    "excludes_testing",
                    models.BooleanField(default=False, verbose_name="testing and appraisal are not counted"),
                ),
                (
                    "hearing_person_fine",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="hearing: fine of a natural person from (yuan)",
                    ),
                ),
                (
                    "hearing_organisation_fine",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="hearing: fine of an organisation from (yuan)",
                    ),
                ),
                (
                    "summary_filing_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="days to file a summary decision",
                    ),
                ),
                (
                    "summary_filing_counting",
                    models.CharField(
                        choices=[
                            ("working", "working days"),
                            ("calendar", "calendar days"),
                            (
                                "penalty",
                                "days as the Penalty Law counts them (2, 3, 5 and 7 are working days)",
                            ),
                        ],
                        default="working",
                        max_length=8,
                        verbose_name="days of filing",
                    ),
                ),
                ("sources", models.JSONField(blank=True, default=dict, verbose_name="sources")),
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
                    "field",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.field",
                        verbose_name="field",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical procedure of a field",
                "verbose_name_plural": "historical procedures of the fields",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ProcedureProfile",
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
                    "verification_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="days to verify a clue",
                    ),
                ),
                (
                    "verification_extension_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="more days to verify, at most",
                    ),
                ),
                (
                    "verification_counting",
                    models.CharField(
                        choices=[
                            ("working", "working days"),
                            ("calendar", "calendar days"),
                            (
                                "penalty",
                                "days as the Penalty Law counts them (2, 3, 5 and 7 are working days)",
                            ),
                        ],
                        default="working",
                        max_length=8,
                        verbose_name="days of verification",
                    ),
                ),
                (
                    "defence_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="days for statement and defence",
                    ),
                ),
                (
                    "defence_counting",
                    models.CharField(
                        choices=[
                            ("working", "working days"),
                            ("calendar", "calendar days"),
                            (
                                "penalty",
                                "days as the Penalty Law counts them (2, 3, 5 and 7 are working days)",
                            ),
                        ],
                        default="working",
                        max_length=8,
                        verbose_name="days of defence",
                    ),
                ),
                (
                    "review_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="days for legal review",
                    ),
                ),
                (
                    "review_extension_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="more days for review, at most",
                    ),
                ),
                (
                    "review_counting",
                    models.CharField(
                        choices=[
                            ("working", "working days"),
                            ("calendar", "calendar days"),
                            (
                                "penalty",
                                "days as the Penalty Law counts them (2, 3, 5 and 7 are working days)",
                            ),
                        ],
                        default="working",
                        max_length=8,
                        verbose_name="days of review",
                    ),
                ),
                (
                    "decision_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="calendar days from filing to decision",
                    ),
                ),
                (
                    "excludes_suspension",
                    models.BooleanField(default=False, verbose_name="suspension is not counted"),
                ),
                (
                    "excludes_hearing",
                    models.BooleanField(default=False, verbose_name="hearing is not counted"),
                ),
                (
                    "excludes_announcement",
                    models.BooleanField(default=False, verbose_name="service by announcement is not counted"),
                ),
                (
                    "excludes_testing",
                    models.BooleanField(default=False, verbose_name="testing and appraisal are not counted"),
                ),
                (
                    "hearing_person_fine",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="hearing: fine of a natural person from (yuan)",
                    ),
                ),
                (
                    "hearing_organisation_fine",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="hearing: fine of an organisation from (yuan)",
                    ),
                ),
                (
                    "summary_filing_days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="days to file a summary decision",
                    ),
                ),
                (
                    "summary_filing_counting",
                    models.CharField(
                        choices=[
                            ("working", "working days"),
                            ("calendar", "calendar days"),
                            (
                                "penalty",
                                "days as the Penalty Law counts them (2, 3, 5 and 7 are working days)",
                            ),
                        ],
                        default="working",
                        max_length=8,
                        verbose_name="days of filing",
                    ),
                ),
                ("sources", models.JSONField(blank=True, default=dict, verbose_name="sources")),
                (
                    "field",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="profile",
                        to="enforcement.field",
                        verbose_name="field",
                    ),
                ),
            ],
            options={
                "verbose_name": "procedure of a field",
                "verbose_name_plural": "procedures of the fields",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalProfileExtension",
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
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="step"
                    ),
                ),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: who grants it fixes the days.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="calendar days, at most",
                    ),
                ),
                (
                    "approver",
                    models.CharField(
                        choices=[
                            ("head", "head of the organ"),
                            ("collective", "collective discussion of the organ's heads"),
                            ("superior", "superior organ"),
                        ],
                        max_length=10,
                        verbose_name="granted by",
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
                    "profile",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.procedureprofile",
                        verbose_name="procedure",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical step of extension",
                "verbose_name_plural": "historical steps of extension",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ProfileExtension",
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
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="step"
                    ),
                ),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: who grants it fixes the days.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1000),
                        ],
                        verbose_name="calendar days, at most",
                    ),
                ),
                (
                    "approver",
                    models.CharField(
                        choices=[
                            ("head", "head of the organ"),
                            ("collective", "collective discussion of the organ's heads"),
                            ("superior", "superior organ"),
                        ],
                        max_length=10,
                        verbose_name="granted by",
                    ),
                ),
                (
                    "profile",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="enforcement.procedureprofile",
                        verbose_name="procedure",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of extension",
                "verbose_name_plural": "steps of extension",
                "ordering": ["profile", "position"],
            },
        ),]),
        migrations.AddConstraint(
            model_name="procedureprofile",
            constraint=models.UniqueConstraint(
                models.Case(models.When(field=None, then=models.Value(1))),
                name="one_general_profile",
                violation_error_message="There is a general procedure already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedureprofile",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision_days__gte", 1), ("decision_days__lte", 1000)),
                name="profile_decision_days_in_range",
                violation_error_message="The time to decide is between 1 and 1,000 days.",
            ),
        ),
        migrations.AddConstraint(
            model_name="profileextension",
            constraint=models.UniqueConstraint(
                fields=("profile", "position"),
                name="extension_step_once",
                violation_error_message="There is a step at this place already.",
            ),
        ),
    ]
