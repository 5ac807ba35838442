"""Rules that fire: what stands is refused, what is passed over is told with its reason (Art. 6)."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from foundation.actors import Actor
from foundation.obstacles import Obstacle, Refused, Severity, standing
from foundation.reasons import Reason

Listener = Callable[["Firing"], None]

PERSONAL = frozenset({"address", "identifier", "name", "party_age", "phone"})
HIDDEN = "…"
_CODE = re.compile(r"(?!.*[0-9]{7})([a-z0-9_.:-]{1,40}|[A-Z0-9-]{1,20})?")
_log = logging.getLogger(__name__)
_on_override: list[Listener] = []
_on_refusal: list[Listener] = []
_settings: list[Callable[[list[str]], Collection[str]]] = []
_reported_outside: ContextVar[bool] = ContextVar("reported_outside", default=False)


@dataclass(frozen=True, slots=True)
class Firing:
    """The rules that fired in one attempt, upon what, and the facts that they saw."""

    action: str
    thing: Any
    by: Actor
    at: datetime
    obstacles: tuple[Obstacle, ...]
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)


def when_overridden(listener: Listener) -> Listener:
    """Call ``listener`` in the transaction of each act that passed over a warning."""
    return _registered(listener, _on_override)


def when_refused(listener: Listener) -> Listener:
    """Call ``listener`` after the transaction of each refused attempt was rolled back."""
    return _registered(listener, _on_refusal)


def _registered(listener: Listener, listeners: list[Listener]) -> Listener:
    if listener not in listeners:
        listeners.append(listener)
    return listener


def ask_what_is_laid_down(among: Callable[[list[str]], Collection[str]]) -> None:
    """Let ``among(codes)`` name the warnings that the city gave itself and has laid down."""
    if among not in _settings:
        _settings.append(among)


def in_use(obstacles: list[Obstacle]) -> list[Obstacle]:
    """``obstacles`` without warnings that are laid down; nobody is asked while nothing warns."""
    codes = [o.code for o in obstacles if o.severity is Severity.WARN]
    gone = {code for among in _settings for code in among(codes)} if codes else set()
    return [o for o in obstacles if o.severity is not Severity.WARN or o.code not in gone]


def weigh(
    obstacles: Iterable[Obstacle],
    *,
    action: str,
    thing: Any,
    by: Actor,
    at: datetime,
    overrides: Mapping[str, str] | None = None,
    facts: Any = None,
) -> None:
    """Hold ``obstacles`` against the reasons given.

    Raises Refused with all that stand. Warnings that fired and were answered are told to who listens;
    a reason against a warning that did not fire is not kept.
    """
    found = tuple(obstacles)
    given = {code: Reason.of(text) for code, text in (overrides or {}).items()}
    if stand := standing(found, given):
        refused = Refused(stand)
        refused.action, refused.thing, refused.facts = action, thing, plain(facts)
        raise refused
    if found:
        reasons = {o.code: given[o.code] for o in found}
        firing = Firing(action, thing, by, at, found, reasons, plain(facts))
        for listener in _on_override:
            listener(firing)


@contextmanager
def reporting_refusals(*, by: Actor, at: datetime, thing: Any = None, action: str = "") -> Iterator[None]:
    """Tell who listens of a Refused that leaves the outermost of these, where nothing is left to roll back."""
    if _reported_outside.get():
        yield
        return
    token = _reported_outside.set(True)
    try:
        yield
    except Refused as refused:
        _report(refused, by=by, at=at, thing=thing, action=action)
        raise
    finally:
        _reported_outside.reset(token)


def _report(refused: Refused, *, by: Actor, at: datetime, thing: Any, action: str) -> None:
    firing = Firing(
        refused.action or action, refused.thing or thing, by, at, refused.obstacles, {}, refused.facts
    )
    for listener in _on_refusal:
        try:
            listener(firing)
        except Exception:  # noqa: BLE001 - the refusal itself must reach the person, logged or not
            _log.exception("the firing of rules was not logged")


def plain(facts: Any) -> dict[str, Any]:
    """Facts as JSON without personal data: words of people are left out, codes, days and amounts stay."""
    if not is_dataclass(facts):
        return {}
    return {f.name: _plain(f.name, getattr(facts, f.name)) for f in fields(facts)}


def _plain(name: str, value: Any) -> Any:
    if name in PERSONAL and value not in (None, ""):
        return HIDDEN
    if isinstance(value, bool | int | None):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain("", member) for member in value]
    if is_dataclass(value):
        return plain(value)
    return str(value) if isinstance(value, str) and _CODE.fullmatch(value) else HIDDEN
