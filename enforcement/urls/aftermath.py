"""Addresses of what follows a decision: publicity, and remedies against it."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from enforcement.api.public_penalties import (
    PublicPenaltyResource,
    PublicResultResource,
    PublicResultWithdrawalResource,
    PublicWithdrawalResource,
)
from enforcement.api.publicity import PublicationResource
from enforcement.api.remedies import RemedyResource
from enforcement.views import public_penalties, public_results, publicity, publicity_many, remedies

urlpatterns: list[Any] = [
    path("publicity/", publicity.PublicityListPage.as_view(), name="publicity_list"),
    path("publicity/approve/", publicity_many.ApproveTextsPage.as_view(), name="publicity_approve"),
    path("publicity/<int:pk>/", publicity.PublicityPage.as_view(), name="publicity_detail"),
    path("publicity/<int:pk>/do/<slug:act>/", publicity.PublicityActPage.as_view(), name="publicity_act"),
    path("remedies/", remedies.RemedyListPage.as_view(), name="remedy_list"),
    path("remedies/<int:pk>/", remedies.RemedyPage.as_view(), name="remedy_detail"),
    path("remedies/<int:pk>/do/<slug:act>/", remedies.RemedyActPage.as_view(), name="remedy_act"),
    path("cases/<int:pk>/remedies/", remedies.CaseRemediesPanel.as_view(), name="case_remedies"),
    path("public/penalties/", public_penalties.PublicPenaltiesPage.as_view(), name="public_penalties"),
    path(
        "public/penalties/withdrawn/",
        public_penalties.PublicWithdrawalsPage.as_view(),
        name="public_withdrawals",
    ),
    path("public/penalties/<int:pk>/", public_penalties.PublicPenaltyPage.as_view(), name="public_penalty"),
    path("public/results/", public_results.PublicResultsPage.as_view(), name="public_results"),
    path(
        "public/results/withdrawn/",
        public_results.PublicResultWithdrawalsPage.as_view(),
        name="public_result_withdrawals",
    ),
    path("public/results/<int:pk>/", public_results.PublicResultPage.as_view(), name="public_result"),
]

router = SimpleRouter()
router.register("publications", PublicationResource, basename=PublicationResource.basename)
router.register("remedies", RemedyResource, basename=RemedyResource.basename)
router.register("public/penalties", PublicPenaltyResource, basename=PublicPenaltyResource.basename)
router.register(
    "public/penalty-withdrawals", PublicWithdrawalResource, basename=PublicWithdrawalResource.basename
)
router.register("public/results", PublicResultResource, basename=PublicResultResource.basename)
router.register(
    "public/result-withdrawals",
    PublicResultWithdrawalResource,
    basename=PublicResultWithdrawalResource.basename,
)
api_urlpatterns: list[Any] = [path("", include(router.urls))]
