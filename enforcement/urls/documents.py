"""Addresses of documents and their templates."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from enforcement.api.documents import DocumentResource, TemplateResource
from enforcement.views import document_templates as templates
from enforcement.views import documents

ABOUT = "documents/about/<slug:noun>/<int:pk>/"

urlpatterns: list[Any] = [
    path("documents/", documents.DocumentListPage.as_view(), name="document_list"),
    path("documents/<int:pk>/", documents.DocumentPage.as_view(), name="document_detail"),
    path("documents/<int:pk>/do/<slug:act>/", documents.DocumentActPage.as_view(), name="document_act"),
    path("documents/<int:pk>/files/<slug:form>/", documents.DocumentDownload.as_view(), name="document_file"),
    path(ABOUT, documents.DocumentPanel.as_view(), name="document_panel"),
    path(f"{ABOUT}<slug:kind>/", documents.DocumentPreview.as_view(), name="document_preview"),
    path("documents/templates/", templates.TemplateListPage.as_view(), name="template_list"),
    path("documents/templates/new/", templates.TemplateUpload.as_view(), name="template_upload"),
    path("documents/templates/built-in/", templates.BuiltInTemplate.as_view(), name="template_built_in"),
    path("documents/templates/<int:pk>/", templates.TemplatePage.as_view(), name="template_detail"),
    path(
        "documents/templates/<int:pk>/do/<slug:act>/",
        templates.TemplateActPage.as_view(),
        name="template_act",
    ),
    path("documents/templates/<int:pk>/file/", templates.TemplateDownload.as_view(), name="template_file"),
]

router = SimpleRouter()
router.register("documents", DocumentResource, basename="document")
router.register("document-templates", TemplateResource, basename="document-template")
api_urlpatterns: list[Any] = [path("", include(router.urls))]
