"""Resources that need no account: cacheable, open to other origins for reading, counted by address."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from rest_framework.response import Response

from foundation.endpoints.resource import Resource

FRESH_FOR = 300


class PublicResource(Resource):
    """Published rows only; nobody is asked who they are, so an answer is the same for everybody."""

    public = True
    permission = None
    authentication_classes = []
    http_method_names = ["get", "head", "options"]

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """A browser asks beforehand whether it may read from another origin: it may."""
        headers = {"Access-Control-Allow-Methods": "GET, HEAD", "Access-Control-Allow-Headers": "*"}
        return Response(status=204, headers={**headers, "Access-Control-Max-Age": "86400"})

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Retry-After"
        patch_vary_headers(response, ["Accept-Language"])
        if response.status_code != 200:
            return response
        return _cacheable(request, response)


def _cacheable(request: Any, response: Any) -> HttpResponseBase:
    """With a tag of the whole answer: who has it already is told so, and sent nothing."""
    if hasattr(response, "render") and not response.is_rendered:
        response.render()
    language = response.headers.get("Content-Language", "")
    digest = hashlib.sha256(language.encode() + b"\0" + response.content).hexdigest()
    response["ETag"] = f'"{digest[:32]}"'
    response["Cache-Control"] = f"public, max-age={FRESH_FOR}"
    return get_conditional_response(request, etag=response["ETag"], response=response)  # type: ignore[return-value]
