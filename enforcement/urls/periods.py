"""Addresses of periods and of what leaves a benchmark: calculator, intervals, departures, procedures."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from enforcement.api.deadlines import DeadlineResource
from enforcement.api.departures import DepartureResource
from enforcement.api.intervals import IntervalResource
from enforcement.api.profiles import ProfileResource
from enforcement.views import deadlines, departures, intervals, profiles

urlpatterns: list[Any] = [
    path("deadlines/", deadlines.CalculatorPage.as_view(), name="calculator"),
    path("departures/", departures.DepartureListPage.as_view(), name="departure_list"),
    path("departures/<int:pk>/", departures.DeparturePage.as_view(), name="departure_detail"),
    path("departures/<int:pk>/do/<slug:act>/", departures.DepartureActPage.as_view(), name="departure_act"),
    path("intervals/", intervals.IntervalListPage.as_view(), name="interval_list"),
    path("intervals/<int:pk>/", intervals.IntervalPage.as_view(), name="interval_detail"),
    path("intervals/<int:pk>/do/<slug:act>/", intervals.IntervalActPage.as_view(), name="interval_act"),
    path("procedures/", profiles.ProfileList.as_view(), name="profile_list"),
    path("procedures/<int:pk>/", profiles.ProfileDetail.as_view(), name="profile_detail"),
]

router = SimpleRouter()
router.register("case-intervals", IntervalResource, basename=IntervalResource.basename)
router.register("discretion-departures", DepartureResource, basename=DepartureResource.basename)
router.register("procedures", ProfileResource, basename=ProfileResource.basename)
api_urlpatterns: list[Any] = [
    path(
        "deadlines/",
        DeadlineResource.as_view({"post": "reckon"}, basename="deadline"),
        name="deadline-reckon",
    ),
    path("", include(router.urls)),
]
