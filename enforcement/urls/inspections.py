"""Addresses of inspections, and of the firm's own page of a visit."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from enforcement.api.inspections import InspectionResource, PublicCapResource
from enforcement.views import inspection_public as public
from enforcement.views import inspections as pages

urlpatterns: list[Any] = [
    path("inspections/", pages.InspectionListPage.as_view(), name="inspection_list"),
    path("inspections/new/", pages.InspectionPlan.as_view(), name="inspection_plan"),
    path("inspections/on-spot/", pages.InspectionOnSpot.as_view(), name="inspection_on_spot"),
    path("inspections/caps/", pages.CapListPage.as_view(), name="inspection_caps"),
    path("inspections/ratings/", pages.RatingsPage.as_view(), name="inspection_ratings"),
    path("inspections/<int:pk>/", pages.InspectionDetail.as_view(), name="inspection_detail"),
    path("inspections/<int:pk>/code.svg", pages.InspectionQr.as_view(), name="inspection_qr"),
    path("inspections/<int:pk>/do/<slug:act>/", pages.InspectionAct.as_view(), name="inspection_act"),
    path(
        "counterparts/<int:pk>/inspections/",
        pages.CounterpartInspections.as_view(),
        name="counterpart_inspections",
    ),
    path("public/inspections/", public.PublicCaps.as_view(), name="public_caps"),
    path("visit/", public.CodeEntry.as_view(), name="inspection_code"),
    path("visit/<slug:code>/", public.VerifyVisit.as_view(), name="inspection_verify"),
]

router = SimpleRouter()
router.register("inspections", InspectionResource, basename="inspection")
router.register("public/inspection-caps", PublicCapResource, basename="public-inspection-cap")
api_urlpatterns: list[Any] = [path("", include(router.urls))]
