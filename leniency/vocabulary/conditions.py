"""Kinds of conditions: what each asks, what it cites, and where its facts come from (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import Fault, Gravity, Harm
from foundation.articles import PENALTY, Citation
from leniency.vocabulary.lists import ListType


class ConditionKind(models.TextChoices):
    AMOUNT_AT_MOST = "amount_at_most", _("amount involved at most")
    AREA_AT_MOST = "area_at_most", _("area at most")
    ATTESTED = "attested", _("a fact that the handling officer finds")
    CORRECTED_IN_TIME = "corrected_in_time", _("corrected in time")
    DAYS_LATE_AT_MOST = "days_late_at_most", _("days late at most")
    FAULT_AT_MOST = "fault_at_most", _("subjective fault at most")
    FIRST_TIME = "first_time", _("first violation")
    GAIN_AT_MOST = "gain_at_most", _("unlawful gain not paid back at most")
    GOODS_VALUE_AT_MOST = "goods_value_at_most", _("value of the goods at most")
    GRAVITY_AT_MOST = "gravity_at_most", _("gravity of the conduct at most")
    HARM_AT_MOST = "harm_at_most", _("harmful consequence at most")
    NOT_ENDANGERING_MINORS = "not_endangering_minors", _("endangers no minors")
    NOT_ENDANGERING_SAFETY = "not_endangering_safety", _("endangers nobody's safety")
    NOT_EXPLOITING = "not_exploiting", _("does not exploit an emergency")
    NOT_FORGING = "not_forging", _("no evidence was forged or destroyed")
    NOT_OBSTRUCTING = "not_obstructing", _("does not obstruct the officers")
    NOT_REFUSING = "not_refusing", _("does not refuse to correct")
    QUANTITY_AT_MOST = "quantity_at_most", _("quantity at most")
    SELF_FOUND = "self_found", _("found and reported by the party")


class Sameness(models.TextChoices):
    """Which earlier violations count against a first one; practice differs, so each entry says it."""

    ENTRY = "entry", _("violations under the same entry")
    MATTER = "matter", _("violations of the same kind")
    FIELD = "field", _("violations in the same field")
    ANY = "any", _("violations of any kind")


class Source(models.TextChoices):
    """Where the value came from."""

    CIRCUMSTANCES = "circumstances", _("circumstances of the case")
    FINDING = "finding", _("finding of the handling officer")
    HISTORY = "history", _("decided cases of all organs")


K = ConditionKind
NEEDS_NUMBER = (
    K.AMOUNT_AT_MOST,
    K.AREA_AT_MOST,
    K.DAYS_LATE_AT_MOST,
    K.GAIN_AT_MOST,
    K.GOODS_VALUE_AT_MOST,
    K.QUANTITY_AT_MOST,
)

CHOICES_OF: dict[str, Any] = {K.FAULT_AT_MOST: Fault, K.GRAVITY_AT_MOST: Gravity, K.HARM_AT_MOST: Harm}
"""Conditions that name a rung of a ladder; the rungs of a ladder stand from the mildest up."""

CONDITIONS_OF_LAW: dict[str, tuple[ConditionKind, ...]] = {
    ListType.MINOR: (K.HARM_AT_MOST, K.CORRECTED_IN_TIME),
    ListType.FIRST: (K.FIRST_TIME, K.HARM_AT_MOST, K.CORRECTED_IN_TIME),
    ListType.NO_FAULT: (K.FAULT_AT_MOST,),
}
"""What the law itself demands: a list may make the law handier, never wider."""
HIGHEST_BY_LAW: dict[str, dict[str, str]] = {
    ListType.MINOR: {K.HARM_AT_MOST: Harm.NONE},
    ListType.FIRST: {K.HARM_AT_MOST: Harm.SLIGHT},
    ListType.NO_FAULT: {K.FAULT_AT_MOST: Fault.NONE},
}
"""The highest rung that the law allows such a list (Penalty Law, Art. 33)."""

CITATION_OF: dict[str, Citation] = {
    K.CORRECTED_IN_TIME: Citation(PENALTY, "33(1)"),
    K.FAULT_AT_MOST: Citation(PENALTY, "33(2)"),
    K.FIRST_TIME: Citation(PENALTY, "33(1)"),
    K.GAIN_AT_MOST: Citation(PENALTY, "28(2)"),
    K.GRAVITY_AT_MOST: Citation(PENALTY, "33(1)"),
    K.HARM_AT_MOST: Citation(PENALTY, "33(1)"),
    K.NOT_EXPLOITING: Citation(PENALTY, "49"),
    K.NOT_FORGING: Citation(PENALTY, "55"),
    K.NOT_OBSTRUCTING: Citation(PENALTY, "55"),
    K.NOT_REFUSING: Citation(PENALTY, "28(1)"),
    K.SELF_FOUND: Citation(PENALTY, "32"),
}

SOURCE_OF: dict[str, Source] = {
    **dict.fromkeys(ConditionKind, Source.CIRCUMSTANCES),
    K.ATTESTED: Source.FINDING,
    K.FIRST_TIME: Source.HISTORY,
}

FACT_OF: dict[str, str] = {
    K.AMOUNT_AT_MOST: "amount",
    K.AREA_AT_MOST: "area",
    K.ATTESTED: "findings",
    K.CORRECTED_IN_TIME: "corrected_in_time",
    K.DAYS_LATE_AT_MOST: "days_late",
    K.FAULT_AT_MOST: "fault",
    K.FIRST_TIME: "first_time",
    K.GAIN_AT_MOST: "unlawful_gain",
    K.GOODS_VALUE_AT_MOST: "goods_value",
    K.GRAVITY_AT_MOST: "circumstances",
    K.HARM_AT_MOST: "harm",
    K.NOT_ENDANGERING_MINORS: "endangered_minors",
    K.NOT_ENDANGERING_SAFETY: "endangers_safety",
    K.NOT_EXPLOITING: "exploited_emergency",
    K.NOT_FORGING: "forged_evidence",
    K.NOT_OBSTRUCTING: "obstructed",
    K.NOT_REFUSING: "refused_correction",
    K.QUANTITY_AT_MOST: "quantity",
    K.SELF_FOUND: "found_by_self",
}
"""By which name a question tells the fact that a condition turns on."""
