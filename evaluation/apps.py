"""Floor 4: indicators, periods and scorecards; reads all, writes only its own (Art. 4, 6)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from evaluation.vocabulary import EVALUATION_ACTIONS
from foundation.context import add_item
from foundation.labels import register_all, register_noun
from foundation.permissions import Permission


class EvaluationConfig(AppConfig):
    name = "evaluation"
    verbose_name = _("Evaluation")

    def ready(self) -> None:
        add_item(
            _("Oversight"), _("Evaluation"), "target", "evaluation:scorecard", Permission.EVALUATION_READ, 15
        )
        register_noun("indicator", _("indicators"), icon="target")
        register_noun("period", _("evaluation periods"), icon="calendar")
        register_all(EVALUATION_ACTIONS)
