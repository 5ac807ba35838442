"""A backup taken while people work comes back whole; one that is not whole never comes back at all."""

from __future__ import annotations

import tarfile
import threading
from collections.abc import Callable
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection

from enforcement.models import Counterpart, Evidence, Officer
from enforcement.services.evidence import add_evidence
from foundation.backups import Archive, BadArchive, restore, take_backup
from foundation.backups.restoring import NotEmpty
from foundation.record.chain import anchor_path, link_pending, write_anchor
from foundation.record.verify import findings
from tests.city import NOON, City, a_counterpart, a_filed_case, small_city
from tests.security.world import PDF

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]


@pytest.fixture
def city(settings: Any, tmp_path: Path) -> City:
    """The small city with a case and its evidence, linked and anchored, in a folder of its own."""
    use_folder(settings, tmp_path / "first")
    found = small_city()
    case = a_filed_case(found)
    add_evidence(
        case.pk, by=found.actor("officer"), at=NOON, kind="record", title="笔录", collected_on=NOON.date(),
        file=ContentFile(PDF, name="笔录.pdf"),
    )  # fmt: skip
    link_pending()
    write_anchor()
    return found


def use_folder(settings: Any, folder: Path) -> None:
    folder.mkdir()
    settings.GUIDEPOST_DATA = str(folder)
    settings.MEDIA_ROOT = folder / "files"


@pytest.fixture
def elsewhere(settings: Any, tmp_path: Path) -> Callable[[], None]:
    """Afterwards everything is empty, as on another machine."""

    def move() -> None:
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=False)
        use_folder(settings, tmp_path / "second")

    return move


def everything() -> dict[str, list[Any]]:
    """All rows of all tables but those that Django itself makes anew."""
    with connection.cursor() as cursor:
        found = {}
        for table in sorted(connection.introspection.table_names()):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of our tables
            found[table] = sorted(map(repr, cursor.fetchall()))
        return found


def broken(path: Path, at: int) -> Path:
    """The same backup with one bit turned."""
    spoiled = bytearray(path.read_bytes())
    spoiled[at] ^= 1
    other = path.with_name("broken.tar")
    other.write_bytes(spoiled)
    return other


class TestABackup:
    def test_comes_back_with_every_row_file_and_anchor(
        self, city: City, elsewhere: Callable[[], None], tmp_path: Path
    ) -> None:
        before, anchors = everything(), anchor_path().read_bytes()
        take_backup(tmp_path / "whole.tar", at=NOON)
        elsewhere()
        assert Evidence.objects.count() == 0
        with Archive(tmp_path / "whole.tar") as archive:
            assert restore(archive) == []
        assert everything() == before
        assert anchor_path().read_bytes() == anchors
        evidence = Evidence.objects.get()
        stored = (Path(settings.MEDIA_ROOT) / evidence.file).read_bytes()
        assert sha256(stored).hexdigest() == evidence.sha256
        new = a_counterpart(small_city(), name="后来的食品店", identifier="")
        assert new.pk > 0

    def test_of_rows_that_are_being_written_is_of_one_moment(
        self, city: City, elsewhere: Callable[[], None], tmp_path: Path
    ) -> None:
        stop, written = threading.Event(), []
        writer = threading.Thread(target=_write_on, args=(city, stop, written))
        writer.start()
        while len(written) < 3:
            stop.wait(0.01)
        take_backup(tmp_path / "busy.tar", at=NOON)
        stop.set()
        writer.join(timeout=30)
        elsewhere()
        with Archive(tmp_path / "busy.tar") as archive:
            assert restore(archive) == []
        link_pending()
        assert list(findings()) == []
        assert Counterpart.objects.filter(name__startswith="忙").count() >= 3

    def test_is_readable_by_its_owner_alone_and_holds_no_key(self, city: City, tmp_path: Path) -> None:
        path = tmp_path / "whole.tar"
        take_backup(path, at=NOON)
        assert path.stat().st_mode & 0o777 == 0o600
        with tarfile.open(path) as tar:
            assert not [name for name in tar.getnames() if "secret" in name]
        assert sorted(p.name for p in tmp_path.iterdir()) == ["first", "whole.tar"]

    def test_never_replaces_another_file(self, city: City, tmp_path: Path) -> None:
        path = tmp_path / "mine"
        path.write_text("mine")
        with pytest.raises(CommandError, match="Nothing was written"):
            call_command("backup", path, stdout=StringIO())
        assert path.read_text() == "mine"


class TestRestoring:
    @pytest.fixture
    def whole(self, city: City, tmp_path: Path) -> Path:
        take_backup(tmp_path / "whole.tar", at=NOON)
        return tmp_path / "whole.tar"

    def test_overwrites_nothing(self, whole: Path) -> None:
        with Archive(whole) as archive, pytest.raises(NotEmpty):
            restore(archive)
        assert Officer.objects.exists()

    @pytest.mark.parametrize("part", ["files/", "manifest.json", "audit-anchors.log"])
    def test_finds_a_single_turned_bit_before_it_writes(
        self, whole: Path, elsewhere: Callable[[], None], part: str
    ) -> None:
        with tarfile.open(whole) as tar:
            entry = next(m for m in tar.getmembers() if m.name.startswith(part))
        elsewhere()
        with pytest.raises(CommandError, match="Nothing was restored"):
            call_command("restore", broken(whole, entry.offset_data + 20), stdout=StringIO())
        assert not Officer.objects.exists()

    def test_refuses_the_half_of_a_backup_and_what_is_none(
        self, whole: Path, elsewhere: Callable[[], None], tmp_path: Path
    ) -> None:
        half, none = tmp_path / "half.tar", tmp_path / "none.tar"
        half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
        none.write_text("nothing")
        elsewhere()
        for path in (half, none, tmp_path / "absent.tar"):
            with pytest.raises(BadArchive):
                Archive(path)

    def test_refuses_what_was_made_under_another_key(
        self, whole: Path, elsewhere: Callable[[], None], settings: Any
    ) -> None:
        elsewhere()
        kept = settings.ANCHOR_KEY
        settings.ANCHOR_KEY = "another"
        with pytest.raises(BadArchive, match="ANCHOR_KEY"):
            Archive(whole)
        settings.ANCHOR_KEY = kept
        settings.FIELD_KEY = "A" * 43 + "="
        with pytest.raises(BadArchive, match="FIELD_KEY"):
            Archive(whole)

    def test_only_compares_in_a_dry_run(self, whole: Path, elsewhere: Callable[[], None]) -> None:
        elsewhere()
        said = StringIO()
        call_command("restore", whole, "--dry-run", stdout=said)
        assert "fits here" in said.getvalue()
        assert not Officer.objects.exists()


def _write_on(city: City, stop: threading.Event, written: list[int]) -> None:
    try:
        while not stop.is_set() and len(written) < 300:
            made = a_counterpart(city, name=f"忙{len(written)}店", identifier="")
            written.append(made.pk)
    finally:
        connection.close()
