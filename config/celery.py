"""The worker: messages only wake it, what is due stands in the database."""

import os
from typing import Any

from celery import Celery, Task
from celery.signals import worker_ready
from django.utils import timezone
from django_structlog.celery.steps import DjangoStructLogInitStep

from foundation.actors import SCHEDULER
from foundation.firing import reporting_refusals

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


class ReportedTask(Task):
    """What a rule refuses to the scheduler is logged like any other refusal (Art. 6)."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        with reporting_refusals(by=SCHEDULER, at=timezone.now()):
            return super().__call__(*args, **kwargs)


app = Celery("guidepost", task_cls=ReportedTask)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.steps["worker"].add(DjangoStructLogInitStep)
app.autodiscover_tasks()


@worker_ready.connect
def sweep_at_start(sender: Any, **_: Any) -> None:
    """What came due while nothing ran need not wait for the timer."""
    app.send_task("foundation.sweep")
