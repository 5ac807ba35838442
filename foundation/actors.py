"""Who acts: an officer (or the scheduler) with permissions and a reach, resolved once per request."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from foundation.obstacles import Forbidden
from foundation.permissions import Permission, Role
from foundation.vocabulary import Via


class ReachKind(StrEnum):
    """Which rows an actor reaches; every kind but the first two is an equality on one column (Art. 4)."""

    NONE = "none"
    ALL = "all"
    LINE = "line"
    BRANCH = "branch"
    DISTRICT = "district"
    ORGAN = "organ"


@dataclass(frozen=True, slots=True)
class Reach:
    kind: ReachKind = ReachKind.NONE
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A snapshot of who acts, through which door, with what rights and over which rows.

    ``name`` is the Chinese one, which the record keeps; the shown ones are in the reader's language.
    ``guest_of`` names things of other organs that the own organ takes part in, as ``noun:key``.
    """

    name: str
    officer_id: int | None = None
    organ_id: int | None = None
    district_id: int | None = None
    roles: frozenset[Role] = frozenset()
    permissions: frozenset[Permission] = frozenset()
    reach: Reach = field(default_factory=Reach)
    via: str = Via.BROWSER
    token_id: int | None = None
    shown_name: str = ""
    shown_organ: str = ""
    recused_from: frozenset[int] = frozenset()
    guest_of: frozenset[str] = frozenset()

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    def require(self, permission: Permission) -> None:
        """Raise Forbidden unless the actor holds ``permission``."""
        if not self.may(permission):
            raise Forbidden(permission)

    def narrowed_to(self, permissions: frozenset[Permission]) -> Actor:
        """The same actor with no more than ``permissions``: a token never has more than its owner."""
        return replace(self, permissions=self.permissions & permissions)


ANONYMOUS = Actor(name="")
SCHEDULER = Actor(
    name="scheduler",
    permissions=frozenset(Permission),
    reach=Reach(ReachKind.ALL),
    via=Via.CELERY,
)
COMMAND = replace(SCHEDULER, name="command", via=Via.COMMAND)
