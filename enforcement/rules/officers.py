"""What stands against roles, moves and leaving: three administrators, and nobody alone (Art. 4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity
from foundation.permissions import ADMINISTRATORS, Role

LONGEST_TOKEN = 366


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """What an officer still has in hand."""

    first_responsible_for: tuple[str, ...] = ()
    open_cases: int = 0
    last_security_administrator: bool = False
    is_oneself: bool = False


def obstacles_to_granting(*, held: frozenset[Role], role: Role, is_oneself: bool) -> Iterator[Obstacle]:
    """Nobody grants to oneself; an administrator of the system holds that one role only."""
    if is_oneself:
        yield _own_role()
    if held and (held | {role}) & ADMINISTRATORS and held != {role}:
        yield Obstacle(
            code="role:disjoint",
            message=_("An administrator of the system holds no other role."),
            article=Article(4),
            next_step=_("Enrol another person for this role."),
            field="role",
        )


def obstacles_to_revoking(*, role: Role, is_oneself: bool, is_last: bool) -> Iterator[Obstacle]:
    """Nobody changes the own roles, and somebody must remain who can grant them."""
    if is_oneself:
        yield _own_role()
    if role == Role.SECURITY_ADMIN and is_last:
        yield _last_security_administrator()


def obstacles_to_resetting_second_factor(*, has_one: bool, is_oneself: bool) -> Iterator[Obstacle]:
    """Nobody opens the own account with half its keys, and what is not there is not reset."""
    if is_oneself:
        yield Obstacle(
            code="second_factor:own",
            message=_("Nobody resets one's own second factor."),
            article=Article(4),
            next_step=_("Remove it on the page of your account, by a code; or ask another administrator."),
        )
    if not has_one:
        yield Obstacle(
            code="second_factor:none",
            message=_("No device is bound to this account."),
            article=Article(4),
            next_step=_("The officer binds one at the next sign-in, or on the page of the own account."),
        )


def obstacles_to_leaving(facts: DutyFacts) -> Iterator[Obstacle]:
    """An officer leaves an organ without leaving it headless, and hands over what is open."""
    if facts.is_oneself:
        yield Obstacle(
            code="officer:oneself",
            message=_("Nobody deactivates or moves oneself."),
            article=Article(4),
            next_step=_("Ask another administrator."),
        )
    if facts.last_security_administrator:
        yield _last_security_administrator()
    if facts.first_responsible_for:
        names = ", ".join(facts.first_responsible_for)
        yield Obstacle(
            code="officer:first_responsible",
            message=_("This officer is the first responsible person of: %(organs)s.") % {"organs": names},
            article=Article(4),
            severity=Severity.REQUIRE,
            next_step=_("Name another first responsible person there."),
        )
    if facts.open_cases:
        yield Obstacle(
            code="officer:open_cases",
            message=_("This officer still has a duty in open cases: %(count)s.")
            % {"count": facts.open_cases},
            article=Article(4),
            severity=Severity.WARN,
            next_step=_("Hand the cases over, or say who takes care of them."),
        )


def obstacles_to_token(*, wanted: frozenset[str], held: frozenset[str], days: int) -> Iterator[Obstacle]:
    """A token has no more than its owner, says what it is for, and ends."""
    if excess := sorted(wanted - held):
        yield Obstacle(
            code="token:excess",
            message=_("The owner does not hold: %(scopes)s.") % {"scopes": ", ".join(excess)},
            article=Article(4),
            next_step=_("Choose among the owner's own rights."),
            field="scopes",
        )
    if not wanted:
        yield Obstacle(
            code="token:no_scope",
            message=_("A token without any right is of no use."),
            article=Article(4),
            next_step=_("Choose at least one right."),
            field="scopes",
        )
    if not 1 <= days <= LONGEST_TOKEN:
        yield Obstacle(
            code="token:days",
            message=_("A token lasts from 1 to %(days)s days.") % {"days": LONGEST_TOKEN},
            article=Article(4),
            next_step=_("Issue a new one when it ends."),
            field="days",
        )


def _own_role() -> Obstacle:
    return Obstacle(
        code="role:own",
        message=_("Nobody grants or revokes one's own roles."),
        article=Article(4),
        next_step=_("Ask another security administrator."),
        field="role",
    )


def _last_security_administrator() -> Obstacle:
    return Obstacle(
        code="role:last_security_administrator",
        message=_("This is the last security administrator: nobody could grant roles afterwards."),
        article=Article(4),
        next_step=_("Enrol and grant another one first."),
    )
