"""Addresses of risk control."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from riskcontrol.api import (
    CounterpartRiskResource,
    PublicRiskCauseResource,
    PublicRiskMeasureResource,
    PublicRiskPointResource,
    RiskCatalogueResource,
    RiskExplanationResource,
    RiskMoveResource,
    RiskPointResource,
    RiskWeightsResource,
)
from riskcontrol.views import catalogues, explaining, points, public, watch, weights

app_name = "riskcontrol"
urlpatterns = [
    path("risk/", points.PointListPage.as_view(), name="point_list"),
    path("risk/new/", points.DraftPointPage.as_view(), name="point_draft"),
    path("risk/catalogues/", catalogues.CataloguesPage.as_view(), name="catalogue_list"),
    path("risk/catalogues/<int:pk>/", catalogues.CataloguePage.as_view(), name="catalogue_detail"),
    path(
        "risk/catalogues/<int:pk>/do/<slug:act>/", catalogues.CatalogueActPage.as_view(), name="catalogue_act"
    ),
    path(
        "risk/catalogues/<int:pk>/files/<slug:form>/",
        catalogues.CatalogueFile.as_view(),
        name="catalogue_file",
    ),
    path("risk/watch/", watch.WatchPage.as_view(), name="watch"),
    path("risk/explanations/", explaining.ExplanationsPage.as_view(), name="explanations"),
    path("risk/explanations/<int:pk>/", explaining.ExplanationPage.as_view(), name="explanation_detail"),
    path(
        "risk/explanations/<int:pk>/do/<slug:act>/",
        explaining.ExplanationActPage.as_view(),
        name="explanation_act",
    ),
    path("risk/moves/", watch.MovesPage.as_view(), name="moves"),
    path("risk/counterparts/<int:pk>/", watch.CounterpartRiskPage.as_view(), name="counterpart_detail"),
    path(
        "risk/counterparts/<int:pk>/do/<slug:act>/",
        watch.CounterpartActPage.as_view(),
        name="counterpart_act",
    ),
    path("risk/weights/", weights.WeightsListPage.as_view(), name="weights_list"),
    path("risk/weights/new/", weights.DraftWeightsPage.as_view(), name="weights_draft"),
    path("risk/weights/<int:pk>/", weights.WeightsPage.as_view(), name="weights_detail"),
    path("risk/weights/<int:pk>/preview/", weights.WeightsPreviewPanel.as_view(), name="weights_preview"),
    path("risk/weights/<int:pk>/do/<slug:act>/", weights.WeightsActPage.as_view(), name="weights_act"),
    path("risk/<int:pk>/", points.PointPage.as_view(), name="point_detail"),
    path("risk/<int:pk>/published/", points.PointPublishedPanel.as_view(), name="point_published"),
    path("risk/<int:pk>/do/<slug:act>/", points.PointActPage.as_view(), name="point_act"),
    path("counterparts/<int:pk>/risk/", watch.CounterpartPanel.as_view(), name="counterpart_panel"),
    path("public/risk/", public.PublicPointList.as_view(), name="public_points"),
    path("public/risk/causes/", public.PublicCauseList.as_view(), name="public_causes"),
    path("public/risk/causes/<int:pk>/", public.PublicCausePage.as_view(), name="public_cause"),
    path("public/risk/measures/", public.PublicMeasureList.as_view(), name="public_measures"),
    path("public/risk/measures/<int:pk>/", public.PublicMeasurePage.as_view(), name="public_measure"),
    path("public/risk/files/<slug:form>/", public.PublicCatalogueFile.as_view(), name="public_file"),
    path("public/risk/<int:pk>/", public.PublicPointPage.as_view(), name="public_point"),
]

router = SimpleRouter()
for resource, place in (
    (RiskPointResource, "risk-points"),
    (CounterpartRiskResource, "counterpart-risks"),
    (RiskCatalogueResource, "risk-catalogues"),
    (RiskWeightsResource, "risk-weights"),
    (RiskMoveResource, "risk-moves"),
    (RiskExplanationResource, "risk-explanations"),
    (PublicRiskPointResource, "public/risk-points"),
    (PublicRiskCauseResource, "public/risk-causes"),
    (PublicRiskMeasureResource, "public/risk-measures"),
):
    router.register(place, resource, basename=resource.basename)
api_urlpatterns = router.urls
