"""What is typed into a draft: what all ways share, and the columns of one way (Art. 8)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.counterpart_picker import CounterpartField
from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.models import Case, Field, Licence, Matter
from foundation.acts import ActForm
from guidance.forms.columns import way_fields
from guidance.forms.extra import typed_before
from guidance.forms.implementers import ImplementersField
from guidance.forms.own_way import OwnWayDraft
from guidance.forms.suggested import SuggestedDraft
from guidance.models import GuidanceAction, ReturnVisit
from guidance.vocabulary import Channel, Formality, Nature, Trigger, Way
from guidance.ways import WAYS, WayPage

ADDRESS = ("case", "counterpart", "audience", "field", "matter", "trigger", "applied_on", "title")
TEXT = ("content", "reasons", "basis")
MANNER = ("channel", "implementers", "contact", "reply_by", "formality", "nature")


class CommonForm(ActForm):
    """What all ways share; querysets hold only what the actor reaches."""

    case = forms.ModelChoiceField(queryset=Case.objects.none(), required=False, widget=forms.HiddenInput)
    counterpart = CounterpartField(
        required=False, help_text=_("Type two signs of the name, pinyin initials, or the credit code.")
    )
    audience = forms.CharField(
        label=_("Audience"),
        max_length=200,
        required=False,
        help_text=_("The public, a trade or an area: to whom it is addressed."),
    )
    field = forms.ModelChoiceField(
        label=_("Field of enforcement"), queryset=Field.objects.none(), required=False
    )
    matter = forms.ModelChoiceField(
        label=_("Matter"),
        queryset=Matter.objects.none(),
        required=False,
        help_text=_("Only when it is about one matter."),
    )
    trigger = forms.ChoiceField(label=_("Occasion"), choices=Trigger.choices)
    applied_on = day_field(
        _("Applied for on"),
        required=False,
        help_text=_("Only when the counterpart asked for it; left empty, it is today."),
    )
    title = forms.CharField(label=_("Title"), max_length=200)
    content = text_field(_("Content"), rows=6, help_text=_("What the counterpart is shown, told or asked."))
    reasons = text_field(  # type: ignore[assignment]  # a declared field leaves the method alone
        _("Purpose and reasons"), rows=3
    )
    basis = text_field(
        _("Legal or policy basis"),
        rows=2,
        help_text=_("Name and article; texts are not copied."),
    )
    channel = forms.ChoiceField(label=_("Channel"), choices=Channel.choices)
    implementers = ImplementersField()
    contact = forms.CharField(label=_("Contact person and telephone"), max_length=120, required=False)
    reply_by = day_field(
        _("Reply invited by"),
        required=False,
        help_text=_("Silence has no consequence, and declining neither."),
    )
    formality = forms.ChoiceField(
        label=_("Formality"),
        choices=Formality.choices,
        help_text=_("General and major guidance is approved by a head before it is issued."),
    )
    nature = forms.ChoiceField(label=_("Nature"), choices=Nature.choices)

    page: WayPage

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._reach()

    def _reach(self) -> None:
        organ_id, fields = self.actor.organ_id, self.fields
        if "trigger" in fields:  # never that the counterpart asked for it, which somebody would have to say
            fields["trigger"].initial = Trigger.CASE if self.given("case") else Trigger.OTHER
        if "case" in fields:
            fields["case"].queryset = Case.objects.workable_by(self.actor)  # type: ignore[attr-defined]
        for name in ("counterpart", "exemplar"):
            if name in fields:
                fields[name].reach(self.actor, self.given(name))  # type: ignore[attr-defined]
        fields["field"].queryset = Field.objects.filter(organs=organ_id)  # type: ignore[attr-defined]
        fields["matter"].queryset = Matter.objects.filter(  # type: ignore[attr-defined]
            is_active=True, field__organs=organ_id
        ).order_by("code")
        fields["implementers"].of_organ(organ_id)  # type: ignore[attr-defined]
        self._reach_of_party("licence", Licence.objects.visible_to(self.actor), "counterpart_id")
        visits = ReturnVisit.objects.workable_by(self.actor).recordable().select_related("case")
        self._reach_of_party("visit", visits, "case__counterpart_id")

    def _reach_of_party(self, name: str, rows: Any, path: str) -> None:
        """Rows of the chosen counterpart alone; before one is chosen there is nothing to ask."""
        if name not in self.fields:
            return
        key = str(self.given("counterpart") or "")
        if not (key.isascii() and key.isdigit() and len(key) < 19):
            if not self.is_bound:
                del self.fields[name]
            return
        self.offer(name, rows.filter(**{path: int(key)}))

    def given(self, name: str) -> Any:
        """The key that was typed or suggested for ``name``."""
        value = self.data.get(name) if self.is_bound else self.initial.get(name)
        return getattr(value, "pk", value)

    def service_data(self) -> dict[str, Any]:
        data = super().service_data()
        detail = {name: data.pop(name) for name in self.page.drafted if name in data}
        return {**data, "detail": detail}

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return stored_values(thing)


def stored_values(action: GuidanceAction) -> dict[str, Any]:
    """What stands in a draft, common columns and those of its way."""
    common = {name: getattr(action, name) for name in (*ADDRESS, *TEXT, *MANNER) if name != "implementers"}
    detail = {name: getattr(action.detail, name) for name in action.page.typed(action.page.drafted)}
    detail |= typed_before(getattr(action.detail, "drafted_values", []))
    return {**common, **detail, "implementers": [row.officer_id for row in action.officers.all()]}


def suggestions(page: WayPage, *, officer_id: int | None) -> dict[str, Any]:
    """What a fresh draft of the way starts from."""
    return {
        "formality": page.formality.value,
        "nature": page.nature.value,
        "channel": page.channel.value,
        "implementers": [officer_id],
    }


def invited_until(page: WayPage, today: date) -> date | None:
    """The day by which a reply to this way is usually invited."""
    return today + timedelta(days=page.reply_days) if page.reply_days else None


def _group() -> forms.CharField:
    return forms.CharField(
        label=_("Or a group"),
        max_length=200,
        required=False,
        help_text=_("When it is given to several together: a trade, a market, an association."),
    )


_BASES: dict[str, tuple[type[Any], ...]] = {Way.OTHER: (OwnWayDraft,), Way.SUGGEST: (SuggestedDraft,)}


def form_of(page: WayPage) -> type[CommonForm]:
    """The form of one way; public ways have an audience, and neither counterpart nor case."""
    absent: dict[str, Any] = {"case": None, "counterpart": None} if page.is_public else {"audience": _group()}
    order = [*ADDRESS, *page.drafted, *TEXT, *MANNER]
    parts = {"page": page, "field_order": order, **absent, **way_fields(page, page.drafted)}
    bases: tuple[type[Any], ...] = (*_BASES.get(page.way, ()), CommonForm)
    return type(f"{page.related_name.title()}Form", bases, {"__module__": __name__, **parts})


WAY_FORMS: dict[str, type[CommonForm]] = {way: form_of(page) for way, page in WAYS.items()}
