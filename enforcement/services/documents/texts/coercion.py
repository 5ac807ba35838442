"""The decision on coercion and the notice of its end, with the items of the statute (Coercion Law, Art. 24-37)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from enforcement.models import CoerciveMeasure
from enforcement.rules.letters import Block
from enforcement.services.documents.sources import Draft
from enforcement.services.documents.texts import phrases
from enforcement.services.documents.texts.things import things_of
from enforcement.vocabulary.coercion import CoercionState
from foundation.wording import day_text, moment_text


def coercion_decision(measure: CoerciveMeasure) -> Draft:
    """Party, reasons, basis, what is done and for how long, the things, and the remedies."""
    case = measure.case
    told_at = measure.approved_at or measure.applied_at
    return Draft(
        title=_("Decision on coercive execution")
        if measure.is_execution
        else _("Decision on a coercive measure"),
        number=measure.number,
        addressee=phrases.addressed(case.counterpart.name),
        day=timezone.localdate(told_at) if told_at else None,
        personal=phrases.protected(case.counterpart),
        blocks=(
            phrases.party(case.counterpart),
            Block.heading(_("1. Reasons and basis")),
            *_reasons(measure),
            Block.heading(_("2. Decision")),
            _what(measure),
            *things_of(measure),
            Block.heading(_("3. Your rights and remedies")),
            Block.notice(_rights(measure)),
            phrases.remedies(),
            phrases.contact(case),
        ),
    )


def _rights(measure: CoerciveMeasure) -> str:
    if measure.is_execution:
        return _(
            "You may still perform by yourself; then nothing is executed by force. You may state your view and defend "
            "yourself; it is heard and written down. An agreement in instalments is possible."
        )
    return _(
        "You may state your view and defend yourself on the spot and afterwards; it is heard and written down. What is "
        "kept is kept with care and at no cost to you; it goes back as soon as it is not needed any more, and at the "
        "latest when the term is over."
    )


def _reasons(measure: CoerciveMeasure) -> Iterator[Block]:
    case = measure.case
    yield from Block.paragraphs(case.facts_found or case.title)
    tried = (measure.means_tried, measure.why_useless, measure.alternative, measure.why_not_enough)
    labels = (
        _("Milder means that were tried"),
        _("Why milder means are useless"),
        _("Milder alternative considered"),
        _("Why it is not enough"),
    )
    yield Block.facts(
        (_("Matter"), case.matter.name),
        *zip(labels, tried, strict=True),
        (_("Basis"), measure.legal_basis),
    )


def _what(measure: CoerciveMeasure) -> Block:
    return Block.facts(
        (_("Kind of coercion"), measure.get_kind_display()),
        (_("Things or premises concerned"), measure.scope),
        (_("Place"), measure.place),
        (_("Amount"), phrases.sum_of(measure.amount) if measure.amount is not None else ""),
        (_("Applied at"), moment_text(measure.applied_at) if measure.applied_at else ""),
        (
            _("Planned for"),
            moment_text(measure.planned_at) if not measure.applied_at and measure.planned_at else "",
        ),
        (_("Term"), _("%(days)s days") % {"days": measure.term_days} if measure.term_days else ""),
        (_("Ends on"), day_text(measure.expires_on) if measure.expires_on else ""),
    )


def end_of_coercion(measure: CoerciveMeasure) -> Draft:
    """What has ended, since when and why, and what became of each thing."""
    case = measure.case
    return Draft(
        title=_("Notice that a coercive measure has ended"),
        number=measure.number,
        addressee=phrases.addressed(case.counterpart.name),
        day=measure.over_on,
        personal=phrases.protected(case.counterpart),
        blocks=(
            phrases.party(case.counterpart),
            Block.facts(
                (_("Measure"), measure.get_kind_display()),
                (_("Applied at"), moment_text(measure.applied_at) if measure.applied_at else ""),
                (_("Ended on"), day_text(measure.over_on) if measure.over_on else ""),
                (_("Why it ended"), measure.end_reason or _lapse(measure)),
            ),
            *things_of(measure),
            Block.notice(
                _(
                    "From that day on nothing is sealed, seized or frozen under this measure. Whatever is named here "
                    "as kept is to be given back to you at once; call the officers if it is not."
                )
            ),
            phrases.contact(case),
            phrases.to_sign(case.counterpart.name),
        ),
    )


def _lapse(measure: CoerciveMeasure) -> str:
    if measure.state != CoercionState.EXPIRED:
        return ""
    return _("Its term was over.") if measure.approved_at else _("Nobody approved it within 24 hours.")
