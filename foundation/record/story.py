"""An entry of the record as people read it: when, who, what, why, under which article (Art. 4, 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.labels import label_of
from foundation.models import AuditEntry
from foundation.reasons import Reason
from foundation.record.entry import timeline_of
from foundation.vocabulary import Via


def entries_of(
    thing: Model, *, noun: str | tuple[str, ...] = "", reasons: bool = True, limit: int = 100
) -> list[dict[str, Any]]:
    """The timeline of ``thing``, newest first, as ``foundation/_timeline.html`` takes it."""
    return story_of(timeline_of(thing, noun=noun, limit=limit), reasons=reasons)


def story_of(entries: Iterable[AuditEntry], *, reasons: bool = True) -> list[dict[str, Any]]:
    """The entries as a timeline shows them: when, who, what, why, under which article.

    ``reasons=False`` leaves out what people wrote, for readers who must not meet names of persons.
    """
    return [_told(entry, reasons=reasons) for entry in entries]


def _told(entry: AuditEntry, *, reasons: bool) -> dict[str, Any]:
    label = label_of(entry.action)
    return {
        "id": entry.pk,
        "at": entry.at,
        "action": entry.action,
        "noun": entry.action.partition(":")[0],
        "label": label.text,
        "icon": label.icon,
        "tone": label.tone,
        "who": _AUTOMATIC.get(entry.via) or _name_of(entry),
        "via": Via(entry.via).label,
        "why": "\n".join(filter(None, [entry.why, *_reasons(entry)])) if reasons else "",
        "article": _article(entry.article),
    }


def _name_of(entry: AuditEntry) -> str:
    """The name that was borne then, or how English readers know the person."""
    latin = getattr(entry, "actor_name_en", "")
    return latin if latin and (get_language() or "").startswith("en") else entry.actor_name


def _reasons(entry: AuditEntry) -> Iterator[str]:
    for code, stored in entry.overrides.items():
        yield f"{code} · {Reason.stored(stored).told}"


_AUTOMATIC: dict[str, Any] = {
    Via.CELERY.value: _("the system, automatically"),
    Via.COMMAND.value: _("the operators, by a command"),
    Via.LINK.value: _("the counterpart, by its link"),
}


def _article(code: str) -> str:
    return str(Article.parse(code)) if code else ""
