"""Kinds and states of leniency lists (Art. 10 para. 1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.articles import COERCION, PENALTY, Citation
from foundation.vocabulary import Tone
from leniency.vocabulary.verdicts import Conclusion


class ListType(models.TextChoices):
    MINOR = "minor", _("minor violations: no penalty")
    FIRST = "first", _("first violations: no penalty")
    NO_FAULT = "no_fault", _("no subjective fault: no penalty")
    LIGHTER = "lighter", _("lighter penalty")
    MITIGATED = "mitigated", _("mitigated penalty")
    NO_COERCION = "no_coercion", _("no coercion")


LAW_OF: dict[str, Citation] = {
    ListType.MINOR: Citation(PENALTY, "33(1)"),
    ListType.FIRST: Citation(PENALTY, "33(1)"),
    ListType.NO_FAULT: Citation(PENALTY, "33(2)"),
    ListType.LIGHTER: Citation(PENALTY, "32"),
    ListType.MITIGATED: Citation(PENALTY, "32"),
    ListType.NO_COERCION: Citation(COERCION, "5, 16(2)"),
}

CONCLUSION_OF: dict[str, Conclusion] = {
    ListType.MINOR: Conclusion.SHALL_NOT,
    ListType.FIRST: Conclusion.MAY_NOT,
    ListType.NO_FAULT: Conclusion.SHALL_NOT,
    ListType.LIGHTER: Conclusion.LIGHTER,
    ListType.MITIGATED: Conclusion.MITIGATED,
    ListType.NO_COERCION: Conclusion.NO_COERCION,
}


class ListState(models.TextChoices):
    """The chain of opinions, legality review, collective decision and publication."""

    DRAFT = "draft", _("draft")
    OPINIONS = "opinions", _("opinions sought")
    REVIEWED = "reviewed", _("legality reviewed")
    APPROVED = "approved", _("approved")
    PUBLISHED = "published", _("published")
    REPEALED = "repealed", _("repealed")


PUBLIC_STATES = (ListState.PUBLISHED, ListState.REPEALED)
UNPUBLISHED_STATES = (ListState.DRAFT, ListState.OPINIONS, ListState.REVIEWED, ListState.APPROVED)


class InForceOn(models.TextChoices):
    """On which of the two days an entry was in force (Penalty Law, Art. 37)."""

    BOTH = "both", _("in force on the day of the violation and now")
    VIOLATION = "violation", _("in force on the day of the violation")
    DECISION = "decision", _("in force now, though not yet on the day of the violation")


class Difference(models.TextChoices):
    """What became of an entry, or of a run of its words, in a later edition."""

    ADDED = "added", _("added")
    REMOVED = "removed", _("removed")
    CHANGED = "changed", _("changed")
    SAME = "same", _("unchanged")


class Shift(models.TextChoices):
    """What a later edition asks of the party, held against the earlier one."""

    MILDER = "milder", _("milder")
    HARSHER = "harsher", _("harsher")
    UNCLEAR = "unclear", _("milder in part, harsher in part, or not to be compared")
    SAME = "same", _("as before")


TONE_OF_SHIFT = {
    Shift.MILDER: Tone.GOOD,
    Shift.HARSHER: Tone.WATCH,
    Shift.UNCLEAR: Tone.NEUTRAL,
    Shift.SAME: Tone.NEUTRAL,
}
TONE_OF_DIFFERENCE = {
    Difference.ADDED: Tone.GOOD,
    Difference.REMOVED: Tone.BAD,
    Difference.CHANGED: Tone.WATCH,
    Difference.SAME: Tone.NEUTRAL,
}
