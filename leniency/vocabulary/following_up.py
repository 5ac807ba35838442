"""The words of what follows when nobody is penalised: education, promise, second look (Art. 10 para. 1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from foundation.vocabulary import Tone


class EducationMeans(models.TextChoices):
    IN_PERSON = "in_person", _("in person")
    WRITTEN = "written", _("in writing")
    TELEPHONE = "telephone", _("by telephone")
    ONLINE = "online", _("online")
    CLASS = "class", _("in a class or meeting")


class Acknowledged(models.TextChoices):
    """Whether the party confirmed that it was told; it need not, and loses nothing."""

    SIGNED = "signed", _("confirmed in writing")
    ORALLY = "orally", _("confirmed orally")
    NONE = "none", _("not confirmed")


class CheckResult(models.TextChoices):
    CORRECTED = "corrected", _("corrected")
    PARTLY = "partly", _("corrected in part")
    NOT_CORRECTED = "not_corrected", _("not corrected")


TONE_OF_CHECK = {
    CheckResult.CORRECTED: Tone.GOOD,
    CheckResult.PARTLY: Tone.WATCH,
    CheckResult.NOT_CORRECTED: Tone.BAD,
}


class PromiseState(models.TextChoices):
    """A promise is asked for, never demanded: who gives none loses nothing by it."""

    DRAFTED = "drafted", pgettext_lazy("promise", "drafted")
    RECEIVED = "received", pgettext_lazy("promise", "received")
    KEPT = "kept", pgettext_lazy("promise", "kept")
    BROKEN = "broken", pgettext_lazy("promise", "broken")


PROMISE_IS_FREE = _(
    "Nobody has to sign this letter, and nothing follows for who does not. A promise that is not kept is no "
    "reason for a penalty: the law is applied to what was done, as without it."
)

TONE_OF_PROMISE = {
    PromiseState.DRAFTED: Tone.NEUTRAL,
    PromiseState.RECEIVED: Tone.INFO,
    PromiseState.KEPT: Tone.GOOD,
    PromiseState.BROKEN: Tone.BAD,
}
