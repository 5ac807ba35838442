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
from enforcement.vocabulary import CaseSource
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


class FileForm(ActForm):
    """Filing a clue: two certified officers of the organ will handle it."""

    handlers = HandlersField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        handlers = cast("HandlersField", self.fields["handlers"])
        handlers.of_organ(self.actor.organ_id, timezone.localdate(self.at))
        self.initial["handlers"] = self.initial.get("handlers") or [self.actor.officer_id]

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {"handlers": [p.officer_id for p in thing.people.handling()]}


class HandlersForm(FileForm):
    """Naming the handling officers anew."""


class DeclineFilingForm(ActForm):
    reason = text_field(
        _("Why it is not filed"),
        longest=2000,
        help_text=_("Facts, the provision that applies, and what was done instead of a case."),
    )
