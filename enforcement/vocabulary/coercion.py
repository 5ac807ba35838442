"""The words of administrative coercion: measures and executions, used only where needed (Art. 5, 10 (2))."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CoercionKind(models.TextChoices):
    """Measures of Article 9 and executions of Article 12 of the Administrative Coercion Law."""

    SEAL = "seal", _("sealing of premises, facilities or property")
    SEIZE = "seize", _("seizure of property")
    FREEZE = "freeze", _("freezing of deposits or remittances")
    RESTRICT = "restrict", _("restriction of a citizen's liberty")
    SURCHARGE = "surcharge", _("surcharge on an overdue fine or fee")
    TRANSFER = "transfer", _("transfer of deposits or remittances")
    AUCTION = "auction", _("auction or disposal of sealed or seized property")
    REMOVAL = "removal", _("removal of an obstruction, restoration")
    DEMOLITION = "demolition", _("demolition of an unlawful building")
    SUBSTITUTE = "substitute", _("substitute performance")


MEASURES = (CoercionKind.SEAL, CoercionKind.SEIZE, CoercionKind.FREEZE, CoercionKind.RESTRICT)
EXECUTIONS = tuple(kind for kind in CoercionKind if kind not in MEASURES)
OF_THINGS = (CoercionKind.SEAL, CoercionKind.SEIZE)
ONLY_BY_LAW = (CoercionKind.FREEZE, CoercionKind.RESTRICT)


class CoercionState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("coercion", "being prepared")
    PROPOSED = "proposed", pgettext_lazy("coercion", "awaiting approval")
    APPROVED = "approved", pgettext_lazy("coercion", "approved")
    APPLIED = "applied", pgettext_lazy("coercion", "in force")
    AGREED = "agreed", pgettext_lazy("coercion", "execution agreement")
    SUSPENDED = "suspended", pgettext_lazy("coercion", "execution suspended")
    LIFTED = "lifted", pgettext_lazy("coercion", "lifted")
    EXPIRED = "expired", pgettext_lazy("coercion", "lapsed")
    CONVERTED = "converted", pgettext_lazy("coercion", "passed into the decision")
    COMPLETED = "completed", pgettext_lazy("coercion", "carried out")
    ENDED = "ended", pgettext_lazy("coercion", "no longer executed")
    WITHDRAWN = "withdrawn", pgettext_lazy("coercion", "withdrawn")


UNAPPLIED = (CoercionState.DRAFT, CoercionState.PROPOSED, CoercionState.APPROVED)
OPEN_COERCION = (*UNAPPLIED, CoercionState.APPLIED, CoercionState.AGREED, CoercionState.SUSPENDED)


class BasisLevel(models.TextChoices):
    """Who made the rule that allows the measure: freezing and liberty only by statute (Art. 9-11)."""

    LAW = "law", _("law")
    REGULATION = "regulation", _("administrative regulation")
    LOCAL = "local", _("local regulation")


class SiteStep(models.TextChoices):
    """What officers do on the spot, as Articles 18 and 24 of the Coercion Law order it."""

    CERTIFICATES = "certificates", _("both officers showed their certificates")
    PARTY_CALLED = "party_called", _("the party was called to the place")
    REASONS_TOLD = "reasons_told", _("reasons, basis, rights and remedies were told on the spot")
    PARTY_HEARD = "party_heard", _("the party's statement and defence were heard")
    NOTE_MADE = "note_made", _("an on-site note was written")
    NOTE_SIGNED = "note_signed", _("the note was signed, or the refusal was written into it")
    DOCUMENT_HANDED = "document_handed", _("the decision was handed over on the spot")
    LIST_HANDED = "list_handed", _("the list of things was handed over, in two copies")


class ItemFate(models.TextChoices):
    KEPT = "kept", pgettext_lazy("seized thing", "kept")
    RETURNED = "returned", pgettext_lazy("seized thing", "returned")
    CONFISCATED = "confiscated", pgettext_lazy("seized thing", "confiscated")
    DESTROYED = "destroyed", pgettext_lazy("seized thing", "destroyed by law")
    SOLD = "sold", pgettext_lazy("seized thing", "sold; the proceeds are kept or paid back")


class SuspensionGround(models.TextChoices):
    """Why an execution stands still (Coercion Law, Art. 39)."""

    NO_ABILITY = "no_ability", _("the party has difficulties or is for the time unable to perform")
    THIRD_PARTY = "third_party", _("a third person claims rights with reason")
    IRREPARABLE = "irreparable", _("loss that cannot be made good, and no harm to the public")
    OTHER = "other", _("another ground the organ accepts")


COERCION_ACTIONS: dict[str, Any] = {
    "coercion:add_item": _("A thing was entered in the inventory"),
    "coercion:add_testing": _("Testing time recorded"),
    "coercion:agree": _("Execution agreement concluded"),
    "coercion:announce": _("Demolition announced"),
    "coercion:answer_demand": _("Defence against the demand answered"),
    "coercion:apply": _("Coercion applied"),
    "coercion:apply_urgently": _("Coercion applied at once, in urgency"),
    "coercion:approve": _("Coercion approved"),
    "coercion:complete": _("Execution carried out"),
    "coercion:confirm": _("Urgent coercion approved afterwards"),
    "coercion:convert": _("Passed into the decision"),
    "coercion:deal_with_item": _("A thing was returned or dealt with"),
    "coercion:draft": _("Coercion is being considered"),
    "coercion:edit": _("Proposal of coercion corrected"),
    "coercion:edit_item": _("Inventory corrected"),
    "coercion:end": _("Execution ended for good"),
    "coercion:expire": _("Coercion lapsed"),
    "coercion:extend": _("Coercion extended"),
    "coercion:lift": _("Coercion lifted"),
    "coercion:propose": _("Coercion proposed"),
    "coercion:remove_item": _("A thing was taken off the inventory"),
    "coercion:resume": _("Execution resumed"),
    "coercion:return_to_draft": _("Proposal of coercion sent back"),
    "coercion:revise": _("Approved coercion changed: its approval is void"),
    "coercion:serve_demand": _("Written demand served"),
    "coercion:serve_document": _("Freezing decision served"),
    "coercion:suspend": _("Execution suspended"),
    "coercion:withdraw": _("Proposal of coercion withdrawn"),
}
"""How the acts of coercion are told in a timeline."""
