"""The eight ways and the others: how formal, of what nature, on what occasion, by what channel (Art. 8)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Way(models.TextChoices):
    """The eight ways in the order of the article, and the other ways of its last paragraph."""

    GUIDE = "guide", pgettext_lazy("way", "Guidance")
    DEMO = "demo", _("Demonstration")
    TIP = "tip", _("Tips")
    COUNSEL = "counsel", _("Counselling")
    SUGGEST = "suggest", _("Suggestion")
    EXHORT = "exhort", _("Exhortation")
    INTERVIEW = "interview", _("Interview")
    REVISIT = "revisit", _("Return visit")
    OTHER = "other", _("Other way of guidance")


class Formality(models.TextChoices):
    """Simple guidance needs no approval; major guidance touches many and is prepared in public."""

    SIMPLE = "simple", _("simple guidance")
    GENERAL = "general", _("general guidance")
    MAJOR = "major", _("major guidance")


class Nature(models.TextChoices):
    ASSISTING = "assisting", _("assisting")
    REGULATING = "regulating", _("regulating")
    COOPERATIVE = "cooperative", _("cooperative")


class Trigger(models.TextChoices):
    """What gave the occasion."""

    APPLICATION = "application", _("asked for by the counterpart")
    CASE = "case", _("a case")
    COMPLAINT = "complaint", _("a complaint or report")
    EXPIRY = "expiry", _("a date that is near")
    INSPECTION = "inspection", _("an inspection or patrol")
    LAW = "law", _("a new or changed law")
    RISK = "risk", _("a risk level or risk point")
    SEASON = "season", _("a season or event")
    VISIT = "visit", _("a return visit")
    OTHER = "other", _("another occasion")


GROUP_OCCASIONS = tuple(
    (t.value, t.label) for t in (Trigger.SEASON, Trigger.LAW, Trigger.RISK, Trigger.OTHER)
)
"""What gives the occasion for tips to a group; where licences choose the group it is the date that is near."""


class Channel(models.TextChoices):
    WRITTEN = "written", _("written document")
    ON_SITE = "on_site", _("on site")
    COUNTER = "counter", _("at the counter")
    PHONE = "phone", _("by telephone")
    MESSAGE = "message", _("by message")
    MEETING = "meeting", _("in a meeting")
    PUBLICATION = "publication", _("by publication")


VOLUNTARY_NOTICE = _(
    "You decide freely whether to accept this guidance. Declining it, in part or altogether, has no "
    "effect on your lawful rights and interests and need not be explained. It costs nothing. You may ask "
    "at any time to have it in writing, changed or ended."
)
FOR_REFERENCE = _(
    "These suggestions are for reference only: take them up as a whole, in part or not at all, as suits you."
)
