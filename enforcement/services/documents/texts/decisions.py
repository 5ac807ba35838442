"""Decisions with the six items that the statute asks for (Penalty Law, Art. 57, 59)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from enforcement.models import Case, Decision
from enforcement.rules.letters import Block
from enforcement.services.documents.sources import Draft
from enforcement.services.documents.texts import phrases
from foundation.wording import day_text


def penalty_decision(case: Case) -> Draft:
    return _decision(case, _("Decision on an administrative penalty"), tuple(_penalty(case)))


def no_penalty_decision(case: Case) -> Draft:
    return _decision(case, _("Decision not to impose an administrative penalty"), tuple(_no_penalty(case)))


def _decision(case: Case, title: str, ruling: tuple[Block, ...]) -> Draft:
    decision, matter = case.decision, case.matter
    return Draft(
        title=title,
        number=decision.number,
        addressee=phrases.addressed(case.counterpart.name),
        day=decision.decided_on,
        personal=phrases.protected(case.counterpart),
        blocks=(
            phrases.party(case.counterpart),
            Block.heading(_("1. Facts and evidence")),
            *Block.paragraphs(case.facts_found),
            *_evidence(case),
            Block.heading(_("2. Reasons and basis")),
            *Block.paragraphs(decision.reasons),
            Block.facts(
                (_("Matter"), matter.name),
                (_("Provision violated"), matter.violated),
                (_("Basis"), matter.basis),
            ),
            Block.heading(_("3. Decision")),
            *ruling,
            Block.heading(_("4. Remedies")),
            phrases.remedies(),
            phrases.contact(case),
        ),
    )


def _evidence(case: Case) -> Iterator[Block]:
    titles = [row.title for row in case.evidence.all()]
    if titles:
        yield from Block.paragraphs(
            _("This is proven by: %(evidence)s.") % {"evidence": _(", ").join(titles)}
        )


def _penalty(case: Case) -> Iterator[Block]:
    decision = case.decision
    yield Block.facts(
        (_("Kind of penalty"), decision.get_penalty_kind_display()),
        (_("Fine"), phrases.sum_of(decision.fine) if decision.fine is not None else ""),
        (_("Tier of circumstances"), decision.get_tier_display()),
        (_("To be carried out by"), day_text(decision.carry_out_by) if decision.carry_out_by else ""),
    )
    yield from _order(decision)
    if decision.fine:
        yield from Block.paragraphs(phrases.payment())


def _no_penalty(case: Case) -> Iterator[Block]:
    decision = case.decision
    yield from Block.paragraphs(_("No administrative penalty is imposed."))
    if decision.education:
        yield from Block.paragraphs(_("Education given: %(education)s") % {"education": decision.education})
    yield from _order(decision)


def _order(decision: Decision) -> Iterator[Block]:
    if decision.correction_order:
        yield from Block.paragraphs(_("To be corrected: %(order)s") % {"order": decision.correction_order})
    if decision.correct_by:
        yield Block.facts((_("To be corrected by"), day_text(decision.correct_by)))
