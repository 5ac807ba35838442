"""Opening a link: told once in the record, so that officers know that it arrived, and followed in a row (Art. 8)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Prefetch

from enforcement.models import Document, DocumentFile
from enforcement.vocabulary import FileForm
from foundation.actors import Actor
from foundation.record import audited
from foundation.record.entry import tell
from foundation.vocabulary import Via
from guidance.models import CounterpartLink, CounterpartReply, GuidanceAction, LinkOpening

HOLDER = Actor(name="", via=Via.LINK)
"""Whoever holds the link and nothing else: no officer, no right, no reach."""
SELDOM = timedelta(minutes=1)


def note_opening(link: CounterpartLink, *, at: datetime) -> None:
    """Note that the link was opened: the first time in the timelines, later only when that was last."""
    known = LinkOpening.objects.filter(link=link)
    if known.filter(last_at__gt=at - SELDOM).exists() or known.update(last_at=at):
        return
    with audited("guidance:read_by_link", by=HOLDER, at=at, under=link.action.page.article) as entry:
        CounterpartLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
        _row, is_first = LinkOpening.objects.get_or_create(
            link=link, defaults={"first_at": at, "last_at": at}
        )
        if is_first:
            tell(entry, link.action, *link.action.audit_subjects())


def served_file(action: GuidanceAction, language: str) -> DocumentFile | None:
    """The PDF of the document that was served, in ``language`` where there is one in it; None without any."""
    served = Document.objects.about("guidance", action.pk).current()
    files = DocumentFile.objects.filter(document__in=served, form=FileForm.PDF).select_related("document")
    found = sorted(files, key=lambda file: (file.document.language != language, file.pk))
    return found[0] if found else None


def replies_of(action: GuidanceAction) -> Any:
    """What was said by the links of ``action``, the latest first, with what became of it."""
    found = CounterpartReply.objects.filter(action=action).select_related("answer", "application")
    standing = Prefetch("application__links", CounterpartLink.objects.standing().select_related("action"))
    return found.prefetch_related("files", standing)
