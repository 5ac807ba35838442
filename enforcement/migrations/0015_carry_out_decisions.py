"""Services, payments, hardship, demands, applications to the court, and the answer to a referral."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("enforcement", "0014_finish_procedure"),
        ("foundation", "0004_keep_files_of_jobs"),
    ]

    operations = [
        migrations.AddField(
            model_name="crimereferral",
            name="ask_by",
            field=models.DateField(blank=True, null=True, verbose_name="to be asked after by"),
        ),
        migrations.AddField(
            model_name="crimereferral",
            name="came_back_as",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="returned_from",
                to="enforcement.case",
                verbose_name="came back as",
            ),
        ),
        migrations.AddField(
            model_name="crimereferral",
            name="receipt_number",
            field=models.CharField(blank=True, max_length=80, verbose_name="number of the receipt"),
        ),
        migrations.AddField(
            model_name="crimereferral",
            name="received_on",
            field=models.DateField(blank=True, null=True, verbose_name="received on"),
        ),
        migrations.AddField(
            model_name="decision",
            name="court_until",
            field=models.DateField(blank=True, null=True, verbose_name="court to be asked by"),
        ),
        migrations.AddField(
            model_name="decision",
            name="serve_by",
            field=models.DateField(blank=True, null=True, verbose_name="to be served by"),
        ),
        migrations.AddField(
            model_name="historicalcrimereferral",
            name="ask_by",
            field=models.DateField(blank=True, null=True, verbose_name="to be asked after by"),
        ),
        migrations.AddField(
            model_name="historicalcrimereferral",
            name="came_back_as",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="enforcement.case",
                verbose_name="came back as",
            ),
        ),
        migrations.AddField(
            model_name="historicalcrimereferral",
            name="receipt_number",
            field=models.CharField(blank=True, max_length=80, verbose_name="number of the receipt"),
        ),
        migrations.AddField(
            model_name="historicalcrimereferral",
            name="received_on",
            field=models.DateField(blank=True, null=True, verbose_name="received on"),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="court_until",
            field=models.DateField(blank=True, null=True, verbose_name="court to be asked by"),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="serve_by",
            field=models.DateField(blank=True, null=True, verbose_name="to be served by"),
        ),
        migrations.CreateModel(
            name="Hardship",
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
                    "wish",
                    models.CharField(
                        choices=[("defer", "pay later"), ("instalments", "pay in parts")],
                        max_length=12,
                        verbose_name="what is applied for",
                    ),
                ),
                ("reason", models.TextField(verbose_name="hardship as the party tells it")),
                ("applied_on", models.DateField(verbose_name="applied on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "waiting for an answer"),
                            ("granted", "granted"),
                            ("refused", "refused"),
                        ],
                        default="asked",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("answer", models.TextField(blank=True, verbose_name="reasons of the answer")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hardships",
                        to="enforcement.case",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "application for hardship",
                "verbose_name_plural": "applications for hardship",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCourtApplication",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("court", models.CharField(max_length=200, verbose_name="court")),
                ("applied_on", models.DateField(verbose_name="applied on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "court asked"),
                            ("accepted", "taken up by the court"),
                            ("refused", "not taken up"),
                            ("executed", "executed by the court"),
                            ("ended", "execution ended by the court"),
                        ],
                        default="asked",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                (
                    "reference",
                    models.CharField(blank=True, max_length=80, verbose_name="number at the court"),
                ),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("note", models.TextField(blank=True, verbose_name="what was answered")),
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
                    "applied_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="approved by",
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
                    ),
                ),
            ],
            options={
                "verbose_name": "historical application to the court",
                "verbose_name_plural": "historical applications to the court",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalHardship",
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
                    "wish",
                    models.CharField(
                        choices=[("defer", "pay later"), ("instalments", "pay in parts")],
                        max_length=12,
                        verbose_name="what is applied for",
                    ),
                ),
                ("reason", models.TextField(verbose_name="hardship as the party tells it")),
                ("applied_on", models.DateField(verbose_name="applied on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "waiting for an answer"),
                            ("granted", "granted"),
                            ("refused", "refused"),
                        ],
                        default="asked",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("answer", models.TextField(blank=True, verbose_name="reasons of the answer")),
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
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical application for hardship",
                "verbose_name_plural": "historical applications for hardship",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalInstalment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("number", models.PositiveSmallIntegerField(verbose_name="part")),
                ("due_on", models.DateField(verbose_name="to be paid by")),
                (
                    "amount",
                    models.DecimalField(decimal_places=2, max_digits=14, verbose_name="amount (yuan)"),
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
                    "hardship",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.hardship",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical instalment",
                "verbose_name_plural": "historical instalments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPaperService",
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
                    "paper",
                    models.CharField(
                        choices=[
                            ("decision", "decision"),
                            ("notice", "prior notice"),
                            ("hearing", "notice of a hearing"),
                            ("hardship", "answer to an application for hardship"),
                            ("demand", "demand letter"),
                            ("other", "other paper"),
                        ],
                        max_length=10,
                        verbose_name="paper",
                    ),
                ),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("in_person", "handed over in person"),
                            ("left", "left at the address"),
                            ("post", "by post"),
                            ("entrusted", "by another organ"),
                            ("electronic", "electronically"),
                            ("announcement", "by announcement"),
                        ],
                        max_length=12,
                        verbose_name="means of service",
                    ),
                ),
                ("begun_on", models.DateField(blank=True, null=True, verbose_name="sent or announced on")),
                ("served_on", models.DateField(verbose_name="served on")),
                ("recipient", models.CharField(max_length=120, verbose_name="recipient")),
                (
                    "receipt",
                    models.CharField(
                        choices=[
                            ("signed", "signed by the recipient"),
                            ("refused", "refused, with a witness"),
                            ("proof", "proven otherwise: post, system or announcement"),
                        ],
                        default="signed",
                        max_length=8,
                        verbose_name="receipt",
                    ),
                ),
                (
                    "witness",
                    models.CharField(blank=True, max_length=120, verbose_name="witness of the service"),
                ),
                (
                    "consent_on",
                    models.DateField(blank=True, null=True, verbose_name="electronic service confirmed on"),
                ),
                (
                    "trace",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="address, post number or place of publication",
                    ),
                ),
                ("why", models.TextField(blank=True, verbose_name="why by this means")),
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
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.case",
                    ),
                ),
                (
                    "receipt_file",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.evidence",
                        verbose_name="file of the receipt",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="served by",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical service of a paper",
                "verbose_name_plural": "historical services of papers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPayment",
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
                    "amount",
                    models.DecimalField(decimal_places=2, max_digits=14, verbose_name="amount paid (yuan)"),
                ),
                ("paid_on", models.DateField(verbose_name="paid on")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("bank", "at the bank"),
                            ("electronic", "by electronic payment"),
                            ("on_spot", "collected on the spot"),
                        ],
                        max_length=10,
                        verbose_name="means of payment",
                    ),
                ),
                ("receipt_number", models.CharField(max_length=60, verbose_name="receipt number")),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("small", "a fine of at most 100 yuan"),
                            ("hard_later", "hard to enforce afterwards"),
                            ("remote", "remote place, asked for by the party"),
                        ],
                        max_length=10,
                        verbose_name="why on the spot",
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
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.case",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical payment",
                "verbose_name_plural": "historical payments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPerformanceDemand",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("served_on", models.DateField(verbose_name="demand served on")),
                ("until", models.DateField(verbose_name="ten working days end on")),
                ("demanded", models.TextField(verbose_name="what is demanded, by when and how")),
                ("statement", models.TextField(blank=True, verbose_name="what the party stated")),
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
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.case",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical demand letter",
                "verbose_name_plural": "historical demand letters",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Instalment",
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
                ("number", models.PositiveSmallIntegerField(verbose_name="part")),
                ("due_on", models.DateField(verbose_name="to be paid by")),
                (
                    "amount",
                    models.DecimalField(decimal_places=2, max_digits=14, verbose_name="amount (yuan)"),
                ),
                (
                    "hardship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instalments",
                        to="enforcement.hardship",
                    ),
                ),
            ],
            options={
                "verbose_name": "instalment",
                "verbose_name_plural": "instalments",
                "ordering": ["number", "id"],
            },
        ),
        migrations.CreateModel(
            name="PaperService",
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
                    "paper",
                    models.CharField(
                        choices=[
                            ("decision", "decision"),
                            ("notice", "prior notice"),
                            ("hearing", "notice of a hearing"),
                            ("hardship", "answer to an application for hardship"),
                            ("demand", "demand letter"),
                            ("other", "other paper"),
                        ],
                        max_length=10,
                        verbose_name="paper",
                    ),
                ),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("in_person", "handed over in person"),
                            ("left", "left at the address"),
                            ("post", "by post"),
                            ("entrusted", "by another organ"),
                            ("electronic", "electronically"),
                            ("announcement", "by announcement"),
                        ],
                        max_length=12,
                        verbose_name="means of service",
                    ),
                ),
                ("begun_on", models.DateField(blank=True, null=True, verbose_name="sent or announced on")),
                ("served_on", models.DateField(verbose_name="served on")),
                ("recipient", models.CharField(max_length=120, verbose_name="recipient")),
                (
                    "receipt",
                    models.CharField(
                        choices=[
                            ("signed", "signed by the recipient"),
                            ("refused", "refused, with a witness"),
                            ("proof", "proven otherwise: post, system or announcement"),
                        ],
                        default="signed",
                        max_length=8,
                        verbose_name="receipt",
                    ),
                ),
                (
                    "witness",
                    models.CharField(blank=True, max_length=120, verbose_name="witness of the service"),
                ),
                (
                    "consent_on",
                    models.DateField(blank=True, null=True, verbose_name="electronic service confirmed on"),
                ),
                (
                    "trace",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="address, post number or place of publication",
                    ),
                ),
                ("why", models.TextField(blank=True, verbose_name="why by this means")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="enforcement.case",
                    ),
                ),
                (
                    "receipt_file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.evidence",
                        verbose_name="file of the receipt",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="served by",
                    ),
                ),
            ],
            options={
                "verbose_name": "service of a paper",
                "verbose_name_plural": "services of papers",
                "ordering": ["served_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Payment",
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
                    "amount",
                    models.DecimalField(decimal_places=2, max_digits=14, verbose_name="amount paid (yuan)"),
                ),
                ("paid_on", models.DateField(verbose_name="paid on")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("bank", "at the bank"),
                            ("electronic", "by electronic payment"),
                            ("on_spot", "collected on the spot"),
                        ],
                        max_length=10,
                        verbose_name="means of payment",
                    ),
                ),
                ("receipt_number", models.CharField(max_length=60, verbose_name="receipt number")),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("small", "a fine of at most 100 yuan"),
                            ("hard_later", "hard to enforce afterwards"),
                            ("remote", "remote place, asked for by the party"),
                        ],
                        max_length=10,
                        verbose_name="why on the spot",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="enforcement.case",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "payment",
                "verbose_name_plural": "payments",
                "ordering": ["paid_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="PerformanceDemand",
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
                ("served_on", models.DateField(verbose_name="demand served on")),
                ("until", models.DateField(verbose_name="ten working days end on")),
                ("demanded", models.TextField(verbose_name="what is demanded, by when and how")),
                ("statement", models.TextField(blank=True, verbose_name="what the party stated")),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="demand",
                        to="enforcement.case",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "demand letter",
                "verbose_name_plural": "demand letters",
            },
        ),
        migrations.CreateModel(
            name="CourtApplication",
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
                ("court", models.CharField(max_length=200, verbose_name="court")),
                ("applied_on", models.DateField(verbose_name="applied on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "court asked"),
                            ("accepted", "taken up by the court"),
                            ("refused", "not taken up"),
                            ("executed", "executed by the court"),
                            ("ended", "execution ended by the court"),
                        ],
                        default="asked",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                (
                    "reference",
                    models.CharField(blank=True, max_length=80, verbose_name="number at the court"),
                ),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("note", models.TextField(blank=True, verbose_name="what was answered")),
                (
                    "applied_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="approved by",
                    ),
                ),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="court_application",
                        to="enforcement.case",
                    ),
                ),
            ],
            options={
                "verbose_name": "application to the court",
                "verbose_name_plural": "applications to the court",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "asked"), ("answered_on__isnull", False), _connector="OR"
                        ),
                        name="court_answer_has_its_day",
                        violation_error_message="An answer of the court has its day.",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="hardship",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "asked")),
                fields=("case",),
                name="hardship_waits_once",
                violation_error_message="An application has not been answered yet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="hardship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "asked"),
                    models.Q(("answered_by__isnull", False), models.Q(("answer", ""), _negated=True)),
                    _connector="OR",
                ),
                name="hardship_answer_has_reasons",
                violation_error_message="An answer has its author and its reasons.",
            ),
        ),
        migrations.AddConstraint(
            model_name="hardship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_by", None),
                    models.Q(("answered_by", models.F("recorded_by")), _negated=True),
                    _connector="OR",
                ),
                name="hardship_answered_by_another",
                violation_error_message="Who handles the case does not answer it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="instalment",
            constraint=models.UniqueConstraint(
                fields=("hardship", "number"),
                name="instalment_once",
                violation_error_message="This part is in the plan already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="instalment",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)),
                name="instalment_is_of_something",
                violation_error_message="A part is of more than nothing.",
            ),
        ),
        migrations.AddConstraint(
            model_name="paperservice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("means", "electronic"), _negated=True),
                    ("consent_on__isnull", False),
                    _connector="OR",
                ),
                name="electronic_service_has_consent",
                violation_error_message="The party has not agreed in writing to electronic service.",
            ),
        ),
        migrations.AddConstraint(
            model_name="paperservice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("means", "left"), ("receipt", "refused"), _connector="OR", _negated=True),
                    models.Q(("witness", ""), _negated=True),
                    _connector="OR",
                ),
                name="refused_service_has_witness",
                violation_error_message="A refusal to receive needs a witness.",
            ),
        ),
        migrations.AddConstraint(
            model_name="paperservice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("begun_on", None), ("served_on__gte", models.F("begun_on")), _connector="OR"
                ),
                name="service_ends_after_it_begins",
                violation_error_message="It cannot arrive before it was sent.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)),
                name="payment_is_of_something",
                violation_error_message="A payment is of more than nothing.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("means", "on_spot"), _negated=True),
                    models.Q(("ground", ""), _negated=True),
                    _connector="OR",
                ),
                name="collected_on_a_ground",
                violation_error_message="An officer collects on the spot only on one of three grounds.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.UniqueConstraint(
                fields=("case", "receipt_number"),
                name="payment_receipt_once",
                violation_error_message="A payment with this receipt is recorded already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="performancedemand",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gt", models.F("served_on"))),
                name="performance_demand_leaves_time",
                violation_error_message="A demand leaves the party its ten working days.",
            ),
        ),
    ]
