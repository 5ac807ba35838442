"""What is typed into the steps of approval, term, end and execution (Coercion Law, Art. 18-52)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.rules.coercion_terms import LONGEST_EXTENSION
from enforcement.vocabulary.coercion import SuspensionGround
from foundation.acts import ActForm

_MOST_YUAN = 10**11


class FreshForm(ActForm):
    """Starts empty: it records a new step, and corrects nothing."""

    starts_empty = True


class ApproveForm(FreshForm):
    note = text_field(_("Note"), required=False, rows=2, longest=2000)


class WhyForm(FreshForm):
    reason = text_field(_("Why"), rows=3, longest=2000)


class ExtendForm(FreshForm):
    days = forms.IntegerField(
        label=_("Days more"), min_value=1, max_value=LONGEST_EXTENSION, initial=LONGEST_EXTENSION
    )
    reason = text_field(
        _("What makes the case complex"),
        rows=3,
        longest=2000,
        help_text=_("The party is told it in writing."),
    )


class TestingForm(FreshForm):
    __test__ = False

    what = forms.CharField(label=_("What is tested"), max_length=200)
    started_on = day_field(_("From"))
    ended_on = day_field(_("Until"))
    told_on = day_field(
        _("Told to the party on"), help_text=_("Only days that the party was told of are left out.")
    )


class ServedForm(FreshForm):
    served_on = day_field(_("Served on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["served_on"].initial = timezone.localdate(self.at)


class LiftForm(WhyForm):
    returned_on = day_field(
        _("Everything that is still kept was given back on"),
        required=False,
        help_text=_("Leave it open when each thing was dealt with before."),
    )
    receipt = forms.CharField(label=_("Receipt"), max_length=200, required=False)


class DemandForm(ServedForm):
    demand = text_field(
        _("What is demanded"),
        rows=5,
        help_text=_("Time and manner, the amount to pay, the right to state and to defend."),
    )
    days = forms.IntegerField(
        label=_("Days to perform"),
        required=False,
        min_value=1,
        max_value=365,
        help_text=_("Ten working days when left open, three for substitute performance."),
    )
    field_order = ("demand", "served_on", "days")


class DemandAnswerForm(FreshForm):
    defence = text_field(_("What the party stated"), rows=4)
    defence_answer = text_field(
        _("Review of the defence"),
        required=False,
        rows=4,
        help_text=_("What is taken up, what is not, and why."),
    )


class AnnounceForm(FreshForm):
    announced_on = day_field(_("Announced on"))
    remedies_until = day_field(
        _("Time for remedies ends on"), help_text=_("The last day to ask for reconsideration or to sue.")
    )
    remedy_pending = forms.BooleanField(label=_("Reconsideration or a suit is pending"), required=False)


class AgreeForm(FreshForm):
    agreement = text_field(
        _("What was agreed"),
        rows=5,
        help_text=_("Instalments with their days; no harm to the public or others."),
    )
    waives_surcharge = forms.BooleanField(
        label=_("The surcharge is waived, because the party remedies"), required=False
    )


class SuspendForm(WhyForm):
    ground = forms.ChoiceField(label=_("Ground"), choices=SuspensionGround.choices)
    no_evident_harm = forms.BooleanField(
        label=_("There is no evident harm to the public"),
        required=False,
        help_text=_("Then, without ability to perform, it is no longer executed after three years."),
    )
    field_order = ("ground", "reason")


class CompleteForm(FreshForm):
    cost = forms.DecimalField(
        label=_("What it cost (yuan)"), required=False, min_value=0, max_value=_MOST_YUAN, decimal_places=2
    )
    note = text_field(_("Note"), required=False, rows=3, longest=2000)
