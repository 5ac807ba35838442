"""What an assessment of a case asks for (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from enforcement.models import Case
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from leniency import services
from leniency.models import LeniencyCondition
from leniency.vocabulary import ConditionKind

HANDLE = Permission.CASE_HANDLE


class ConditionChoice(forms.ModelChoiceField):
    """Conditions that read alike are told apart by entry and edition."""

    def label_from_instance(self, obj: LeniencyCondition) -> str:
        return f"{obj} ({obj.entry.code}, {obj.entry.list.edition})"


class FindingForm(ActForm):
    starts_empty = True
    condition = ConditionChoice(label=_("Condition"), queryset=LeniencyCondition.objects.none())
    holds = forms.TypedChoiceField(
        label=_("What was found"),
        choices=[("true", _("It holds")), ("false", _("It does not hold"))],
        coerce=lambda value: value == "true",
        widget=forms.RadioSelect,
    )
    evidence = text_field(
        _("On what evidence"), rows=3, longest=2000, help_text=_("Name the piece of evidence in the file.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = LeniencyCondition.objects.filter(kind=ConditionKind.ATTESTED)
        if self.thing is not None:
            asked = asked.filter(entry__matter=self.thing.matter_id)
        self.offer("condition", asked.visible_to(self.actor).select_related("entry__list"))


class AssessmentForm(ActForm):
    """Which case is held against the lists."""

    case = forms.ModelChoiceField(label=_("Case"), queryset=Case.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("case", Case.objects.visible_to(self.actor))


CASE_ACTS = {
    act.name: act
    for act in (
        Act(
            "assess",
            services.assess_case,
            label=_("Assess leniency"),
            done=_("The case was held against the lists."),
            permission=HANDLE,
        ),
        Act(
            "find",
            services.record_finding,
            FindingForm,
            _("Record a finding"),
            done=_("The finding is recorded, and the case assessed anew."),
            permission=HANDLE,
        ),
    )
}
ASSESS = Act("assess", services.assess_named_case, AssessmentForm, _("Assess leniency"))
