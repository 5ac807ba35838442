"""The words of inspections: why, in what state, with what result, and what the firm says of it (Art. 6)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class InspectionState(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("inspection", "planned")
    UNDER_WAY = "under_way", _("under way")
    CONCLUDED = "concluded", pgettext_lazy("inspection", "concluded")
    CANCELLED = "cancelled", pgettext_lazy("inspection", "cancelled")


class InspectionOrigin(models.TextChoices):
    """What leads to the firm."""

    PLAN = "plan", _("annual plan that was filed")
    RANDOM = "random", _("random selection")
    FOLLOW_UP = "follow_up", _("second look after correction")
    COMPLAINT = "complaint", _("complaint or report")
    TRANSFER = "transfer", _("transferred by another organ")
    DATA_ALARM = "data_alarm", _("alarm of data or monitoring")
    SUPERIOR = "superior", _("order of a superior")


BEYOND_THE_CAP = (InspectionOrigin.COMPLAINT, InspectionOrigin.TRANSFER, InspectionOrigin.DATA_ALARM)
"""What may lead to a firm beyond the yearly cap, for a recorded reason."""


class InspectionResult(models.TextChoices):
    NOTHING = "nothing", _("nothing found")
    GUIDANCE = "guidance", _("guidance is to follow")
    CLUE = "clue", _("clue of a violation")


class Finding(models.TextChoices):
    COMPLIES = "complies", _("in order")
    FAILS = "fails", _("not in order")
    NOT_EXAMINED = "not_examined", _("not examined")


class NoteSign(models.TextChoices):
    """How the on-site note was confirmed (Penalty Law, Art. 55)."""

    SIGNED = "signed", _("each page signed by the firm")
    REFUSED = "refused", _("refused; a witness signed")


class NoGo(models.TextChoices):
    """The five things that no inspection may be."""

    PROFIT = "profit", _("done for income")
    INTERFERING = "interfering", _("disturbed lawful business")
    ARBITRARY = "arbitrary", _("punished arbitrarily")
    QUOTA = "quota", _("done to fill a quota")
    DISGUISED = "disguised", _("disguised as a tour, survey or study visit")


class NotShown(models.TextChoices):
    """What a firm is to see before anybody looks at anything."""

    CERTIFICATES = "certificates", _("the officers' certificates")
    CODE = "code", _("the code of the visit")
    PURPOSE = "purpose", _("the purpose, in words I understood")
    BASIS = "basis", _("the plan or approval, and the legal basis")
    RIGHTS = "rights", _("that I may refuse what is not on the list")


INSPECTION_ACTIONS: dict[str, Any] = {
    "inspection:cancel": _("Inspection cancelled"),
    "inspection:cap": _("Yearly cap of inspections entered"),
    "inspection:conclude": _("Inspection concluded"),
    "inspection:edit_cap": _("Yearly cap of inspections changed"),
    "inspection:join": _("Joined to the inspection of another organ"),
    "inspection:move": _("Inspection moved to another time"),
    "inspection:plan": _("Inspection planned"),
    "inspection:rate": _("Inspection rated by the firm"),
    "inspection:start": _("Inspection begun"),
}
"""How the acts on inspections are told in a timeline."""
