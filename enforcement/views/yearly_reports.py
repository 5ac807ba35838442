"""Pages of yearly reports: the list, one report, recording and correcting it, and what everybody reads (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from enforcement.forms.yearly_reports import RECORD_REPORT, REPORT_ACTS
from enforcement.lists.yearly_reports import PUBLIC_YEARLY_REPORTS, YEARLY_REPORTS
from enforcement.models import YearlyReport
from enforcement.views.public_texts import LARGEST, PublicPage
from foundation.pages import CreatePage, DetailPage, ListPage, TransitionPage
from foundation.pages.facts import fact, told
from foundation.permissions import Permission
from foundation.record.story import entries_of

READ, APPROVE = Permission.COUNTERPART_READ, Permission.CASE_APPROVE


class YearlyReportListPage(ListPage):
    spec = YEARLY_REPORTS
    permission = READ
    create_url = "enforcement:yearly_report_new"
    create_label = _("Record a published report")
    create_permission = APPROVE
    empty_title = _("No yearly report is recorded")
    empty_text = _("Publish what the enforcement of the year came to by 31 January, then record its address.")


class YearlyReportNewPage(CreatePage):
    act = RECORD_REPORT
    permission = APPROVE
    cancel_url = "enforcement:yearly_report_list"


class AboutYearlyReport:
    """What the pages of a report read with it."""

    model = YearlyReport

    def rows(self) -> Any:
        return YearlyReport.objects.all().whole()


class YearlyReportPage(AboutYearlyReport, DetailPage):
    permission = READ
    template_name = "enforcement/yearly_report_detail.html"
    acts = REPORT_ACTS
    act_url = "enforcement:yearly_report_act"

    def context(self) -> dict[str, Any]:
        row = self.thing
        facts = [*report_facts(row), fact(_("recorded by"), row.recorded_by.name)]
        return {**super().context(), "facts": facts, "entries": entries_of(row)}


class YearlyReportActPage(AboutYearlyReport, TransitionPage):
    permission = READ
    acts = REPORT_ACTS


class PublicYearlyReportsPage(ListPage, PublicPage):
    spec = PUBLIC_YEARLY_REPORTS
    template_name = partial_template = "enforcement/public_yearly_reports.html"
    empty_title = _("No yearly report is published")
    empty_text = _("Every organ publishes by 31 January what its enforcement of the year before came to.")


class PublicYearlyReportPage(PublicPage):
    """One report: where it stands, and the fingerprint that its file should have."""

    template_name = "enforcement/public_yearly_report.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, pk: int, **_kwargs: Any) -> HttpResponseBase:
        key = pk if pk < LARGEST else None
        row = YearlyReport.objects.all().published().filter(pk=key).select_related("organ").first()
        if row is None:
            raise Http404
        return self.show({"title": str(row), "object": row, "facts": report_facts(row)})


def report_facts(row: YearlyReport) -> list[dict[str, Any]]:
    """What everybody may know of it."""
    shown = [
        fact(_("organ"), row.organ.name),
        fact(_("year reported on"), str(row.year)),
        fact(_("published on"), row.published_on, "date"),
        {**fact(_("address"), row.address, "link"), "url": row.address},
        fact(_("name of the file"), row.file_name),
        fact(_("fingerprint of the file (SHA-256)"), row.sha256),
        fact(_("remark"), row.note, "multiline"),
    ]
    return told(shown)
