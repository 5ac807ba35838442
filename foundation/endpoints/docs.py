"""The schema and its browsable form, both served from this house alone."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import path
from django.utils.translation import get_language, override
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.permissions import IsAuthenticated
from rest_framework.renderers import TemplateHTMLRenderer
from rest_framework.request import Request


@cache
def described(language: str, renderer: Any) -> bytes:
    """The description of the API as ``renderer`` writes it; drawn once a language, since nothing changes it."""
    with override(language):
        schema = SchemaGenerator().get_schema(request=None, public=True)
        return bytes(renderer().render(schema, renderer_context={}))


class SchemaView(SpectacularAPIView):
    """For everybody who signed in the same, in the language of ``lang`` or of the reader."""

    permission_classes = [IsAuthenticated]

    @extend_schema(exclude=True)
    def get(self, request: Request, *_args: Any, **_kwargs: Any) -> HttpResponse:
        renderer, media_type = self.perform_content_negotiation(request, force=True)
        asked, known = request.GET.get("lang", ""), dict(settings.LANGUAGES)
        language = asked if asked in known else get_language() or settings.LANGUAGE_CODE
        kind: Any = type(renderer)
        response = HttpResponse(described(language, kind), content_type=media_type)
        response["Content-Disposition"] = f'inline; filename="{self._get_filename(request, "")}"'
        return response


docs_urlpatterns = [
    path("schema/", SchemaView.as_view(), name="api_schema"),
    path(
        "docs/",
        login_required(
            SpectacularSwaggerSplitView.as_view(
                url_name="api_schema",
                template_name="foundation/api_docs.html",
                permission_classes=[IsAuthenticated],
                renderer_classes=[TemplateHTMLRenderer],
            )
        ),
        name="api_docs",
    ),
]
