"""The order to correct within a time limit, and the receipt of service (Penalty Law, Art. 28, 61)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from enforcement.models import Case
from enforcement.rules.letters import Block
from enforcement.services.documents.sources import Draft
from enforcement.services.documents.texts import phrases
from foundation.wording import day_text


def correction_order(case: Case) -> Draft:
    order = getattr(getattr(case, "decision", None), "correction_order", "")
    return Draft(
        title=_("Order to correct within a time limit"),
        addressee=phrases.addressed(case.counterpart.name),
        personal=phrases.protected(case.counterpart),
        blocks=(
            phrases.party(case.counterpart),
            *Block.paragraphs(case.facts_found or case.title),
            Block.facts(
                (_("Matter"), case.matter.name),
                (_("Provision violated"), case.matter.violated),
                (_("To be corrected by"), day_text(case.circumstances.correct_by)),
            ),
            *Block.paragraphs(order),
            Block.notice(
                _(
                    "Correct what is named here by that day and tell us when it is done; we look at it again and "
                    "gladly explain how. Correction in time is taken into account in your favour. You may state "
                    "your view at any time."
                )
            ),
            phrases.remedies(),
            phrases.contact(case),
        ),
    )


def receipt_of_service(case: Case) -> Draft:
    decision, line = case.decision, "＿＿＿＿＿＿＿＿"
    return Draft(
        title=_("Receipt of service"),
        addressee="",
        personal=phrases.protected(case.counterpart),
        blocks=(
            Block.facts(
                (_("Document served"), decision.number),
                (_("Case"), case.title),
                (_("Served on"), day_text(decision.served_on) if decision.served_on else line),
                (_("Way of service"), line),
                (_("Place of service"), case.counterpart.address or line),
                (_("Received by (signature)"), line),
                (_("Reason, if it was refused"), line),
                (_("Witness"), line),
                (_("Served by"), _(" and ").join([line, line])),
            ),
            phrases.party(case.counterpart),
        ),
    )
