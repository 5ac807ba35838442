"""Roles are granted and revoked by the security administrator alone, with a reason (Art. 4)."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Officer, RoleGrant
from enforcement.rules.officers import obstacles_to_granting, obstacles_to_revoking
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission, Role
from foundation.record import audited


def grant_role(
    officer_id: int, *, by: Actor, at: datetime, role: str, why: str, expected: int | None = None
) -> Officer:
    """Give an officer a role; nobody grants to oneself, and administrators hold one role only."""
    by.require(Permission.ROLE_GRANT)
    with audited("role:grant", by=by, at=at, under=Article(4), why=why):
        officer: Officer = Officer.objects.workable_by(by).locked(officer_id, expected=expected)
        give(officer, Role(role), by=by)
        officer.auth_epoch += 1
        officer.save()
        return officer


def revoke_role(
    officer_id: int, *, by: Actor, at: datetime, role: str, why: str, expected: int | None = None
) -> Officer:
    """Take a role from an officer; raises DoesNotExist when it is not held."""
    by.require(Permission.ROLE_GRANT)
    with audited("role:revoke", by=by, at=at, under=Article(4), why=why):
        officer: Officer = Officer.objects.workable_by(by).locked(officer_id, expected=expected)
        grant = RoleGrant.objects.get(officer=officer, role=role)
        others = RoleGrant.objects.filter(role=role, officer__is_active=True).exclude(pk=grant.pk)
        found = obstacles_to_revoking(
            role=Role(role), is_oneself=by.officer_id == officer.pk, is_last=not others.exists()
        )
        if obstacles := list(found):
            raise Refused(obstacles)
        grant.delete()
        officer.auth_epoch += 1
        officer.save()
        return officer


def give(officer: Officer, role: Role, *, by: Actor) -> None:
    """Write a grant inside an open act; raises Refused when rules stand against it."""
    held = frozenset(
        Role(r) for r in RoleGrant.objects.filter(officer=officer).values_list("role", flat=True)
    )
    is_oneself = by.officer_id is not None and by.officer_id == officer.pk
    if found := list(obstacles_to_granting(held=held, role=role, is_oneself=is_oneself)):
        raise Refused(found)
    if role not in held:
        RoleGrant(officer=officer, role=role).save()
