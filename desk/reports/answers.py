"""Answers to reconsiderations and suits that an officer owes, and the yearly report (Art. 4, 6; PUB-5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desk.reports.duties import Duties
from desk.reports.tasks import MOST, Task
from enforcement.models import CasePerson, Remedy
from enforcement.rules.limits_after import yearly_report_due
from enforcement.vocabulary.remedies import RemedyKind
from foundation.actors import Actor
from foundation.permissions import Permission

COLUMNS = ("id", "kind", "answer_by", "case__number", "body")


def answer_tasks(actor: Actor) -> Iterator[Task]:
    """By when answer and evidence are handed in: for who handles the case, and for the organ's reviewers."""
    if actor.officer_id is None:
        return
    handled = CasePerson.objects.handling().filter(case=OuterRef("case"), officer=actor.officer_id)
    wanted = Q(Exists(handled))
    if actor.may(Permission.CASE_REVIEW):
        wanted |= Q(organ=actor.organ_id)
    rows = Remedy.objects.workable_by(actor).unanswered().filter(wanted, answer_by__isnull=False)
    for row in rows.order_by("answer_by", "id").values(*COLUMNS)[:MOST]:
        about = f"{RemedyKind(row['kind']).label} · {row['body']}"
        url = reverse("enforcement:remedy_detail", args=[row["id"]])
        what = _("answer and evidence to be handed in by")
        yield Task("gavel", what, row["case__number"], about, url, row["answer_by"])


def report_tasks(actor: Actor, duties: Duties, today: date) -> Iterator[Task]:
    """PUB-5: the yearly report, for who may record it."""
    if duties.reports and actor.may(Permission.CASE_APPROVE):
        year, what = today.year - 1, _("yearly report of enforcement to be published by")
        url = reverse("enforcement:yearly_report_new")
        yield Task("news", what, str(year), str(_("Publicity")), url, yearly_report_due(today.year))
