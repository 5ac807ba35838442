"""The necessity note: what milder was tried comes first (Art. 5, 10 (2); Coercion Law, Art. 5, 16)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.moments import moment_field
from enforcement.forms.texts import open_choice, text_field
from enforcement.models import Case
from enforcement.rules.coercion_terms import LONGEST_TERM
from enforcement.vocabulary.coercion import BasisLevel, CoercionKind
from foundation.acts import ActForm

_MOST_YUAN = 10**11
NOTE_GROUPS: tuple[tuple[Any, Any, tuple[str, ...]], ...] = (
    (
        _("What milder was tried?"),
        _("Coercion comes last. Where guidance, a reminder or an order to correct can do, there is none."),
        ("means_tried", "why_useless", "alternative", "why_not_enough"),
    ),
    (_("Which coercion, and what allows it?"), "", ("kind", "legal_basis", "basis_level")),
    (
        _("How far does it go?"),
        _("No more things, no more money and no more days than the purpose needs."),
        ("scope", "place", "amount", "term_days", "planned_at"),
    ),
    (
        _("Only for executions"),
        _("Leave this open for sealing, seizure and freezing."),
        (
            "is_dwelling", "cuts_utilities", "urgent_reason", "hides_assets", "clears_at_once", "budget",
        ),
    ),
)  # fmt: skip


class NoteForm(ActForm):
    """Everything may stay open while it is being considered; the proposal is held against the law."""

    means_tried = text_field(
        _("Milder means that were tried, and what came of them"),
        required=False,
        rows=4,
        help_text=_("Guidance of this case is linked on the next page."),
    )
    why_useless = text_field(_("Or: why no milder means can reach the purpose"), required=False, rows=3)
    alternative = text_field(
        _("The milder alternative that was considered"),
        required=False,
        rows=2,
        help_text=_("A sample, a photograph, a copy, a promise in writing, a shorter time."),
    )
    why_not_enough = text_field(_("Why it is not enough"), required=False, rows=2)
    legal_basis = forms.CharField(
        label=_("Legal basis"),
        max_length=300,
        required=False,
        help_text=_("Name of the law, and its article."),
    )
    basis_level = open_choice(
        _("Kind of basis"), BasisLevel.choices, empty=_("choose"),
        help_text=_("Freezing, and limits to liberty, only by a law."),
    )  # fmt: skip
    scope = text_field(_("Things or premises concerned"), required=False, rows=2)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    amount = forms.DecimalField(
        label=_("Amount (yuan)"), required=False, min_value=0, max_value=_MOST_YUAN, decimal_places=2,
        help_text=_("For freezing, transfer and surcharge."),
    )  # fmt: skip
    term_days = forms.IntegerField(
        label=_("For how many days"), required=False, min_value=1, max_value=LONGEST_TERM,
        help_text=_("Thirty at most; as few as the purpose needs."),
    )  # fmt: skip
    planned_at = moment_field(
        _("Planned for"),
        required=False,
        help_text=_("Executions keep to working days, outside the night."),
    )
    is_dwelling = forms.BooleanField(label=_("People live there"), required=False)
    cuts_utilities = forms.BooleanField(label=_("Water, power, heat or gas would be cut"), required=False)
    urgent_reason = text_field(
        _("Why it cannot wait for a working day"), required=False, rows=2,
        help_text=_("Only when it is planned for the night, a weekend or a holiday; the head reads it."),
    )  # fmt: skip
    hides_assets = text_field(
        _("Evidence that assets are being moved or hidden"), required=False, rows=2,
        help_text=_("Only then an execution may begin before the time of the demand is over."),
    )  # fmt: skip
    clears_at_once = text_field(
        _("Why it must be cleared at once"), required=False, rows=2,
        help_text=_("Roads, waterways and public places, when the party cannot clear them."),
    )  # fmt: skip
    budget = forms.DecimalField(
        label=_("Estimated cost of substitute performance (yuan)"), required=False, min_value=0,
        max_value=_MOST_YUAN, decimal_places=2,
    )  # fmt: skip

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        own = super().initial_for(thing)
        execution = getattr(thing, "execution", None)
        more = ("hides_assets", "clears_at_once", "budget")
        return own if execution is None else {**own, **{name: getattr(execution, name) for name in more}}

    def groups(self) -> Iterator[dict[str, Any]]:
        """The questions in their order, as the page asks them."""
        for title, hint, names in NOTE_GROUPS:
            fields = [self[name] for name in names if name in self.fields]
            if fields:
                yield {"title": title, "hint": hint, "fields": fields}

    def answers(self) -> list[Any]:
        """Fields that were added for reasons against warnings."""
        known = {name for _title, _hint, names in NOTE_GROUPS for name in names}
        return [field for field in self.visible_fields() if field.name not in known]


class ChangeNoteForm(NoteForm):
    """The same without the fields of executions where the measure is none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None and not self.thing.is_execution:
            for name in NOTE_GROUPS[-1][2]:
                del self.fields[name]

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        absent = () if thing.is_execution else NOTE_GROUPS[-1][2]
        return {name: value for name, value in super().initial_for(thing).items() if name not in absent}


def kind_field() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Kind"), choices=CoercionKind.choices)


class DraftInCaseForm(NoteForm):
    kind = kind_field()

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        """A fresh note takes only the place from the case."""
        return {"place": thing.place}


class DraftForm(NoteForm):
    """As it is sent to the API: with the case."""

    case = forms.ModelChoiceField(queryset=Case.objects.none(), label=_("Case"))
    kind = kind_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("case", Case.objects.workable_by(self.actor))
