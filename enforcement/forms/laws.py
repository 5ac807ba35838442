"""What a new version of an instrument asks for, and what it makes of each provision (Art. 3, 10)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.models import Provision
from enforcement.services import matters as services
from enforcement.vocabulary.laws import Fate
from foundation.acts import Act, ActForm
from foundation.permissions import Permission

EDIT = Permission.MATTER_EDIT


class InstrumentForm(ActForm):
    """An instrument is entered by its full title; its text is cited, never kept."""

    code = forms.SlugField(label=_("Code"), max_length=40)
    name_zh = forms.CharField(label=_("Name (Chinese)"), max_length=200)
    name_en = forms.CharField(label=_("Name (English)"), max_length=200, required=False)
    issuer = forms.CharField(label=_("Issued by"), max_length=120, required=False)
    effective_from = day_field(_("In force from"), required=False)
    repealed_on = day_field(_("Repealed on"), required=False)


class VersionForm(ActForm):
    starts_empty = True
    name = forms.CharField(label=_("Version"), max_length=80, help_text=_("For example 2023年修订."))
    valid_from = day_field(_("In force from"))
    source = forms.CharField(
        label=_("Where it was published"), max_length=200, help_text=_("Gazette, number or address.")
    )
    note = text_field(_("What the change is about"), rows=3, longest=2000, required=False)


class FateForm(ActForm):
    starts_empty = True
    provision = forms.ModelChoiceField(label=_("Provision"), queryset=Provision.objects.none())
    fate = forms.ChoiceField(label=_("What becomes of it"), choices=Fate.choices, widget=forms.RadioSelect)
    moved_to = forms.CharField(
        label=_("New number"),
        max_length=40,
        required=False,
        help_text=_("When it moved: 71, 71(2), 71(2)(三)."),
    )
    summary = text_field(_("In our own words"), rows=3, longest=2000, required=False)
    reason = text_field(
        _("Reason"), rows=2, longest=1000, required=False, help_text=_("Needed unless it is unchanged.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("provision", self.thing.to_judge().select_related("instrument"))

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("fate") == Fate.MOVED and not found.get("moved_to"):
            self.add_error("moved_to", _("Say to which number the provision moved."))
        if found.get("fate") not in (None, Fate.UNCHANGED) and not found.get("reason"):
            self.add_error("reason", _("Say what changed, so that others can follow it."))
        return found


class FatesForm(ActForm):
    file = forms.FileField(
        label=_("Sheet (XLSX) or JSON"),
        help_text=_(
            "A: article as it is entered here; B: unchanged, changed, moved or vanished; C: new number; "
            "D: in our own words; E: reason. In JSON a list with article, fate, moved_to, summary, reason."
        ),
    )


class WithdrawForm(ActForm):
    reason = text_field(_("Why it is withdrawn"), rows=3, longest=2000)


ENTER_INSTRUMENT = Act(
    "found", services.found_instrument, InstrumentForm, _("Enter a law"), permission=EDIT, primary=True
)
INSTRUMENT_ACTS = {
    act.name: act
    for act in (
        Act(
            "prepare_version",
            services.prepare_version,
            VersionForm,
            _("Prepare a new version"),
            _("Say from which day it holds; then say what becomes of each provision that is cited here."),
            permission=EDIT,
            primary=True,
        ),
        Act("edit", services.edit_instrument, InstrumentForm, _("Edit"), permission=EDIT),
    )
}
VERSION_ACTS = {
    act.name: act
    for act in (
        Act(
            "adopt",
            services.adopt_version,
            intro=_("From its day on, entries that cite what vanished are suspended, and those that cite what "
                    "changed are under review. The page shows which."),
            done=_("The version is confirmed."),
            primary=True,
        ),
        Act("judge", services.judge_provision, FateForm, _("Say what becomes of a provision"), permission=EDIT),
        Act(
            "import_changes", services.import_changes, FatesForm, _("Import a sheet"),
            _("Every row is checked first; then all are written, or none."), permission=EDIT,
        ),
        Act(
            "try_changes", services.try_changes, FatesForm, _("Try a sheet"),
            _("Says which rows are wrong, and writes nothing."),
            _("Every row of the sheet is sound. Nothing was written: import it now."), permission=EDIT,
        ),
        Act("withdraw", services.withdraw_version, WithdrawForm),
    )
}  # fmt: skip
PREPARING = frozenset({"judge", "import_changes", "try_changes"})
