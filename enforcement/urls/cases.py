"""Addresses of cases."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from enforcement.api.cases import CaseResource
from enforcement.api.coercion import CoercionResource
from enforcement.views import (
    carrying_out,
    case_discretion,
    case_panels,
    case_procedure,
    cases,
    coercion,
    counterpart_pick,
    evidence,
)

urlpatterns: list[Any] = [
    path("cases/", cases.CaseListPage.as_view(), name="case_list"),
    path("cases/new/", cases.ClueNewPage.as_view(), name="case_new"),
    path("cases/counterparts/", counterpart_pick.CounterpartPick.as_view(), name="counterpart_pick"),
    path("cases/<int:pk>/", cases.CasePage.as_view(), name="case_detail"),
    path("cases/<int:pk>/do/<slug:act>/", cases.CaseActPage.as_view(), name="case_act"),
    path("cases/<int:pk>/timeline/", case_panels.CaseTimelinePanel.as_view(), name="case_timeline"),
    path("cases/<int:pk>/discretion/", case_discretion.DiscretionPanel.as_view(), name="case_discretion"),
    path("cases/<int:pk>/deadlines/", case_panels.DeadlinesPanel.as_view(), name="case_deadlines"),
    path("cases/<int:pk>/similar/", case_panels.SimilarCasesPanel.as_view(), name="case_similar"),
    path("cases/<int:pk>/execution/", carrying_out.ExecutionPanel.as_view(), name="case_execution"),
    path("cases/<int:pk>/file/", carrying_out.FilePanel.as_view(), name="case_file"),
    path("cases/<int:pk>/records/", case_procedure.RecordsPanel.as_view(), name="case_records"),
    path("cases/<int:pk>/recusals/", case_procedure.RecusalsPanel.as_view(), name="case_recusals"),
    path("cases/<int:pk>/coercion/", coercion.CaseCoercionPanel.as_view(), name="case_coercion"),
    path("cases/<int:pk>/coercion/new/", coercion.CoercionNewPage.as_view(), name="coercion_new"),
    path("coercion/", coercion.CoercionListPage.as_view(), name="coercion_list"),
    path("coercion/<int:pk>/", coercion.CoercionPage.as_view(), name="coercion_detail"),
    path("coercion/<int:pk>/timeline/", coercion.CoercionTimelinePanel.as_view(), name="coercion_timeline"),
    path("coercion/<int:pk>/do/<slug:act>/", coercion.CoercionActPage.as_view(), name="coercion_act"),
    path(
        "cases/<int:case_pk>/evidence/<int:pk>/",
        evidence.EvidenceDownload.as_view(),
        name="evidence_download",
    ),
    path(
        "cases/<int:case_pk>/evidence/<int:pk>/about/",
        evidence.EvidencePage.as_view(),
        name="evidence_detail",
    ),
]

router = SimpleRouter()
router.register("cases", CaseResource, basename="case")
router.register("coercive-measures", CoercionResource, basename="coercive-measure")
api_urlpatterns: list[Any] = [path("", include(router.urls))]
