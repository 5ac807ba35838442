"""How often one caller may ask: counted in the process, so that no other server can stop the API."""

from __future__ import annotations

from django.core.cache import caches
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView


class CallerThrottle(SimpleRateThrottle):
    """By officer, however many tokens; by address for nobody, counted behind our own proxies only."""

    scope = "caller"
    cache = caches["default"]
    THROTTLE_RATES = {"caller": "1200/min", "nobody": "120/min"}

    def allow_request(self, request: Request, view: APIView) -> bool:
        if not request.user.is_authenticated:
            self.num_requests, self.duration = self.parse_rate(self.THROTTLE_RATES["nobody"])
        return super().allow_request(request, view)

    def get_cache_key(self, request: Request, view: APIView) -> str:
        who = request.user.pk if request.user.is_authenticated else self.get_ident(request)
        return self.cache_format % {"scope": self.scope, "ident": who}
