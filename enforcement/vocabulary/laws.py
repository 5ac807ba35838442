"""The words of changing law: versions of an instrument and what becomes of a cited provision (Art. 3, 10)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.vocabulary import Tone


class VersionState(models.TextChoices):
    """A version is prepared, waits for its day, and then is the law."""

    PREPARED = "prepared", _("in preparation")
    SCHEDULED = "scheduled", _("waits for its day")
    IN_EFFECT = "in_effect", _("in effect")
    WITHDRAWN = "withdrawn", _("withdrawn")


TONE_OF_VERSION = {
    VersionState.PREPARED: Tone.NEUTRAL,
    VersionState.SCHEDULED: Tone.INFO,
    VersionState.IN_EFFECT: Tone.GOOD,
    VersionState.WITHDRAWN: Tone.NEUTRAL,
}


class Fate(models.TextChoices):
    """What a new version makes of a provision that is cited."""

    UNCHANGED = "unchanged", _("unchanged")
    CHANGED = "changed", _("changed")
    MOVED = "moved", _("moved to another number")
    VANISHED = "vanished", _("vanished")


TONE_OF_FATE = {
    Fate.UNCHANGED: Tone.NEUTRAL,
    Fate.CHANGED: Tone.WATCH,
    Fate.MOVED: Tone.WATCH,
    Fate.VANISHED: Tone.BAD,
}
BITING = (Fate.CHANGED, Fate.MOVED, Fate.VANISHED)
"""What gives cause to look again at whoever cites the provision."""

LAW_ACTIONS: dict[str, Any] = {
    "instrument:load_sample": _("Sample instruments entered"),
    "instrument_version:adopt": _("The version was confirmed"),
    "instrument_version:import_changes": _("The fates of provisions were taken from a sheet"),
    "instrument_version:judge": _("The fate of a provision was entered"),
    "instrument_version:prepare": _("A new version was prepared"),
    "instrument_version:take_effect": _("The version took effect"),
    "instrument_version:withdraw": _("The version was withdrawn"),
    "matter:link": _("Provisions linked by the words of the matters"),
}
