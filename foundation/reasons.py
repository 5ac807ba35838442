"""Why a warning was passed over: a coded reason, and words of one's own (Art. 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self

from foundation.vocabulary import OverrideReason

_narrowed: dict[str, tuple[OverrideReason, ...]] = {}
_named: dict[str, Any] = {}


class Reason(str):
    """The words, with the code under which they are counted."""

    __slots__ = ("code",)
    code: OverrideReason

    def __new__(cls, text: str, code: str = OverrideReason.OTHER) -> Self:
        reason = super().__new__(cls, text)
        reason.code = OverrideReason(code)
        return reason

    @classmethod
    def of(cls, value: Any) -> Reason:
        """``value`` as a reason, also as the record keeps it; mere words count as another than those with a code."""
        return value if isinstance(value, Reason) else cls.stored(value)

    @classmethod
    def stored(cls, value: Any) -> Reason:
        """A reason as the record keeps it; before reasons had codes, it kept the words alone."""
        return cls(value["text"], value["reason"]) if isinstance(value, Mapping) else cls(str(value))

    def as_stored(self) -> dict[str, str]:
        return {"reason": self.code.value, "text": str(self)}

    @property
    def told(self) -> str:
        """The reason as people read it."""
        return f"{self.code.label}: {self}"


def narrow_reasons(rule: str, reasons: Sequence[OverrideReason]) -> None:
    """Let only ``reasons``, and the free one, be given against the warning ``rule``; called in ``ready()``."""
    _narrowed[rule] = (*reasons, OverrideReason.OTHER)


def reasons_against(rule: str) -> tuple[OverrideReason, ...]:
    """The coded reasons that may be given against the warning ``rule``."""
    return _narrowed.get(rule, tuple(OverrideReason))


def name_warning(code: str, title: Any) -> None:
    """Say in a few words what a warning of the program's own asks; called in ``ready()``."""
    _named[code] = title


def name_of_warning(code: str) -> str:
    """What the warning ``code`` asks; nothing for a rule that stands in the book of rules."""
    return str(_named.get(code, ""))
