"""Rules as data, and the log of their firing."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models
from foundation.migrations._together import Together


class Migration(migrations.Migration):
    dependencies = [
        ("enforcement", "0003_find_cases"),
        ("foundation", "0002_protect_record"),
    ]

    operations = [
        Together([migrations.CreateModel(
            name="HistoricalRule",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("code", models.CharField(db_index=True, editable=False, max_length=12, verbose_name="code")),
                ("position", models.PositiveSmallIntegerField(editable=False, verbose_name="position")),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("subject", "organs and officers"),
                            ("filing", "jurisdiction and filing"),
                            ("evidence", "evidence and investigation"),
                            ("rights", "rights of the party and hearing"),
                            ("leniency", "leniency and discretion"),
                            ("decision", "decision"),
                            ("afterwards", "service, publicity and execution"),
                            ("coercion", "coercion"),
                            ("inspection", "inspection of enterprises"),
                            ("guidance", "guidance"),
                        ],
                        editable=False,
                        max_length=12,
                        verbose_name="area",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("block", "forbids"),
                            ("require", "asks for a step"),
                            ("warn", "asks for a reason"),
                            ("calc", "computes"),
                            ("task", "makes work"),
                            ("info", "informs"),
                        ],
                        editable=False,
                        max_length=8,
                        verbose_name="effect",
                    ),
                ),
                (
                    "second_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("block", "forbids"),
                            ("require", "asks for a step"),
                            ("warn", "asks for a reason"),
                            ("calc", "computes"),
                            ("task", "makes work"),
                            ("info", "informs"),
                        ],
                        editable=False,
                        max_length=8,
                        verbose_name="second effect",
                    ),
                ),
                (
                    "article",
                    models.CharField(editable=False, max_length=8, verbose_name="article of the Measures"),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("law", "law, regulation or rule"),
                            ("measures", "these Measures"),
                            ("document", "document of a superior"),
                            ("local", "local setting"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="binding force",
                    ),
                ),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("V", "checked against its source"),
                            ("K", "known, not yet checked"),
                            ("I", "local setting"),
                            ("U", "unsure"),
                        ],
                        editable=False,
                        max_length=1,
                        verbose_name="source",
                    ),
                ),
                ("title_zh", models.CharField(editable=False, max_length=80, verbose_name="title (Chinese)")),
                (
                    "title_en",
                    models.CharField(editable=False, max_length=120, verbose_name="title (English)"),
                ),
                ("condition_zh", models.TextField(editable=False, verbose_name="when it fires (Chinese)")),
                ("condition_en", models.TextField(editable=False, verbose_name="when it fires (English)")),
                ("consequence_zh", models.TextField(editable=False, verbose_name="what follows (Chinese)")),
                ("consequence_en", models.TextField(editable=False, verbose_name="what follows (English)")),
                (
                    "citation_zh",
                    models.CharField(editable=False, max_length=300, verbose_name="citation (Chinese)"),
                ),
                (
                    "citation_en",
                    models.CharField(editable=False, max_length=400, verbose_name="citation (English)"),
                ),
                ("effective_from", models.DateField(editable=False, null=True, verbose_name="in force from")),
                ("note_zh", models.TextField(blank=True, verbose_name="local note (Chinese)")),
                ("note_en", models.TextField(blank=True, verbose_name="local note (English)")),
                (
                    "laid_down_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="laid down on"),
                ),
                (
                    "laid_down_why",
                    models.TextField(blank=True, editable=False, verbose_name="why it was laid down"),
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
            ],
            options={
                "verbose_name": "historical rule",
                "verbose_name_plural": "historical rules",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRuleFiring",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("attempt", models.UUIDField(verbose_name="attempt")),
                ("act", models.CharField(max_length=64, verbose_name="act")),
                ("rule_code", models.CharField(max_length=12, verbose_name="rule")),
                (
                    "severity",
                    models.CharField(
                        choices=[("block", "block"), ("require", "require"), ("warn", "warn")],
                        max_length=8,
                        verbose_name="effect",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("refused", "refused"),
                            ("warned", "warned"),
                            ("overridden", "passed over with a reason"),
                        ],
                        max_length=10,
                        verbose_name="what came of it",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("special_facts", "the facts differ from what the rule assumes"),
                            ("public_safety", "danger to people or public safety"),
                            ("higher_law", "another provision of law requires it"),
                            ("superior_order", "written order of a superior organ"),
                            ("party_conduct", "conduct of the party"),
                            ("collective", "decided in collective discussion"),
                            ("outside_cause", "cause outside the organ's control"),
                            ("wrong_data", "the data are wrong and being corrected"),
                            ("other", "another reason"),
                        ],
                        max_length=16,
                        verbose_name="reason",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="the reason in words")),
                ("facts", models.JSONField(default=dict, verbose_name="facts at that moment")),
                ("fired_at", models.DateTimeField(verbose_name="fired at")),
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
                "verbose_name": "historical firing of a rule",
                "verbose_name_plural": "historical firings of rules",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Rule",
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
                ("code", models.CharField(editable=False, max_length=12, unique=True, verbose_name="code")),
                ("position", models.PositiveSmallIntegerField(editable=False, verbose_name="position")),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("subject", "organs and officers"),
                            ("filing", "jurisdiction and filing"),
                            ("evidence", "evidence and investigation"),
                            ("rights", "rights of the party and hearing"),
                            ("leniency", "leniency and discretion"),
                            ("decision", "decision"),
                            ("afterwards", "service, publicity and execution"),
                            ("coercion", "coercion"),
                            ("inspection", "inspection of enterprises"),
                            ("guidance", "guidance"),
                        ],
                        editable=False,
                        max_length=12,
                        verbose_name="area",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("block", "forbids"),
                            ("require", "asks for a step"),
                            ("warn", "asks for a reason"),
                            ("calc", "computes"),
                            ("task", "makes work"),
                            ("info", "informs"),
                        ],
                        editable=False,
                        max_length=8,
                        verbose_name="effect",
                    ),
                ),
                (
                    "second_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("block", "forbids"),
                            ("require", "asks for a step"),
                            ("warn", "asks for a reason"),
                            ("calc", "computes"),
                            ("task", "makes work"),
                            ("info", "informs"),
                        ],
                        editable=False,
                        max_length=8,
                        verbose_name="second effect",
                    ),
                ),
                (
                    "article",
                    models.CharField(editable=False, max_length=8, verbose_name="article of the Measures"),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("law", "law, regulation or rule"),
                            ("measures", "these Measures"),
                            ("document", "document of a superior"),
                            ("local", "local setting"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="binding force",
                    ),
                ),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("V", "checked against its source"),
                            ("K", "known, not yet checked"),
                            ("I", "local setting"),
                            ("U", "unsure"),
                        ],
                        editable=False,
                        max_length=1,
                        verbose_name="source",
                    ),
                ),
                ("title_zh", models.CharField(editable=False, max_length=80, verbose_name="title (Chinese)")),
                (
                    "title_en",
                    models.CharField(editable=False, max_length=120, verbose_name="title (English)"),
                ),
                ("condition_zh", models.TextField(editable=False, verbose_name="when it fires (Chinese)")),
                ("condition_en", models.TextField(editable=False, verbose_name="when it fires (English)")),
                ("consequence_zh", models.TextField(editable=False, verbose_name="what follows (Chinese)")),
                ("consequence_en", models.TextField(editable=False, verbose_name="what follows (English)")),
                (
                    "citation_zh",
                    models.CharField(editable=False, max_length=300, verbose_name="citation (Chinese)"),
                ),
                (
                    "citation_en",
                    models.CharField(editable=False, max_length=400, verbose_name="citation (English)"),
                ),
                ("effective_from", models.DateField(editable=False, null=True, verbose_name="in force from")),
                ("note_zh", models.TextField(blank=True, verbose_name="local note (Chinese)")),
                ("note_en", models.TextField(blank=True, verbose_name="local note (English)")),
                (
                    "laid_down_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="laid down on"),
                ),
                (
                    "laid_down_why",
                    models.TextField(blank=True, editable=False, verbose_name="why it was laid down"),
                ),
            ],
            options={
                "verbose_name": "rule",
                "verbose_name_plural": "rules",
                "ordering": ["position"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("laid_down_on", None),
                            models.Q(
                                ("basis", "local"),
                                models.Q(("kind", "block"), _negated=True),
                                models.Q(("laid_down_why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="rule_of_law_is_never_laid_down",
                        violation_error_message="Only a local setting can be laid down, and with a reason.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalRuleParameter",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="created at")),
                ("updated_at", models.DateTimeField(editable=False, verbose_name="updated at")),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("name", models.SlugField(editable=False, max_length=40, verbose_name="name")),
                (
                    "label_zh",
                    models.CharField(editable=False, max_length=120, verbose_name="meaning (Chinese)"),
                ),
                (
                    "label_en",
                    models.CharField(editable=False, max_length=160, verbose_name="meaning (English)"),
                ),
                ("value", models.PositiveIntegerField(verbose_name="value")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("working_days", "working days"),
                            ("days", "days"),
                            ("hours", "hours"),
                            ("months", "months"),
                            ("years", "years"),
                            ("yuan", "yuan"),
                            ("percent", "%"),
                            ("persons", "persons"),
                            ("age", "years of age"),
                        ],
                        editable=False,
                        max_length=12,
                        verbose_name="unit",
                    ),
                ),
                (
                    "is_local",
                    models.BooleanField(default=False, editable=False, verbose_name="local setting"),
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
                    "rule",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="enforcement.rule",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical parameter of a rule",
                "verbose_name_plural": "historical parameters of a rule",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="RuleFiring",
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
                ("attempt", models.UUIDField(verbose_name="attempt")),
                ("act", models.CharField(max_length=64, verbose_name="act")),
                ("rule_code", models.CharField(max_length=12, verbose_name="rule")),
                (
                    "severity",
                    models.CharField(
                        choices=[("block", "block"), ("require", "require"), ("warn", "warn")],
                        max_length=8,
                        verbose_name="effect",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("refused", "refused"),
                            ("warned", "warned"),
                            ("overridden", "passed over with a reason"),
                        ],
                        max_length=10,
                        verbose_name="what came of it",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("special_facts", "the facts differ from what the rule assumes"),
                            ("public_safety", "danger to people or public safety"),
                            ("higher_law", "another provision of law requires it"),
                            ("superior_order", "written order of a superior organ"),
                            ("party_conduct", "conduct of the party"),
                            ("collective", "decided in collective discussion"),
                            ("outside_cause", "cause outside the organ's control"),
                            ("wrong_data", "the data are wrong and being corrected"),
                            ("other", "another reason"),
                        ],
                        max_length=16,
                        verbose_name="reason",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="the reason in words")),
                ("facts", models.JSONField(default=dict, verbose_name="facts at that moment")),
                ("fired_at", models.DateTimeField(verbose_name="fired at")),
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
                        related_name="firings",
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
                    "officer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="officer",
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
                "verbose_name": "firing of a rule",
                "verbose_name_plural": "firings of rules",
                "ordering": ["-fired_at", "-id"],
                "indexes": [
                    models.Index(fields=["fired_at", "id"], name="firing_all_idx"),
                    models.Index(fields=["branch", "fired_at", "id"], name="firing_branch_idx"),
                    models.Index(fields=["district", "fired_at", "id"], name="firing_district_idx"),
                    models.Index(fields=["line", "fired_at", "id"], name="firing_line_idx"),
                    models.Index(fields=["organ", "fired_at", "id"], name="firing_organ_idx"),
                    models.Index(fields=["rule_code", "fired_at"], name="firing_rule_idx"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("attempt", "rule_code"), name="rule_fires_once_an_attempt"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome", "overridden"),
                                ("severity", "warn"),
                                models.Q(("reason", ""), _negated=True),
                                models.Q(("text", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("outcome", "overridden"), _negated=True),
                                ("reason", ""),
                                ("text", ""),
                            ),
                            _connector="OR",
                        ),
                        name="only_a_warning_is_passed_over_with_a_reason",
                        violation_error_message="Only a warning can be passed over, and with a reason.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RuleParameter",
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
                ("name", models.SlugField(editable=False, max_length=40, verbose_name="name")),
                (
                    "label_zh",
                    models.CharField(editable=False, max_length=120, verbose_name="meaning (Chinese)"),
                ),
                (
                    "label_en",
                    models.CharField(editable=False, max_length=160, verbose_name="meaning (English)"),
                ),
                ("value", models.PositiveIntegerField(verbose_name="value")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("working_days", "working days"),
                            ("days", "days"),
                            ("hours", "hours"),
                            ("months", "months"),
                            ("years", "years"),
                            ("yuan", "yuan"),
                            ("percent", "%"),
                            ("persons", "persons"),
                            ("age", "years of age"),
                        ],
                        editable=False,
                        max_length=12,
                        verbose_name="unit",
                    ),
                ),
                (
                    "is_local",
                    models.BooleanField(default=False, editable=False, verbose_name="local setting"),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parameters",
                        to="enforcement.rule",
                    ),
                ),
            ],
            options={
                "verbose_name": "parameter of a rule",
                "verbose_name_plural": "parameters of a rule",
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("rule", "name"), name="rule_parameter_once")],
            },
        ),]),
    ]
