"""Taking in a clue, correcting it, and filing it (Art. 3, 6; Penalty Law, Art. 54)."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from enforcement.forms.counterpart_picker import CounterpartField
from enforcement.forms.days import day_field
from enforcement.forms.handlers import HandlersField
from enforcement.forms.texts import text_field
from enforcement.models import Matter
from enforcement.vocabulary import CaseSource, NonFilingGround
from foundation.acts import ActForm

LONGEST_TITLE = 200


class ClueForm(ActForm):
    """The quick intake: what is known when a clue comes in."""

    counterpart = CounterpartField(
        help_text=_("Type two signs of the name, pinyin initials, or the credit code.")
    )
    matter = forms.ModelChoiceField(
        label=_("Matter"),
        queryset=Matter.objects.none(),
        empty_label=_("Choose one"),
        help_text=_("Matters of your organ's own fields."),
    )
    title = forms.CharField(
        label=_("Title"),
        max_length=LONGEST_TITLE,
        required=False,
        help_text=_("Left empty, it is made of counterpart and matter."),
    )
    source = forms.ChoiceField(label=_("Source"), choices=[("", _("Choose one")), *CaseSource.choices])
    occurred_on = day_field(_("Occurred on"))
    ended_on = day_field(
        _("Ended on"), required=False, help_text=_("Only when the violation lasted for days.")
    )
    discovered_on = day_field(_("Discovered on"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    facts_found = text_field(_("What is known so far"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = self.data.get("counterpart") if self.is_bound else self.initial.get("counterpart")
        picker = cast("CounterpartField", self.fields["counterpart"])
        picker.reach(self.actor, given)
        matters = cast("forms.ModelChoiceField[Matter]", self.fields["matter"])
        matters.queryset = Matter.objects.filter(is_active=True, field__organs=self.actor.organ_id).order_by(
            "code"
        )
        self.fields["discovered_on"].initial = timezone.localdate(self.at)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        counterpart, matter = cleaned.get("counterpart"), cleaned.get("matter")
        if not cleaned.get("title") and counterpart and matter:
            cleaned["title"] = Truncator(f"{counterpart.name} {matter.name_zh}").chars(LONGEST_TITLE)
        return cleaned


class EditForm(ActForm):
    """Correcting what was taken in, until the party was notified."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    source = forms.ChoiceField(label=_("Source"), choices=CaseSource.choices)
    occurred_on = day_field(_("Occurred on"))
    ended_on = day_field(
        _("Ended on"), required=False, help_text=_("Only when the violation lasted for days.")
    )
    discovered_on = day_field(_("Discovered on"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    facts_found = text_field(_("Facts found"), required=False)


class HandlersForm(ActForm):
    """Naming the handling officers."""

    handlers = HandlersField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        handlers = cast("HandlersField", self.fields["handlers"])
        handlers.of_organ(self.actor.organ_id, timezone.localdate(self.at), case=self.thing)
        self.initial["handlers"] = self.initial.get("handlers") or [self.actor.officer_id]

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {"handlers": [p.officer_id for p in thing.people.handling()]}


class FileForm(HandlersForm):
    """Filing a clue: four conditions, each confirmed, and two certified officers who will handle it."""

    basis = text_field(
        _("Preliminary evidence"),
        rows=3,
        help_text=_("What shows the violation so far, and where it is kept."),
    )
    is_punishable = forms.BooleanField(label=_("The law provides a penalty for it"), required=False)
    in_jurisdiction = forms.BooleanField(
        label=_("This organ is competent by place, level and matter"), required=False
    )
    within_limitation = forms.BooleanField(label=_("The limitation period has not passed"), required=False)
    in_area = forms.TypedChoiceField(
        label=_("Place of the violation"),
        choices=[("true", _("in the organ's own area")), ("false", _("outside the organ's area"))],
        coerce=lambda value: value != "false",
        empty_value=True,  # type: ignore[arg-type]  # unsent means yes
        required=False,
        initial="true",
        widget=forms.RadioSelect,
    )
    assistance = text_field(
        _("Record of assistance"),
        rows=2,
        required=False,
        help_text=_("Only outside the own area: which local organ assists, and its letter."),
    )
    field_order = ["basis", "is_punishable", "in_jurisdiction", "within_limitation", "in_area", "assistance"]


class DeclineFilingForm(ActForm):
    starts_empty = True
    ground = forms.ChoiceField(
        label=_("Ground"),
        choices=[("", _("Choose one")), *NonFilingGround.choices],
        help_text=_("Out of leniency only after the case was held against the lists."),
    )
    reason = text_field(
        _("Why it is not filed"),
        longest=2000,
        help_text=_("Facts, the provision that applies, and what was done instead of a case."),
    )
    education = text_field(
        _("Education given"),
        rows=3,
        required=False,
        help_text=_("Needed when the clue is not filed out of leniency."),
    )


class ReasonForm(ActForm):
    """An act that owes no more than its reason."""

    reason = text_field(_("Reason"), rows=3, longest=2000)
