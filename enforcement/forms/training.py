"""Acts on trainings, for browser, API and administration (Art. 7)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.models import Officer
from enforcement.rules.training import MOST_HOURS
from enforcement.services import training
from enforcement.vocabulary import TrainingKind, TrainingTopic
from foundation.acts import Act, ActForm
from foundation.permissions import Permission

EDIT = Permission.TRAINING_EDIT


def hours_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=required, help_text=help_text, min_value=Decimal("0.5"), max_value=MOST_HOURS,
        max_digits=4, decimal_places=1,
    )  # fmt: skip


class TrainingForm(ActForm):
    title = forms.CharField(label=_("Title"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=TrainingKind.choices)
    topic = forms.ChoiceField(label=_("Topic"), choices=TrainingTopic.choices)
    held_on = day_field(_("Day"))
    hours = hours_field(_("Hours"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    content = text_field(_("Content"), required=False, rows=3, longest=4_000)


class AttendanceForm(ActForm):
    starts_empty = True
    officers = forms.ModelMultipleChoiceField(
        label=_("Who attended"), queryset=Officer.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    hours = hours_field(_("Hours"), required=False, help_text=_("Empty: all of the training's hours."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            offered = training.attendants_of(self.thing.organ_id).select_related("organ")
            self.offer("officers", offered)

    def clean_officers(self) -> list[Officer]:
        return list(self.cleaned_data["officers"])


class SheetForm(ActForm):
    file = forms.FileField(
        label=_("Sheet (XLSX)"),
        help_text=_("A: user name, certificate number or name; B: hours (empty: all); C: a note."),
    )


class CancelTrainingForm(ActForm):
    reason = text_field(_("Why it is cancelled"), rows=2, longest=1_000)


PLAN_TRAINING = Act(
    "plan", training.plan_training, TrainingForm, _("Plan a training"),
    done=_("The training is entered. Record who attended once its day has come."), permission=EDIT,
)  # fmt: skip
EDIT_TRAINING = Act("edit", training.edit_training, TrainingForm, _("Correct"), permission=EDIT)
TRAINING_ACTS: dict[str, Any] = {
    act.name: act
    for act in (
        Act("hold", training.hold_training, primary=True, done=_("The training is closed as held.")),
        Act("cancel", training.cancel_training, CancelTrainingForm),
        Act(
            "attend", training.record_attendance, AttendanceForm, _("Record attendance"),
            done=_("The attendance is recorded."), permission=EDIT,
        ),
        Act(
            "import_attendance", training.import_attendance, SheetForm, _("Import attendance"),
            _("Every row is checked first; while one of them is wrong, nothing is written."),
            _("The attendance is recorded."), permission=EDIT,
        ),
        Act(
            "try_attendance", training.try_attendance, SheetForm, _("Try a sheet"),
            _("Says which rows are wrong, and writes nothing."),
            _("Every row of the sheet is sound. Nothing was written: import it now."), permission=EDIT,
        ),
    )
}  # fmt: skip
