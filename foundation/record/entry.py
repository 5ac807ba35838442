"""One act, one transaction, one audit entry."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models, transaction

from foundation.actors import Actor
from foundation.articles import Article
from foundation.models import AuditEntry, AuditPending, AuditSubject
from foundation.obstacles import Refused
from foundation.reasons import Reason


class Unrecorded(RuntimeError):
    """Something tried to write outside an audit entry."""


_current: ContextVar[AuditEntry | None] = ContextVar("audit_entry", default=None)


def current_entry() -> AuditEntry:
    """The entry that is open now; raises Unrecorded when there is none."""
    entry = _current.get()
    if entry is None:
        raise Unrecorded("write through a service: there is no open audit entry")
    return entry


@contextmanager
def audited(
    action: str,
    *,
    by: Actor,
    at: datetime,
    under: Article | None = None,
    why: str = "",
    overrides: dict[str, str] | None = None,
) -> Iterator[AuditEntry]:
    """Open a transaction and its audit entry.

    ``action`` is ``"noun:verb"``; ``at`` the moment of the act; ``under`` the article that it serves;
    ``why`` a reason in words; ``overrides`` the reasons with which warnings that fired were passed over.
    A nested call becomes an effect of the outer one. A Refused that passes learns which act it refused.
    """
    cause = _current.get()
    with transaction.atomic():
        entry = AuditEntry.objects.create(
            at=at,
            action=action,
            actor_id=by.officer_id,
            actor_name=by.name,
            organ_id=by.organ_id,
            via=by.via,
            article=under.code if under else "",
            why=why,
            overrides={code: Reason.of(text).as_stored() for code, text in (overrides or {}).items()},
            cause=cause,
        )
        AuditPending.objects.create(entry=entry)
        token = _current.set(entry)
        try:
            yield entry
        except Refused as refused:
            refused.action = refused.action or action
            raise
        finally:
            _current.reset(token)


def tell(entry: AuditEntry, *things: models.Model) -> None:
    """Note that ``entry`` is about ``things``, so that it stands in their timelines."""
    AuditSubject.objects.bulk_create(
        [AuditSubject(entry=entry, kind=kind_of(t), key=str(t.pk)) for t in things],
        ignore_conflicts=True,
    )


def kind_of(thing: models.Model | type[models.Model]) -> str:
    """The label under which the record knows a kind of thing: ``"enforcement.case"``."""
    return str(thing._meta.label_lower)


def timeline_of(
    thing: models.Model, *, noun: str | tuple[str, ...] = "", limit: int = 200
) -> models.QuerySet[Any]:
    """The latest entries about ``thing``, newest first, at most ``limit``; of ``noun:*`` alone if named, or of several.

    Each knows the Latin name of its actor as ``actor_name_en``.
    """
    actors = get_user_model()._base_manager.filter(pk=models.OuterRef("actor_id"))
    entries = AuditEntry.objects.filter(subjects__kind=kind_of(thing), subjects__key=str(thing.pk))
    nouns = (noun,) if isinstance(noun, str) else noun
    if any(nouns):
        named_so = (models.Q(action__startswith=f"{name}:") for name in nouns)
        entries = entries.filter(reduce(or_, named_so))
    named = entries.annotate(actor_name_en=models.Subquery(actors.values("name_en")[:1]))
    return named.order_by("-at", "-id")[:limit]
