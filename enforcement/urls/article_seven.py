"""Addresses of mediation and training (Art. 7)."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from enforcement.api.mediations import MediationResource
from enforcement.api.training import TrainingResource
from enforcement.views import mediations, staff_panel, training

urlpatterns: list[Any] = [
    path("mediations/", mediations.MediationListPage.as_view(), name="mediation_list"),
    path("mediations/new/", mediations.MediationNew.as_view(), name="mediation_new"),
    path("mediations/<int:pk>/", mediations.MediationPage.as_view(), name="mediation_detail"),
    path("mediations/<int:pk>/do/<slug:act>/", mediations.MediationActPage.as_view(), name="mediation_act"),
    path("training/", training.TrainingListPage.as_view(), name="training_list"),
    path("training/new/", training.TrainingNew.as_view(), name="training_new"),
    path("training/mine/", training.MyTraining.as_view(), name="training_mine"),
    path("training/staff/", staff_panel.StaffPanel.as_view(), name="training_staff"),
    path("training/hours/", training.OrganHours.as_view(), name="training_hours"),
    path("training/<int:pk>/", training.TrainingPage.as_view(), name="training_detail"),
    path("training/<int:pk>/do/<slug:act>/", training.TrainingActPage.as_view(), name="training_act"),
]

router = SimpleRouter()
router.register("mediations", MediationResource, basename="mediation")
router.register("trainings", TrainingResource, basename="training")
api_urlpatterns: list[Any] = [path("", include(router.urls))]
