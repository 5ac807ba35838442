"""Holding the open cases against a list by order of a person, with progress (Art. 10 para. 1)."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enforcement.models import Case
from foundation.actors import Actor
from foundation.jobs import JobKind, Task, Work, order_job, register_kind
from foundation.jobs.kinds import Parameters
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from leniency.models import LeniencyList
from leniency.services.drafts import ARTICLE
from leniency.services.holding import hold_some
from leniency.services.under_way import UNDECIDED

JOB = "hold_cases"


def order_holding(list_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> LeniencyList:
    """Have every open case held against a list in force; raises Refused when it is not in force."""
    by.require(Permission.LENIENCY_PUBLISH)
    found: LeniencyList = LeniencyList.objects.workable_by(by).get(pk=list_id)
    if not found.is_in_force(timezone.localdate(at)):
        raise Refused([_not_in_force()])
    order_job(by=by, at=at, kind=JOB, parameters={"list": found.pk})
    return found


def _check(parameters: Parameters, actor: Actor, _at: datetime) -> None:
    if not LeniencyList.objects.workable_by(actor).filter(pk=parameters["list"]).exists():
        raise ValidationError({"list": _("There is no such list here.")})


def _work(task: Task) -> Work:
    """Chunk by chunk, each in its own transaction: broken off, it is begun again and marks the same."""
    key: Any = task.parameters["list"]
    matters = LeniencyList.objects.get(pk=key).entries.exclude(matter=None).values("matter")
    total = Case.objects.filter(matter__in=matters, state__in=UNDECIDED).count()
    last = seen = marked = 0
    while (held := hold_some(key, after=last, at=task.at)).seen:
        last, seen, marked = held.last, seen + held.seen, marked + held.marked
        task.progress(seen, max(total, seen))
    text = io.StringIO()
    csv.writer(text).writerows(
        [[_("cases held against the list"), _("to be assessed again")], [seen, marked]]
    )
    task.target.write(b"\xef\xbb\xbf" + text.getvalue().encode())
    return Work(seen)


HOLDING_JOB = register_kind(
    JobKind(
        name=JOB,
        title=lambda _parameters: gettext_lazy("Open cases held against a list"),
        file_name=lambda _parameters, at: f"held-{timezone.localtime(at):%Y%m%d}.csv",
        content_type=lambda _parameters: "text/csv",
        check=_check,
        work=_work,
    )
)


def _not_in_force() -> Obstacle:
    return Obstacle(
        code="LST-19",
        message=_("The list is not in force."),
        article=ARTICLE,
        next_step=_("Cases are held against it by themselves on its first day."),
    )
