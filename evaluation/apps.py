"""Floor 4: indicators, periods and scorecards; reads all, writes only its own (Art. 4, 6)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from evaluation.vocabulary import EVALUATION_ACTIONS
from foundation.labels import register_all, register_noun


class EvaluationConfig(AppConfig):
    name = "evaluation"
    verbose_name = _("Evaluation")

    def ready(self) -> None:
        register_noun("indicator", _("indicators"), icon="target")
        register_noun("period", _("evaluation periods"), icon="calendar")
        register_all(EVALUATION_ACTIONS)
