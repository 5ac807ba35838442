"""The written demand to perform before any execution (Coercion Law, Art. 35-36, 54)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from enforcement.models import CoerciveMeasure
from enforcement.rules.letters import Block
from enforcement.services.documents.sources import Draft
from enforcement.services.documents.texts import phrases
from foundation.wording import day_text


def written_demand(measure: CoerciveMeasure) -> Draft:
    """What is to be performed, how and until when, and the right to be heard."""
    case, execution = measure.case, measure.execution
    decision = getattr(case, "decision", None)
    return Draft(
        title=_("Written demand to perform"),
        number=measure.number,
        addressee=phrases.addressed(case.counterpart.name),
        day=execution.demand_served_on,
        personal=phrases.protected(case.counterpart),
        blocks=(
            phrases.party(case.counterpart),
            Block.facts(
                (_("Decision to be performed"), decision.number if decision else ""),
                (_("To be performed by"), day_text(execution.demand_until) if execution.demand_until else ""),
            ),
            *Block.paragraphs(execution.demand),
            Block.notice(
                _(
                    "Until that day you may perform by yourself, and you may state your view and defend yourself: what "
                    "you bring forward is written down, examined, and taken up where it holds. Without good reason "
                    "and without performance it may be executed by force. An agreement in instalments is possible."
                )
            ),
            phrases.contact(case),
        ),
    )
