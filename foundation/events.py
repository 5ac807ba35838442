"""How a lower floor tells upper floors what happened: on commit, as a hint; the clock repeats the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from django.db import transaction

_silent: ContextVar[bool] = ContextVar("silent", default=False)
_reactions: dict[type[Any], list[Callable[[Any], None]]] = {}


def on(event_type: type[Any]) -> Callable[[Callable[[Any], None]], Callable[[Any], None]]:
    """Register a reaction of an upper app; it must only wake a task and may fail without harm."""

    def register(reaction: Callable[[Any], None]) -> Callable[[Any], None]:
        reactions = _reactions.setdefault(event_type, [])
        if reaction not in reactions:
            reactions.append(reaction)
        return reaction

    return register


def announce(event: Any) -> None:
    """Tell every reaction once the open transaction is committed."""
    if _silent.get():
        return
    for reaction in _reactions.get(type(event), []):
        transaction.on_commit(partial(reaction, event), robust=True)


@contextmanager
def silence() -> Iterator[None]:
    """Announce nothing inside: for loading years of cases, where the clock does what hints would."""
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)
