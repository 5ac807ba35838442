"""Floor 1: organs, officers, counterparts, matters and cases (Art. 3-7, 10 para 2)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnforcementConfig(AppConfig):
    name = "enforcement"
    verbose_name = _("Enforcement")
