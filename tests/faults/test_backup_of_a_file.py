"""On SQLite too: a backup of a running installation comes back in another folder, and its record is whole."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.house import surroundings
from tests.faults.test_founding_killed import SMALL, counted, manage

pytestmark = [pytest.mark.faults, pytest.mark.slow]


def test_comes_back_in_another_folder_under_the_same_keys(tmp_path: Path) -> None:
    first, second, path = tmp_path / "first", tmp_path / "second", tmp_path / "backup.tar"
    here = surroundings(first, DEMO_PASSWORD="a-long-word-1", DATABASE_URL="")
    manage(["migrate", "--verbosity", "0"], here)
    manage(SMALL, here)
    manage(["backup", str(path)], here)

    there = surroundings(second, DATABASE_URL="")
    second.mkdir()
    with pytest.raises(subprocess.CalledProcessError):  # keys of its own cannot read it
        manage(["restore", str(path)], there)
    (second / "secrets.json").unlink()
    shutil.copy(first / "secrets.json", second)
    assert "fits here" in manage(["restore", str(path), "--dry-run"], there)
    assert "the record is whole" in manage(["restore", str(path)], there)
    assert counted(there) == counted(here)
    manage(["check_invariants"], there)
    with pytest.raises(subprocess.CalledProcessError):  # nothing is ever overwritten
        manage(["restore", str(path)], there)
