"""What an assessment asks for: of a case, or of bare facts (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import open_choice, text_field
from enforcement.models import Case, Counterpart, Matter
from enforcement.vocabulary import Capacity, Fault, Harm, MilderGround
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from leniency import services
from leniency.models import LeniencyAssessment, LeniencyCondition, LeniencyEntry
from leniency.vocabulary import ConditionKind

HANDLE = Permission.CASE_HANDLE
NOT_KNOWN = _("not known")
_MOST = 10**11


class FindingForm(ActForm):
    condition = forms.ModelChoiceField(label=_("Condition"), queryset=LeniencyCondition.objects.none())
    holds = forms.TypedChoiceField(
        label=_("What was found"),
        choices=[("true", _("It holds")), ("false", _("It does not hold"))],
        coerce=lambda value: value == "true",
        widget=forms.RadioSelect,
    )
    evidence = text_field(
        _("On what evidence"), rows=3, longest=2000, help_text=_("Name the piece of evidence in the file.")
    )

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        """A finding starts empty: what the case calls evidence is another thing."""
        return {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = LeniencyCondition.objects.filter(kind=ConditionKind.ATTESTED)
        if self.thing is not None:
            asked = asked.filter(entry__matter=self.thing.matter_id)
        self.offer("condition", asked.visible_to(self.actor).select_related("entry"))


class ChooseForm(ActForm):
    entry = forms.ModelChoiceField(
        label=_("Entry to be applied"),
        queryset=LeniencyEntry.objects.none(),
        required=False,
        empty_label=_("None"),
    )
    reason = text_field(
        _("Reason"),
        required=False,
        rows=3,
        longest=2000,
        help_text=_("Needed when the choice departs from the assessment."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        latest = LeniencyAssessment.objects.latest_of(self.thing.pk) if self.thing else None
        if latest is not None:
            self.offer("entry", LeniencyEntry.objects.filter(results__assessment=latest))
            self.fields["entry"].initial = latest.chosen_entry_id


class AssessmentForm(ActForm):
    """A case; or a matter with the day of the violation, and whatever else is known."""

    case = forms.ModelChoiceField(label=_("Case"), queryset=Case.objects.none(), required=False)
    matter = forms.ModelChoiceField(label=_("Matter"), queryset=Matter.objects.all(), required=False)
    counterpart = forms.ModelChoiceField(
        label=_("Counterpart"), queryset=Counterpart.objects.none(), required=False
    )
    occurred_on = day_field(_("Occurred on"), required=False)
    discovered_on = day_field(_("Discovered on"), required=False)
    harm = open_choice(_("Harmful consequence"), Harm.choices, empty=NOT_KNOWN)
    fault = open_choice(_("Subjective fault"), Fault.choices, empty=NOT_KNOWN)
    correct_by = day_field(_("To be corrected by"), required=False)
    corrected_on = day_field(_("Corrected on"), required=False)
    refuses_correction = forms.NullBooleanField(label=_("Refuses to correct"))
    found_by_self = forms.NullBooleanField(label=_("Found and reported by the party"))
    endangers_safety = forms.NullBooleanField(label=_("Endangers life, health or public safety"))
    amount = forms.DecimalField(
        label=_("Amount involved (yuan)"), required=False, min_value=0, max_value=_MOST, decimal_places=2
    )
    area = forms.DecimalField(
        label=_("Area (m²)"), required=False, min_value=0, max_value=10**7, decimal_places=2
    )
    quantity = forms.IntegerField(label=_("Quantity"), required=False, min_value=0, max_value=10**9)
    days_late = forms.IntegerField(label=_("Days late"), required=False, min_value=0, max_value=100_000)
    party_age = forms.IntegerField(label=_("Age of the party"), required=False, min_value=0, max_value=150)
    capacity = open_choice(
        _("Whether the party could recognise and control its conduct"), Capacity.choices, empty=NOT_KNOWN
    )
    milder_grounds = forms.MultipleChoiceField(
        label=_("Grounds that oblige to a milder penalty"), choices=MilderGround.choices, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reached = Counterpart.objects.visible_to(self.actor)
        may = self.actor.may(Permission.COUNTERPART_READ)
        self.offer("case", Case.objects.visible_to(self.actor))
        self.offer("counterpart", reached if may else reached.none())

    def clean_milder_grounds(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data["milder_grounds"])

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("case") is None and "case" not in self.errors:
            for name in ("matter", "occurred_on"):
                if found.get(name) is None and name not in self.errors:
                    self.add_error(name, _("Name a case, or at least the matter and the day."))
        return found


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
        Act(
            "choose",
            services.choose_entry,
            ChooseForm,
            _("Choose the entry"),
            _("The assessment proposes the most favourable entry that applies."),
            permission=HANDLE,
        ),
    )
}
ASSESS = Act("assess", services.assess_or_evaluate, AssessmentForm, _("Assess leniency"))
