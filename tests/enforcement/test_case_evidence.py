"""Evidence: only what its name says, kept whole or not at all, served only through the case."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from enforcement.models import Case, Evidence
from enforcement.services import evidence
from enforcement.services.evidence import adding, storing
from enforcement.services.evidence.types import NotAccepted, type_of
from foundation.obstacles import Forbidden, Refused
from tests.city import NOON, City, a_clue, a_filed_case
from tests.enforcement.case_course import DAY, closed
from tests.enforcement.evidence_files import PDF, PNG, SOUND, UNSOUND, upload

SignIn = Callable[[str], Client]


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def add(case: Case, city: City, *, by: str = "officer", **more: Any) -> Case:
    given = {"kind": "record", "title": "现场笔录", "collected_on": NOON.date(), "file": upload(), **more}
    return evidence.add_evidence(case.pk, by=city.actor(by), at=NOON, **given)


def files_in(store: Path) -> list[Path]:
    return [path for path in store.rglob("*") if path.is_file()]


class TestTypes:
    @pytest.mark.parametrize("name", SOUND)
    def test_what_is_sound_is_accepted(self, name: str) -> None:
        content = SOUND[name]
        assert type_of(io.BytesIO(content), name=name, size=len(content)).content_type

    @pytest.mark.parametrize("what", UNSOUND)
    def test_what_only_looks_sound_is_not(self, what: str) -> None:
        name, content = UNSOUND[what]
        with pytest.raises(NotAccepted):
            type_of(io.BytesIO(content), name=name, size=len(content))

    @pytest.mark.parametrize("name", SOUND)
    def test_no_file_passes_as_another(self, name: str) -> None:
        """Each sound file under the ending of every other kind."""
        content = SOUND[name]
        kinds = {"jpg", "jpeg"} if name.lower().endswith(("jpg", "jpeg")) else {name.rpartition(".")[2]}
        for ending in {"pdf", "png", "jpg", "heic", "mp4", "docx", "xlsx", "ofd"} - kinds:
            with pytest.raises(NotAccepted):
                type_of(io.BytesIO(content), name=f"a.{ending}", size=len(content))


class TestAdding:
    def test_keeps_the_bytes_their_digest_and_who_collected_them(self, city: City, store: Path) -> None:
        add(a_clue(city), city)
        row = Evidence.objects.get()
        assert (store / row.file).read_bytes() == PDF
        assert row.sha256 == sha256(PDF).hexdigest()
        assert (row.size, row.content_type) == (len(PDF), "application/pdf")
        assert row.collected_by == city.people["officer"]

    def test_the_name_on_the_disk_says_nothing(self, city: City) -> None:
        add(a_clue(city), city, file=upload("../../张三 身份证.pdf"))
        row = Evidence.objects.get()
        assert row.original_name == "张三 身份证.pdf"
        assert "张三" not in row.file
        assert row.file.startswith("evidence/")

    def test_only_the_owner_reads_the_file(self, city: City, store: Path) -> None:
        add(a_clue(city), city)
        assert oct((store / Evidence.objects.get().file).stat().st_mode & 0o777) == "0o600"

    def test_refuses_the_same_file_twice_in_a_case(self, city: City, store: Path) -> None:
        case = a_clue(city)
        add(case, city)
        with pytest.raises(Refused) as refused:
            add(case, city, file=upload("另一个名字.pdf"))
        assert [o.code for o in refused.value.obstacles] == ["evidence:twin"]
        assert len(files_in(store)) == 1

    def test_takes_the_same_file_in_another_case(self, city: City) -> None:
        first = a_clue(city)
        add(first, city)
        add(a_clue(city, counterpart=first.counterpart), city)
        assert Evidence.objects.count() == 2

    @pytest.mark.parametrize(
        ("file", "code"),
        [
            (upload(content=b""), "evidence:empty"),
            (upload("a.pdf", PNG), "evidence:type"),
            (upload("a.exe", b"MZ"), "evidence:type"),
        ],
    )
    def test_refuses_what_is_not_accepted(self, city: City, store: Path, file: Any, code: str) -> None:
        with pytest.raises(Refused) as refused:
            add(a_clue(city), city, file=file)
        assert [o.code for o in refused.value.obstacles] == [code]
        assert files_in(store) == []

    def test_refuses_a_file_that_is_too_large(self, city: City, monkeypatch: Any) -> None:
        monkeypatch.setattr(adding, "LARGEST_FILE", 10)
        with pytest.raises(Refused) as refused:
            add(a_clue(city), city)
        assert [o.code for o in refused.value.obstacles] == ["evidence:too_large"]

    def test_refuses_more_than_a_case_may_hold(self, city: City, monkeypatch: Any, store: Path) -> None:
        case = a_clue(city)
        add(case, city)
        monkeypatch.setattr(adding, "LARGEST_CASE", len(PDF) + 1)
        with pytest.raises(Refused) as refused:
            add(case, city, file=upload("b.png", PNG))
        assert [o.code for o in refused.value.obstacles] == ["evidence:case_full"]
        assert len(files_in(store)) == 1

    def test_refuses_tomorrow(self, city: City) -> None:
        with pytest.raises(Refused) as refused:
            add(a_clue(city), city, collected_on=NOON.date() + DAY)
        assert [o.code for o in refused.value.obstacles] == ["date:future"]

    def test_refuses_a_closed_case(self, city: City, store: Path) -> None:
        with pytest.raises(Refused) as refused:
            add(closed(city), city)
        assert [o.code for o in refused.value.obstacles] == ["case:wrong_state"]
        assert files_in(store) == []

    def test_of_another_organ_is_impossible(self, city: City, store: Path) -> None:
        case = a_clue(city)
        with pytest.raises(Case.DoesNotExist):
            add(case, city, by="officer_north")
        with pytest.raises(Forbidden):
            add(case, city, by="supervisor")
        assert files_in(store) == []

    def test_a_full_disk_leaves_nothing(self, city: City, store: Path, monkeypatch: Any) -> None:
        def full(_handle: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(storing.os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            add(a_clue(city), city)
        assert files_in(store) == []
        assert not Evidence.objects.exists()


class TestOrphans:
    def test_an_old_file_without_a_row_is_removed_and_no_other(self, city: City, store: Path) -> None:
        add(a_clue(city), city)
        kept = store / Evidence.objects.get().file
        lost, young = kept.with_name("lost"), kept.with_name("young")
        for path in (lost, young):
            path.write_bytes(b"x")
        now = timezone.now()
        old = (now - timedelta(hours=2)).timestamp()
        for path in (lost, kept):
            os.utime(path, (old, old))
        assert evidence.remove_orphans(at=now) == 1
        assert set(files_in(store)) == {kept, young}


class TestDownload:
    def url(self, case: Case) -> str:
        return f"/cases/{case.pk}/evidence/{case.evidence.get().pk}/"

    def test_is_a_file_to_keep(self, city: City, as_user: SignIn) -> None:
        case = add(a_clue(city), city)
        answer = as_user("officer").get(self.url(case))
        assert b"".join(answer.streaming_content) == PDF
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"

    def test_does_not_exist_for_officers_of_elsewhere(self, city: City, as_user: SignIn) -> None:
        case = add(a_clue(city), city)
        assert as_user("officer_north").get(self.url(case)).status_code == 404

    def test_does_not_exist_under_another_case(self, city: City, as_user: SignIn) -> None:
        case = add(a_clue(city), city)
        other = a_clue(city, counterpart=case.counterpart)
        number = case.evidence.get().pk
        assert as_user("officer").get(f"/cases/{other.pk}/evidence/{number}/").status_code == 404
        assert as_user("officer").get(f"/cases/{10**30}/evidence/{number}/").status_code == 404

    def test_is_not_for_evaluators_who_read_no_persons(self, city: City, as_user: SignIn) -> None:
        case = add(a_clue(city), city)
        assert as_user("evaluator").get(self.url(case)).status_code == 403

    def test_a_lost_file_is_a_page_and_no_fault(self, city: City, as_user: SignIn, store: Path) -> None:
        case = add(a_clue(city), city)
        (store / case.evidence.get().file).unlink()
        assert as_user("officer").get(self.url(case)).status_code == 404


class TestInTheBrowser:
    def test_a_file_is_sent_and_kept(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        page = as_user("officer")
        data = {"kind": "record", "title": "笔录", "collected_on": "2026-11-19", "file": upload(),
                "expected_version": case.version}  # fmt: skip
        assert page.post(f"/cases/{case.pk}/do/add_evidence/", data).status_code == 302
        assert case.evidence.get().title == "笔录"

    def test_a_refused_file_says_why_beside_its_field(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        data = {"kind": "record", "title": "笔录", "collected_on": "2026-11-19", "file": upload("a.pdf", PNG),
                "expected_version": case.version}  # fmt: skip
        answer = as_user("officer").post(f"/cases/{case.pk}/do/add_evidence/", data)
        assert answer.status_code == 409
        assert answer.context["form"].errors["file"]
