"""Why a list in force is looked at again, what comes of it, and where a list stands (Art. 10 para. 1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.vocabulary import Tone


class ReviewCause(models.TextChoices):
    ANNUAL = "annual", _("a year has passed")
    LAW = "law", _("the law changed")
    SUPERIOR = "superior", _("the list of a higher organ changed")
    USE = "use", _("what its use shows")
    FEEDBACK = "feedback", _("what firms and the public say")


class ReviewOutcome(models.TextChoices):
    KEEP = "keep", _("it stays as it is")
    REVISE = "revise", _("a new edition follows")
    REPEAL = "repeal", _("it is to be repealed")


class Standing(models.TextChoices):
    """Where a published list stands on a day: told by its days, never written down."""

    PREPARED = "prepared", _("in preparation")
    COMING = "coming", _("published, not yet in force")
    EFFECTIVE = "effective", _("in force")
    UNDER_REVIEW = "under_review", _("in force, under review")
    REVISED = "revised", _("replaced by a later edition")
    EXPIRED = "expired", _("expired")
    REPEALED = "repealed", _("repealed")


TONE_OF_STANDING = {
    Standing.PREPARED: Tone.NEUTRAL,
    Standing.COMING: Tone.INFO,
    Standing.EFFECTIVE: Tone.GOOD,
    Standing.UNDER_REVIEW: Tone.WATCH,
    Standing.REVISED: Tone.NEUTRAL,
    Standing.EXPIRED: Tone.NEUTRAL,
    Standing.REPEALED: Tone.NEUTRAL,
}
