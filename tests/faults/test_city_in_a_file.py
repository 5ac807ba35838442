"""A city in SQLite: founded wholly or not at all, and a backup of it comes back in another folder."""

from __future__ import annotations

import os
import shutil
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


def of_folder(folder: Path) -> dict[str, str]:
    return surroundings(folder, DEMO_PASSWORD="a-long-word-1", PYTHONUNBUFFERED="1", DATABASE_URL="")


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a city that is not founded yet."""
    folder = tmp_path_factory.mktemp("migrated")
    manage(["migrate", "--verbosity", "0"], of_folder(folder))
    return folder


@pytest.fixture(scope="module")
def founded(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a founded city."""
    folder = shutil.copytree(migrated, tmp_path_factory.mktemp("city") / "founded")
    manage(SMALL, of_folder(folder))
    return folder


def test_killed_in_the_middle_nothing_remains_and_it_can_begin_anew(migrated: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(migrated, tmp_path / "city")
    surrounded = of_folder(folder)
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
    assert not (folder / "logins.txt").exists()

    assert "a-long-word-1" in manage(SMALL, surrounded)
    organs, cases, evidence, files, pending = counted(surrounded)
    assert (cases, pending) == (20, 0)  # eleven, and the stories that are told whole
    assert evidence == files > 0
    assert "already" in manage(SMALL, surrounded)


def test_stopped_between_the_city_and_its_logins_it_tells_them_the_next_time(
    founded: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(founded, tmp_path / "city")
    surrounded = of_folder(folder)
    (folder / "logins.txt").replace(folder / "logins.begun")
    before = counted(surrounded)
    assert "a-long-word-1" in manage(SMALL, surrounded)
    assert (folder / "logins.txt").exists()
    assert counted(surrounded) == before


def test_a_backup_comes_back_in_another_folder_under_the_same_keys(founded: Path, tmp_path: Path) -> None:
    second, path = tmp_path / "second", tmp_path / "backup.tar"
    here, there = of_folder(founded), surroundings(second, DATABASE_URL="")
    manage(["backup", str(path)], here)
    second.mkdir()
    with pytest.raises(subprocess.CalledProcessError):  # keys of its own cannot read it
        manage(["restore", str(path)], there)
    (second / "secrets.json").unlink()
    shutil.copy(founded / "secrets.json", second)
    assert "fits here" in manage(["restore", str(path), "--dry-run"], there)
    assert "the record is whole" in manage(["restore", str(path)], there)
    assert counted(there) == counted(here)
    manage(["check_invariants"], there)
    with pytest.raises(subprocess.CalledProcessError):  # nothing is ever overwritten
        manage(["restore", str(path)], there)
