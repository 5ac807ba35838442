"""Asking for a hearing, arranging and recording it (Penalty Law, Art. 63-65)."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.moments import moment_field
from enforcement.forms.texts import text_field
from enforcement.models import Officer
from enforcement.services import cases
from enforcement.vocabulary import CaseRole, Signature
from foundation.acts import Act, ActForm
from foundation.permissions import Permission

HANDLE, APPROVE = Permission.CASE_HANDLE, Permission.CASE_APPROVE


class RequestHearingForm(ActForm):
    starts_empty = True
    requested_on = day_field(_("Requested on"))
    request = text_field(_("What the party asks"), required=False, rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["requested_on"].initial = timezone.localdate(self.at)


class ArrangeHearingForm(ActForm):
    presider: Any = forms.ModelChoiceField(
        label=_("Presider"),
        queryset=Officer.objects.none(),
        empty_label=_("Choose one"),
        help_text=_("Somebody of the organ who has not handled the case."),
    )
    held_at = moment_field(_("Time of the hearing"))
    place = forms.CharField(label=_("Place of the hearing"), max_length=200)
    notice_on = day_field(_("Party told on"), help_text=_("At least seven working days before the hearing."))
    is_public = forms.TypedChoiceField(
        label=_("Public"),
        choices=[("true", _("Yes")), ("false", _("No"))],
        coerce=lambda value: value != "false",
        empty_value=True,  # type: ignore[arg-type]  # unsent means yes
        required=False,
        initial="true",
        widget=forms.RadioSelect,
    )
    closed_reason = forms.CharField(label=_("Why it is not public"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["notice_on"].initial = timezone.localdate(self.at)
        if self.thing is not None:
            handling = self.thing.people.exclude(role=CaseRole.PRESIDER).values("officer_id")
            free = Officer.objects.active().filter(organ_id=self.actor.organ_id).exclude(pk__in=handling)
            cast("Any", self.fields["presider"]).queryset = free

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        hearing = getattr(thing, "hearing", None)
        return super().initial_for(hearing) if hearing and hearing.held_at else {}


class HoldHearingForm(ActForm):
    starts_empty = True
    record = text_field(_("Record of the hearing"), rows=10)
    signature = forms.ChoiceField(
        label=_("Signature of the party"), choices=Signature.choices, widget=forms.RadioSelect
    )
    witness = forms.CharField(label=_("Witness of the refusal"), max_length=120, required=False)
    opinion = text_field(_("Opinion of the presider"), help_text=_("The decision is taken on the record."))


HEARING_ACTS = (
    Act(
        "request_hearing",
        cases.request_hearing,
        RequestHearingForm,
        _("Record the request for a hearing"),
        _("Within five working days after the party was told; the hearing costs the party nothing."),
        permission=HANDLE,
    ),
    Act(
        "arrange_hearing",
        cases.arrange_hearing,
        ArrangeHearingForm,
        _("Arrange the hearing"),
        _("Who handles the case does not preside; the party is told seven working days before."),
        permission=APPROVE,
    ),
    Act(
        "hold_hearing",
        cases.hold_hearing,
        HoldHearingForm,
        _("Record the hearing"),
        permission=Permission.CASE_READ,
    ),
    Act(
        "withdraw_hearing",
        cases.withdraw_hearing,
        label=_("The party withdraws its request"),
        permission=HANDLE,
    ),
)
