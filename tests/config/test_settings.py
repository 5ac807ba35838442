"""Settings of this run, and of a production that was set up carelessly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from config.celery import app
from config.schedule import TIMETABLE, Periodic

CAREFUL = {
    "ALLOWED_HOSTS": "guidepost.example",
    "ANCHOR_KEY": "anchor",
    "FIELD_KEY": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "SECRET_KEY": "a key that is long enough and is used for nothing but this one test run",
}


def started_with(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Production, started in a folder of its own with nothing but these variables."""
    return subprocess.run(
        [sys.executable, "-c", "from config import settings; print(settings.SESSION_COOKIE_NAME)"],
        env={"PATH": os.environ["PATH"], "GUIDEPOST_DATA": str(tmp_path), **variables},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


class TestProduction:
    def test_starts_with_all_keys_and_secure_cookies(self, tmp_path: Path) -> None:
        assert started_with(tmp_path, **CAREFUL).stdout.strip() == "__Host-session"

    @pytest.mark.parametrize("missing", ["ANCHOR_KEY", "FIELD_KEY", "SECRET_KEY"])
    def test_refuses_to_start_without_a_key(self, tmp_path: Path, missing: str) -> None:
        answer = started_with(tmp_path, **{name: CAREFUL[name] for name in CAREFUL if name != missing})
        assert answer.returncode
        assert f"{missing} is missing" in answer.stderr

    def test_believes_nobody_about_hosts_unless_told(self, tmp_path: Path) -> None:
        careless = {**CAREFUL, "ALLOWED_HOSTS": ""}
        answer = subprocess.run(
            [sys.executable, "-c", "from config import settings; print(settings.ALLOWED_HOSTS)"],
            env={"PATH": os.environ["PATH"], "GUIDEPOST_DATA": str(tmp_path), **careless},
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=True,
        )
        assert answer.stdout.strip() == "[]"


class TestTimetable:
    @pytest.mark.parametrize("line", TIMETABLE, ids=lambda line: line.task)
    def test_names_a_task_that_exists(self, line: Periodic) -> None:
        app.loader.import_default_modules()
        assert line.task in app.tasks

    @pytest.mark.parametrize("line", TIMETABLE, ids=lambda line: line.task)
    def test_says_why(self, line: Periodic) -> None:
        assert line.because.startswith("Art. ")


class TestWorker:
    def test_a_task_ends_before_its_message_is_given_to_another(self) -> None:
        assert (
            settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"] > settings.CELERY_TASK_TIME_LIMIT
        )

    def test_a_frozen_queue_is_given_up_after_two_seconds(self) -> None:
        assert settings.CELERY_BROKER_TRANSPORT_OPTIONS["socket_timeout"] == 2


class TestHealth:
    def test_living_asks_no_database(self, client: Client) -> None:
        assert client.get("/healthz").json() == {"status": "ok"}

    @pytest.mark.django_db
    def test_ready_when_migrated(self, client: Client) -> None:
        answer = client.get("/readyz")
        assert (answer.status_code, answer.json()) == (200, {"database": "ok"})

    @pytest.mark.django_db
    def test_not_ready_while_a_migration_is_missing(self, client: Client) -> None:
        MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")
        answer = client.get("/readyz")
        assert (answer.status_code, answer.json()) == (503, {"database": "migrations missing"})

    def test_refuses_to_be_written_to(self, client: Client) -> None:
        assert client.post("/healthz").status_code == 405
