"""Kinds of long work: what each is called, what it needs, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO, Any

from foundation.actors import Actor

Parameters = dict[str, Any]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Task:
    """One job as the work sees it: for whom, with what, where the file goes, and how to tell progress.

    ``progress(done, total)`` must be called every few seconds: it keeps the claim alive, and stops the
    work of a job that was cancelled or taken over by another worker.
    """

    actor: Actor
    at: datetime
    parameters: Parameters
    target: IO[bytes]
    progress: Progress


@dataclass(frozen=True)
class Work:
    """What came of it: rows, faults row by row, and the audit entry to be written with the end."""

    rows: int
    errors: list[dict[str, Any]] = field(default_factory=list)
    note: Callable[[], None] = lambda: None


@dataclass(frozen=True)
class JobKind:
    """``check`` refuses what cannot be done, when it is ordered; ``file_name`` is what it is saved as."""

    name: str
    title: Callable[[Parameters], Any]
    file_name: Callable[[Parameters, datetime], str]
    content_type: Callable[[Parameters], str]
    check: Callable[[Parameters, Actor, datetime], None]
    work: Callable[[Task], Work]


_kinds: dict[str, JobKind] = {}


def register_kind(kind: JobKind) -> JobKind:
    """Make a kind of long work known; called where it is declared."""
    if _kinds.setdefault(kind.name, kind) is not kind:
        raise ValueError(f"{kind.name} is registered twice")
    return kind


def kind_of_job(name: str) -> JobKind:
    """The kind called ``name``; raises KeyError."""
    return _kinds[name]
