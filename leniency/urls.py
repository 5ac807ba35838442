"""Addresses of leniency: lists, entries, a case's panel, and what everybody may read (Art. 10 para. 1)."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from leniency.api.assessments import AssessmentResource
from leniency.api.cases import LeniencyCaseResource, LeniencyChoiceResource
from leniency.api.lists import LeniencyEntryResource, LeniencyListResource, LeniencyUsageResource
from leniency.api.public import PublicEntryResource, PublicListResource
from leniency.views import asking, cases, choices, comparing, entries, files, lists, previewing, public, usage

app_name = "leniency"

router = SimpleRouter()
router.register("leniency-lists", LeniencyListResource, basename="leniency-list")
router.register("leniency-entries", LeniencyEntryResource, basename="leniency-entry")
router.register("leniency-usage", LeniencyUsageResource, basename="leniency-usage")
router.register("leniency-assessments", AssessmentResource, basename="leniency-assessment")
router.register("leniency-cases", LeniencyCaseResource, basename="leniency-case")
router.register("leniency-choices", LeniencyChoiceResource, basename="leniency-choice")
router.register("public/leniency-lists", PublicListResource, basename="public-leniency-list")
router.register("public/leniency-entries", PublicEntryResource, basename="public-leniency-entry")

urlpatterns = [
    path("leniency/", lists.LeniencyListsPage.as_view(), name="list_list"),
    path("leniency/ask/", asking.AskPage.as_view(), name="ask"),
    path("leniency/new/", lists.ListNewPage.as_view(), name="list_new"),
    path("leniency/<int:pk>/", lists.ListPageOfEntries.as_view(), name="list_detail"),
    path("leniency/<int:pk>/do/<slug:act>/", lists.ListActPage.as_view(), name="list_act"),
    path("leniency/<int:pk>/compare/", comparing.ComparePage.as_view(), name="list_compare"),
    path("leniency/<int:pk>/files/<slug:form>/", files.ListFile.as_view(), name="list_file"),
    path("leniency/usage/", usage.UsagePage.as_view(), name="usage"),
    path("leniency/usage/propose/", usage.ProposePage.as_view(), name="usage_propose"),
    path("leniency/entries/", entries.EntriesPage.as_view(), name="entry_list"),
    path("leniency/entries/<int:pk>/", entries.EntryPage.as_view(), name="entry_detail"),
    path("leniency/entries/<int:pk>/preview/", previewing.EntryPreviewPage.as_view(), name="entry_preview"),
    path("leniency/entries/<int:pk>/do/<slug:act>/", entries.EntryActPage.as_view(), name="entry_act"),
    path(
        "leniency/conditions/<int:pk>/do/<slug:act>/",
        entries.ConditionActPage.as_view(),
        name="condition_act",
    ),
    path("cases/<int:pk>/leniency/", cases.CaseLeniencyPanel.as_view(), name="case_panel"),
    path("cases/<int:pk>/leniency/follow-up/", cases.CaseFollowUpPanel.as_view(), name="case_follow_up"),
    path("cases/<int:pk>/leniency/do/<slug:act>/", cases.CaseLeniencyActPage.as_view(), name="case_act"),
    path("leniency/choices/", choices.ChoicesPage.as_view(), name="choice_list"),
    path("leniency/choices/<int:pk>/", choices.ChoicePage.as_view(), name="choice_detail"),
    path("leniency/choices/<int:pk>/do/<slug:act>/", choices.ChoiceActPage.as_view(), name="choice_act"),
    path("public/leniency/", public.PublicEntriesPage.as_view(), name="public_entries"),
    path("public/leniency/lists/", public.PublicListsPage.as_view(), name="public_lists"),
    path("public/leniency/lists/<int:pk>/", public.PublicListPage.as_view(), name="public_list"),
    path(
        "public/leniency/lists/<int:pk>/changes/",
        comparing.PublicComparePage.as_view(),
        name="public_compare",
    ),
    path(
        "public/leniency/lists/<int:pk>/files/<slug:form>/",
        files.PublicListFile.as_view(),
        name="public_list_file",
    ),
    path("public/leniency/<int:pk>/", public.PublicEntryPage.as_view(), name="public_entry"),
]
api_urlpatterns = [path("", include(router.urls))]
