"""Addresses of the floor itself: the API's schema and its browsable form."""

from foundation.endpoints.docs import docs_urlpatterns

urlpatterns: list[object] = []
api_urlpatterns = docs_urlpatterns
