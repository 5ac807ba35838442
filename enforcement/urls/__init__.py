"""Addresses of enforcement: the entrance, cases and what follows them, times, inspections, and the registry."""

from enforcement.urls import (
    aftermath,
    article_seven,
    cases,
    documents,
    entrance,
    forbidden_times,
    inspections,
    periods,
    registry,
    rules,
    yearly_reports,
)

app_name = "enforcement"
PARTS = (
    aftermath,
    article_seven,
    cases,
    documents,
    forbidden_times,
    inspections,
    periods,
    registry,
    rules,
    yearly_reports,
)
root_urlpatterns = entrance.urlpatterns
urlpatterns = [address for part in PARTS for address in part.urlpatterns]
api_urlpatterns = [address for part in PARTS for address in part.api_urlpatterns]
