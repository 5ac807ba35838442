"""All addresses: an app's urls bring its pages as `urlpatterns`, those of no app, and its API."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from config.health import healthz, readyz

ROOMS: list[ModuleType] = [
    import_module(f"{app}.urls") for app in settings.PROJECT_APPS if find_spec(f"{app}.urls")
]

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("i18n/set-language/", login_not_required(set_language), name="set_language"),
    path("admin/", admin.site.urls),
    path("api/v1/", include([pattern for room in ROOMS for pattern in getattr(room, "api_urlpatterns", [])])),
    *(pattern for room in ROOMS for pattern in getattr(room, "root_urlpatterns", [])),
    *(path("", include(room)) for room in ROOMS),
]

handler400 = "foundation.pages.faults.bad_request"
handler403 = "foundation.pages.faults.forbidden"
handler404 = "foundation.pages.faults.not_found"
handler500 = "foundation.pages.faults.server_error"
