"""The words of publicity of decisions and results (Art. 4, 6; Penalty Law, Art. 48)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PublicKind(models.TextChoices):
    """What a public text tells of: penalties have rules of their own, other results share theirs."""

    PENALTY = "penalty", pgettext_lazy("publicity", "penalty")
    COERCION = "coercion", pgettext_lazy("publicity", "coercion")
    INSPECTION = "inspection", pgettext_lazy("publicity", "inspection")


RESULTS = (PublicKind.COERCION, PublicKind.INSPECTION)
"""Results other than penalties and licences (Guiding Opinions on the three systems, Part 6)."""


class PublicityState(models.TextChoices):
    DUE = "due", pgettext_lazy("publicity", "to be drafted")
    DRAFT = "draft", pgettext_lazy("publicity", "drafted")
    APPROVED = "approved", pgettext_lazy("publicity", "approved")
    PUBLISHED = "published", pgettext_lazy("publicity", "published")
    CORRECTING = "correcting", pgettext_lazy("publicity", "being corrected")
    WITHDRAWN = "withdrawn", pgettext_lazy("publicity", "withdrawn")
    ENDED = "ended", pgettext_lazy("publicity", "ended")
    WITHHELD = "withheld", pgettext_lazy("publicity", "not published")


UNPUBLISHED = (PublicityState.DUE, PublicityState.DRAFT, PublicityState.APPROVED)
SHOWN = (PublicityState.PUBLISHED, PublicityState.CORRECTING)
"""What everybody may read: while a text is being corrected, the one before it stays up."""


class Concern(models.TextChoices):
    """What a text may concern that is masked or not published (PUB-2)."""

    MINOR = "minor", _("a minor")
    PRIVACY = "privacy", _("somebody's privacy")
    TRADE_SECRET = "trade_secret", _("a trade secret")
    STATE_SECRET = "state_secret", _("a state secret")
    SAFETY = "safety", _("national, public or economic safety, or social stability")
    LINKED_CASE = "linked_case", _("a linked case that is still open")
    CRIME = "crime", _("a suspected crime that was transferred")


MASKABLE = (Concern.MINOR, Concern.PRIVACY, Concern.TRADE_SECRET)


class WithholdingGround(models.TextChoices):
    CONCERN = "concern", _("its content may not be published")
    NO_INFLUENCE = "no_influence", _("a penalty without social influence")
    UNDONE = "undone", _("the decision was revoked, or found unlawful or void")


OF_PENALTIES = (WithholdingGround.NO_INFLUENCE,)
"""Grounds that the law knows for penalties alone (Penalty Law, Art. 48)."""


class Undoing(models.TextChoices):
    """How what was published ceased to stand, in the codes of the outcome of a remedy (PUB-3)."""

    CHANGED = "changed", pgettext_lazy("undoing", "changed")
    REVOKED = "revoked", pgettext_lazy("undoing", "revoked")
    UNLAWFUL = "unlawful", pgettext_lazy("undoing", "found unlawful")
    VOID = "void", pgettext_lazy("undoing", "found void")


class PublicityTask(models.TextChoices):
    """What a row of the queue waits for."""

    WRITE = "write", _("to be drafted")
    APPROVE = "approve", _("to be approved")
    PUBLISH = "publish", _("to be published")
    WITHDRAW = "withdraw", _("to be withdrawn")
    OVERDUE = "overdue", _("overdue")


PUBLICITY_ACTIONS: dict[str, Any] = {
    "case:open_publicity": _("Publicity of the decision begun"),
    "publicity:approve": _("Public text approved"),
    "publicity:correct": _("Public text being corrected"),
    "publicity:correct_report": _("Record of the yearly report corrected"),
    "publicity:draft": _("Public text drafted"),
    "publicity:drop_correction": _("Correction of the public text dropped"),
    "publicity:end": _("Term of publicity ended"),
    "publicity:end_early": _("Publicity ended on application"),
    "publicity:note_undoing": _("Recorded that it was changed or undone"),
    "publicity:publish": _("Published for everybody"),
    "publicity:publish_correction": _("Corrected text published"),
    "publicity:recount": _("Days of publicity reckoned anew"),
    "publicity:redraft": _("Publicity of the changed decision begun"),
    "publicity:report": _("Yearly report published"),
    "publicity:send_back": _("Public text sent back"),
    "publicity:withdraw": _("Withdrawn from publicity"),
    "publicity:withhold": _("Not to be published"),
}
"""How the acts on a public text are told in a timeline."""
