"""The prior notice: facts, reasons, basis, what is intended, and the party's rights (Penalty Law, Art. 44-45, 63)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from enforcement.models import Case
from enforcement.rules.letters import Block
from enforcement.services.documents.sources import Draft
from enforcement.services.documents.texts import phrases
from foundation.wording import day_text


def prior_notice(case: Case) -> Draft:
    notice = case.notice
    return Draft(
        title=_("Prior notice of an administrative penalty"),
        number=notice.number,
        addressee=phrases.addressed(case.counterpart.name),
        day=notice.served_on,
        personal=phrases.protected(case.counterpart),
        blocks=(
            phrases.party(case.counterpart),
            Block.heading(_("1. What was found, and what is intended")),
            *Block.paragraphs(notice.content),
            Block.facts(
                (_("Case"), case.title),
                (_("Provision violated"), case.matter.violated),
                (_("Basis"), case.matter.basis),
                (_("Intended fine"), phrases.sum_of(notice.intended_fine) if notice.intended_fine else ""),
            ),
            Block.heading(_("2. Your rights")),
            Block.notice(_rights(day_text(notice.defence_until))),
            phrases.contact(case),
        ),
    )


def _rights(day: str) -> str:
    return _(
        "You may state your case and defend yourself until %(day)s, orally or in writing. What you say is examined; "
        "it never makes the penalty heavier. Where the law provides for a hearing, you may ask for one within five "
        "working days of receiving this notice."
    ) % {"day": day}
