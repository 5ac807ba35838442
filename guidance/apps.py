"""Floor 2: the eight ways of guidance, and other ways (Art. 8)."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidanceConfig(AppConfig):
    name = "guidance"
    verbose_name = _("Guidance")

    def ready(self) -> None:
        # models must be loaded before the rooms above them
        from enforcement.lifecycle import CASE_LIFECYCLE  # noqa: PLC0415
        from guidance import reactions  # noqa: F401, PLC0415
        from guidance.services import visits  # noqa: PLC0415

        CASE_LIFECYCLE.obstruct("close", visits.visit_needed)
