"""What stands against registering a counterpart: wrong check digits, people not yet born (Art. 8)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError as NumberError

from enforcement.vocabulary import CounterpartKind
from foundation.articles import Article
from foundation.obstacles import Obstacle


def standard_form(identifier: str) -> str:
    """The identifier as it is stored: folded, without blanks and hyphens, capital letters."""
    folded = unicodedata.normalize("NFKC", identifier).upper()
    return "".join(sign for sign in folded if sign.isalnum())


def is_credit_code(text: str) -> bool:
    """Whether ``text`` is a unified social credit code with a right check sign."""
    return bool(uscc.is_valid(standard_form(text)))


def looks_like_identity_number(text: str) -> bool:
    """Whether ``text`` has the shape of an identity number, right or mistyped: it belongs in no address."""
    plain = standard_form(text)
    return len(plain) >= 15 and plain[:-1].isdigit() and not is_credit_code(plain)


def obstacles_to_identifier(*, kind: str, identifier: str) -> Iterator[Obstacle]:
    """The check digit, and the length, of a credit code or identity number; an empty one is allowed."""
    plain = standard_form(identifier)
    if not plain:
        return
    citizen = kind == CounterpartKind.CITIZEN
    try:
        (ric if citizen else uscc).validate(plain)
    except NumberError:
        yield Obstacle(
            code="counterpart:identifier",
            message=_("This is not a valid identity number.")
            if citizen
            else _("This is not a valid unified social credit code."),
            article=Article(8),
            next_step=_("Check all 18 signs; the last one is computed from the others."),
            field="identifier",
        )


def birth_year_of(identifier: str) -> int | None:
    """The year of birth that a valid identity number tells."""
    return int(ric.get_birth_date(identifier).year) if identifier else None


def obstacle_of_twin() -> Obstacle:
    """Somebody registered the same identifier before."""
    return Obstacle(
        code="counterpart:twin",
        message=_("This identifier is registered already."),
        article=Article(8),
        next_step=_("Search for it and use the existing entry."),
        field="identifier",
    )


def obstacles_to_revealing(*, why: str) -> Iterator[Obstacle]:
    """Personal data is shown in full for a stated reason only."""
    if len(why.strip()) < 2:
        yield Obstacle(
            code="counterpart:reveal_reason",
            message=_("Say why you need to see it."),
            article=Article(6),
            field="why",
            next_step=_("Name the case or the purpose."),
        )
