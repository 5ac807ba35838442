"""Floor 4: indicators, periods and scorecards; reads all, writes only its own (Art. 4, 6)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvaluationConfig(AppConfig):
    name = "evaluation"
    verbose_name = _("Evaluation")
