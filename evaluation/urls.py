"""Addresses of evaluation."""

from django.urls import include, path, register_converter
from rest_framework.routers import SimpleRouter

from evaluation.api.definitions import IndicatorResource, PeriodResource
from evaluation.api.entrance import EntranceResource
from evaluation.api.scorecards import ScorecardResource
from evaluation.views.indicators import EvidencePage, IndicatorListPage, IndicatorPage
from evaluation.views.scorecard import ScorecardPage

app_name = "evaluation"


class CodeConverter:
    """The code of an indicator, such as A8-5."""

    regex = "[0-9A-Za-z-]{1,10}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(value)


register_converter(CodeConverter, "indicator")

router = SimpleRouter()
router.register("evaluation", EntranceResource, basename=EntranceResource.basename)
router.register("evaluation/indicators", IndicatorResource, basename=IndicatorResource.basename)
router.register("evaluation/periods", PeriodResource, basename=PeriodResource.basename)
router.register("evaluation/scorecards", ScorecardResource, basename=ScorecardResource.basename)

urlpatterns = [
    path("evaluation/", ScorecardPage.as_view(), name="scorecard"),
    path("evaluation/indicators/", IndicatorListPage.as_view(), name="indicator_list"),
    path("evaluation/indicators/<indicator:pk>/", IndicatorPage.as_view(), name="indicator_detail"),
    path("evaluation/indicators/<indicator:pk>/evidence/", EvidencePage.as_view(), name="evidence"),
]
api_urlpatterns = [path("", include(router.urls))]
