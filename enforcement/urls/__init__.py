"""Addresses of enforcement: the entrance, cases, times, and the registry of organs, people and matters."""

from enforcement.urls import cases, entrance, forbidden_times, periods, registry, rules

app_name = "enforcement"
PARTS = (
    cases,
    forbidden_times,
    periods,
    registry,
    rules,
)
root_urlpatterns = entrance.urlpatterns
urlpatterns = [address for part in PARTS for address in part.urlpatterns]
api_urlpatterns = [address for part in PARTS for address in part.api_urlpatterns]
