"""The record of an inspection and the letter that tells its result (Penalty Law, Art. 55; Art. 6)."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext as _

from enforcement.models import Inspection
from enforcement.rules.letters import Block
from enforcement.services.documents.sources import Draft
from enforcement.services.documents.texts import phrases
from enforcement.vocabulary import Finding, InspectionResult, NoteSign
from foundation.wording import moment_text


def record_of_inspection(visit: Inspection) -> Draft:
    """Who came, when, why and on what basis, what was seen, and who confirmed it."""
    refused = visit.note_sign == NoteSign.REFUSED
    signers = (visit.witness,) if refused else (visit.counterpart.name,)
    return Draft(
        title=_("Record of an on-site inspection"),
        number=visit.number,
        addressee="",
        day=timezone.localdate(visit.ended_at),
        personal=phrases.protected(visit.counterpart),
        blocks=(
            phrases.party(visit.counterpart),
            Block.facts(
                (_("Begun at"), moment_text(visit.started_at)),
                (_("Ended at"), moment_text(visit.ended_at)),
                (_("Purpose"), visit.purpose),
                (_("Basis"), visit.basis),
                (_("Filed plan"), visit.plan_reference),
                (_("Approved by"), visit.approver.name if visit.approver else ""),
                (_("Inspecting officers"), phrases.certified(row.officer for row in visit.officers.all())),
                (_("Certificates"), _("shown before the inspection began")),
            ),
            Block.heading(_("What was looked at")),
            _checklist(visit),
            Block.heading(_("What was seen")),
            *Block.paragraphs(visit.note),
            Block.facts((_("How it was confirmed"), visit.get_note_sign_display())),
            phrases.to_sign(*signers, _("Officers")),
        ),
    )


def result_of_inspection(visit: Inspection) -> Draft:
    """What the firm is told afterwards: the findings, what follows, and where to turn."""
    return Draft(
        title=_("Result of an inspection"),
        number=visit.number,
        addressee=phrases.addressed(visit.counterpart.name),
        personal=phrases.protected(visit.counterpart),
        blocks=(
            *Block.paragraphs(
                _("We visited you on %(when)s. Thank you for your time. This is what we found.")
                % {"when": moment_text(visit.started_at)}
            ),
            _checklist(visit),
            *Block.paragraphs(_FOLLOWS[visit.result]()),
            *Block.paragraphs(visit.remarks),
            Block.notice(
                _(
                    "If something in this letter is not right, tell us or our supervisors. With the code of the visit "
                    "you can say how it was; your answer goes to the supervisors and not to the officers who came."
                )
            ),
            Block.facts(
                (_("Code of the visit"), visit.code),
                (_("Inspecting officers"), phrases.certified(row.officer for row in visit.officers.all())),
                (_("Telephone"), visit.organ.phone),
            ),
        ),
    )


def _checklist(visit: Inspection) -> Block:
    return Block.facts(
        *(
            (item.matter.name, item.get_finding_display() or Finding.NOT_EXAMINED.label)
            for item in visit.items.all()
        )
    )


_FOLLOWS: dict[str, Callable[[], str]] = {
    InspectionResult.NOTHING: lambda: _("Nothing was found that has to be put right."),
    InspectionResult.GUIDANCE: lambda: _(
        "Some things can be done better. We send you guidance on how; following it is up to you where no law obliges."
    ),
    InspectionResult.CLUE: lambda: _(
        "There are signs of a violation, which are examined in a procedure of their own. You will be heard in it."
    ),
}
