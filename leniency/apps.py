"""Floor 3: the lists of lenient treatment and their assessment (Art. 10 para 1)."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from foundation.context import add_item
from foundation.labels import register_all, register_noun
from foundation.permissions import Permission
from leniency.vocabulary.actions import ACTIONS


class LeniencyConfig(AppConfig):
    name = "leniency"
    verbose_name = _("Leniency")

    def ready(self) -> None:
        import_module("leniency.reactions")
        register_noun("leniency_choice", _("Departure from an assessment"), icon="scale")
        register_noun("leniency_list", _("Leniency list"), icon="scale")
        register_noun("leniency_entry", _("Leniency entry"), icon="scale")
        register_noun("leniency_condition", _("Condition of leniency"), icon="scale")
        register_noun("special_provision", _("Special provision of leniency"), icon="book")
        register_all(ACTIONS)
        group = _("Prevention")
        add_item(
            group, _("Leniency lists"), "list-check", "leniency:list_list", Permission.LENIENCY_READ, 450
        )
        add_item(
            group,
            _("Departures from assessments"),
            "scale",
            "leniency:choice_list",
            Permission.CASE_READ,
            455,
        )
