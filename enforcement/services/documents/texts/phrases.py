"""Sentences that several documents share: the party, the remedies, the payment (Penalty Law, Art. 59, 67, 72)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language, gettext, pgettext

from enforcement.models import Case, Counterpart
from enforcement.rules.amounts import in_capitals
from enforcement.rules.letters import Block
from foundation.wording import money_text

LINE = "＿＿＿＿＿＿＿＿"


def addressed(name: str) -> str:
    return f"{name}{pgettext('after the addressee of a letter', ':')}"


def party(counterpart: Counterpart) -> Block:
    """Who the document is addressed to; an identity number stays masked on paper too."""
    return Block.facts(
        (gettext("Party"), counterpart.name),
        (gettext("Credit code or identity number"), counterpart.shown_identifier),
        (gettext("Legal representative"), counterpart.legal_representative),
        (gettext("Address"), counterpart.address),
    )


def protected(counterpart: Counterpart) -> tuple[str, ...]:
    """What only those see who may see personal data in full."""
    return (counterpart.address,) if counterpart.is_citizen and counterpart.address else ()


def sum_of(amount: Decimal) -> str:
    """A sum in figures, in Chinese in capital numerals too."""
    if (get_language() or "").startswith("zh"):
        return f"人民币{in_capitals(amount)}（{money_text(amount)}）"
    return money_text(amount)


def remedies() -> Block:
    """What the party can do against it (Reconsideration Law, Art. 20; Litigation Law, Art. 46)."""
    return Block.notice(
        gettext(
            "If you disagree with this decision, you may apply for administrative reconsideration within 60 days "
            "of receiving it, or bring an action before the people's court within 6 months. Both are open to you; "
            "neither as a rule suspends the decision."
        )
    )


def payment() -> str:
    return gettext(
        "The fine is to be paid within 15 days of receiving this decision into the account that is named with it. "
        "For each day of delay 3% of the fine may be added, together never more than the fine itself "
        "(Administrative Penalty Law, Art. 67 and 72). Who cannot pay in time may ask for delay or instalments."
    )


def contact(case: Case) -> Block:
    """Whom to ask: the organ and the officers who handle the case."""
    people = [person.officer for person in case.people.all() if person.role == "handler"]
    return Block.facts(
        (gettext("Handling officers"), certified(people)), (gettext("Telephone"), case.organ.phone)
    )


def certified(officers: Iterable[Any]) -> str:
    """The officers, each with the number of the certificate."""
    return gettext(", ").join(_certified(officer) for officer in officers)


def to_sign(*who: Any) -> Block:
    """A line to sign on for each."""
    return Block.facts(*((gettext("Signature: %(name)s") % {"name": name}, LINE) for name in who))


def _certified(officer: Any) -> str:
    number = f" ({officer.certificate_number})" if officer.certificate_number else ""
    return f"{officer.name}{number}"
