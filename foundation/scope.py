"""The contract of scope: every QuerySet of the domain answers these two questions (Art. 4)."""

from __future__ import annotations

from typing import Protocol, Self

from foundation.actors import Actor


class Scoped(Protocol):
    """Implemented once, in ``enforcement.scope``; used by lists, pages and endpoints."""

    def visible_to(self, actor: Actor) -> Self: ...

    def workable_by(self, actor: Actor) -> Self: ...
