"""Leniency lists whose review is to be concluded (Art. 10 para. 1: dynamic management)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from desk.reports.tasks import MOST, Task
from foundation.actors import Actor
from leniency.models import ListReview


def list_tasks(actor: Actor) -> Iterator[Task]:
    """The open reviews of the actor's organ, each by the day on which it is to be concluded."""
    columns = ("list_id", "list__document_number", "list__title_zh", "list__title_en", "due_on")
    rows = ListReview.objects.workable_by(actor).filter(concluded_on=None).order_by("due_on", "id")
    english = (get_language() or "").startswith("en")
    for key, number, zh, en, due_on in rows.values_list(*columns)[:MOST]:
        url = reverse("leniency:list_detail", args=[key])
        yield Task(
            "list-check", _("review to be concluded by"), number, en if english and en else zh, url, due_on
        )
