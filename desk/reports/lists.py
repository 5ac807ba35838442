"""Leniency lists whose review is to be concluded (Art. 10 para. 1: dynamic management)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import CharField, Value
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from desk.reports.tasks import MOST, Task
from foundation.actors import Actor
from leniency.models import EntryReview, ListReview

LIST, ENTRY = "leniency:list_detail", "leniency:entry_detail"


def list_tasks(actor: Actor) -> Iterator[Task]:
    """The open reviews of the organ's lists and of single entries, each by its day; in one query."""
    lists = ListReview.objects.workable_by(actor).filter(concluded_on=None).order_by()
    entries = (
        EntryReview.objects.workable_by(actor).filter(concluded_on=None, entry__suspended_on=None).order_by()
    )
    of_lists = lists.annotate(page=Value(LIST, CharField())).values_list(
        "page", "list_id", "list__document_number", "list__title_zh", "list__title_en", "due_on"
    )
    of_entries = entries.annotate(page=Value(ENTRY, CharField())).values_list(
        "page", "entry_id", "entry__code", "entry__violation_zh", "entry__violation_en", "due_on"
    )
    rows = of_lists.union(of_entries, all=True).order_by("due_on")
    english = (get_language() or "").startswith("en")
    for page, key, number, zh, en, due_on in rows[:MOST]:
        url = reverse(page, args=[key])
        yield Task(
            "list-check", _("review to be concluded by"), number, en if english and en else zh, url, due_on
        )
