"""Officers come, change, move and leave (Art. 4, 7)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from pypinyin import lazy_pinyin

from enforcement.models import CasePerson, Officer, Organ, RoleGrant
from enforcement.rules.officers import DutyFacts, obstacles_to_leaving
from enforcement.services.officers.certificates import plan_expiry
from enforcement.services.officers.roles import give
from enforcement.vocabulary import OPEN_STATES
from foundation.actors import Actor
from foundation.articles import Article
from foundation.firing import weigh
from foundation.permissions import Permission, Role
from foundation.record import audited


def enrol_officer(
    *, by: Actor, at: datetime, roles: list[str] | None = None, password: str | None = None, **values: Any
) -> Officer:
    """Enter an officer; without a password the account cannot be signed into.

    Who keeps the staff of an organ does not grant roles: giving any needs that permission too.
    """
    by.require(Permission.OFFICER_EDIT)
    if roles:
        by.require(Permission.ROLE_GRANT)
    with audited("officer:enrol", by=by, at=at, under=Article(4)):
        officer = Officer(**values)
        _refuse_foreign_organ(officer.organ, by)
        officer.username = officer.username.strip().casefold()
        _spell(officer)
        officer.set_password(password)
        officer.save()
        for role in roles or []:
            give(officer, Role(role), by=by)
        plan_expiry(officer, at=at)
        return officer


def edit_officer(
    officer_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> Officer:
    """Correct name, post, e-mail or qualification; raises Stale, or DoesNotExist outside the own organs."""
    with _working_on(officer_id, "edit", by=by, at=at, expected=expected) as officer:
        for name, value in values.items():
            setattr(officer, name, value)
        _spell(officer)
        officer.save()
        return officer


def record_certificate(
    officer_id: int,
    *,
    by: Actor,
    at: datetime,
    certificate_number: str,
    certificate_state: str,
    certificate_until: date | None = None,
    expected: int | None = None,
) -> Officer:
    """Record the enforcement certificate as it was issued, suspended or revoked (Penalty Law, Art. 42)."""
    with _working_on(officer_id, "certificate", by=by, at=at, expected=expected) as officer:
        officer.certificate_number = certificate_number
        officer.certificate_state = certificate_state
        officer.certificate_until = certificate_until
        officer.save()
        plan_expiry(officer, at=at)
        return officer


def move_officer(
    officer_id: int,
    *,
    by: Actor,
    at: datetime,
    organ: Organ,
    post: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Officer:
    """Move an officer to another organ; whoever is signed in must sign in anew."""
    with _working_on(officer_id, "move", by=by, at=at, expected=expected) as officer:
        _refuse_foreign_organ(organ, by)
        _refuse_leaving(officer, "officer:move", by=by, at=at, overrides=overrides)
        officer.organ, officer.post = organ, post
        _end_sessions(officer)
        return officer


def deactivate_officer(
    officer_id: int,
    *,
    by: Actor,
    at: datetime,
    why: str,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Officer:
    """Close an account: its sessions end at once, its tokens find nobody."""
    with _working_on(officer_id, "deactivate", by=by, at=at, expected=expected, why=why) as officer:
        _refuse_leaving(officer, "officer:deactivate", by=by, at=at, overrides=overrides)
        officer.is_active = False
        _end_sessions(officer)
        return officer


def reactivate_officer(
    officer_id: int, *, by: Actor, at: datetime, why: str, expected: int | None = None
) -> Officer:
    """Open a closed account again; old sessions stay ended."""
    with _working_on(officer_id, "reactivate", by=by, at=at, expected=expected, why=why) as officer:
        officer.is_active = True
        _end_sessions(officer)
        return officer


@contextmanager
def _working_on(
    officer_id: int,
    verb: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None,
    why: str = "",
) -> Iterator[Officer]:
    by.require(Permission.OFFICER_EDIT)
    with audited(f"officer:{verb}", by=by, at=at, under=Article(4), why=why):
        yield Officer.objects.workable_by(by).locked(officer_id, expected=expected)


def _spell(officer: Officer) -> None:
    officer.name_pinyin = " ".join(lazy_pinyin(officer.name_zh))[:200]


def _end_sessions(officer: Officer) -> None:
    officer.auth_epoch += 1
    officer.save()


def _refuse_foreign_organ(organ: Organ | None, by: Actor) -> None:
    """An officer is put only into an organ that ``by`` keeps; raises DoesNotExist."""
    if organ is not None:
        Organ.objects.workable_by(by).get(pk=organ.pk)


def _refuse_leaving(
    officer: Officer, action: str, *, by: Actor, at: datetime, overrides: dict[str, str] | None
) -> None:
    security = RoleGrant.objects.filter(role=Role.SECURITY_ADMIN, officer__is_active=True)
    facts = DutyFacts(
        first_responsible_for=tuple(o.name for o in officer.responsible_for.all()),
        open_cases=CasePerson.objects.filter(officer=officer, case__state__in=OPEN_STATES).count(),
        last_security_administrator=Role.SECURITY_ADMIN in officer.roles
        and not security.exclude(officer=officer).exists(),
        is_oneself=officer.pk == by.officer_id,
    )
    weigh(
        obstacles_to_leaving(facts),
        action=action,
        thing=officer,
        by=by,
        at=at,
        overrides=overrides,
        facts=facts,
    )
