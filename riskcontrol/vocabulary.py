"""The words of risk control: levels, causes, measures and the states of a risk point (Art. 9)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from foundation.vocabulary import Tone


class Level(models.TextChoices):
    """Greatest, considerable and general risk; the words carry it, a colour only repeats them."""

    HIGH = "high", pgettext_lazy("risk level", "high")
    MEDIUM = "medium", pgettext_lazy("risk level", "medium")
    LOW = "low", pgettext_lazy("risk level", "low")


RANK = {Level.LOW.value: 0, Level.MEDIUM.value: 1, Level.HIGH.value: 2}
TONES = {Level.HIGH.value: Tone.BAD, Level.MEDIUM.value: Tone.WATCH, Level.LOW.value: Tone.INFO}
REVIEW_AFTER_MONTHS = {Level.HIGH.value: 1, Level.MEDIUM.value: 6, Level.LOW.value: 12}


class LevelSource(models.TextChoices):
    RULE = "rule", _("by the rule, from cases")
    PERSON = "person", _("by a person, with a reason")


class CauseKind(models.TextChoices):
    """Causes are looked for on both sides: with the counterpart and with the organ."""

    SUBJECTIVE = "subjective", _("with the counterpart: attitude and knowledge")
    OBJECTIVE = "objective", _("with the counterpart: circumstances and organisation")
    ORGAN = "organ", _("with the organ: supervision, publicity, service")


class Side(models.TextChoices):
    ORGAN = "organ", _("the organ")
    COUNTERPART = "counterpart", _("the counterpart")


class PointState(models.TextChoices):
    DRAFT = "draft", _("draft")
    CHECKED = "checked", pgettext_lazy("risk point", "legality checked")
    PUBLISHED = "published", _("published")
    REVISING = "revising", pgettext_lazy("risk point", "under revision")
    WITHDRAWN = "withdrawn", _("withdrawn")


WORKED_ON = (PointState.DRAFT.value, PointState.REVISING.value)
"""States in which the content is changed; in all others it stands as it was checked or published."""
IN_WORK = (*WORKED_ON, PointState.CHECKED.value)

POINT_TONES = {
    PointState.DRAFT.value: Tone.NEUTRAL,
    PointState.CHECKED.value: Tone.INFO,
    PointState.REVISING.value: Tone.INFO,
    PointState.PUBLISHED.value: Tone.GOOD,
    PointState.WITHDRAWN.value: Tone.WATCH,
}


class EditionCause(models.TextChoices):
    """What brought an edition about: a person's work, or the rule that moved its level."""

    APPROVED = "approved", _("approved by a head")
    BY_RULE = "by_rule", _("the rule moved its level")


class ReviewCause(models.TextChoices):
    YEARLY = "yearly", _("yearly revision")
    QUARTERLY = "quarterly", _("figures of a quarter")
    SEASON = "season", _("high season begins")
    LAW = "law", _("the law changed")
    OTHER = "other", _("other cause")


class Month(models.IntegerChoices):
    JANUARY = 1, _("January")
    FEBRUARY = 2, _("February")
    MARCH = 3, _("March")
    APRIL = 4, _("April")
    MAY = 5, _("May")
    JUNE = 6, _("June")
    JULY = 7, _("July")
    AUGUST = 8, _("August")
    SEPTEMBER = 9, _("September")
    OCTOBER = 10, _("October")
    NOVEMBER = 11, _("November")
    DECEMBER = 12, _("December")


class WeightState(models.TextChoices):
    DRAFT = "draft", _("draft")
    APPROVED = "approved", pgettext_lazy("weights", "approved, waits for its day")
    IN_FORCE = "in_force", pgettext_lazy("weights", "in force")
    REPLACED = "replaced", pgettext_lazy("weights", "replaced")
    DISCARDED = "discarded", pgettext_lazy("weights", "discarded")


COUNTED_BY = (WeightState.APPROVED.value, WeightState.IN_FORCE.value, WeightState.REPLACED.value)
"""States of weights by which scores are computed from their day on, or were."""
WEIGHT_TONES = {
    WeightState.DRAFT.value: Tone.NEUTRAL,
    WeightState.APPROVED.value: Tone.INFO,
    WeightState.IN_FORCE.value: Tone.GOOD,
    WeightState.REPLACED.value: Tone.NEUTRAL,
    WeightState.DISCARDED.value: Tone.WATCH,
}


class MoveReason(models.TextChoices):
    """Why a counterpart came to another level; none of them is an answer to guidance."""

    FIRST = "first", pgettext_lazy("why a level changed", "first assessment")
    VIOLATION = "violation", pgettext_lazy("why a level changed", "a violation was established")
    UNCORRECTED = "uncorrected", pgettext_lazy("why a level changed", "an order was not corrected in time")
    SELF_CHECK = "self_check", pgettext_lazy("why a level changed", "a self-check left problems open")
    LICENCE = "licence", pgettext_lazy("why a level changed", "a licence expired or is about to")
    INDUSTRY = "industry", pgettext_lazy("why a level changed", "the risk of its industry rose")
    CREDIT = "credit", pgettext_lazy("why a level changed", "a credit ended")
    WEIGHTS = "weights", pgettext_lazy("why a level changed", "other weights came into force")
    CLEAN = "clean", pgettext_lazy("why a level changed", "two clean reviews in a row")


class AskedBy(models.TextChoices):
    """How a counterpart asked to have its score explained."""

    PERSON = "person", pgettext_lazy("how a score was asked for", "in person")
    PHONE = "phone", pgettext_lazy("how a score was asked for", "by telephone")
    WRITING = "writing", pgettext_lazy("how a score was asked for", "in writing")
    ONLINE = "online", pgettext_lazy("how a score was asked for", "online")


class CheckState(models.TextChoices):
    """A self-check is an offer: that nobody answered it is noted, and leads to nothing."""

    ASKED = "asked", pgettext_lazy("self-check", "asked for")
    BEGUN = "begun", pgettext_lazy("self-check", "begun")
    SUBMITTED = "submitted", pgettext_lazy("self-check", "submitted")
    LAPSED = "lapsed", pgettext_lazy("self-check", "day passed")


CHECK_TONES = {
    CheckState.ASKED.value: Tone.INFO,
    CheckState.BEGUN.value: Tone.WATCH,
    CheckState.SUBMITTED.value: Tone.GOOD,
    CheckState.LAPSED.value: Tone.NEUTRAL,
}


class CheckAnswer(models.TextChoices):
    """To “is everything in order here?”."""

    YES = "yes", pgettext_lazy("self-check", "yes, in order")
    NO = "no", pgettext_lazy("self-check", "no, something was found")
    NA = "na", pgettext_lazy("self-check", "does not concern us")


class PlanMeasure(models.TextChoices):
    """What a level proposes; all but the visit are ways of guidance, named as there (Art. 8)."""

    TIP = "tip", pgettext_lazy("proposed measure", "tip")
    COUNSEL = "counsel", pgettext_lazy("proposed measure", "counselling")
    EXHORT = "exhort", pgettext_lazy("proposed measure", "exhortation")
    INTERVIEW = "interview", pgettext_lazy("proposed measure", "interview")
    VISIT = "visit", pgettext_lazy("proposed measure", "visit by checklist")


class PlanState(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("measure", "proposed")
    UNDER_WAY = "under_way", pgettext_lazy("measure", "under way")
    DONE = "done", pgettext_lazy("measure", "done")
    DROPPED = "dropped", pgettext_lazy("measure", "dropped")


OPEN_PLANS = (PlanState.PROPOSED.value, PlanState.UNDER_WAY.value)
PLAN_TONES = {
    PlanState.PROPOSED.value: Tone.INFO,
    PlanState.UNDER_WAY.value: Tone.WATCH,
    PlanState.DONE.value: Tone.GOOD,
    PlanState.DROPPED.value: Tone.NEUTRAL,
}


class DropReason(models.TextChoices):
    """Why a proposed measure is not taken; the first is given by the clock alone."""

    LEVEL = "level", _("the level moved before anybody took it on")
    OTHERWISE = "otherwise", _("done otherwise, or done before")
    UNSUITED = "unsuited", _("does not suit this counterpart")
    CEASED = "ceased", _("business has ceased or moved away")
    BURDEN = "burden", _("would burden the counterpart more than it helps")
    OTHER = "other", _("other reason")


BY_HAND = [choice for choice in DropReason.choices if choice[0] != DropReason.LEVEL]
