"""Floor 0: the grammar that every app speaks, and the administration site of the house."""

from importlib import import_module

from django.apps import AppConfig
from django.contrib.admin import apps as administration
from django.utils.translation import gettext_lazy as _

from foundation.labels import register, register_noun


class FoundationConfig(AppConfig):
    name = "foundation"
    default = True
    verbose_name = _("Record and machinery")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("foundation.record.overriding")
        register("due:retry", _("Parked item tried again"), icon="refresh")
        register_noun("list", _("List"), icon="table")
        register("list:export", _("List exported"), icon="download")
        register_noun("job", _("Job"), icon="progress-check")
        register("job:order", _("Job ordered"))
        register("job:cancel", _("Job stopped"))
        register("job:repeat", _("Job repeated"))
        register("job:download", _("File of a job fetched"), icon="download")


class AdministrationConfig(administration.AdminConfig):
    """Django's administration, entered by the house's own door."""

    default = False
    default_site = "config.admin_site.GuidepostSite"
