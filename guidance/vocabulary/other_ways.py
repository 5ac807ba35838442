"""Ways that an organ defines itself (Art. 8, last paragraph)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OtherWayState(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_USE = "in_use", pgettext_lazy("way", "in use")
    RETIRED = "retired", pgettext_lazy("way", "retired")


class FieldKind(models.TextChoices):
    """What is typed into a field of a way of one's own."""

    TEXT = "text", pgettext_lazy("field", "text")
    NUMBER = "number", pgettext_lazy("field", "number")
    DATE = "date", pgettext_lazy("field", "day")
    CHOICE = "choice", pgettext_lazy("field", "choice")
    YES_NO = "yes_no", pgettext_lazy("field", "yes or no")


class FieldStage(models.TextChoices):
    """When a field of a way of one's own is asked."""

    DRAFTED = "drafted", _("in the draft")
    RECORDED = "recorded", _("afterwards")


OTHER_WAY_ACTIONS: dict[str, Any] = {
    "other_way:add_field": _("A field was added"),
    "other_way:change_field": _("A field was changed"),
    "other_way:define": _("A way was defined"),
    "other_way:edit": _("Its words were changed"),
    "other_way:remove_field": _("A field was taken out"),
    "other_way:retire": _("The way was retired"),
    "other_way:revise": _("The next edition was begun"),
    "other_way:use": _("The way was put in use"),
}
