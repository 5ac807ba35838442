"""The resource /yearly-reports/, and what everybody reads of it: /public/yearly-reports/ (Art. 4; PUB-5)."""

from __future__ import annotations

from typing import Any

from enforcement.forms.yearly_reports import RECORD_REPORT, REPORT_ACTS
from enforcement.lists.yearly_reports import PUBLIC_YEARLY_REPORTS, YEARLY_REPORTS
from enforcement.models import YearlyReport
from enforcement.serializers.yearly_reports import PublicYearlyReportSerializer, YearlyReportSerializer
from foundation.endpoints.public import PublicResource
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class YearlyReportResource(Resource):
    """Published yearly reports of enforcement; a file is sent as multipart form data and only its print is kept."""

    permission = Permission.COUNTERPART_READ
    spec = YEARLY_REPORTS
    serializer_class = YearlyReportSerializer
    create_act = RECORD_REPORT
    acts = REPORT_ACTS
    basename = "yearly-report"

    def rows(self) -> Any:
        return YearlyReport.objects.all().whole()


class PublicYearlyReportResource(PublicResource):
    """What organs published of their enforcement, year by year."""

    spec = PUBLIC_YEARLY_REPORTS
    serializer_class = PublicYearlyReportSerializer
    basename = "public-yearly-report"

    def rows(self) -> Any:
        return YearlyReport.objects.all().published().select_related("organ")
