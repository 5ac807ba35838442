"""What is typed about the yearly report, for browser and API (Art. 4; PUB-5)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.models.yearly_reports import FIRST, LAST
from enforcement.services import publicity
from foundation.acts import Act, ActForm
from foundation.permissions import Permission

LARGEST = 50 * 1024 * 1024


class ReportForm(ActForm):
    published_on = day_field(_("Published on"))
    address = forms.URLField(
        label=_("Address"),
        max_length=500,
        assume_scheme="https",
        help_text=_("The page on which everybody reads it."),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        max_length=200,
        help_text=_(
            "Its fingerprint is kept, not the file: everybody can compare it with what is published."
        ),
    )
    note = text_field(_("Remark"), required=False, rows=2, longest=1000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["published_on"].initial = timezone.localdate(self.at)

    def clean_file(self) -> Any:
        found = self.cleaned_data["file"]
        if found is not None and found.size > LARGEST:
            raise ValidationError(
                _("The file is larger than %(most)s.") % {"most": filesizeformat(LARGEST)}, code="too_large"
            )
        return found


class NewReportForm(ReportForm):
    year = forms.IntegerField(label=_("Year reported on"), min_value=FIRST, max_value=LAST)
    field_order = ("year",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = timezone.localdate(self.at).year - 1


RECORD_REPORT = Act(
    "record_report",
    publicity.record_yearly_report,
    NewReportForm,
    _("Record a published report"),
    _("By 31 January every organ publishes what its enforcement of the year before came to."),
    _("The report is recorded; everybody finds it among the published reports."),
    permission=Permission.CASE_APPROVE,
)
REPORT_ACTS = {
    "correct": Act(
        "correct",
        publicity.correct_yearly_report,
        ReportForm,
        _("Correct the record"),
        permission=Permission.CASE_APPROVE,
    )
}
