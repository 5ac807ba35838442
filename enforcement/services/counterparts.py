"""Registering counterparts with checked identifiers, and finding them (Art. 8, 9)."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from pypinyin import Style, lazy_pinyin
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError as NumberError

from enforcement.models import Contact, Counterpart, CounterpartSearch, Licence, Organ
from enforcement.vocabulary import CounterpartKind
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from foundation.record.entry import tell
from foundation.secrecy import blind_index


def checked_identifier(*, kind: str, identifier: str) -> str:
    """The identifier in its standard form; raises Refused when its check digit is wrong."""
    plain = unicodedata.normalize("NFKC", identifier).strip().upper()
    if not plain:
        return ""
    check = ric if kind == CounterpartKind.CITIZEN else uscc
    try:
        return str(check.validate(plain))
    except NumberError as error:
        raise Refused([_bad_identifier(kind)]) from error


def _bad_identifier(kind: str) -> Obstacle:
    citizen = kind == CounterpartKind.CITIZEN
    return Obstacle(
        code="counterpart:identifier",
        message=_("This is not a valid identity number.")
        if citizen
        else _("This is not a valid unified social credit code."),
        article=Article(8),
        next_step=_("Check all 18 signs; the last one is computed from the others."),
        field="identifier",
    )


def register_counterpart(*, by: Actor, at: datetime, **values: Any) -> Counterpart:
    """Register a counterpart; raises Refused when the identifier is wrong or known already."""
    by.require(Permission.COUNTERPART_EDIT)
    with audited("counterpart:register", by=by, at=at, under=Article(8)):
        counterpart = Counterpart()
        counterpart.place_under(Organ.objects.get(pk=by.organ_id))
        _write(counterpart, values)
        return counterpart


def edit_counterpart(
    counterpart_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> Counterpart:
    """Correct what is known of a counterpart."""
    by.require(Permission.COUNTERPART_EDIT)
    with audited("counterpart:edit", by=by, at=at, under=Article(8)):
        counterpart: Counterpart = Counterpart.objects.workable_by(by).locked(
            counterpart_id, expected=expected
        )
        _write(counterpart, values)
        return counterpart


def _write(counterpart: Counterpart, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(counterpart, name, value)
    counterpart.identifier = checked_identifier(kind=counterpart.kind, identifier=counterpart.identifier)
    counterpart.identifier_index = blind_index(counterpart.identifier)
    _refuse_twin(counterpart)
    if counterpart.is_citizen and counterpart.identifier:
        counterpart.birth_year = ric.get_birth_date(counterpart.identifier).year
    counterpart.district = counterpart.region.county
    counterpart.name_pinyin = " ".join(lazy_pinyin(counterpart.name))[:400]
    counterpart.save()
    CounterpartSearch.objects.update_or_create(
        counterpart=counterpart, defaults={"grams": grams_of(counterpart.name)}
    )


def _refuse_twin(counterpart: Counterpart) -> None:
    if not counterpart.identifier_index:
        return
    twins = Counterpart.objects.filter(identifier_index=counterpart.identifier_index)
    if twins.exclude(pk=counterpart.pk).exists():
        raise Refused(
            [
                Obstacle(
                    code="counterpart:twin",
                    message=_("This identifier is registered already."),
                    article=Article(8),
                    next_step=_("Search for it and use the existing entry."),
                    field="identifier",
                )
            ]
        )


def grams_of(name: str) -> str:
    """One- and two-sign grams of a name and of its pinyin initials, for search of any length.

    The same tokens serve PostgreSQL and SQLite; two-sign Chinese queries are found on both.
    """
    plain = "".join(unicodedata.normalize("NFKC", name).lower().split())
    initials = "".join(lazy_pinyin(plain, style=Style.FIRST_LETTER))
    tokens = {*plain, *(plain[i : i + 2] for i in range(len(plain) - 1))}
    return " ".join(sorted(tokens)) + " " + initials


def add_contact(counterpart_id: int, *, by: Actor, at: datetime, **values: Any) -> Contact:
    """Add a contact person of a counterpart."""
    by.require(Permission.COUNTERPART_EDIT)
    with audited("counterpart:add_contact", by=by, at=at, under=Article(8)):
        contact = Contact(counterpart=Counterpart.objects.workable_by(by).get(pk=counterpart_id), **values)
        contact.save()
        return contact


def add_licence(counterpart_id: int, *, by: Actor, at: datetime, **values: Any) -> Licence:
    """Add a licence of a counterpart with its dates."""
    by.require(Permission.COUNTERPART_EDIT)
    with audited("counterpart:add_licence", by=by, at=at, under=Article(8)):
        licence = Licence(counterpart=Counterpart.objects.workable_by(by).get(pk=counterpart_id), **values)
        licence.save()
        return licence


def reveal(counterpart_id: int, *, by: Actor, at: datetime, why: str) -> Counterpart:
    """Show personal data in full for a stated reason; the look itself is recorded."""
    by.require(Permission.COUNTERPART_REVEAL)
    if not why.strip():
        raise Refused(
            [
                Obstacle(
                    code="counterpart:reveal_reason",
                    message=_("Say why you need to see it."),
                    article=Article(6),
                    field="why",
                    next_step=_("Name the case or the purpose."),
                )
            ]
        )
    counterpart: Counterpart = Counterpart.objects.visible_to(by).get(pk=counterpart_id)
    with audited("counterpart:reveal", by=by, at=at, under=Article(6), why=why) as entry:
        tell(entry, counterpart)
    return counterpart
