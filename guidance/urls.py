"""Addresses of guidance and of return visits."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from guidance.api.actions import GuidanceResource
from guidance.api.effect import EffectResource
from guidance.api.means import MeansResource
from guidance.api.public import PublicGuidanceResource
from guidance.api.replies import ReplyResource
from guidance.api.visits import VisitResource
from guidance.views import (
    actions,
    counterpart,
    drafting,
    effect,
    links,
    means,
    panels,
    public,
    replies,
    visits,
)

app_name = "guidance"

router = SimpleRouter()
router.register("guidance-actions", GuidanceResource, basename="guidance-action")
router.register("counterpart-replies", ReplyResource, basename="counterpart-reply")
router.register("guidance-effect", EffectResource, basename="guidance-effect")
router.register("means-tried", MeansResource, basename="means-tried")
router.register("return-visits", VisitResource, basename="return-visit")
router.register("public/guidance", PublicGuidanceResource, basename="public-guidance")

urlpatterns = [
    path("guidance/", actions.GuidanceListPage.as_view(), name="guidance_list"),
    path("guidance/effect/", effect.EffectPage.as_view(), name="effect"),
    path("guidance/new/", drafting.WayChoicePage.as_view(), name="guidance_new"),
    path("guidance/new/<slug:way>/", drafting.DraftPage.as_view(), name="guidance_draft"),
    path("guidance/<int:pk>/", actions.GuidancePage.as_view(), name="guidance_detail"),
    path("guidance/<int:pk>/document/", actions.GuidanceDocumentPage.as_view(), name="guidance_document"),
    path("guidance/<int:pk>/do/<slug:act>/", actions.GuidanceActPage.as_view(), name="guidance_act"),
    path("guidance/<int:pk>/link/", links.GuidanceLinkPanel.as_view(), name="guidance_link"),
    path("guidance/<int:pk>/qr/", links.GuidanceLinkSquare.as_view(), name="guidance_qr"),
    path("guidance/<int:pk>/replies/", replies.GuidanceRepliesPanel.as_view(), name="guidance_replies"),
    path("guidance/replies/", replies.ReplyListPage.as_view(), name="reply_list"),
    path("guidance/replies/<int:pk>/", replies.ReplyPage.as_view(), name="reply_detail"),
    path("guidance/replies/<int:pk>/do/<slug:act>/", replies.ReplyActPage.as_view(), name="reply_act"),
    path("guidance/replies/files/<int:pk>/", replies.ReplyFileDownload.as_view(), name="reply_file"),
    path("cases/<int:pk>/guidance/", panels.CaseGuidancePanel.as_view(), name="case_panel"),
    path(
        "counterparts/<int:pk>/guidance/",
        panels.CounterpartGuidancePanel.as_view(),
        name="counterpart_panel",
    ),
    path("coercion/<int:pk>/means/", means.MeasureMeansPanel.as_view(), name="measure_panel"),
    path("coercion/<int:pk>/means/do/<slug:act>/", means.MeasureActPage.as_view(), name="measure_act"),
    path("means/<int:pk>/do/<slug:act>/", means.MeansActPage.as_view(), name="means_act"),
    path("visits/", visits.VisitListPage.as_view(), name="visit_list"),
    path("visits/<int:pk>/", visits.VisitPage.as_view(), name="visit_detail"),
    path("visits/<int:pk>/do/<slug:act>/", visits.VisitActPage.as_view(), name="visit_act"),
    path("cases/<int:pk>/visits/", visits.CaseVisitsPanel.as_view(), name="case_visits_panel"),
    path("public/guidance/", public.PublicGuidanceList.as_view(), name="public_list"),
    path("public/guidance/<int:pk>/", public.PublicGuidancePage.as_view(), name="public_action"),
    path("g/<str:token>/", counterpart.LinkedGuidance.as_view(), name="link"),
    path("g/<str:token>/do/<slug:act>/", counterpart.LinkedAct.as_view(), name="link_act"),
    path("g/<str:token>/document/", counterpart.LinkedDocument.as_view(), name="link_document"),
]
api_urlpatterns = [path("", include(router.urls))]
