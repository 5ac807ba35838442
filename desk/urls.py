"""Addresses of the desk: Today, dashboard, system status; and the search and the bell without a prefix."""

from typing import Any

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from desk.api.jobs import JobResource
from desk.views.dashboard import DashboardPage
from desk.views.feed import CalendarFeedPage
from desk.views.jobs import DoToJob, JobFile, JobsPage, StartExport
from desk.views.notices import NoticePage, NoticesPage
from desk.views.public import PublicStart
from desk.views.search import SearchPage
from desk.views.system import RetryPage, SystemPage
from desk.views.today import TodayPage

app_name = "desk"
root_urlpatterns = [
    path("jobs/", JobsPage.as_view(), name="jobs"),
    path("jobs/start/", StartExport.as_view(), name="job_start"),
    path("jobs/<int:pk>/do/<slug:act>/", DoToJob.as_view(), name="job_act"),
    path("jobs/<int:pk>/file/", JobFile.as_view(), name="job_file"),
    path("search/", SearchPage.as_view(), name="search"),
    path("calendar/<str:secret>.ics", CalendarFeedPage.as_view(), name="calendar_feed"),
    path("public/", PublicStart.as_view(), name="public"),
    path("notices/", NoticesPage.as_view(), name="notifications"),
]
urlpatterns = [
    path("", TodayPage.as_view(), name="today"),
    path("dashboard/", DashboardPage.as_view(), name="dashboard"),
    path("notices/<int:pk>/", NoticePage.as_view(), name="notice"),
    path("system/", SystemPage.as_view(), name="system"),
    path("system/parked/<int:pk>/retry/", RetryPage.as_view(), name="retry"),
]

router = SimpleRouter()
router.register("jobs", JobResource, basename=JobResource.basename)
api_urlpatterns: list[Any] = [path("", include(router.urls))]
