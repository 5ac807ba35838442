"""Addresses of risk control."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from riskcontrol.api import (
    CampaignResource,
    CounterpartRiskResource,
    PublicRiskCauseResource,
    PublicRiskMeasureResource,
    PublicRiskPointResource,
    RiskCatalogueResource,
    RiskExplanationResource,
    RiskMoveResource,
    RiskPlanResource,
    RiskPointResource,
    RiskWeightsResource,
    SelfCheckResource,
)
from riskcontrol.views import (
    campaigns,
    catalogues,
    explaining,
    plans,
    points,
    public,
    self_check_link,
    self_checks,
    watch,
    weights,
)

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
    path("risk/self-checks/", self_checks.SelfCheckListPage.as_view(), name="self_check_list"),
    path("risk/self-checks/new/", self_checks.SelfCheckNew.as_view(), name="self_check_new"),
    path("risk/self-checks/<int:pk>/", self_checks.SelfCheckPage.as_view(), name="self_check_detail"),
    path("risk/self-checks/<int:pk>/qr/", self_checks.SelfCheckSquare.as_view(), name="self_check_qr"),
    path(
        "risk/self-checks/photos/<int:pk>/",
        self_checks.SelfCheckPhotoDownload.as_view(),
        name="self_check_photo",
    ),
    path("risk/campaigns/", campaigns.CampaignListPage.as_view(), name="campaign_list"),
    path("risk/campaigns/new/", campaigns.CampaignNew.as_view(), name="campaign_new"),
    path("risk/campaigns/<int:pk>/", campaigns.CampaignPage.as_view(), name="campaign_detail"),
    path("risk/campaigns/<int:pk>/reach/", campaigns.CampaignReachPanel.as_view(), name="campaign_reach"),
    path("risk/<int:pk>/", points.PointPage.as_view(), name="point_detail"),
    path("risk/<int:pk>/published/", points.PointPublishedPanel.as_view(), name="point_published"),
    path("risk/<int:pk>/do/<slug:act>/", points.PointActPage.as_view(), name="point_act"),
    path("risk/plans/", plans.PlanListPage.as_view(), name="plan_list"),
    path("risk/plans/<int:pk>/", plans.PlanPage.as_view(), name="plan_detail"),
    path("risk/plans/<int:pk>/do/<slug:act>/", plans.PlanActPage.as_view(), name="plan_act"),
    path("counterparts/<int:pk>/risk/", watch.CounterpartPanel.as_view(), name="counterpart_panel"),
    path("public/risk/", public.PublicPointList.as_view(), name="public_points"),
    path("public/risk/causes/", public.PublicCauseList.as_view(), name="public_causes"),
    path("public/risk/causes/<int:pk>/", public.PublicCausePage.as_view(), name="public_cause"),
    path("public/risk/measures/", public.PublicMeasureList.as_view(), name="public_measures"),
    path("public/risk/measures/<int:pk>/", public.PublicMeasurePage.as_view(), name="public_measure"),
    path("public/risk/files/<slug:form>/", public.PublicCatalogueFile.as_view(), name="public_file"),
    path("public/risk/<int:pk>/", public.PublicPointPage.as_view(), name="public_point"),
    path("g/<str:token>/self-check/", self_check_link.LinkedSelfCheck.as_view(), name="self_check_link"),
    path(
        "g/<str:token>/self-check/typed/", self_check_link.SelfCheckTyped.as_view(), name="self_check_typed"
    ),
    path(
        "g/<str:token>/self-check/<int:edition_pk>/corrected/",
        self_check_link.LinkedCorrection.as_view(),
        name="self_check_correct",
    ),
]

router = SimpleRouter()
for resource, place in (
    (RiskPointResource, "risk-points"),
    (CounterpartRiskResource, "counterpart-risks"),
    (RiskCatalogueResource, "risk-catalogues"),
    (RiskWeightsResource, "risk-weights"),
    (RiskMoveResource, "risk-moves"),
    (RiskPlanResource, "risk-plans"),
    (RiskExplanationResource, "risk-explanations"),
    (SelfCheckResource, "self-checks"),
    (CampaignResource, "self-check-campaigns"),
    (PublicRiskPointResource, "public/risk-points"),
    (PublicRiskCauseResource, "public/risk-causes"),
    (PublicRiskMeasureResource, "public/risk-measures"),
):
    router.register(place, resource, basename=resource.basename)
api_urlpatterns = router.urls
