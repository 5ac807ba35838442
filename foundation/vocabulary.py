"""Words that every floor shares."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Tone(models.TextChoices):
    """How a state is shown; never by colour alone."""

    NEUTRAL = "neutral", _("neutral")
    INFO = "info", _("informative")
    GOOD = "good", _("good")
    WATCH = "watch", _("to be watched")
    BAD = "bad", _("urgent")


class Via(models.TextChoices):
    """The door through which an act entered the house."""

    BROWSER = "browser", _("browser")
    API = "api", _("API")
    ADMIN = "admin", _("administration")
    CELERY = "celery", _("scheduler")
    COMMAND = "command", _("command line")
    LINK = "link", _("personal link")


class DueState(models.TextChoices):
    PENDING = "pending", _("pending")
    DONE = "done", _("done")
    PARKED = "parked", _("parked after repeated failure")
    CANCELLED = "cancelled", _("cancelled")


class ImageKind(models.TextChoices):
    CREATED = "created", _("created")
    CHANGED = "changed", _("changed")
    DELETED = "deleted", _("deleted")
    LOADED = "loaded", _("loaded in bulk")


class OverrideReason(models.TextChoices):
    """Why a warning may be passed over; each is written down in words as well."""

    SPECIAL_FACTS = "special_facts", _("the facts differ from what the rule assumes")
    PUBLIC_SAFETY = "public_safety", _("danger to people or public safety")
    HIGHER_LAW = "higher_law", _("another provision of law requires it")
    SUPERIOR_ORDER = "superior_order", _("written order of a superior organ")
    PARTY_CONDUCT = "party_conduct", _("conduct of the party")
    COLLECTIVE = "collective", _("decided in collective discussion")
    OUTSIDE_CAUSE = "outside_cause", _("cause outside the organ's control")
    WRONG_DATA = "wrong_data", _("the data are wrong and being corrected")
    OTHER = "other", pgettext_lazy("reason", "another reason")


class JobState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("stopped")
