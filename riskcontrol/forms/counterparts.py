"""What can be asked for about the risk of a counterpart (Art. 9)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.documents import issuing
from enforcement.models import Counterpart
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from riskcontrol.services.explaining import explain_risk, explain_to
from riskcontrol.services.reviewing import review_counterpart
from riskcontrol.vocabulary import AskedBy


class ExplainForm(ActForm):
    starts_empty = True
    asked_on = day_field(_("Asked on"))
    asked_by = forms.ChoiceField(label=_("How it was asked"), choices=AskedBy.choices)


class ExplainToForm(ExplainForm):
    starts_empty = True
    counterpart = forms.ModelChoiceField(label=_("Counterpart"), queryset=Counterpart.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("counterpart", Counterpart.objects.workable_by(self.actor))


_TOLD = _("The figures of this moment are kept. Issue the letter below, and hand it over.")
RISK_ACTS = {
    "assess": Act(
        "assess",
        review_counterpart,
        label=_("Compute it now"),
        done=_("The risk has been computed from the facts of this moment."),
        permission=Permission.RISK_EDIT,
    ),
    "explain": Act(
        "explain",
        explain_risk,
        ExplainForm,
        _("Explain it to the counterpart"),
        _("Whoever asks is told every input, its weight, and what would lower the score."),
        _TOLD,
        permission=Permission.COUNTERPART_EDIT,
    ),
}
EXPLAIN_TO = Act(
    "explain_to",
    explain_to,
    ExplainToForm,
    _("Explain it to the counterpart"),
    done=_TOLD,
    permission=Permission.COUNTERPART_EDIT,
)
EXPLANATION_ACTS = {"issue_document": issuing("risk_explanation", Permission.COUNTERPART_EDIT)}
