"""The worker: messages only wake it, what is due stands in the database."""

import os
from typing import Any

from celery import Celery
from celery.signals import worker_ready
from django_structlog.celery.steps import DjangoStructLogInitStep

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("guidepost")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.steps["worker"].add(DjangoStructLogInitStep)
app.autodiscover_tasks()


@worker_ready.connect
def sweep_at_start(sender: Any, **_: Any) -> None:
    """What came due while nothing ran need not wait for the timer."""
    app.send_task("foundation.sweep")
