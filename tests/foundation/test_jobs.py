"""Long work: in the rights of who ordered it, visible while it runs, and never half done (Art. 4)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook  # noqa: TID251 - reads what this test wrote

from enforcement.models import Counterpart, Officer
from enforcement.services.officers import deactivate_officer, revoke_role
from foundation.actors import COMMAND, Actor
from foundation.backups.taking import stored_files
from foundation.jobs import cancel_job, file_of, order_job, repeat_job, run_next_job, running
from foundation.jobs.expiring import ROWS_KEPT, clear_jobs
from foundation.jobs.exports import EXPORT, order_export
from foundation.jobs.files import FOLDER
from foundation.jobs.ordering import MOST_AT_ONCE
from foundation.jobs.running import KEPT, LEASE, MAX_ATTEMPTS
from foundation.lists import listing, xlsx_file
from foundation.lists.exportable import exportable_lists
from foundation.models import AuditEntry, Job
from foundation.obstacles import Forbidden, Refused, Stale
from foundation.permissions import Permission
from foundation.vocabulary import JobState
from tests.city import CREDIT_CODES, NOON, City, a_clue, a_counterpart

pytestmark = pytest.mark.django_db
NAMES = ("甲一示例食品店", "乙二示例百货店", "丙三示例餐饮店")


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path / FOLDER


@pytest.fixture
def by(city: City) -> Actor:
    for name, code in zip(NAMES, CREDIT_CODES, strict=True):
        a_counterpart(city, name=name, identifier=code)
    return city.actor("officer")


def clock(at: datetime = NOON) -> Callable[[], datetime]:
    return lambda: at


def order(by: Actor, **more: Any) -> Job:
    given = {"list": "counterparts", "format": "csv", "filters": "", **more}
    return order_export(by=by, at=NOON, **given)


def done(job: Job, at: datetime = NOON) -> Job:
    assert run_next_job(clock=clock(at))
    job.refresh_from_db()
    return job


def table_of(job: Job, by: Actor) -> list[list[str]]:
    _job, path = file_of(job.pk, by=by, at=NOON)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def titles(job: Job, by: Actor) -> set[str]:
    return {row[2] for row in table_of(job, by)[1:]}


class TestAnExport:
    def test_holds_every_row_and_says_so(self, by: Actor) -> None:
        job = done(order(by))
        assert job.state == JobState.DONE
        assert {row[0] for row in table_of(job, by)[1:]} >= set(NAMES)
        rows = Counterpart.objects.visible_to(by).count()
        assert job.done == job.total == job.result["rows"] == len(table_of(job, by)) - 1 == rows

    def test_holds_what_was_filtered(self, by: Actor) -> None:
        job = done(order(by, filters="q=百货&cursor=x&count=true"))
        assert [row[0] for row in table_of(job, by)[1:]] == ["乙二示例百货店"]

    def test_holds_what_its_owner_sees_and_no_more(self, city: City, by: Actor) -> None:
        elsewhere = city.actor("east1")
        job = done(order(elsewhere))
        assert not {row[0] for row in table_of(job, elsewhere)} & set(NAMES)

    def test_is_masked_as_the_page_is(self, city: City, by: Actor) -> None:
        title = a_clue(city).title
        for name, expected in (("officer", True), ("evaluator", False)):
            actor = city.actor(name)
            assert (title in titles(done(order(actor, list="cases")), actor)) is expected

    def test_is_of_no_more_rights_than_it_was_ordered_with(self, city: City, by: Actor) -> None:
        """Else a narrow token would get by a job what it does not get by a list."""
        title = a_clue(city).title
        narrow = by.narrowed_to(frozenset({Permission.CASE_READ, Permission.JOB_RUN}))
        wide, job = done(order(by, list="cases")), done(order(narrow, list="cases"))
        assert title in titles(wide, by)
        assert title not in titles(job, by)
        with pytest.raises(Forbidden):
            file_of(wide.pk, by=narrow, at=NOON)

    def test_as_xlsx_goes_on_in_a_second_sheet(self, by: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(xlsx_file, "ROWS_A_SHEET", 2)
        job = done(order(by, format="xlsx", filters="q=示例"))
        sheets = load_workbook(file_of(job.pk, by=by, at=NOON)[1]).worksheets
        counts = [sheet.max_row - 1 for sheet in sheets]
        assert sum(counts) == job.done
        assert set(counts[:-1]) == {2}
        assert {sheet["A1"].value for sheet in sheets} == {sheets[0]["A1"].value}

    def test_speaks_the_language_of_the_order(self, by: Actor) -> None:
        job = order(by)
        Job.objects.filter(pk=job.pk).update(language="zh-hans")
        assert table_of(done(job), by)[0][0] == "名称"

    def test_stands_in_the_record_with_list_filters_and_rows(self, by: Actor) -> None:
        done(order(by, filters="q=百货"))
        entry = AuditEntry.objects.get(action="list:export")
        assert entry.actor_id == by.officer_id
        assert entry.why == "counterparts · csv · 1 · q=百*"

    def test_of_every_list_of_the_house_can_be_found_by_name(self) -> None:
        specs = exportable_lists()
        assert {"cases", "counterparts", "guidance", "return_visits", "officers"} <= set(specs)
        assert [name for name in specs if name.startswith("public")] == [
            "publications"
        ]  # the house's own queue


class TestOrdering:
    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"list": "nonsense"}, "list"),
            ({"format": "exe"}, "format"),
            ({"filters": "nonsense=1"}, "filters"),
            ({"filters": "kind=nonsense"}, "filters"),
        ],
    )
    def test_says_what_is_wrong_before_anything_is_done(
        self, by: Actor, wrong: dict[str, str], field: str
    ) -> None:
        with pytest.raises(ValidationError) as error:
            order(by, **wrong)
        assert set(error.value.message_dict) == {field}
        assert not Job.objects.exists()

    def test_is_for_who_may_read_the_list(self, city: City) -> None:
        with pytest.raises(Forbidden):
            order(city.actor("auditor"))

    def test_twice_is_once(self, by: Actor) -> None:
        assert order(by).pk == order(by).pk

    def test_is_limited_to_five_at_once(self, by: Actor) -> None:
        for number in range(MOST_AT_ONCE):
            order(by, filters=f"q=甲{number}")
        with pytest.raises(Refused) as refused:
            order(by, filters="q=乙")
        assert [o.code for o in refused.value.obstacles] == ["job:too_many"]

    def test_is_recorded(self, by: Actor) -> None:
        job = done(order(by))
        file_of(job.pk, by=by, at=NOON)
        repeat_job(job.pk, by=by, at=NOON)
        cancel_job(job.pk, by=by, at=NOON)
        actions = AuditEntry.objects.filter(action__startswith="job:").order_by("id")
        told = list(actions.values_list("action", flat=True))
        assert told == ["job:order", "job:download", "job:repeat", "job:cancel"]


class TestTheFile:
    def test_is_for_its_owner_alone(self, city: City, by: Actor) -> None:
        job = done(order(by))
        with pytest.raises(Job.DoesNotExist):
            file_of(job.pk, by=city.actor("officer2"), at=NOON)

    def test_is_closed_when_the_rights_are_gone(self, city: City) -> None:
        job = done(order(city.actor("head")))
        by = city.actor("secadmin")
        revoke_role(city.people["head"].pk, by=by, at=NOON, role="head", why="调整")
        with pytest.raises(Forbidden):
            file_of(job.pk, by=Officer.objects.get(username="head").as_actor(), at=NOON)

    def test_is_kept_for_a_week(self, by: Actor, folder: Path) -> None:
        job = done(order(by))
        with pytest.raises(Job.DoesNotExist):
            file_of(job.pk, by=by, at=NOON + KEPT)
        assert clear_jobs(at=NOON + KEPT)["job files"] == 1
        assert list(folder.iterdir()) == []
        job.refresh_from_db()
        assert (job.state, job.file) == (JobState.DONE, "")

    def test_lies_where_only_the_house_reads(self, by: Actor, folder: Path) -> None:
        job = done(order(by))
        assert (folder / job.file).stat().st_mode & 0o077 == 0
        assert folder.stat().st_mode & 0o077 == 0

    def test_goes_with_its_job_after_three_months(self, by: Actor) -> None:
        done(order(by))
        assert clear_jobs(at=NOON + ROWS_KEPT)["jobs"] == 1

    def test_stands_in_no_backup_for_it_can_be_made_again(self, by: Actor, folder: Path) -> None:
        done(order(by))
        evidence = folder.with_name("evidence")
        evidence.mkdir()
        for name in ("whole", "half.part"):
            (evidence / name).write_text("示例")
        assert list(stored_files()) == [evidence / "whole"]

    def test_of_which_no_job_speaks_is_removed(self, by: Actor, folder: Path) -> None:
        folder.mkdir()
        (folder / "7-1.csv.part").write_text("half")
        assert clear_jobs(at=timezone.now())["orphaned files"] == 0
        assert clear_jobs(at=timezone.now() + timedelta(days=1))["orphaned files"] == 1


class TestTheWorker:
    def test_takes_over_what_a_dead_one_left_when_its_claim_has_run_out(self, by: Actor) -> None:
        job = order(by)
        running._claim(NOON)
        assert not run_next_job(clock=clock(NOON + LEASE))
        job = done(job, NOON + LEASE + timedelta(seconds=1))
        assert (job.state, job.attempts) == (JobState.DONE, 2)

    def test_gives_up_visibly_after_three_attempts(self, by: Actor) -> None:
        job, at = order(by), NOON
        for _attempt in range(MAX_ATTEMPTS):
            running._claim(at)
            at += LEASE + timedelta(seconds=1)
        assert not run_next_job(clock=clock(at))
        job.refresh_from_db()
        assert (job.state, job.errors) == (JobState.FAILED, [{"code": "attempts"}])
        repeat_job(job.pk, by=by, at=at)
        assert done(job, at).state == JobState.DONE

    def test_that_wakes_up_late_does_not_spoil_what_another_did(self, by: Actor, folder: Path) -> None:
        order(by)
        late = running._claim(NOON)
        job = Job.objects.get()
        done(job, NOON + LEASE + timedelta(seconds=1))
        assert late is not None
        with pytest.raises(running.Lost):
            running._run(late, clock(NOON + LEASE))
        job.refresh_from_db()
        assert (job.state, job.attempts) == (JobState.DONE, 2)
        assert [path.name for path in folder.iterdir()] == [job.file]
        assert AuditEntry.objects.filter(action="list:export").count() == 1

    @pytest.mark.parametrize("form", ["csv", "xlsx"])
    def test_stops_within_a_few_rows_when_told_to(
        self, by: Actor, folder: Path, monkeypatch: pytest.MonkeyPatch, form: str
    ) -> None:
        job = order(by, format=form)
        plain = listing.Listing.chunks

        def chunks(self: Any, builder: Any, size: int = 1) -> Iterator[Any]:
            for number, rows in enumerate(plain(self, builder, size=1)):
                if number == 1:
                    cancel_job(job.pk, by=by, at=NOON)
                assert number < 2, "went on after it was stopped"
                yield rows

        monkeypatch.setattr(listing.Listing, "chunks", chunks)
        done(job)
        assert (job.state, job.file) == (JobState.CANCELLED, "")
        assert list(folder.iterdir()) == []
        assert not AuditEntry.objects.filter(action="list:export").exists()

    def test_tells_of_a_failure_and_leaves_nothing(
        self, by: Actor, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def broken(*_args: Any, **_kwargs: Any) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(listing.Listing, "chunks", broken)
        job = done(order(by, format="xlsx"))
        assert (job.state, job.errors) == (JobState.FAILED, [{"code": "broken"}])
        assert list(folder.iterdir()) == []

    def test_does_nothing_for_a_closed_account(self, city: City) -> None:
        job = order(city.actor("officer2"))
        deactivate_officer(city.people["officer2"].pk, by=COMMAND, at=NOON, why="离职")
        assert done(job).errors == [{"code": "rights"}]

    def test_does_the_oldest_first(self, city: City, by: Actor) -> None:
        first, second = order(by), order(city.actor("officer2"))
        done(first)
        second.refresh_from_db()
        assert (first.state, second.state) == (JobState.DONE, JobState.WAITING)


class TestRepeating:
    def test_begins_anew_and_drops_the_old_file(
        self, by: Actor, folder: Path, django_capture_on_commit_callbacks: Any
    ) -> None:
        job = done(order(by))
        old = job.file
        with django_capture_on_commit_callbacks(execute=True):
            repeat_job(job.pk, by=by, at=NOON)
        assert not (folder / old).exists()
        assert done(job).state == JobState.DONE

    def test_is_not_for_what_is_under_way(self, by: Actor) -> None:
        with pytest.raises(Refused):
            repeat_job(order(by).pk, by=by, at=NOON)

    def test_of_what_somebody_else_changed_is_stale(self, by: Actor) -> None:
        job = done(order(by))
        with pytest.raises(Stale):
            repeat_job(job.pk, by=by, at=NOON, expected=1)

    def test_stopping_what_has_ended_is_refused(self, by: Actor) -> None:
        with pytest.raises(Refused):
            cancel_job(done(order(by)).pk, by=by, at=NOON)


def test_other_kinds_may_come(by: Actor) -> None:
    with pytest.raises(KeyError):
        order_job(by=by, at=NOON, kind="nonsense", parameters={})
    assert Job.objects.count() == 0
    assert EXPORT == "export"


class TestThePage:
    def test_of_a_long_list_offers_the_job(
        self, by: Actor, as_user: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("foundation.lists.exporting.LARGEST_INLINE", 2)
        client = as_user("officer")
        page = client.get("/counterparts/", {"export": "xlsx", "q": "示例"})
        assert page.status_code == 200
        fields = page.context["page"]["fields"]
        assert fields == {"list": "counterparts", "format": "xlsx", "filters": "q=%E7%A4%BA%E4%BE%8B"}
        assert client.post("/jobs/start/", fields)["Location"] == "/jobs/"
        job = done(Job.objects.get())
        assert (job.state, job.done) == (JobState.DONE, 3)
        answer = client.get(f"/jobs/{job.pk}/file/")
        assert answer["Content-Disposition"].startswith("attachment")
        assert b"".join(answer)[:2] == b"PK"

    def test_asks_again_only_while_something_runs(self, by: Actor, as_user: Callable[[str], Client]) -> None:
        client = as_user("officer")
        job = order(by)
        assert 'hx-trigger="every 2s"' in client.get("/jobs/").content.decode()
        part = client.get("/jobs/", headers={"HX-Request": "true"}).content.decode()
        assert "<html" not in part
        assert 'name="poll"' in part
        done(job)
        assert "hx-trigger" not in client.get("/jobs/", headers={"HX-Request": "true"}).content.decode()

    def test_stops_and_repeats(self, by: Actor, as_user: Callable[[str], Client]) -> None:
        client, job = as_user("officer"), order(by)
        for act, state in (("cancel", JobState.CANCELLED), ("repeat", JobState.WAITING)):
            client.post(f"/jobs/{job.pk}/do/{act}/")
            job.refresh_from_db()
            assert job.state == state

    def test_of_somebody_else_does_not_exist(self, by: Actor, as_user: Callable[[str], Client]) -> None:
        job, other = done(order(by)), as_user("officer2")
        assert str(job.pk) not in other.get("/jobs/").content.decode().partition('id="jobs"')[2]
        assert other.get(f"/jobs/{job.pk}/file/").status_code == 404
        assert other.post(f"/jobs/{job.pk}/do/repeat/").status_code == 404
        assert other.get(f"/api/v1/jobs/{job.pk}/").status_code == 404

    def test_needs_few_queries_whatever_there_is(
        self, by: Actor, as_user: Callable[[str], Client], django_assert_max_num_queries: Any
    ) -> None:
        client = as_user("officer")
        for number in range(MOST_AT_ONCE):
            order(by, filters=f"q=甲{number}")
        with django_assert_max_num_queries(12):
            client.get("/jobs/")


class TestTheApi:
    def test_orders_follows_and_fetches(self, by: Actor, with_token: Callable[..., Client]) -> None:
        api = with_token("officer")
        asked = {"list": "counterparts", "format": "csv", "filters": "q=百货"}
        made = api.post(
            "/api/v1/jobs/",
            asked,
            content_type="application/json",
            headers={"Idempotency-Key": "k1", "Accept-Language": "en"},
        )
        assert made.status_code == 201
        job = made.json()
        assert (job["state"], job["title"], job["file_url"]) == ("waiting", "Counterparts", None)
        assert [t["name"] for t in job["transitions"]] == ["cancel"]
        done(Job.objects.get(pk=job["id"]))
        ended = api.get(job["url"]).json()
        assert (ended["state"], ended["result"]["rows"]) == ("done", 1)
        assert "乙二示例百货店" in b"".join(api.get(ended["file_url"])).decode()
        assert api.get("/api/v1/jobs/").json()["results"][0]["id"] == job["id"]

    def test_says_by_field_what_is_wrong(self, by: Actor, with_token: Callable[..., Client]) -> None:
        wrong = {"list": "nonsense", "format": "csv"}
        answer = with_token("officer").post("/api/v1/jobs/", wrong, content_type="application/json")
        assert answer.status_code == 400
        assert "list" in answer.json()["errors"]

    def test_stops_by_its_transition(self, by: Actor, with_token: Callable[..., Client]) -> None:
        api, job = with_token("officer"), order(by)
        url = f"/api/v1/jobs/{job.pk}/transitions/cancel/"
        assert api.post(url, {}, content_type="application/json").status_code == 428
        answer = api.post(url, {}, content_type="application/json", headers={"If-Match": "*"})
        assert answer.json()["state"] == "cancelled"

    def test_needs_the_scope(self, by: Actor, with_token: Callable[..., Client]) -> None:
        assert with_token("officer", "counterpart:read").get("/api/v1/jobs/").status_code == 403
