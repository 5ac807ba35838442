"""What is typed into tips to a group, and what can be done with them (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.lists.regions import regions_of
from enforcement.models import Field, Matter
from enforcement.vocabulary import CounterpartKind, Industry
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.forms.steps import MaybeReasonForm, NoteForm, ReasonForm
from guidance.services import tips
from guidance.vocabulary import GROUP_OCCASIONS, Formality, Trigger

HANDLE = Permission.GUIDANCE_HANDLE
EVERYBODY = ("", _("All"))


class TipBatchForm(ActForm):
    title = forms.CharField(label=_("Title"), max_length=200)
    neglected = forms.CharField(label=_("What is easily overlooked"), max_length=200)
    content = text_field(
        _("Text of the tip"),
        rows=5,
        help_text=_(
            "Filled in for each addressee: {name}, {organ}; and, where licences choose the group, "
            "{licence} and {expires_on}."
        ),
    )
    reasons = text_field(  # type: ignore[assignment]  # a declared field leaves the method alone
        _("Purpose and reasons"), rows=2
    )
    basis = text_field(
        _("Legal or policy basis"), rows=2, help_text=_("Name and article; texts are not copied.")
    )
    contact = forms.CharField(label=_("Contact person and telephone"), max_length=120, required=False)
    due_on = day_field(_("To be done by"), required=False)
    field = forms.ModelChoiceField(label=_("Field of enforcement"), queryset=Field.objects.none())
    matter = forms.ModelChoiceField(label=_("Matter"), queryset=Matter.objects.none(), required=False)
    occasion = forms.ChoiceField(
        label=_("Occasion"), choices=GROUP_OCCASIONS, initial=Trigger.SEASON, required=False
    )
    formality = forms.ChoiceField(
        label=_("Formality"),
        choices=[(f.value, f.label) for f in (Formality.SIMPLE, Formality.GENERAL)],
        initial=Formality.SIMPLE,
        help_text=_("General and major guidance is approved by a head before it is issued."),
    )
    kind = forms.ChoiceField(
        label=_("Kind of counterpart"), choices=[EVERYBODY, *CounterpartKind.choices], required=False
    )
    industry = forms.ChoiceField(label=_("Industry"), choices=[EVERYBODY, *Industry.choices], required=False)
    region: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        label=_("Region"), queryset=None, required=False, empty_label=_("All")
    )
    licence_name = forms.CharField(
        label=_("Licence called"),
        max_length=120,
        required=False,
        help_text=_("A part of its name; only valid licences count."),
    )
    expires_from = day_field(_("Licence expires from"), required=False)
    expires_to = day_field(_("Licence expires until"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organ_id = self.actor.organ_id
        self.offer("field", Field.objects.filter(organs=organ_id))
        matters = Matter.objects.filter(is_active=True, field__organs=organ_id)
        self.offer("matter", matters.order_by("code"))
        self.offer("region", regions_of(self.actor))

    def clean_occasion(self) -> str:
        return self.cleaned_data["occasion"] or str(Trigger.SEASON)


DRAFT_TIPS = Act(
    "draft",
    tips.draft_batch,
    TipBatchForm,
    _("Tips to a group"),
    _("One text to all who fit. Nothing is sent before you have seen whom it reaches."),
    _("The draft is kept. Look at whom it reaches, then send it."),
    permission=HANDLE,
)
EDIT_TIPS = Act("edit", tips.edit_batch, TipBatchForm, done=_("The draft is kept."))
TIPS_ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        Act("submit", tips.submit_batch, done=_("Submitted for approval."), primary=True),
        Act("approve", tips.approve_batch, NoteForm, primary=True),
        Act("send_back", tips.send_back_batch, ReasonForm),
        Act(
            "start",
            tips.start_batch,
            intro=_(
                "Each addressee gets one tip, with the notice that it is voluntary. It can be stopped at any time."
            ),
            done=_("Sending has begun; you may leave this page."),
            primary=True,
        ),
        Act("stop", tips.stop_batch, done=_("Stopped. What was issued stays.")),
        Act(
            "resume",
            tips.resume_batch,
            done=_("It goes on behind the last tip that was issued."),
            primary=True,
        ),
        Act("discard", tips.discard_batch, MaybeReasonForm),
    )
}


def sensible_acts(batch: Any) -> dict[str, Act]:
    """The acts that have a meaning for this group as it is."""
    unfit = "submit" if batch.formality == Formality.SIMPLE else "start" if batch.is_editable else ""
    return {name: act for name, act in {"edit": EDIT_TIPS, **TIPS_ACTS}.items() if name != unfit}
