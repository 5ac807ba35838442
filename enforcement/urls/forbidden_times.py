"""Addresses of forbidden times."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from enforcement.api.forbidden_times import (
    EmergencyResource,
    LocalBanResource,
    QuietPeriodResource,
    TimeCheckResource,
    TimeSignalResource,
)
from enforcement.views import forbidden_times as pages

urlpatterns: list[Any] = [
    path("times/", pages.TimeCheckPage.as_view(), name="time_check"),
    path("times/quiet-periods/", pages.QuietPeriodList.as_view(), name="quiet_period_list"),
    path("times/local-bans/", pages.LocalBanList.as_view(), name="local_ban_list"),
    path("times/emergencies/", pages.EmergencyList.as_view(), name="emergency_list"),
    path("times/emergencies/<int:pk>/", pages.EmergencyDetail.as_view(), name="emergency_detail"),
    path("times/emergencies/<int:pk>/do/<slug:act>/", pages.EmergencyAct.as_view(), name="emergency_act"),
    path("times/signals/", pages.TimeSignalList.as_view(), name="time_signal_list"),
    path("times/signals/<int:pk>/", pages.TimeSignalDetail.as_view(), name="time_signal_detail"),
    path("times/signals/<int:pk>/do/<slug:act>/", pages.TimeSignalAct.as_view(), name="time_signal_act"),
]

router = SimpleRouter()
RESOURCES = (
    ("emergencies", EmergencyResource),
    ("local-bans", LocalBanResource),
    ("quiet-periods", QuietPeriodResource),
    ("time-signals", TimeSignalResource),
)
for name, resource in RESOURCES:
    router.register(name, resource, basename=resource.basename)
api_urlpatterns: list[Any] = [
    path(
        "time-checks/",
        TimeCheckResource.as_view({"post": "create"}, basename="time-check"),
        name="time-check",
    ),
    path("", include(router.urls)),
]
