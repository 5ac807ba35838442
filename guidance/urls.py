"""Addresses of guidance and of return visits."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from guidance.api.visits import VisitResource
from guidance.views import visits

app_name = "guidance"

router = SimpleRouter()
router.register("return-visits", VisitResource, basename="return-visit")

urlpatterns = [
    path("visits/", visits.VisitListPage.as_view(), name="visit_list"),
    path("visits/<int:pk>/", visits.VisitPage.as_view(), name="visit_detail"),
    path("visits/<int:pk>/do/<slug:act>/", visits.VisitActPage.as_view(), name="visit_act"),
    path("cases/<int:pk>/visits/", visits.CaseVisitsPanel.as_view(), name="case_visits_panel"),
]
api_urlpatterns = [path("", include(router.urls))]
