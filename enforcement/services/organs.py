"""Regions, organs, officers, roles and tokens (Art. 4)."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from pypinyin import lazy_pinyin

from enforcement.models import AccessToken, Officer, Organ, OrganField, Region, RoleGrant
from enforcement.vocabulary import RegionLevel
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import ADMINISTRATORS, Permission, Role
from foundation.record import audited


def found_region(*, by: Actor, at: datetime, **values: Any) -> Region:
    """Enter a region of the territory."""
    by.require(Permission.ORGAN_EDIT)
    with audited("region:found", by=by, at=at, under=Article(4)):
        region = Region(**values)
        region.save()
        return region


def found_organ(*, by: Actor, at: datetime, fields: list[Any] | None = None, **values: Any) -> Organ:
    """Enter an organ with its place in territory and line, and its fields of enforcement."""
    by.require(Permission.ORGAN_EDIT)
    with audited("organ:found", by=by, at=at, under=Article(4)):
        organ = Organ(**values)
        organ.district = organ.region.county
        organ.save()
        _place_in_line(organ)
        organ.save()
        for field in fields or []:
            OrganField(organ=organ, field=field).save()
        return organ


def _place_in_line(organ: Organ) -> None:
    parent = organ.parent
    organ.line = (
        organ if parent is None and organ.level == RegionLevel.CITY else parent.line if parent else None
    )
    if organ.level == RegionLevel.COUNTY:
        organ.branch = organ
    elif organ.level == RegionLevel.TOWNSHIP and parent:
        organ.branch = parent.branch


def name_first_responsible(organ_id: int, *, by: Actor, at: datetime, officer: Officer) -> Organ:
    """Name the principal head as first responsible person of the organ (Art. 4 para. 3)."""
    by.require(Permission.ORGAN_EDIT)
    with audited("organ:name_first_responsible", by=by, at=at, under=Article(4)):
        organ = Organ.objects.locked(organ_id)
        organ.first_responsible = officer
        organ.save()
        return organ


def enrol_officer(
    *, by: Actor, at: datetime, roles: list[str], password: str | None = None, **values: Any
) -> Officer:
    """Enter an officer with roles; without a password the account cannot be signed into."""
    by.require(Permission.OFFICER_EDIT)
    with audited("officer:enrol", by=by, at=at, under=Article(4)):
        officer = Officer(**values)
        officer.name_pinyin = " ".join(lazy_pinyin(officer.name_zh))
        officer.set_password(password)
        officer.save()
        for role in roles:
            _grant(officer, role)
        return officer


def grant_role(officer_id: int, *, by: Actor, at: datetime, role: str, why: str) -> Officer:
    """Give an officer a role; nobody grants to oneself, and administrators hold one role only."""
    by.require(Permission.ROLE_GRANT)
    if by.officer_id == officer_id:
        raise Refused(
            [
                Obstacle(
                    code="role:own",
                    message=_("Nobody grants a role to oneself."),
                    article=Article(4),
                    next_step=_("Ask another security administrator."),
                )
            ]
        )
    with audited("role:grant", by=by, at=at, under=Article(4), why=why):
        officer = Officer.objects.locked(officer_id)
        _grant(officer, role)
        officer.auth_epoch += 1
        officer.save()
        return officer


def _grant(officer: Officer, role: str) -> None:
    held = set(RoleGrant.objects.filter(officer=officer).values_list("role", flat=True))
    administrative = {r.value for r in ADMINISTRATORS}
    if held and (held | {role}) & administrative and held != {role}:
        raise Refused(
            [
                Obstacle(
                    code="role:disjoint",
                    message=_("An administrator of the system holds no other role."),
                    article=Article(4),
                    next_step=_("Enrol another person for this role."),
                )
            ]
        )
    if role not in held:
        RoleGrant(officer=officer, role=Role(role)).save()


def issue_token(
    *, by: Actor, at: datetime, officer: Officer, name: str, scopes: list[str], days: int
) -> tuple[AccessToken, str]:
    """Issue a token with no more than its owner's rights; returns the row and the secret, shown once."""
    by.require(Permission.TOKEN_ISSUE)
    held = {p.value for p in officer.as_actor().permissions}
    excess = sorted(set(scopes) - held)
    if excess:
        raise Refused(
            [
                Obstacle(
                    code="token:excess",
                    message=_("The owner does not hold: %(scopes)s.") % {"scopes": ", ".join(excess)},
                    article=Article(4),
                    next_step=_("Choose among the owner's own rights."),
                )
            ]
        )
    secret = "gp_" + secrets.token_urlsafe(32)
    with audited("token:issue", by=by, at=at, under=Article(4), why=name):
        token = AccessToken(
            officer=officer,
            name=name,
            prefix=secret[:8],
            digest=digest_of(secret),
            scopes=sorted(scopes),
            expires_at=at + timedelta(days=days),
        )
        token.save()
        return token, secret


def digest_of(secret: str) -> str:
    """SHA-256 of a token: its 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def token_of(secret: str, *, at: datetime) -> AccessToken | None:
    """The live token with this secret, with its officer, organ and roles."""
    live = Q(revoked_at=None) & Q(expires_at__gt=at) & Q(officer__is_active=True)
    return (
        AccessToken.objects.filter(live, digest=digest_of(secret))
        .select_related("officer__organ", "use")
        .prefetch_related("officer__grants")
        .first()
    )


def revoke_token(token_id: int, *, by: Actor, at: datetime, why: str = "") -> AccessToken:
    """End a token at once."""
    by.require(Permission.TOKEN_ISSUE)
    with audited("token:revoke", by=by, at=at, under=Article(4), why=why):
        token = AccessToken.objects.locked(token_id)
        token.revoked_at = at
        token.save()
        return token
