"""Floor 1: organs, officers, counterparts, matters and cases (Art. 3-7, 10 para 2)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import CASE_ACTIONS
from foundation.context import add_item
from foundation.labels import register_all, register_noun
from foundation.permissions import Permission


class EnforcementConfig(AppConfig):
    name = "enforcement"
    verbose_name = _("Enforcement")

    def ready(self) -> None:
        add_item(_("Work"), _("Cases"), "folder", "enforcement:case_list", Permission.CASE_READ, 20)
        register_noun("case", _("Case"), icon="folder")
        register_all(CASE_ACTIONS)
