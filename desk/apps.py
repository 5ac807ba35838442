"""Floor 5: pages that cross apps."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from desk.vocabulary import DESK_ACTIONS, WORKERS
from foundation.context import add_item
from foundation.labels import register_all, register_noun
from foundation.permissions import Permission


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = _("Desk")

    def ready(self) -> None:
        import_module("desk.reports.invariants")
        operating = (Permission.SYSTEM_OPERATE, Permission.AUDIT_READ)
        add_item(_("Work"), _("Today"), "home", "desk:today", WORKERS, 10)
        add_item(
            _("Oversight"),
            _("Dashboard"),
            "layout-dashboard",
            "desk:dashboard",
            Permission.EVALUATION_READ,
            14,
        )
        add_item(_("Operation"), _("System status"), "activity", "desk:system", operating, 900)
        keeping = (*operating, Permission.ROLE_GRANT, Permission.ORGAN_EDIT)
        add_item(_("Operation"), _("Administration"), "adjustments", "admin:index", keeping, 910)
        register_noun("due", _("due work"), icon="clock")
        register_noun("volume", _("invented volume"), icon="database")
        register_all(DESK_ACTIONS)
