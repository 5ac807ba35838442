"""What is typed into acts on an inspection; the browser and the API share it (Art. 6)."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.counterpart_picker import CounterpartField
from enforcement.forms.documents import issuing
from enforcement.forms.handlers import HandlersField
from enforcement.forms.moments import moment_field
from enforcement.forms.texts import open_choice, text_field
from enforcement.models import Inspection, Matter, Officer
from enforcement.services import inspections as services
from enforcement.vocabulary import (
    InspectionOrigin,
    InspectionResult,
    NoGo,
    NoteSign,
    NotShown,
    QuietException,
)
from foundation.acts import Act, ActForm
from foundation.permissions import Permission, Role

HANDLE = Permission.INSPECTION_HANDLE
_MATTERS: dict[str, Any] = {"queryset": Matter.objects.none(), "widget": forms.CheckboxSelectMultiple}


class WantedForm(ActForm):
    """Why a firm is visited, by whom, and on what ground."""

    counterpart = CounterpartField(
        help_text=_("Type two signs of the name, pinyin initials, or the credit code.")
    )
    matters = forms.ModelMultipleChoiceField(label=_("What is looked at"), **_MATTERS)
    officers = HandlersField()
    purpose = text_field(_("Purpose"), rows=2, longest=500)
    basis = text_field(_("Legal basis"), rows=2, longest=500)
    why_on_site = text_field(
        _("Why on site"),
        rows=2,
        longest=500,
        required=False,
        help_text=_("What documents, data or a call would not show."),
    )
    origin = forms.ChoiceField(label=_("Occasion"), choices=InspectionOrigin.choices)
    plan_reference = forms.CharField(label=_("Filed plan"), max_length=120, required=False)
    approver = forms.ModelChoiceField(
        label=_("Approved by"), queryset=Officer.objects.none(), required=False, empty_label=_("nobody")
    )
    exempt_reason = text_field(_("Why beyond the yearly cap"), rows=2, longest=500, required=False)
    exception = open_choice(_("Exception on quiet days"), QuietException.choices, empty=_("none"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = self.data.get("counterpart") if self.is_bound else self.initial.get("counterpart")
        cast("CounterpartField", self.fields["counterpart"]).reach(self.actor, given)
        cast("HandlersField", self.fields["officers"]).of_organ(
            self.actor.organ_id, timezone.localdate(self.at)
        )
        own = Matter.objects.filter(is_active=True, field__organs=self.actor.organ_id).order_by("code")
        self.offer("matters", own)
        self.offer("approver", heads_of(self.actor.organ_id))


class PlanForm(WantedForm):
    planned_at = moment_field(_("Planned for"))
    field_order = ["counterpart", "planned_at"]


class DoorForm(ActForm):
    """What is recorded at the door."""

    starts_empty = True
    started_at = moment_field(_("Begun at"))
    certificates_shown = forms.BooleanField(label=_("We showed our certificates"), required=False)
    check_in = forms.CharField(
        label=_("Code or licence that was scanned"),
        max_length=120,
        required=False,
        help_text=_("The firm's code, or the number of its licence."),
    )
    late_reason = text_field(_("Why registered late"), rows=2, longest=500, required=False)
    urgent_reason = text_field(
        _("Emergency: why there was no time to check in"), rows=2, longest=500, required=False
    )
    urgent_approver = forms.ModelChoiceField(
        label=_("Emergency approved by"),
        queryset=Officer.objects.none(),
        required=False,
        empty_label=_("nobody"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["started_at"].initial = self.at
        self.offer("urgent_approver", heads_of(self.actor.organ_id))


class SpotForm(DoorForm, WantedForm):
    field_order = ["counterpart", "started_at", "certificates_shown", "check_in"]


class ConcludeForm(ActForm):
    starts_empty = True
    ended_at = moment_field(_("Ended at"))
    in_order = forms.ModelMultipleChoiceField(label=_("In order"), required=False, **_MATTERS)
    not_in_order = forms.ModelMultipleChoiceField(label=_("Not in order"), required=False, **_MATTERS)
    note = text_field(_("On-site note"), longest=20_000, help_text=_("What was seen, said and shown."))
    note_sign = forms.ChoiceField(
        label=_("How the note was confirmed"), choices=NoteSign.choices, widget=forms.RadioSelect
    )
    witness = forms.CharField(label=_("Witness of a refusal"), max_length=80, required=False)
    result = forms.ChoiceField(
        label=_("Result"), choices=InspectionResult.choices, widget=forms.RadioSelect,
        help_text=_("A clue is registered as a case at once; guidance is drafted from the inspection's page."),
    )  # fmt: skip
    remarks = text_field(_("Remarks"), rows=2, longest=2000, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ended_at"].initial = self.at
        if self.thing is not None:
            own = Matter.objects.filter(pk__in=self.thing.items.values("matter_id")).order_by("code")
            for name in ("in_order", "not_in_order"):
                self.offer(name, own)


class MoveForm(ActForm):
    planned_at = moment_field(_("Planned for"))
    exception = open_choice(_("Exception on quiet days"), QuietException.choices, empty=_("none"))
    reason = text_field(_("Reason"), rows=2, longest=500)


class JoinForm(ActForm):
    other = forms.ModelChoiceField(
        label=_("Together with"), queryset=Inspection.objects.none(), widget=forms.RadioSelect, empty_label=None,
        help_text=_("Planned visits of the same firm by other organs within thirty days."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("other", services.companions_for(self.thing))
        self.fields["other"].label_from_instance = _told  # type: ignore[attr-defined]


class ReasonForm(ActForm):
    reason = text_field(_("Reason"), rows=2, longest=500)


class RatingForm(ActForm):
    """What a firm says of a visit, without an account; it goes past the organ."""

    manner = forms.TypedChoiceField(
        label=_("How was the visit?"),
        coerce=int,
        choices=[
            (5, _("very good")), (4, _("good")), (3, _("as it should be")), (2, _("poor")), (1, _("bad")),
        ],
        widget=forms.RadioSelect,
    )  # fmt: skip
    not_shown = forms.MultipleChoiceField(
        label=_("What was not shown to you?"),
        choices=NotShown.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    no_gos = forms.MultipleChoiceField(
        label=_("Was it any of these?"),
        choices=NoGo.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = text_field(_("In your words"), rows=3, longest=2000, required=False)


def heads_of(organ_id: int | None) -> Any:
    """The heads of an organ, who approve."""
    return Officer.objects.active().filter(organ_id=organ_id).with_role(Role.HEAD).order_by("pk")


def _told(inspection: Inspection) -> str:
    when = timezone.localtime(inspection.planned_at)
    return f"{inspection.organ} · {when:%Y-%m-%d %H:%M}"


PLAN = Act("plan", services.plan_inspection, PlanForm, _("Plan an inspection"), permission=HANDLE)
ON_SPOT = Act(
    "on_spot", services.register_on_spot, SpotForm, _("Register an inspection on the spot"), permission=HANDLE
)
RATE = Act("rate", services.rate_inspection, RatingForm, _("Rate this visit"))
INSPECTION_ACTS = {
    "start": Act("start", services.start_inspection, DoorForm, primary=True),
    "conclude": Act("conclude", services.conclude_inspection, ConcludeForm, primary=True),
    "move": Act("move", services.move_inspection, MoveForm),
    "join": Act("join", services.join_inspection, JoinForm),
    "cancel": Act("cancel", services.cancel_inspection, ReasonForm),
    "issue_document": issuing("inspection", HANDLE),
}
