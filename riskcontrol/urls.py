"""Addresses of risk control."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from riskcontrol.api import CounterpartRiskResource, PublicRiskPointResource, RiskPointResource
from riskcontrol.views import points, public, watch

app_name = "riskcontrol"
urlpatterns = [
    path("risk/", points.PointListPage.as_view(), name="point_list"),
    path("risk/new/", points.DraftPointPage.as_view(), name="point_draft"),
    path("risk/watch/", watch.WatchPage.as_view(), name="watch"),
    path("risk/counterparts/<int:pk>/", watch.CounterpartRiskPage.as_view(), name="counterpart_detail"),
    path(
        "risk/counterparts/<int:pk>/do/<slug:act>/",
        watch.CounterpartActPage.as_view(),
        name="counterpart_act",
    ),
    path("risk/<int:pk>/", points.PointPage.as_view(), name="point_detail"),
    path("risk/<int:pk>/do/<slug:act>/", points.PointActPage.as_view(), name="point_act"),
    path("counterparts/<int:pk>/risk/", watch.CounterpartPanel.as_view(), name="counterpart_panel"),
    path("public/risk/", public.PublicPointList.as_view(), name="public_points"),
    path("public/risk/<int:pk>/", public.PublicPointPage.as_view(), name="public_point"),
]

router = SimpleRouter()
for resource, place in (
    (RiskPointResource, "risk-points"),
    (CounterpartRiskResource, "counterpart-risks"),
    (PublicRiskPointResource, "public/risk-points"),
):
    router.register(place, resource, basename=resource.basename)
api_urlpatterns = router.urls
