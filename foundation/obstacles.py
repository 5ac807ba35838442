"""Why something cannot proceed: every reason at once, each with its source and the next step (Art. 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from foundation.articles import Article, Citation


class Severity(StrEnum):
    """What an obstacle asks: it forbids, it asks for a reason, or it asks for a missing step."""

    BLOCK = "block"
    REQUIRE = "require"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason why an act cannot proceed now.

    ``message`` says what is wrong, ``next_step`` what to do; both may be lazy translations.
    """

    code: str
    message: Any
    article: Article | None = None
    citation: Citation | str = ""
    severity: Severity = Severity.BLOCK
    next_step: Any = ""
    field: str | None = None

    def as_dict(self) -> dict[str, str]:
        return {
            "code": self.code,
            "severity": self.severity.value,
            "article": str(self.article) if self.article else "",
            "citation": str(self.citation),
            "message": str(self.message),
            "next_step": str(self.next_step),
        }


class Refused(Exception):
    """An act was refused by rule; carries all obstacles, and what is known of the attempt."""

    def __init__(self, obstacles: Iterable[Obstacle]) -> None:
        self.obstacles = tuple(obstacles)
        self.action = ""
        self.thing: Any = None
        self.facts: Mapping[str, Any] = {}
        super().__init__("; ".join(str(o.message) for o in self.obstacles))

    @property
    def can_be_overridden(self) -> bool:
        return all(o.severity is Severity.WARN for o in self.obstacles)


class Forbidden(Exception):
    """The actor lacks a permission."""

    def __init__(self, permission: str) -> None:
        self.permission = permission
        super().__init__(permission)


class Stale(Exception):
    """Somebody else changed the thing since the actor read it."""

    def __init__(self, current_version: int) -> None:
        self.current_version = current_version
        super().__init__(f"the current version is {current_version}")


def standing(obstacles: Iterable[Obstacle], overrides: Mapping[str, str]) -> list[Obstacle]:
    """Obstacles that remain after the recorded reasons in ``overrides`` (code -> reason).

    Only warnings can be overridden, and only by a reason that says something.
    """
    return [o for o in obstacles if not (o.severity is Severity.WARN and overrides.get(o.code, "").strip())]
