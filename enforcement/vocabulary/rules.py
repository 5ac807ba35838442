"""The words of rules and of their firing (Art. 5, 6)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from foundation.labels import Label
from foundation.vocabulary import OverrideReason, Tone


class RuleArea(models.TextChoices):
    """Where in the work a rule belongs; the order is that of the procedure."""

    SUBJECT = "subject", _("organs and officers")
    FILING = "filing", _("jurisdiction and filing")
    EVIDENCE = "evidence", _("evidence and investigation")
    RIGHTS = "rights", _("rights of the party and hearing")
    LENIENCY = "leniency", _("leniency and discretion")
    DECISION = "decision", pgettext_lazy("area of rules", "decision")
    AFTERWARDS = "afterwards", _("service, publicity and execution")
    COERCION = "coercion", _("coercion")
    INSPECTION = "inspection", _("inspection of enterprises")
    GUIDANCE = "guidance", pgettext_lazy("area of rules", "guidance")


class RuleKind(models.TextChoices):
    """What a rule does when it fires."""

    BLOCK = "block", _("forbids")
    REQUIRE = "require", _("asks for a step")
    WARN = "warn", _("asks for a reason")
    CALC = "calc", _("computes")
    TASK = "task", _("makes work")
    INFO = "info", _("informs")


class RuleBasis(models.TextChoices):
    """How firmly a rule binds; only what the city set itself may be laid down."""

    LAW = "law", _("law, regulation or rule")
    MEASURES = "measures", _("these Measures")
    DOCUMENT = "document", _("document of a superior")
    LOCAL = "local", _("local setting")


class RuleMark(models.TextChoices):
    """How well the source was checked."""

    VERIFIED = "V", _("checked against its source")
    KNOWN = "K", _("known, not yet checked")
    INVENTED = "I", pgettext_lazy("mark", "local setting")
    UNSURE = "U", _("unsure")


class FiringOutcome(models.TextChoices):
    REFUSED = "refused", _("refused")
    WARNED = "warned", _("warned")
    OVERRIDDEN = "overridden", _("passed over with a reason")


class RuleState(models.TextChoices):
    HELD = "held", _("held by the program")
    NOT_ENCODED = "not_encoded", _("not encoded")
    LAID_DOWN = "laid_down", _("laid down for now")


class RuleUnit(models.TextChoices):
    WORKING_DAYS = "working_days", _("working days")
    DAYS = "days", _("days")
    HOURS = "hours", _("hours")
    MONTHS = "months", _("months")
    YEARS = "years", _("years")
    YUAN = "yuan", _("yuan")
    PERCENT = "percent", "%"
    PERSONS = "persons", _("persons")
    AGE = "age", _("years of age")


TONE_OF_KIND: dict[str, str] = {
    RuleKind.BLOCK: Tone.BAD,
    RuleKind.REQUIRE: Tone.INFO,
    RuleKind.WARN: Tone.WATCH,
}
TONE_OF_OUTCOME: dict[str, str] = {FiringOutcome.REFUSED: Tone.BAD, FiringOutcome.OVERRIDDEN: Tone.WATCH}

_R = OverrideReason
REASONS_AGAINST: dict[str, tuple[OverrideReason, ...]] = {
    "DEC-5": (_R.OUTSIDE_CAUSE, _R.PARTY_CONDUCT, _R.COLLECTIVE),
    "EXE-2": (_R.SPECIAL_FACTS, _R.COLLECTIVE, _R.HIGHER_LAW),
    "DIS-3": (_R.SPECIAL_FACTS, _R.COLLECTIVE, _R.HIGHER_LAW),
    "INS-2": (_R.PUBLIC_SAFETY, _R.SUPERIOR_ORDER, _R.HIGHER_LAW),
    "LEN-5": (_R.HIGHER_LAW, _R.WRONG_DATA, _R.COLLECTIVE),
    "LEN-6": (_R.SPECIAL_FACTS, _R.PARTY_CONDUCT, _R.PUBLIC_SAFETY, _R.COLLECTIVE),
    "LEN-9": (_R.SPECIAL_FACTS, _R.PARTY_CONDUCT, _R.PUBLIC_SAFETY, _R.COLLECTIVE),
    "LEN-7": (_R.HIGHER_LAW, _R.WRONG_DATA, _R.COLLECTIVE),
}
"""The coded reasons that make sense against a warning; any, where a rule is not named."""

RULE_ACTIONS: dict[str, Any] = {
    "rule:edit": _("Rule annotated or set"),
    "rule:lay_down": Label(_("Local rule laid down for the time being"), tone=Tone.WATCH),
    "rule:load": _("Rules entered"),
    "rule:override": Label(_("Warning passed over with a reason"), "alert-triangle", Tone.WATCH),
    "rule:refuse": Label(_("Refused by rule"), "ban", Tone.BAD),
    "rule:resume": _("Local rule in use again"),
}
