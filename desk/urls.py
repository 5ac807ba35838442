"""Addresses of the desk: Today, dashboard, system status; and the search and the bell without a prefix."""

from django.urls import path

from desk.views.dashboard import DashboardPage
from desk.views.notices import NoticePage, NoticesPage
from desk.views.search import SearchPage
from desk.views.system import RetryPage, SystemPage
from desk.views.today import TodayPage

app_name = "desk"
root_urlpatterns = [
    path("search/", SearchPage.as_view(), name="search"),
    path("notices/", NoticesPage.as_view(), name="notifications"),
]
urlpatterns = [
    path("", TodayPage.as_view(), name="today"),
    path("dashboard/", DashboardPage.as_view(), name="dashboard"),
    path("notices/<int:pk>/", NoticePage.as_view(), name="notice"),
    path("system/", SystemPage.as_view(), name="system"),
    path("system/parked/<int:pk>/retry/", RetryPage.as_view(), name="retry"),
]
