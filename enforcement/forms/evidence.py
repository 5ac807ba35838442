"""Acts on evidence and records, each choosing among those of the case (Penalty Law, Art. 41, 46, 47, 56)."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.moments import moment_field
from enforcement.forms.texts import text_field
from enforcement.models import Evidence, Preservation
from enforcement.vocabulary import (
    CustodyKind,
    EvidenceStanding,
    Medium,
    Phase,
    PreservationEnd,
    PreservationState,
    RecordKind,
    Signature,
)
from foundation.acts import ActForm

_FINDINGS = [c for c in EvidenceStanding.choices if c[0] != EvidenceStanding.PENDING]


class OfTheCase(ActForm):
    """A form about parts of the case: nothing stored stands in it, and choices are the case's own."""

    starts_empty = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            for name, rows in self.rows().items():
                cast("Any", self.fields[name]).queryset = rows

    def rows(self) -> dict[str, Any]:
        """The rows to choose from, by field name."""
        return {"evidence": Evidence.objects.workable_by(self.actor).filter(case=self.thing)}


class VerifyForm(OfTheCase):
    evidence = forms.ModelMultipleChoiceField(
        label=_("Evidence"), queryset=Evidence.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    standing = forms.ChoiceField(
        label=_("Finding"),
        choices=_FINDINGS,
        widget=forms.RadioSelect,
        help_text=_("Authentic, lawfully obtained and relevant: only then does it support a finding."),
    )
    reason = text_field(
        _("Reasons"), rows=3, longest=2000, required=False, help_text=_("Needed when it is set aside.")
    )

    def service_data(self) -> dict[str, Any]:
        return {**super().service_data(), "evidence": list(self.cleaned_data["evidence"])}


class OneEvidence(OfTheCase):
    evidence: Any = forms.ModelChoiceField(
        label=_("Evidence"), queryset=Evidence.objects.none(), empty_label=_("Choose one")
    )


class CustodyForm(OneEvidence):
    kind = forms.ChoiceField(label=_("What happened"), choices=CustodyKind.choices, widget=forms.RadioSelect)
    happened_at = moment_field(_("When"))
    receiver = forms.CharField(
        label=_("To whom"), max_length=120, help_text=_("Officer, store, expert body or party.")
    )
    place = forms.CharField(label=_("Kept where"), max_length=200, required=False)
    remark = forms.CharField(label=_("Condition, seal, remark"), max_length=300, required=False)


class MonitoringForm(OneEvidence):
    device = forms.CharField(label=_("Device"), max_length=120)
    place = forms.CharField(label=_("Place of the device"), max_length=200)
    legal_review_on = day_field(_("Legal review on"), required=False)
    technical_review_on = day_field(_("Technical review on"), required=False)
    published_on = day_field(_("Place published on"), required=False)
    reviewed_on = day_field(
        _("Record examined on"), required=False, help_text=_("Who examined it answers for truth and clarity.")
    )
    party_told_on = day_field(_("Party told on"), required=False)


class PreserveForm(OfTheCase):
    items = text_field(_("Things to be registered"), rows=3, help_text=_("Each with number and condition."))
    place = forms.CharField(label=_("Kept where"), max_length=200)
    reason = text_field(_("Why it may be lost"), rows=3, longest=2000)

    def rows(self) -> dict[str, Any]:
        return {}


class OnePreservation(OfTheCase):
    """One registration in the state that the act is about."""

    STATE = PreservationState.APPROVED
    preservation: Any = forms.ModelChoiceField(
        label=_("Registration"), queryset=Preservation.objects.none(), empty_label=None
    )

    def rows(self) -> dict[str, Any]:
        found = Preservation.objects.workable_by(self.actor).filter(case=self.thing, state=self.STATE)
        return {"preservation": found}


class ApprovePreservationForm(OnePreservation):
    STATE = PreservationState.PROPOSED
    is_approved = forms.TypedChoiceField(
        label=_("Decision"),
        choices=[("true", _("approved")), ("false", _("not approved"))],
        coerce=lambda value: value == "true",
        widget=forms.RadioSelect,
    )
    note = text_field(_("Remark"), rows=2, longest=2000, required=False)


class EndPreservationForm(OnePreservation):
    ending = forms.ChoiceField(
        label=_("How it ends"), choices=PreservationEnd.choices, widget=forms.RadioSelect
    )
    note = text_field(_("Remark"), rows=2, longest=2000, required=False)


class RecordForm(OfTheCase):
    phase = forms.ChoiceField(label=_("Phase"), choices=Phase.choices)
    medium = forms.ChoiceField(label=_("Medium"), choices=Medium.choices, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("Kind"), choices=RecordKind.choices)
    title = forms.CharField(label=_("What it records"), max_length=200)
    made_at = moment_field(_("Made at"))
    signature = forms.ChoiceField(
        label=_("Signature of the party"),
        choices=Signature.choices,
        required=False,
        help_text=_("For notes of an inquiry, of the place and of a hearing."),
    )
    witness = forms.CharField(label=_("Witness of the refusal"), max_length=120, required=False)
    uploaded_at = moment_field(
        _("Stored at"), required=False, help_text=_("Recordings are stored within 24 hours. Empty means now.")
    )
    has_gap = forms.BooleanField(label=_("The recording has a gap"), required=False)
    gap_reason = forms.CharField(label=_("Reason of the gap, as spoken"), max_length=200, required=False)
    shows_both_sides = forms.TypedChoiceField(
        label=_("Officers and party are both to be seen"),
        choices=[("true", _("Yes")), ("false", _("No"))],
        coerce=lambda value: value != "false",
        empty_value=True,  # type: ignore[arg-type]  # unsent means yes
        required=False,
        initial="true",
        widget=forms.RadioSelect,
    )
    evidence: Any = forms.ModelChoiceField(
        label=_("File"),
        queryset=Evidence.objects.none(),
        required=False,
        empty_label=_("none: it lies in the archive of recordings"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["made_at"].initial = timezone.localtime(self.at)

    def service_data(self) -> dict[str, Any]:
        data = super().service_data()
        return {**data, "signature": data["signature"] or Signature.NONE}
