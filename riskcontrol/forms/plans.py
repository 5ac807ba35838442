"""What is asked about a planned measure (Art. 9)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from enforcement.models import Inspection
from enforcement.vocabulary import InspectionState
from foundation.acts import Act, ActForm
from guidance.models import GuidanceAction
from riskcontrol.services import plans
from riskcontrol.vocabulary import BY_HAND, PlanMeasure


class FinishForm(ActForm):
    guidance = forms.ModelChoiceField(
        label=_("Guidance that carried it out"), queryset=GuidanceAction.objects.none(), required=False
    )
    inspection = forms.ModelChoiceField(
        label=_("Visit that carried it out"), queryset=Inspection.objects.none(), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is None:
            return
        if self.thing.measure == PlanMeasure.VISIT:
            del self.fields["guidance"]
            self.offer("inspection", self._visits())
        else:
            del self.fields["inspection"]
            self.offer("guidance", self._guidance())
        for field in self.fields.values():
            field.required = field.required or isinstance(field, forms.ModelChoiceField)

    def _guidance(self) -> Any:
        rows = GuidanceAction.objects.visible_to(self.actor).filter(counterpart=self.thing.counterpart_id)
        return rows.filter(way=self.thing.measure, issued_at__isnull=False).order_by("-issued_at", "-id")

    def _visits(self) -> Any:
        rows = Inspection.objects.visible_to(self.actor).filter(counterpart=self.thing.counterpart_id)
        return rows.filter(state=InspectionState.CONCLUDED).order_by("-planned_at", "-id")


class DropForm(ActForm):
    drop_reason = forms.ChoiceField(label=_("Why it is dropped"), choices=BY_HAND)
    drop_text = text_field(_("In words"), rows=3, longest=2000, required=False)


PLAN_ACTS: dict[str, Act] = {
    "take_on": Act("take_on", plans.take_on, done=_("It stands among your tasks now."), primary=True),
    "finish": Act(
        "finish",
        plans.finish_plan,
        FinishForm,
        intro=_("Guidance of this counterpart by the proposed way, or a concluded visit."),
        primary=True,
    ),
    "drop": Act(
        "drop",
        plans.drop_plan,
        DropForm,
        intro=_("A proposal is no duty: dropping it with a reason is a decision like taking it on."),
    ),
}
