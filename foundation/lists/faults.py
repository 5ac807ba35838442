"""What is wrong with a query, by parameter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    code: str
    message: Any

    def as_dict(self) -> dict[str, str]:
        return {"code": self.code, "message": str(self.message)}


class BadQuery(Exception):
    """A query that cannot be answered; carries every fault by parameter."""

    def __init__(self, errors: dict[str, list[Fault]]) -> None:
        self.errors = errors
        super().__init__(", ".join(errors))

    def as_dict(self) -> dict[str, list[dict[str, str]]]:
        return {name: [fault.as_dict() for fault in faults] for name, faults in self.errors.items()}
