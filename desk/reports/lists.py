"""Leniency lists and catalogues of risk points whose review is to be concluded (Art. 9, 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import CharField, Value
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from desk.reports.tasks import MOST, Task
from foundation.actors import Actor
from foundation.permissions import Permission
from leniency.models import EntryReview, ListReview
from riskcontrol.models import CatalogueReview

LIST, ENTRY, CATALOGUE = "leniency:list_detail", "leniency:entry_detail", "riskcontrol:catalogue_detail"


def list_tasks(actor: Actor) -> Iterator[Task]:
    """The open reviews of the organ's lists, of single entries and of catalogues, by their day; in one query."""
    first, *others = _reviewed(actor)
    rows = first.union(*others, all=True).order_by("due_on")
    english = (get_language() or "").startswith("en")
    for page, key, number, zh, en, due_on in rows[:MOST]:
        url = reverse(page, args=[key])
        yield Task(
            "list-check", _("review to be concluded by"), number, en if english and en else zh, url, due_on
        )


def _reviewed(actor: Actor) -> Iterator[Any]:
    """What each row is about and by when, as far as it is the actor's to review."""
    if actor.may(Permission.LENIENCY_EDIT):
        lists = ListReview.objects.workable_by(actor).filter(concluded_on=None)
        yield _told(lists, LIST, "list_id", "list__document_number", "list__title")
        entries = EntryReview.objects.workable_by(actor).filter(concluded_on=None, entry__suspended_on=None)
        yield _told(entries, ENTRY, "entry_id", "entry__code", "entry__violation")
    if actor.may(Permission.RISK_EDIT):
        kept = CatalogueReview.objects.to_conclude_at(actor.organ_id)
        yield _told(kept, CATALOGUE, "catalogue_id", "catalogue__field__code", "catalogue__field__name")


def _told(rows: Any, page: str, key: str, number: str, words: str) -> Any:
    named = rows.order_by().annotate(page=Value(page, CharField()))
    return named.values_list("page", key, number, f"{words}_zh", f"{words}_en", "due_on")
