"""Founding the invented city is all or nothing: killed in the middle, the second time goes well."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.house import ROOT, surroundings

pytestmark = [pytest.mark.faults, pytest.mark.slow]
SMALL = ["found_city", "--cases", "11", "--counterparts", "30"]
LOOK = """
import django; django.setup()
from enforcement.models import Case, Evidence, Organ
from foundation.models import AuditPending
from pathlib import Path
from django.conf import settings
files = len(list(Path(settings.MEDIA_ROOT).glob("evidence/*/*")))
print(Organ.objects.count(), Case.objects.count(), Evidence.objects.count(), files, AuditPending.objects.count())
"""


def manage(words: list[str], surrounded: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT, env=surrounded, check=True, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    return done.stdout


def counted(surrounded: dict[str, str]) -> list[int]:
    """Organs, cases, pieces of evidence, their files, and entries that the chain has not reached."""
    told = subprocess.run(
        [sys.executable, "-c", LOOK],
        cwd=ROOT,
        env=surrounded,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return [int(word) for word in told.stdout.split()]


@pytest.fixture
def surrounded(tmp_path: Path) -> dict[str, str]:
    found = surroundings(tmp_path, DEMO_PASSWORD="a-long-word-1", PYTHONUNBUFFERED="1")
    found["DATABASE_URL"] = f"sqlite:///{tmp_path}/guidepost.sqlite3"
    manage(["migrate", "--verbosity", "0"], found)
    return found


def test_killed_in_the_middle_nothing_remains_and_it_can_begin_anew(
    surrounded: dict[str, str], tmp_path: Path
) -> None:
    process = subprocess.Popen(
        [sys.executable, "manage.py", *SMALL], cwd=ROOT, env=surrounded, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        if "cases 10 of" in line:
            os.kill(process.pid, 9)
            break
    process.communicate(timeout=60)
    organs, cases, _evidence, files, _pending = counted(surrounded)
    assert (organs, cases) == (0, 0)
    assert files > 0
    assert not (tmp_path / "logins.txt").exists()

    assert "a-long-word-1" in manage(SMALL, surrounded)
    organs, cases, evidence, files, pending = counted(surrounded)
    assert (cases, pending) == (18, 0)  # eleven, and the stories that are told whole
    assert evidence == files > 0
    assert "already" in manage(SMALL, surrounded)


def test_stopped_between_the_city_and_its_logins_it_tells_them_the_next_time(
    surrounded: dict[str, str], tmp_path: Path
) -> None:
    manage(SMALL, surrounded)
    (tmp_path / "logins.txt").replace(tmp_path / "logins.begun")
    before = counted(surrounded)
    assert "a-long-word-1" in manage(SMALL, surrounded)
    assert (tmp_path / "logins.txt").exists()
    assert counted(surrounded) == before
