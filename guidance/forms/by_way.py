"""The same forms as one JSON body: ``way``, the common fields, and ``detail`` in the shape of the way."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from foundation.acts import ActForm
from guidance.forms.drafts import WAY_FORMS, CommonForm, stored_values, suggestions
from guidance.forms.extra import PREFIX
from guidance.forms.implementers import ImplementersField
from guidance.forms.steps import RECORD_FORMS
from guidance.vocabulary import Channel, Formality, Nature, Way
from guidance.ways import WAYS

_SCALARS = (str, int, float, bool, type(None))
_TO_WHOM = ("case", "counterpart", "audience")


class DetailField(forms.JSONField):
    """An object of plain values: the columns of the way."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": _("Columns of the way"), "required": False, **kwargs})

    def to_python(self, value: Any) -> Any:
        found = super().to_python(value)
        if found is None:
            return {}
        if not isinstance(found, dict) or not all(isinstance(v, _SCALARS) for v in found.values()):
            raise ValidationError(_("Send an object of plain values."), code="type")
        return found


class ByWayForm(ActForm):
    """Hands everything to the form of the way and takes its errors as its own."""

    inner: ActForm

    def fill(self, form: type[ActForm], values: dict[str, Any], names: tuple[str, ...]) -> None:
        """Check ``values`` and ``detail`` by ``form``; ``names`` are the fields that stand in ``detail``."""
        detail = self.cleaned_data.get("detail") or {}
        for name in _TO_WHOM:
            if name not in form.base_fields and self.cleaned_data.get(name):
                self.add_error(name, _unknown())
        self.inner = form({**values, **detail}, actor=self.actor, at=self.at, thing=self.thing)
        known = {*names, *(name for name in self.inner.fields if name.startswith(PREFIX))}
        for name in sorted(set(detail) - known)[:1]:
            self.add_error("detail", _inside(name[:100], _unknown()))
        for name, errors in self.inner.errors.as_data().items():
            self._take(name, errors)

    def service_data(self) -> dict[str, Any]:
        return self.inner.service_data()

    def _take(self, name: str, errors: list[ValidationError]) -> None:
        own = name in self.fields or name == "__all__"
        if own and name in self.errors:
            return
        for error in errors:
            self.add_error(name if own else "detail", error if own else _inside(name, error))

    def _sent(self) -> dict[str, Any]:
        return {name: self.data[name] for name in self.data if name not in ("way", "detail")}


class NewGuidanceForm(ByWayForm, CommonForm):
    """Manner and implementers follow from the way and the actor when they are left out."""

    way = forms.ChoiceField(label=_("Way"), choices=Way.choices)
    channel = forms.ChoiceField(label=_("Channel"), choices=Channel.choices, required=False)
    formality = forms.ChoiceField(label=_("Formality"), choices=Formality.choices, required=False)
    nature = forms.ChoiceField(label=_("Nature"), choices=Nature.choices, required=False)
    implementers = ImplementersField(required=False)
    detail = DetailField()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        way = cleaned.get("way")
        if way:
            start = suggestions(WAYS[way], officer_id=self.actor.officer_id)
            self.fill(WAY_FORMS[way], {**start, **self._sent()}, WAYS[way].typed(WAYS[way].drafted))
        return cleaned

    def service_data(self) -> dict[str, Any]:
        return {**super().service_data(), "way": self.cleaned_data["way"]}


class EditGuidanceForm(ByWayForm, CommonForm):
    """What is not sent stays as it is, also within ``detail``."""

    detail = DetailField()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        form = WAY_FORMS[self.thing.way]
        self.fill(
            form,
            {**form.stored_for(self.thing), **self._sent()},
            self.thing.page.typed(self.thing.page.drafted),
        )
        return cleaned

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {name: value for name, value in stored_values(thing).items() if name in cls.base_fields}


class RecordGuidanceForm(ByWayForm):
    starts_empty = True
    detail = DetailField(required=True)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        form = RECORD_FORMS[self.thing.way]
        self.fill(form, form.stored_for(self.thing), self.thing.page.typed(self.thing.page.recorded))
        return cleaned

    def service_data(self) -> dict[str, Any]:
        return {"detail": super().service_data()}


def _unknown() -> ValidationError:
    return ValidationError(_("There is no such field for this way."), code="unknown")


def _inside(name: str, error: ValidationError) -> ValidationError:
    return ValidationError(f"{name}: {' '.join(error.messages)}", code=error.code or "invalid")
