"""What is typed when coercion is applied, and about the things it takes (Coercion Law, Art. 18-28)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enforcement.forms.days import day_field
from enforcement.forms.moments import moment_field
from enforcement.forms.texts import open_choice, text_field, yes_or_no
from enforcement.models import Evidence, SeizedItem
from enforcement.vocabulary.coercion import MEASURES, ItemFate, SiteStep
from enforcement.vocabulary.forbidden_times import QuietException
from foundation.acts import ActForm


class ApplyForm(ActForm):
    starts_empty = True
    applied_at = moment_field(_("Applied at"))
    steps = forms.MultipleChoiceField(
        label=_("Done on the spot"),
        choices=SiteStep.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The law asks for each of these; tick only what was done."),
    )
    party_attended = yes_or_no(_("The party was present"))
    witness = forms.CharField(
        label=_("Witness"), max_length=100, required=False, help_text=_("Needed when the party was absent.")
    )
    supervisor = forms.CharField(
        label=_("Supervised on the spot by"),
        max_length=100,
        required=False,
        help_text=_("For substitute performance: the officer of the organ who was there."),
    )
    exception = open_choice(
        _("On a quiet day: the exception"),
        QuietException.choices,
        empty=_("none"),
        help_text=_("Only where a quiet period of the region or organ allows it."),
    )
    site_note = text_field(_("What happened on the spot"), required=False, rows=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["applied_at"].initial = timezone.localtime(self.at).replace(second=0, microsecond=0)
        if self.thing is not None:
            for name in ("supervisor",) if self.thing.kind in MEASURES else ("steps",):
                self.fields.pop(name, None)


class ApplyUrgentlyForm(ApplyForm):
    urgent_reason = text_field(
        _("Why it could not wait for approval"), rows=3, help_text=_("The head reads it within 24 hours.")
    )
    supervisor = None  # type: ignore[assignment]
    field_order = ("urgent_reason", "applied_at")


class ItemForm(ActForm):
    starts_empty = True
    name = forms.CharField(label=_("Name"), max_length=200)
    mark = forms.CharField(
        label=_("Serial number or mark"), max_length=100, required=False,
        help_text=_("What two organs hold is found by it."),
    )  # fmt: skip
    quantity = forms.DecimalField(label=_("Amount"), min_value=0, max_value=10**9, decimal_places=2)
    unit = forms.CharField(label=_("Unit"), max_length=20)
    condition = forms.CharField(
        label=pgettext_lazy("seized thing", "Condition"), max_length=300, required=False
    )
    photo = forms.ModelChoiceField(
        label=_("Photograph among the evidence"), queryset=Evidence.objects.none(), required=False
    )
    kept_at = forms.CharField(label=_("Kept where, by whom"), max_length=200, required=False)
    is_related = forms.BooleanField(label=_("It has to do with the violation"), required=False, initial=True)
    is_necessity = forms.BooleanField(
        label=_("It is a daily necessity of a citizen or the family"), required=False
    )
    held_by_other = forms.CharField(
        label=_("Sealed already by another organ"), max_length=200, required=False,
        help_text=_("Its name; what is sealed once is not sealed again."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            photos = Evidence.objects.visible_to(self.actor).filter(case_id=self.thing.case_id)
            self.offer("photo", photos)


class ItemField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj)


class OfItemForm(ActForm):
    """About one thing of the inventory."""

    starts_empty = True
    item = ItemField(label=_("Thing"), queryset=SeizedItem.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("item", self.items_of(self.thing))

    def items_of(self, measure: Any) -> Any:
        return SeizedItem.objects.visible_to(self.actor).filter(measure=measure, fate=ItemFate.KEPT)


class EditItemForm(OfItemForm, ItemForm):
    """Starts from what stands in the inventory when the address names the thing."""

    field_order = ("item",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        key = str(self.initial.get("item") or "")
        if self.thing is None or not (key.isascii() and key.isdigit() and len(key) < 19):
            return
        found = self.items_of(self.thing).filter(pk=int(key)).first()
        for name in ItemForm.base_fields if found else ():
            if hasattr(found, name):
                self.initial.setdefault(name, getattr(found, name))


class DealForm(OfItemForm):
    fate = forms.ChoiceField(
        label=_("What became of it"), choices=[c for c in ItemFate.choices if c[0] != ItemFate.KEPT]
    )
    dealt_on = day_field(_("On"))
    receipt = forms.CharField(
        label=_("Receipt"), max_length=200, required=False, help_text=_("Needed for what is given back.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dealt_on"].initial = timezone.localdate(self.at)
