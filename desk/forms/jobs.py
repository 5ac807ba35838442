"""Forms of long work: an export of any size, stopping and repeating."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from foundation.acts import Act, ActForm, NoInput
from foundation.jobs import cancel_job, repeat_job
from foundation.jobs.exports import order_export
from foundation.permissions import Permission


class ExportForm(ActForm):
    """``filters`` is what stands behind the question mark in the list's own address."""

    list = forms.CharField(label=_("List"), max_length=60)
    format = forms.ChoiceField(label=_("Format"), choices=[("csv", "CSV"), ("xlsx", "XLSX")])
    filters = forms.CharField(label=_("Filters"), max_length=4000, required=False)


EXPORT = Act(
    "export",
    order_export,
    ExportForm,
    label=_("Export"),
    done=_("The file is being made. You may go on working; you find it here."),
    permission=Permission.JOB_RUN,
)
JOB_ACTS = {
    "cancel": Act(
        "cancel", cancel_job, NoInput, done=_("The job is stopped."), permission=Permission.JOB_RUN
    ),
    "repeat": Act(
        "repeat", repeat_job, NoInput, done=_("The job begins anew."), permission=Permission.JOB_RUN
    ),
}
