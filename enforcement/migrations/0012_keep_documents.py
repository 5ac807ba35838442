"""Templates of documents, and frozen copies."""

import django.db.models.deletion
import foundation.secrecy
import simple_history.models
from django.conf import settings
from django.db import migrations, models
from foundation.migrations._together import Together


class Migration(migrations.Migration):
    dependencies = [
        ("enforcement", "0011_mediate_and_train"),
        ("foundation", "0002_protect_record"),
    ]

    operations = [
        Together([migrations.CreateModel(
            name="DocumentTemplate",
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
                            ("notice", "prior notice of an administrative penalty"),
                            ("correction", "order to correct within a time limit"),
                            ("decision", "decision on an administrative penalty"),
                            ("no_penalty", "decision not to impose a penalty"),
                            ("receipt", "receipt of service"),
                            ("guidance", "letter of administrative guidance"),
                            ("mediation", "mediation agreement"),
                        ],
                        max_length=12,
                        verbose_name="kind of document",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("zh-hans", "Chinese"), ("en", "English")],
                        default="zh-hans",
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("edition", models.PositiveIntegerField(default=1, verbose_name="edition")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "uploaded"), ("approved", "approved"), ("retired", "retired")],
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("in_force_from", models.DateField(verbose_name="in force from")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="approved at")),
                ("file", models.CharField(editable=False, max_length=120, unique=True, verbose_name="file")),
                ("size", models.PositiveBigIntegerField(verbose_name="size (bytes)")),
                ("sha256", models.CharField(max_length=64)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="approved by",
                    ),
                ),
                (
                    "field",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.field",
                        verbose_name="field of enforcement",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.organ",
                        verbose_name="organ",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "template of documents",
                "verbose_name_plural": "templates of documents",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Document",
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
                ("subject", models.CharField(max_length=40, verbose_name="about")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("notice", "prior notice of an administrative penalty"),
                            ("correction", "order to correct within a time limit"),
                            ("decision", "decision on an administrative penalty"),
                            ("no_penalty", "decision not to impose a penalty"),
                            ("receipt", "receipt of service"),
                            ("guidance", "letter of administrative guidance"),
                            ("mediation", "mediation agreement"),
                        ],
                        max_length=12,
                        verbose_name="kind of document",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("zh-hans", "Chinese"), ("en", "English")],
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                ("number", models.CharField(max_length=60, verbose_name="number")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("addressee", models.CharField(max_length=200, verbose_name="addressee")),
                ("edition", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[("issued", "issued"), ("replaced", "replaced by a correction")],
                        default="issued",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("text", foundation.secrecy.EncryptedTextField(verbose_name="text")),
                ("issued_at", models.DateTimeField(verbose_name="issued at")),
                ("reason", models.TextField(blank=True, verbose_name="why it was corrected")),
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
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
                    "issued_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="issued by",
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
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successor",
                        to="enforcement.document",
                        verbose_name="replaces",
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enforcement.documenttemplate",
                        verbose_name="template",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ["-issued_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalDocument",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("subject", models.CharField(max_length=40, verbose_name="about")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("notice", "prior notice of an administrative penalty"),
                            ("correction", "order to correct within a time limit"),
                            ("decision", "decision on an administrative penalty"),
                            ("no_penalty", "decision not to impose a penalty"),
                            ("receipt", "receipt of service"),
                            ("guidance", "letter of administrative guidance"),
                            ("mediation", "mediation agreement"),
                        ],
                        max_length=12,
                        verbose_name="kind of document",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("zh-hans", "Chinese"), ("en", "English")],
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                ("number", models.CharField(max_length=60, verbose_name="number")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("addressee", models.CharField(max_length=200, verbose_name="addressee")),
                ("edition", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[("issued", "issued"), ("replaced", "replaced by a correction")],
                        default="issued",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("text", foundation.secrecy.EncryptedTextField(verbose_name="text")),
                ("issued_at", models.DateTimeField(verbose_name="issued at")),
                ("reason", models.TextField(blank=True, verbose_name="why it was corrected")),
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
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="issued by",
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
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.document",
                        verbose_name="replaces",
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.documenttemplate",
                        verbose_name="template",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical document",
                "verbose_name_plural": "historical documents",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDocumentFile",
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
                    "form",
                    models.CharField(
                        choices=[("docx", "DOCX"), ("pdf", "PDF")], max_length=4, verbose_name="form"
                    ),
                ),
                (
                    "file",
                    models.CharField(db_index=True, editable=False, max_length=120, verbose_name="file"),
                ),
                ("size", models.PositiveBigIntegerField(verbose_name="size (bytes)")),
                ("sha256", models.CharField(max_length=64)),
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
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.document",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical file of a document",
                "verbose_name_plural": "historical files of documents",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDocumentTemplate",
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
                            ("notice", "prior notice of an administrative penalty"),
                            ("correction", "order to correct within a time limit"),
                            ("decision", "decision on an administrative penalty"),
                            ("no_penalty", "decision not to impose a penalty"),
                            ("receipt", "receipt of service"),
                            ("guidance", "letter of administrative guidance"),
                            ("mediation", "mediation agreement"),
                        ],
                        max_length=12,
                        verbose_name="kind of document",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("zh-hans", "Chinese"), ("en", "English")],
                        default="zh-hans",
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("edition", models.PositiveIntegerField(default=1, verbose_name="edition")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "uploaded"), ("approved", "approved"), ("retired", "retired")],
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("in_force_from", models.DateField(verbose_name="in force from")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="approved at")),
                (
                    "file",
                    models.CharField(db_index=True, editable=False, max_length=120, verbose_name="file"),
                ),
                ("size", models.PositiveBigIntegerField(verbose_name="size (bytes)")),
                ("sha256", models.CharField(max_length=64)),
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
                    "approved_by",
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
                (
                    "uploaded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical template of documents",
                "verbose_name_plural": "historical templates of documents",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="DocumentFile",
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
                    "form",
                    models.CharField(
                        choices=[("docx", "DOCX"), ("pdf", "PDF")], max_length=4, verbose_name="form"
                    ),
                ),
                ("file", models.CharField(editable=False, max_length=120, unique=True, verbose_name="file")),
                ("size", models.PositiveBigIntegerField(verbose_name="size (bytes)")),
                ("sha256", models.CharField(max_length=64)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="enforcement.document",
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a document",
                "verbose_name_plural": "files of documents",
                "ordering": ["form"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "form"),
                        name="document_file_once",
                        violation_error_message="The document has this file already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0)),
                        name="document_file_not_empty",
                        violation_error_message="The file is empty.",
                    ),
                ],
            },
        ),]),
        migrations.AddConstraint(
            model_name="documenttemplate",
            constraint=models.UniqueConstraint(
                fields=("organ", "kind", "language", "name", "edition"),
                name="template_edition_once",
                violation_error_message="This edition of the template exists already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="documenttemplate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "approved"), _negated=True),
                    ("approved_by__isnull", False),
                    _connector="OR",
                ),
                name="template_approved_by_somebody",
                violation_error_message="An approved template says who approved it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="documenttemplate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by", None),
                    models.Q(("approved_by", models.F("uploaded_by")), _negated=True),
                    _connector="OR",
                ),
                name="template_approved_by_another",
                violation_error_message="Who uploaded a template does not approve it.",
            ),
        ),
        Together([migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["organ", "-issued_at", "-id"], name="document_organ_idx"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["branch", "-issued_at", "-id"], name="document_branch_idx"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["line", "-issued_at", "-id"], name="document_line_idx"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["district", "-issued_at", "-id"], name="document_district_idx"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["-issued_at", "-id"], name="document_issued_idx"),
        ),]),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "issued")),
                fields=("subject", "kind", "language"),
                name="document_one_in_force",
                violation_error_message="This document has been issued already; correct it by a new version.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                fields=("subject", "kind", "language", "edition"),
                name="document_edition_once",
                violation_error_message="This version of the document exists already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("supersedes", None), models.Q(("reason", ""), _negated=True), _connector="OR"
                ),
                name="document_correction_has_reason",
                violation_error_message="A corrected document says why it was corrected.",
            ),
        ),
    ]
