"""Addresses of yearly reports of enforcement (PUB-5)."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from enforcement.api.yearly_reports import PublicYearlyReportResource, YearlyReportResource
from enforcement.views import yearly_reports as pages

urlpatterns: list[Any] = [
    path("publicity/yearly/", pages.YearlyReportListPage.as_view(), name="yearly_report_list"),
    path("publicity/yearly/new/", pages.YearlyReportNewPage.as_view(), name="yearly_report_new"),
    path("publicity/yearly/<int:pk>/", pages.YearlyReportPage.as_view(), name="yearly_report_detail"),
    path(
        "publicity/yearly/<int:pk>/do/<slug:act>/",
        pages.YearlyReportActPage.as_view(),
        name="yearly_report_act",
    ),
    path("public/yearly-reports/", pages.PublicYearlyReportsPage.as_view(), name="public_yearly_reports"),
    path(
        "public/yearly-reports/<int:pk>/", pages.PublicYearlyReportPage.as_view(), name="public_yearly_report"
    ),
]

router = SimpleRouter()
router.register("yearly-reports", YearlyReportResource, basename=YearlyReportResource.basename)
router.register(
    "public/yearly-reports", PublicYearlyReportResource, basename=PublicYearlyReportResource.basename
)
api_urlpatterns: list[Any] = [path("", include(router.urls))]
