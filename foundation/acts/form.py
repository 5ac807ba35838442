"""The form of an act: bound to who asks, when, and about what; warnings are answered by reasons (Art. 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.acts.typed_text import tidy
from foundation.obstacles import Obstacle, Severity
from foundation.reasons import Reason, reasons_against

MACHINERY = frozenset({"expected_version", "submission_key"})
OVERRIDE = "override-"
REASON = "reason-"
_CODE = re.compile(r"[A-Za-z0-9_:.-]{1,80}")
_MOST_OVERRIDES = 20


class ActForm(forms.Form):
    """Base of every form that leads to a service."""

    asked_when: ClassVar[Mapping[str, tuple[str, tuple[str, ...]]]] = {}
    """Fields that only some answers to another field bring up: its name, and these answers."""

    starts_empty: ClassVar[bool] = False
    """Whether the form asks for what the thing does not have yet: nothing stored is shown in it."""

    expected_version = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    submission_key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.__dict__.get("starts_empty") and cls.initial_for.__func__ is not ActForm.initial_for.__func__:  # type: ignore[attr-defined]  # a class method
            raise TypeError(f"{cls.__name__} starts empty, but what it inherits does not")

    def __init__(self, *args: Any, actor: Actor, at: datetime, thing: Any = None, **kwargs: Any) -> None:
        self.actor = actor
        self.at = at
        self.thing = thing
        super().__init__(*args, **kwargs)
        for name, (asker, answers) in self.asked_when.items():
            marks = {"data-asked-by": asker, "data-asked-for": " ".join(answers)}
            self.fields[name].widget.attrs.update(marks)
        self._add_overrides(given_codes(self.data))

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        """What the form shows before anything is typed; an edit starts from the stored values."""
        if cls.starts_empty:
            return {}
        names = (name for name in cls.base_fields if name not in MACHINERY)
        stored = {name: getattr(thing, name) for name in names if hasattr(thing, name)}
        return {name: value for name, value in stored.items() if not callable(value)}  # a manager is no value

    @classmethod
    def stored_for(cls, thing: Any) -> dict[str, Any]:
        """The stored values as a client would send them: what a partial edit leaves as it is."""
        return {name: _sendable(value) for name, value in cls.initial_for(thing).items()}

    def offer(self, name: str, rows: QuerySet[Any]) -> None:
        """Let the field ``name`` be chosen among ``rows``, whatever else is sent."""
        self.fields[name].queryset = rows  # type: ignore[attr-defined]  # a field of choice among rows

    def service_data(self) -> dict[str, Any]:
        """The cleaned values that the service takes."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in MACHINERY and not name.startswith((OVERRIDE, REASON))
        }

    def reasons(self) -> dict[str, Reason]:
        """The reasons given against warnings, by obstacle code."""
        codes = [name.removeprefix(OVERRIDE) for name in self.fields if name.startswith(OVERRIDE)]
        given = {code: self.cleaned_data.get(OVERRIDE + code) for code in codes}
        return {code: Reason(text, self.cleaned_data[REASON + code]) for code, text in given.items() if text}

    def ask_reasons(self, obstacles: Iterable[Obstacle]) -> None:
        """Show a field for the reason against each warning."""
        for obstacle in obstacles:
            if obstacle.severity is Severity.WARN:
                self._add_overrides([obstacle.code])
                self.fields[REASON + obstacle.code].help_text = obstacle.message

    def _add_overrides(self, codes: Iterable[str]) -> None:
        for code in codes:
            self.fields[REASON + code] = forms.ChoiceField(
                label=_("Reason for going on all the same"),
                required=False,
                choices=[("", "—"), *((reason.value, reason.label) for reason in reasons_against(code))],
            )
            self.fields[OVERRIDE + code] = forms.CharField(
                label=_("The reason in words"),
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        for name, value in list(self.cleaned_data.items()):
            self.cleaned_data[name] = tidy(value)
            if value and self.cleaned_data[name] == "" and self.fields[name].required:
                self.add_error(name, forms.ValidationError(_("This field is required."), code="required"))
        self._check_reasons()

    def _check_reasons(self) -> None:
        """A reason is a code and words: the one counts, the others explain (Art. 6)."""
        for code in given_codes(self.data):
            text, reason = self.cleaned_data.get(OVERRIDE + code), self.cleaned_data.get(REASON + code)
            if text and reason == "":
                self.add_error(REASON + code, forms.ValidationError(_("Choose the reason."), code="required"))
            if reason and text == "":
                words = forms.ValidationError(_("Say it in a sentence or two as well."), code="required")
                self.add_error(OVERRIDE + code, words)


def given_codes(data: Mapping[str, Any]) -> list[str]:
    """The codes of warnings that ``data`` gives reasons against, each once."""
    prefixed = (name for name in data if name.startswith((OVERRIDE, REASON)))
    codes = dict.fromkeys(name.removeprefix(OVERRIDE).removeprefix(REASON) for name in prefixed)
    return [code for code in codes if _CODE.fullmatch(code)][:_MOST_OVERRIDES]


def _sendable(value: Any) -> Any:
    if hasattr(value, "pk"):
        return str(value.pk)
    if hasattr(value, "all"):
        return [str(member.pk) for member in value.all()]
    if value is None or isinstance(value, bool | int | list | dict):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


class NoInput(ActForm):
    """An act that needs nothing but the will to do it."""
