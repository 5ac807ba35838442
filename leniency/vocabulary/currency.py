"""Why an entry is looked at again, what comes of it, and why a case is to be assessed again (Art. 10 para. 1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.vocabulary import Tone


class EntryOutcome(models.TextChoices):
    STAYS = "stays", _("it stays as it is")
    NEXT_EDITION = "next", _("it is changed in the next edition")
    SUSPENDED = "suspended", _("it is suspended")


class RevisitCause(models.TextChoices):
    """Why the conclusion of an open case may not stand any more."""

    BASIS_VANISHED = "vanished", _("an entry it rests on was suspended")
    NEW_EDITION = "edition", _("a new edition may be milder")


TONE_OF_REVISIT = {RevisitCause.BASIS_VANISHED: Tone.BAD, RevisitCause.NEW_EDITION: Tone.WATCH}
