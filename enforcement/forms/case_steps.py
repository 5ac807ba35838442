"""From investigation to notice: what each step asks for (Art. 6, 8, 10; Penalty Law, Art. 44-46, 54-55)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import open_choice, text_field
from enforcement.services.evidence.types import ACCEPTED, TYPES
from enforcement.vocabulary import EvidenceKind, PenaltyKind
from foundation.acts import ActForm

_MOST_YUAN = 10**11


class InvestigateForm(ActForm):
    facts_found = text_field(
        _("Facts found"), rows=8, help_text=_("Who did what, when and where, and what proves it.")
    )
    certificates_shown_on = day_field(
        _("Certificates shown on"), help_text=_("The day on which the officers showed them to the party.")
    )


class NoticeForm(ActForm):
    content = text_field(
        _("What the party is told"),
        rows=8,
        help_text=_("The facts, reasons and basis, and the decision that is intended."),
    )
    intended_fine = forms.DecimalField(
        label=_("Intended fine (yuan)"),
        required=False,
        min_value=0,
        max_value=_MOST_YUAN,
        decimal_places=2,
        help_text=_("A defence must not lead to a higher one."),
    )
    intended_kind = open_choice(
        _("Intended kind of penalty"),
        PenaltyKind.choices,
        empty=_("not said"),
        help_text=_("A defence must not lead to a heavier one."),
    )
    served_on = day_field(_("Served on"))
    hearing_told = forms.BooleanField(
        label=_("The party was told its right to a hearing within five working days"),
        required=False,
        help_text=_("Owed for larger fines and confiscations, licences, and the closing of a business."),
    )
    rights_told = forms.BooleanField(
        label=_(
            "The party was told its rights to state, to defend itself and, where the law gives it, to a hearing"
        )
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["served_on"].initial = timezone.localdate(self.at)


class DefenceForm(ActForm):
    """What the party said; a defence must be answered before a penalty is decided."""

    defence = text_field(_("Statement or defence of the party"), required=False)
    defence_answer = text_field(
        _("Review of the defence"), required=False, help_text=_("What is taken up, what is not, and why.")
    )
    is_waived = forms.BooleanField(
        label=_("The party waived statement and defence in writing"), required=False
    )

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        notice = getattr(thing, "notice", None)
        return super().initial_for(notice) if notice else {}


class FlagForm(ActForm):
    is_major = forms.BooleanField(label=_("Major"), required=False)
    is_complex = forms.BooleanField(label=_("Complex"), required=False)
    has_social_impact = forms.BooleanField(label=_("Great social impact"), required=False)
    flag_reason = text_field(_("Why"), rows=3, longest=2000, help_text=_("Also when a mark is taken away."))


class EvidenceForm(ActForm):
    starts_empty = True
    kind = forms.ChoiceField(label=_("Kind of evidence"), choices=EvidenceKind.choices)
    title = forms.CharField(label=_("What it shows"), max_length=200)
    collected_on = day_field(_("Collected on"))
    file = forms.FileField(
        label=_("File"),
        max_length=255,
        allow_empty_file=True,  # the service says why, with its article
        widget=forms.FileInput(attrs={"accept": ",".join(e for t in TYPES for e in t.endings)}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collected_on"].initial = timezone.localdate(self.at)
        accepted = _("At most 100 MB. Accepted are %(types)s.") % {"types": ACCEPTED}
        self.fields["file"].help_text = accepted
