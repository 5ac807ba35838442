"""Floor 3: the lists of lenient treatment and their assessment (Art. 10 para 1)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LeniencyConfig(AppConfig):
    name = "leniency"
    verbose_name = _("Leniency")
