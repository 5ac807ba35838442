"""What is typed into the ledger of simple guidance, or sent as a sheet (Art. 8)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.forms.steps import ReasonForm
from guidance.services import ledger
from guidance.services.ledger.importing import MOST
from guidance.vocabulary import LedgerMethod, Way

HANDLE = Permission.GUIDANCE_HANDLE


def _count(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=MOST, initial=0)


class LedgerForm(ActForm):
    held_on = day_field(_("Day"))
    way = forms.ChoiceField(label=_("Way"), choices=Way.choices, initial=Way.TIP)
    method = forms.ChoiceField(label=_("Method"), choices=LedgerMethod.choices)
    audience = forms.CharField(label=_("Audience"), max_length=200)
    content = text_field(_("Content"), rows=3, longest=500)
    people = _count(_("People reached"))
    copies = _count(_("Copies given out"))
    result = text_field(_("Result of the guidance"), rows=2, longest=500, required=False)
    note = text_field(_("Note"), rows=2, longest=300, required=False)


class LedgerSheetForm(ActForm):
    file = forms.FileField(
        label=_("Sheet (XLSX)"),
        help_text=_(
            "A: day; B: way; C: method; D: audience; E: content; F: people; G: copies; H: result; I: note. "
            "The first row may hold headings."
        ),
    )


ENTER = Act(
    "enter",
    ledger.enter_row,
    LedgerForm,
    _("Enter a row"),
    _("Leaflets, hotlines and words to many are counted here, without a file of their own."),
    _("The row is entered."),
    permission=HANDLE,
)
CORRECT_ROW = Act("correct", ledger.correct_row, LedgerForm, _("Correct"), permission=HANDLE)
REMOVE_ROW = Act(
    "remove", ledger.remove_row, ReasonForm, _("Remove"), done=_("The row is removed."), permission=HANDLE
)
LEDGER_ACTS: dict[str, Act] = {act.name: act for act in (CORRECT_ROW, REMOVE_ROW)}
IMPORT_SHEET = Act(
    "import",
    ledger.import_rows,
    LedgerSheetForm,
    _("Import a sheet"),
    _("Every row is checked first; while one of them is wrong, nothing is written."),
    _("The rows of the sheet are entered."),
    permission=HANDLE,
)
TRY_SHEET = Act(
    "try",
    ledger.try_rows,
    LedgerSheetForm,
    _("Try a sheet"),
    _("Says which rows are wrong, and writes nothing."),
    _("Every row of the sheet is sound. Nothing was written: import it now."),
    permission=HANDLE,
)
