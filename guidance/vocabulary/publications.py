"""Guidance to the public and frequent questions (Art. 8 (1), (2), (4))."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class GuideKind(models.TextChoices):
    POLICY = "policy", _("policy")
    PLAN = "plan", _("plan or programme")
    INFORMATION = "information", _("information")
    COMPLIANCE_GUIDE = "compliance_guide", _("compliance guide")


class ModelKind(models.TextChoices):
    """What is shown for others to follow."""

    COUNTERPART = "counterpart", pgettext_lazy("model", "how a counterpart does it")
    CONDUCT = "conduct", pgettext_lazy("model", "how officers conduct themselves")
    ORGAN = "organ", pgettext_lazy("model", "how an organ works")
    CASE = "case", pgettext_lazy("model", "how a case was handled")


class CommentAnswer(models.TextChoices):
    """What became of a comment of the public; each gets one, with its reason."""

    TAKEN = "taken", _("taken up")
    PARTLY = "partly", _("taken up in part")
    NOT = "not", _("not taken up")


class UrgentReason(models.TextChoices):
    """Why major guidance cannot wait for its public preparation."""

    SAFETY = "safety", _("life or health is in danger")
    DISASTER = "disaster", _("a disaster or epidemic")
    PRODUCT = "product", _("a dangerous product is in circulation")
    DATE = "date", _("a law takes effect before it could be prepared")


class PublicEnd(models.TextChoices):
    """How a publication ended, as everybody reads it."""

    WITHDRAWN = "withdrawn", pgettext_lazy("publication", "withdrawn")
    REPLACED = "replaced", pgettext_lazy("publication", "replaced by a new version")
    LEFT = "left", pgettext_lazy("publication", "left of its own wish")
    EXPIRED = "expired", pgettext_lazy("publication", "its time was over")


class FaqState(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("frequent question", "proposed")
    PUBLISHED = "published", pgettext_lazy("frequent question", "published")
    WITHDRAWN = "withdrawn", pgettext_lazy("frequent question", "withdrawn")


FAQ_ACTIONS: dict[str, Any] = {
    "faq:discard": _("The proposal was discarded"),
    "faq:edit": _("The proposal was changed"),
    "faq:propose": _("Offered as a frequent question"),
    "faq:publish": _("Published for everybody"),
    "faq:withdraw": _("Withdrawn from the public"),
}
