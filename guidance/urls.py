"""Addresses of guidance and of return visits."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from guidance.api.actions import GuidanceResource
from guidance.api.calls import CallResource
from guidance.api.comments import DraftCommentResource
from guidance.api.deliveries import DeliveryResource, ReceiptResource
from guidance.api.effect import EffectResource
from guidance.api.faq import FaqResource, PublicFaqResource
from guidance.api.joint import InvitationResource
from guidance.api.ledger import LedgerResource
from guidance.api.means import MeansResource
from guidance.api.other_ways import OtherWayResource
from guidance.api.public import PublicDraftResource, PublicEndedResource, PublicGuidanceResource
from guidance.api.replies import ReplyResource
from guidance.api.tip_batches import TipBatchResource, TipRecipientResource
from guidance.api.visit_samples import VisitSampleResource
from guidance.api.visits import VisitResource
from guidance.views import (
    actions,
    calls,
    counterpart,
    deliveries,
    drafting,
    effect,
    effect_files,
    faq,
    joint,
    ledger,
    links,
    means,
    other_ways,
    panels,
    public,
    public_drafts,
    replies,
    tip_batches,
    visit_samples,
    visits,
)

app_name = "guidance"

router = SimpleRouter()
router.register("deliveries", DeliveryResource, basename="delivery")
router.register("expiry-calls", CallResource, basename="expiry-call")
router.register("guidance-actions", GuidanceResource, basename="guidance-action")
router.register("counterpart-replies", ReplyResource, basename="counterpart-reply")
router.register("guidance-effect", EffectResource, basename="guidance-effect")
router.register("guidance-ledger", LedgerResource, basename="guidance-ledger")
router.register("interview-invitations", InvitationResource, basename="interview-invitation")
router.register("means-tried", MeansResource, basename="means-tried")
router.register("faq-entries", FaqResource, basename="faq-entry")
router.register("public/faq", PublicFaqResource, basename="public-faq")
router.register("other-ways", OtherWayResource, basename="other-way")
router.register("return-visits", VisitResource, basename="return-visit")
router.register("visit-draws", VisitSampleResource, basename="visit-draw")
router.register("tip-batches", TipBatchResource, basename="tip-batch")
router.register("tip-recipients", TipRecipientResource, basename="tip-recipient")
router.register("public/guidance-drafts", PublicDraftResource, basename="public-guidance-draft")
router.register("public/guidance-withdrawals", PublicEndedResource, basename="public-guidance-withdrawal")
router.register("public/guidance", PublicGuidanceResource, basename="public-guidance")

urlpatterns = [
    path("guidance/", actions.GuidanceListPage.as_view(), name="guidance_list"),
    path("guidance/effect/", effect.EffectPage.as_view(), name="effect"),
    path("guidance/effect/files/<int:pk>/", effect_files.EffectFileDownload.as_view(), name="effect_file"),
    path("guidance/new/", drafting.WayChoicePage.as_view(), name="guidance_new"),
    path("guidance/new/<slug:way>/", drafting.DraftPage.as_view(), name="guidance_draft"),
    path("guidance/ways/", other_ways.OtherWayList.as_view(), name="way_list"),
    path("guidance/ways/new/", other_ways.OtherWayNew.as_view(), name="way_new"),
    path("guidance/ways/<int:pk>/", other_ways.OtherWayPage.as_view(), name="way_detail"),
    path("guidance/ways/<int:pk>/do/<slug:act>/", other_ways.OtherWayAct.as_view(), name="way_act"),
    path("guidance/<int:pk>/", actions.GuidancePage.as_view(), name="guidance_detail"),
    path("guidance/<int:pk>/document/", actions.GuidanceDocumentPage.as_view(), name="guidance_document"),
    path("guidance/<int:pk>/public/", panels.PublicSidePanel.as_view(), name="guidance_public"),
    path("guidance/<int:pk>/interview/", panels.InterviewPanel.as_view(), name="interview_panel"),
    path("guidance/invitations/", joint.InvitationListPage.as_view(), name="invitation_list"),
    path("guidance/invitations/<int:pk>/", joint.InvitationPage.as_view(), name="invitation_detail"),
    path(
        "guidance/invitations/<int:pk>/do/<slug:act>/",
        joint.InvitationActPage.as_view(),
        name="invitation_act",
    ),
    path("guidance/faq/", faq.FaqListPage.as_view(), name="faq_list"),
    path("guidance/faq/<int:pk>/", faq.FaqPage.as_view(), name="faq_detail"),
    path("guidance/faq/<int:pk>/do/<slug:act>/", faq.FaqActPage.as_view(), name="faq_act"),
    path("public/faq/", faq.PublicFaqList.as_view(), name="public_faq"),
    path("public/faq/<int:pk>/", faq.PublicFaqPage.as_view(), name="public_faq_entry"),
    path("guidance/<int:pk>/do/<slug:act>/", actions.GuidanceActPage.as_view(), name="guidance_act"),
    path("guidance/<int:pk>/link/", links.GuidanceLinkPanel.as_view(), name="guidance_link"),
    path("guidance/<int:pk>/qr/", links.GuidanceLinkSquare.as_view(), name="guidance_qr"),
    path("guidance/<int:pk>/replies/", replies.GuidanceRepliesPanel.as_view(), name="guidance_replies"),
    path("guidance/replies/", replies.ReplyListPage.as_view(), name="reply_list"),
    path("guidance/replies/<int:pk>/", replies.ReplyPage.as_view(), name="reply_detail"),
    path("guidance/replies/<int:pk>/do/<slug:act>/", replies.ReplyActPage.as_view(), name="reply_act"),
    path("guidance/replies/files/<int:pk>/", replies.ReplyFileDownload.as_view(), name="reply_file"),
    path(
        "guidance/<int:pk>/deliveries/", deliveries.ActionDeliveriesPanel.as_view(), name="action_deliveries"
    ),
    path("deliveries/", deliveries.DeliveryListPage.as_view(), name="delivery_list"),
    path("deliveries/<int:pk>/", deliveries.DeliveryPage.as_view(), name="delivery_detail"),
    path("deliveries/<int:pk>/do/<slug:act>/", deliveries.DeliveryActPage.as_view(), name="delivery_act"),
    path("calls/", calls.CallListPage.as_view(), name="call_list"),
    path("calls/<int:pk>/", calls.CallPage.as_view(), name="call_detail"),
    path("calls/<int:pk>/do/<slug:act>/", calls.CallActPage.as_view(), name="call_act"),
    path("ledger/", ledger.LedgerPage.as_view(), name="ledger_list"),
    path("ledger/new/", ledger.LedgerNew.as_view(), name="ledger_new"),
    path("ledger/import/", ledger.LedgerImport.as_view(), name="ledger_import"),
    path("ledger/try/", ledger.LedgerTry.as_view(), name="ledger_try"),
    path("ledger/<int:pk>/", ledger.LedgerRowPage.as_view(), name="ledger_detail"),
    path("ledger/<int:pk>/do/<slug:act>/", ledger.LedgerActPage.as_view(), name="ledger_act"),
    path("tips/", tip_batches.TipBatchListPage.as_view(), name="tips_list"),
    path("tips/new/", tip_batches.TipBatchNew.as_view(), name="tips_new"),
    path("tips/recipients/", tip_batches.TipRecipientListPage.as_view(), name="tips_recipients"),
    path("tips/<int:pk>/", tip_batches.TipBatchPage.as_view(), name="tips_detail"),
    path("tips/<int:pk>/do/<slug:act>/", tip_batches.TipBatchActPage.as_view(), name="tips_act"),
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
    path("visits/planner/", visit_samples.VisitSampleListPage.as_view(), name="visit_samples"),
    path("visits/planner/<int:pk>/", visit_samples.VisitSamplePage.as_view(), name="visit_sample"),
    path("visits/<int:pk>/", visits.VisitPage.as_view(), name="visit_detail"),
    path("visits/<int:pk>/do/<slug:act>/", visits.VisitActPage.as_view(), name="visit_act"),
    path("cases/<int:pk>/visits/", visits.CaseVisitsPanel.as_view(), name="case_visits_panel"),
    path("public/guidance/", public.PublicGuidanceList.as_view(), name="public_list"),
    path("public/guidance/drafts/", public_drafts.PublicDraftList.as_view(), name="public_drafts"),
    path("public/guidance/drafts/<int:pk>/", public_drafts.PublicDraftPage.as_view(), name="public_draft"),
    path("public/guidance/withdrawn/", public_drafts.PublicEndedList.as_view(), name="public_ended"),
    path("public/guidance/<int:pk>/", public.PublicGuidancePage.as_view(), name="public_action"),
    path("g/<str:token>/", counterpart.LinkedGuidance.as_view(), name="link"),
    path("g/<str:token>/do/<slug:act>/", counterpart.LinkedAct.as_view(), name="link_act"),
    path("g/<str:token>/document/", counterpart.LinkedDocument.as_view(), name="link_document"),
]
api_urlpatterns = [
    path(
        "gateways/<int:pk>/receipts/",
        ReceiptResource.as_view({"post": "receipt"}, basename="gateway-receipt"),
        name="gateway-receipt",
    ),
    path(
        "public/guidance-drafts/<int:pk>/comments/",
        DraftCommentResource.as_view({"post": "comment"}, basename="public-guidance-draft-comment"),
        name="public-guidance-draft-comments",
    ),
    path("", include(router.urls)),
]
