"""Floor 0: the grammar that every app speaks, and the administration site of the house."""

from importlib import import_module

from django.apps import AppConfig
from django.contrib.admin import apps as administration
from django.utils.translation import gettext_lazy as _

from foundation.labels import register


class FoundationConfig(AppConfig):
    name = "foundation"
    default = True
    verbose_name = _("Record and machinery")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("foundation.record.overriding")
        register("due:retry", _("Parked item tried again"), icon="refresh")


class AdministrationConfig(administration.AdminConfig):
    """Django's administration, entered by the house's own door."""

    default = False
    default_site = "config.admin_site.GuidepostSite"
