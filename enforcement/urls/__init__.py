"""Addresses of enforcement: the entrance, cases, and the registry of organs, people and matters."""

from enforcement.urls import cases, entrance, periods, registry

app_name = "enforcement"
root_urlpatterns = entrance.urlpatterns
urlpatterns = [*cases.urlpatterns, *registry.urlpatterns, *periods.urlpatterns]
api_urlpatterns = [*cases.api_urlpatterns, *registry.api_urlpatterns, *periods.api_urlpatterns]
