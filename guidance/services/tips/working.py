"""Sending to a group as long work: begun, stopped, gone on with, and never done twice (Art. 8 (3))."""

from __future__ import annotations

import csv
import io
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from foundation.actors import Actor
from foundation.jobs import JobKind, Task, Work, order_job, register_kind
from foundation.jobs.kinds import Parameters
from guidance.models import TipBatch
from guidance.services.tips.base import taking_batch
from guidance.services.tips.issuing import send_some
from guidance.vocabulary import BatchState

JOB = "tips"


@transaction.atomic
def start_batch(batch_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> TipBatch:
    """Send to all who fit now; raises Refused with every rule that stands against one of these tips."""
    with taking_batch(batch_id, "start", by=by, at=at, expected=expected) as batch:
        batch.total, batch.started_at = batch.recipients(by).count(), at
    _order(batch, by, at)
    return batch


def stop_batch(batch_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> TipBatch:
    """Stop: what was issued stays, and nothing more is."""
    with taking_batch(batch_id, "stop", by=by, at=at, expected=expected) as batch:
        pass
    return batch


@transaction.atomic
def resume_batch(batch_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> TipBatch:
    """Go on behind the last tip that was issued, after a stop or when the work was broken off."""
    with taking_batch(batch_id, "resume", by=by, at=at, expected=expected) as batch:
        batch.total = batch.served + batch.recipients(by).filter(pk__gt=batch.reached).count()
    _order(batch, by, at)
    return batch


def _order(batch: TipBatch, by: Actor, at: datetime) -> None:
    order_job(by=by, at=at, kind=JOB, parameters={"batch": batch.pk})


def _check(parameters: Parameters, actor: Actor, _at: datetime) -> None:
    if not TipBatch.objects.workable_by(actor).filter(pk=parameters["batch"]).exists():
        raise ValidationError({"batch": _("There are no such tips here.")})


def _work(task: Task) -> Work:
    batch = TipBatch.objects.workable_by(task.actor).get(pk=task.parameters["batch"])
    while batch.state == BatchState.SENDING:
        batch = send_some(batch.pk, by=task.actor, at=task.at)
        task.progress(batch.served, max(batch.total, batch.served))
    task.target.write(_summary(batch))
    return Work(batch.served)


def _summary(batch: TipBatch) -> bytes:
    """What it came to; who got what stands on the page of the group."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([_("recipients"), _("issued"), _("to be printed"), _("state")])
    writer.writerow([batch.total, batch.served, batch.on_paper, batch.get_state_display()])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


TIPS_JOB = register_kind(
    JobKind(
        name=JOB,
        title=lambda _parameters: gettext_lazy("Tips to a group"),
        file_name=lambda _parameters, at: f"tips-{timezone.localtime(at):%Y%m%d}.csv",
        content_type=lambda _parameters: "text/csv",
        check=_check,
        work=_work,
    )
)
