"""The words of service, payment, hardship and the court (Penalty Law, Art. 61-72; Coercion Law, Art. 53-54)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ServedPaper(models.TextChoices):
    """Which paper reached the party."""

    DECISION = "decision", _("decision")
    NOTICE = "notice", _("prior notice")
    HEARING = "hearing", _("notice of a hearing")
    HARDSHIP = "hardship", _("answer to an application for hardship")
    DEMAND = "demand", _("demand letter")
    OTHER = "other", _("other paper")


class ServiceMeans(models.TextChoices):
    """The means of civil procedure (Penalty Law, Art. 61)."""

    IN_PERSON = "in_person", _("handed over in person")
    LEFT = "left", _("left at the address")
    POST = "post", _("by post")
    ENTRUSTED = "entrusted", _("by another organ")
    ELECTRONIC = "electronic", _("electronically")
    ANNOUNCEMENT = "announcement", _("by announcement")


class Receipt(models.TextChoices):
    """What stands on the receipt."""

    SIGNED = "signed", _("signed by the recipient")
    REFUSED = "refused", _("refused, with a witness")
    PROOF = "proof", _("proven otherwise: post, system or announcement")


class PaymentMeans(models.TextChoices):
    BANK = "bank", _("at the bank")
    ELECTRONIC = "electronic", _("by electronic payment")
    ON_SPOT = "on_spot", _("collected on the spot")


class SpotGround(models.TextChoices):
    """When an officer may take the money (Penalty Law, Art. 68, 69)."""

    SMALL = "small", _("a fine of at most 100 yuan")
    HARD_LATER = "hard_later", _("hard to enforce afterwards")
    REMOTE = "remote", _("remote place, asked for by the party")


class HardshipWish(models.TextChoices):
    DEFER = "defer", _("pay later")
    INSTALMENTS = "instalments", _("pay in parts")


class HardshipState(models.TextChoices):
    ASKED = "asked", _("waiting for an answer")
    GRANTED = "granted", pgettext_lazy("hardship", "granted")
    REFUSED = "refused", pgettext_lazy("hardship", "refused")


class CourtState(models.TextChoices):
    ASKED = "asked", _("court asked")
    ACCEPTED = "accepted", _("taken up by the court")
    REFUSED = "refused", pgettext_lazy("court", "not taken up")
    EXECUTED = "executed", _("executed by the court")
    ENDED = "ended", _("execution ended by the court")


SETTLED_BY_COURT = (CourtState.EXECUTED, CourtState.ENDED)
FINAL_AT_COURT = (CourtState.REFUSED, *SETTLED_BY_COURT)


class Unfinished(models.TextChoices):
    """What a decision that is not carried out waits for; by it a list of cases is narrowed."""

    SERVICE = "service", pgettext_lazy("decision", "to be served")
    LATE = "late", pgettext_lazy("decision", "not carried out in time")
    ANSWER = "answer", pgettext_lazy("decision", "hardship to be answered")
    PLAN = "plan", pgettext_lazy("decision", "put off or in parts")
    COURT = "court", pgettext_lazy("decision", "before the court")


EXECUTION_ACTIONS: dict[str, Any] = {
    "case:answer_hardship": _("Application for hardship answered"),
    "case:apply_hardship": _("Hardship applied for"),
    "case:ask_court": _("Court asked to execute"),
    "case:bank_money": _("Collected money paid to the bank"),
    "case:demand_performance": _("Performance demanded in writing"),
    "case:hand_in_money": _("Collected money handed in to the organ"),
    "case:record_court_answer": _("Answer of the court recorded"),
    "case:record_crime_receipt": _("Receipt of the referral recorded"),
    "case:record_payment": _("Payment recorded"),
    "case:recount_money": _("Days to hand money in reckoned anew"),
    "case:serve_paper": _("Paper served"),
}
"""How these acts are told in a timeline."""
