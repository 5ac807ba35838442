"""Floor 1: organs, officers, counterparts, matters and cases (Art. 3-7, 10 para 2)."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from enforcement.lifecycle import CASE_LIFECYCLE
from enforcement.rules.readings import load_readings
from enforcement.vocabulary import ACTIONS, REASONS_AGAINST
from foundation.context import add_item
from foundation.endpoints.auth import use_token_lookup
from foundation.firing import ask_what_is_laid_down
from foundation.labels import register_all, register_noun
from foundation.permissions import Permission
from foundation.reasons import narrow_reasons

NOUNS = (
    ("case", _("Case"), "folder"),
    ("coercion", _("Coercion"), "hand-stop"),
    ("counterpart", _("Counterpart"), "building"),
    ("organ", _("Organ"), "sitemap"),
    ("officer", _("Officer"), "user"),
    ("role", _("Role"), "key"),
    ("token", _("Access token"), "key"),
    ("auth", _("Sign-in"), "login"),
    ("instrument", _("Legal instrument"), "book"),
    ("instrument_version", _("Version of an instrument"), "book"),
    ("matter", _("Matter"), "scale"),
    ("time", _("Forbidden time"), "clock"),
    ("inspection", _("Inspection"), "clipboard-check"),
    ("rule", _("Rule"), "section"),
    ("interval", _("Interval of a case"), "clock"),
    ("departure", _("Departure from a benchmark"), "scale"),
    ("profile", _("Procedure of a field"), "clock"),
    ("document", _("Document"), "file-text"),
    ("template", _("Template"), "file-text"),
    ("mediation", _("Mediation"), "users"),
    ("training", _("Training"), "school"),
    ("publicity", _("Publicity"), "news"),
    ("remedy", _("Reconsideration or suit"), "gavel"),
)


class EnforcementConfig(AppConfig):
    name = "enforcement"
    verbose_name = _("Enforcement")

    def ready(self) -> None:
        load_readings()
        for noun, text, icon in NOUNS:
            register_noun(noun, text, icon=icon)
        register_all(ACTIONS)
        tokens = import_module("enforcement.services.officers.tokens")  # models are loaded only now
        use_token_lookup(tokens.token_of)
        import_module("enforcement.reports.invariants")
        import_module("enforcement.services.documents")
        import_module("enforcement.services.mediations")
        import_module("enforcement.services.publicity")
        training = import_module("enforcement.services.training")
        CASE_LIFECYCLE.obstruct("file", training.training_of_handlers)
        rules = import_module("enforcement.services.rules")
        ask_what_is_laid_down(rules.laid_down_among)
        for code, reasons in REASONS_AGAINST.items():
            narrow_reasons(code, reasons)
        import_module("enforcement.reactions")
        self._add_items()

    def _add_items(self) -> None:
        work, registry = _("Work"), _("Registry")
        add_item(work, _("Cases"), "folder", "enforcement:case_list", Permission.CASE_READ, 20)
        add_item(
            work,
            _("Inspections"),
            "clipboard-check",
            "enforcement:inspection_list",
            Permission.INSPECTION_READ,
            42,
        )
        add_item(work, _("May I go there now?"), "clock", "enforcement:time_check", Permission.ORGAN_READ, 45)
        add_item(
            _("Oversight"),
            _("Exceptions in time"),
            "eye",
            "enforcement:emergency_list",
            Permission.SUPERVISION_READ,
            95,
        )
        add_item(work, _("Coercion"), "hand-stop", "enforcement:coercion_list", Permission.COERCION_READ, 25)
        add_item(
            _("Oversight"),
            _("What firms say of visits"),
            "message",
            "enforcement:inspection_ratings",
            Permission.INSPECTION_RATINGS,
            96,
        )
        add_item(
            work,
            _("Mediations"),
            "message",
            "enforcement:mediation_list",
            Permission.COUNTERPART_READ,
            42,
        )
        add_item(
            registry, _("Trainings"), "school", "enforcement:training_list", Permission.TRAINING_READ, 64
        )
        add_item(
            work,
            _("Publicity"),
            "news",
            "enforcement:publicity_list",
            Permission.COUNTERPART_READ,
            46,
        )
        add_item(
            work,
            _("Remedies"),
            "gavel",
            "enforcement:remedy_list",
            Permission.COUNTERPART_READ,
            47,
        )
        add_item(
            work,
            _("Documents"),
            "file-text",
            "enforcement:document_list",
            Permission.COUNTERPART_READ,
            45,
        )
        add_item(
            registry,
            _("Counterparts"),
            "building",
            "enforcement:counterpart_list",
            Permission.COUNTERPART_READ,
            60,
        )
        add_item(registry, _("Matters"), "scale", "enforcement:matter_list", Permission.MATTER_READ, 61)
        add_item(registry, _("Laws"), "book", "enforcement:instrument_list", Permission.MATTER_READ, 61)
        add_item(
            work, _("Stops and extensions"), "clock", "enforcement:interval_list", Permission.CASE_READ, 48
        )
        add_item(
            work,
            _("Departures"),
            "scale",
            "enforcement:departure_list",
            Permission.CASE_READ,
            49,
        )
        add_item(
            work,
            _("Deadline calculator"),
            "calendar-event",
            "enforcement:calculator",
            Permission.MATTER_READ,
            50,
        )
        add_item(
            registry,
            _("Procedures of the fields"),
            "list-check",
            "enforcement:profile_list",
            Permission.MATTER_READ,
            64,
        )
        add_item(registry, _("Rules"), "section", "enforcement:rule_list", Permission.MATTER_READ, 61)
        add_item(
            _("Oversight"),
            _("Rules that fired"),
            "hand-stop",
            "enforcement:rule_firings",
            Permission.EVALUATION_READ,
            16,
        )
        add_item(registry, _("Organs"), "sitemap", "enforcement:organ_list", Permission.ORGAN_READ, 62)
        add_item(registry, _("Officers"), "users", "enforcement:officer_list", Permission.OFFICER_READ, 63)
