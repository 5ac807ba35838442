"""The words of forbidden times: which acts, which exceptions, and who looked at what was done (Art. 6)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TimedAct(models.TextChoices):
    """What officers go out for, as far as the hour matters."""

    COERCIVE_EXECUTION = "coercive_execution", _("coercive execution")
    COERCIVE_MEASURE = "coercive_measure", _("coercive measure")
    INSPECTION = "inspection", _("inspection")
    INTERVIEW = "interview", _("interview")
    RETURN_VISIT = "return_visit", _("return visit")


class QuietException(models.TextChoices):
    """What may lead to a firm on a quiet day all the same."""

    SUPERIOR_ORDER = "superior_order", _("ordered by a superior organ")
    HIDDEN_DANGER = "hidden_danger", _("danger to safety, health, environment, food or drugs")
    COMPLAINT = "complaint", _("complaint, report, case or media")
    STATUTORY_DEADLINE = "statutory_deadline", _("a statutory period would be missed")
    TAX_FRAUD = "tax_fraud", _("tax fraud")
    OTHER_APPROVED = "other_approved", _("another case that was approved")


class SignalKind(models.TextChoices):
    """What the supervisors are shown about the time of an act."""

    EXECUTION_TIME = "PT-1", _("coercive execution at a forbidden time")
    QUIET_DAY = "PT-2", _("on site in a quiet period")
    LOCAL_BAN = "PT-3", _("on site against a local ban")
    BACK_DATING = "PT-4", _("recorded more than a day after it happened")


class LookState(models.TextChoices):
    """Whether somebody above has looked at it."""

    OPEN = "open", pgettext_lazy("look", "not looked at yet")
    SEEN = "seen", pgettext_lazy("look", "looked at")


TIME_ACTIONS: dict[str, Any] = {
    "time:ban": _("Local ban entered"),
    "time:edit_ban": _("Local ban changed"),
    "time:edit_night": _("Night hours changed"),
    "time:edit_quiet": _("Quiet period changed"),
    "time:emergency": _("Emergency at a forbidden time recorded"),
    "time:look": _("Looked at by the line above"),
    "time:night": _("Night hours entered"),
    "time:quiet": _("Quiet period entered"),
    "time:signal": _("Signal about the time of an act"),
}
"""How the acts on forbidden times are told in a timeline."""
