"""Tips to a group: each who fits is told once, and it is seen how (Art. 8 (3))."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from enforcement.models import Notification
from foundation.jobs import cancel_job, run_next_job
from foundation.jobs.running import LEASE
from foundation.models import AuditEntry, DueItem, Job
from foundation.obstacles import Refused
from foundation.record.chain import link_pending
from foundation.record.rows import RowCheck
from foundation.vocabulary import JobState
from guidance.models import (
    CounterpartLink,
    Delivery,
    GuidanceAction,
    GuidanceOfficer,
    Tip,
    TipBatch,
    TipRecipient,
)
from guidance.reports.tip_batches import preview_of
from guidance.services import acknowledge_guidance
from guidance.services.tips import (
    approve_batch,
    edit_batch,
    issuing,
    resume_batch,
    send_some,
    start_batch,
    stop_batch,
    submit_batch,
)
from guidance.vocabulary import BatchState, GuidanceState
from tests.city import NOON, City, a_counterpart
from tests.guidance.tip_groups import a_batch, a_licence, send_all, shops

pytestmark = [pytest.mark.django_db, pytest.mark.article("8.3")]


def started(city: City, **values: Any) -> TipBatch:
    batch = a_batch(city, **values)
    return start_batch(batch.pk, by=city.actor("officer"), at=NOON)


class TestAPreview:
    def test_counts_whom_it_reaches_and_shows_five_texts(self, city: City) -> None:
        shops(city, 7, with_mail=3)
        seen = preview_of(a_batch(city), by=city.actor("officer"))
        assert (seen.total, seen.without, len(seen.samples), len(seen.unreached)) == (7, 4, 5, 4)
        first = seen.samples[0]
        assert (first.text, first.has_contact) == (
            "示例0000号店：请按时报送年度报告。南示范区市场监督管理局", True,
        )  # fmt: skip

    def test_changes_nothing(self, city: City) -> None:
        shops(city, 2)
        preview_of(a_batch(city), by=city.actor("officer"))
        assert not GuidanceAction.objects.exists()


class TestTheGroup:
    def test_is_narrowed_by_kind_industry_and_region(self, city: City) -> None:
        shop = a_counterpart(city, name="在内店")
        a_counterpart(city, name="餐馆", industry="H")
        a_counterpart(city, name="某人", kind="citizen")
        batch = a_batch(city, kind="legal_person", region=shop.region)
        assert [row.name for row in batch.recipients(city.actor("officer"))] == ["在内店"]

    def test_is_chosen_by_the_licence_that_ends(self, city: City) -> None:
        soon, late, none = shops(city, 3)
        a_licence(city, soon, date(2026, 12, 10))
        a_licence(city, soon, date(2026, 12, 5), name="食品经营许可证二")
        a_licence(city, late, date(2027, 12, 5))
        batch = a_batch(
            city, licence_name="食品", expires_from=NOON.date(), expires_to=date(2026, 12, 31),
            content="{name}的{licence}于{expires_on}到期。",
        )  # fmt: skip
        send_all(start_batch(batch.pk, by=city.actor("officer"), at=NOON), city)
        (tip,) = Tip.objects.select_related("action", "licence")
        assert (tip.action.counterpart_id, tip.licence.expires_on) == (soon.pk, date(2026, 12, 5))
        assert "2026年12月5日" in tip.action.content
        assert none.pk not in TipRecipient.objects.values_list("counterpart", flat=True)

    def test_lies_in_the_territory_of_the_organ(self, city: City) -> None:
        shops(city, 1)
        a_counterpart(city, by="officer_north", name="北方店")
        assert [r.name for r in a_batch(city).recipients(city.actor("officer"))] == ["示例0000号店"]


class TestAText:
    def test_with_an_unknown_place_is_refused(self, city: City) -> None:
        with pytest.raises(ValidationError) as refused:
            a_batch(city, content="{name}：{fine}")
        assert "fine" in str(refused.value)

    def test_about_a_licence_needs_a_group_chosen_by_licences(self, city: City) -> None:
        with pytest.raises(ValidationError):
            a_batch(city, content="{licence}")

    def test_takes_a_name_with_braces_as_it_is(self, city: City) -> None:
        """What is filled in is not looked at again."""
        shops(city, 1)
        a_counterpart(city, name="{organ}店")
        send_all(started(city, content="{name}！"), city)
        assert GuidanceAction.objects.filter(content="{organ}店！").count() == 1


class TestSending:
    def test_gives_each_one_tip_and_one_delivery(self, city: City) -> None:
        shops(city, 7, with_mail=3)
        batch = send_all(started(city), city, size=3)
        assert (batch.state, batch.total, batch.served, batch.on_paper) == (BatchState.SENT, 7, 7, 4)
        assert TipRecipient.objects.filter(batch=batch).count() == Delivery.objects.count() == 7
        actions = GuidanceAction.objects.all()
        assert {(a.way, a.state, a.formality) for a in actions} == {("tip", GuidanceState.ISSUED, "simple")}
        assert len({a.number for a in actions}) == len({a.counterpart_id for a in actions}) == 7
        assert GuidanceOfficer.objects.filter(officer=city.people["officer"]).count() == 7
        assert DueItem.objects.filter(kind="delivery:send").count() == 3

    def test_numbers_without_a_gap_and_goes_on_counting(self, city: City) -> None:
        shops(city, 5)
        send_all(started(city), city, size=2)
        serials = sorted(int(a.number.split("〕")[1].rstrip("号")) for a in GuidanceAction.objects.all())
        assert serials == list(range(1, 6))

    def test_makes_tips_like_any_others(self, city: City) -> None:
        shops(city, 1)
        send_all(started(city), city)
        action = GuidanceAction.objects.get()
        answered = acknowledge_guidance(action.pk, by=city.actor("officer"), at=NOON)
        assert answered.state == GuidanceState.ACKNOWLEDGED
        found = GuidanceAction.objects.filter(search_row__plain__contains="年报").get()
        assert found == action

    def test_is_on_record_row_by_row(self, city: City) -> None:
        shops(city, 5)
        send_all(started(city), city, size=2)
        link_pending()
        for model in (
            GuidanceAction,
            Tip,
            GuidanceOfficer,
            CounterpartLink,
            Delivery,
            TipRecipient,
            TipBatch,
        ):
            assert list(RowCheck(model).findings()) == []
        assert AuditEntry.objects.filter(action="tips:send_some").count() == 3

    def test_that_broke_off_in_the_middle_leaves_whole_tips(
        self, city: City, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shops(city, 5)
        batch = started(city)
        send_some(batch.pk, by=city.actor("officer"), at=NOON, size=2)

        def die(*_args: Any, **_more: Any) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(issuing, "plan_sending", die)
            with pytest.raises(KeyboardInterrupt):
                send_some(batch.pk, by=city.actor("officer"), at=NOON, size=2)
        assert GuidanceAction.objects.count() == TipRecipient.objects.count() == 2
        send_all(batch, city)
        assert (
            TipRecipient.objects.values("counterpart").distinct().count() == 5 == TipRecipient.objects.count()
        )

    def test_tells_nobody_twice_even_if_the_mark_is_lost(self, city: City) -> None:
        shops(city, 3)
        batch = send_all(started(city), city)
        rows = issuing._untold(batch, list(batch.recipients(city.actor("officer"))))
        assert rows == []

    def test_can_be_stopped_and_gone_on_with(self, city: City) -> None:
        shops(city, 4)
        batch, by = started(city), city.actor("officer")
        send_some(batch.pk, by=by, at=NOON, size=2)
        stop_batch(batch.pk, by=by, at=NOON)
        assert send_some(batch.pk, by=by, at=NOON).served == 2
        shops(city, 1, industry="F")  # who comes meanwhile is told too
        resumed = resume_batch(batch.pk, by=by, at=NOON)
        assert (resumed.state, resumed.total) == (BatchState.SENDING, 5)
        assert send_all(batch, city).served == 5


class TestRules:
    def test_of_each_tip_hold_for_all(self, city: City) -> None:
        shops(city, 1)
        foreign = a_batch(city, field=city.places.fields["transport"])
        with pytest.raises(Refused) as refused:
            start_batch(foreign.pk, by=city.actor("officer"), at=NOON)
        assert "GUI-1" in {o.code for o in refused.value.obstacles}
        assert not Job.objects.exists()

    def test_ask_for_somebody_to_tell_and_a_day_to_come(self, city: City) -> None:
        batch = a_batch(city, due_on=NOON.date() - timedelta(days=1))
        with pytest.raises(Refused) as refused:
            start_batch(batch.pk, by=city.actor("officer"), at=NOON)
        assert {o.code for o in refused.value.obstacles} == {"tips:nobody", "tips:day_passed"}

    def test_general_tips_are_approved_by_another(self, city: City) -> None:
        shops(city, 1)
        batch, officer, head = a_batch(city, formality="general"), city.actor("officer"), city.actor("head")
        with pytest.raises(Refused) as refused:
            start_batch(batch.pk, by=officer, at=NOON)
        assert {o.code for o in refused.value.obstacles} == {"GUI-13"}
        submit_batch(batch.pk, by=officer, at=NOON)
        assert Notification.objects.filter(kind="tips:to_approve", officer=city.people["head"]).count() == 1
        approve_batch(batch.pk, by=head, at=NOON)
        send_all(start_batch(batch.pk, by=officer, at=NOON), city)
        assert GuidanceAction.objects.get().approved_by_id == head.officer_id

    def test_keep_what_was_sent_as_it_is(self, city: City) -> None:
        shops(city, 1)
        batch = started(city)
        with pytest.raises(Refused):
            edit_batch(batch.pk, by=city.actor("officer"), at=NOON, content="别的")

    def test_let_no_other_organ_send(self, city: City) -> None:
        batch = a_batch(city)
        with pytest.raises(TipBatch.DoesNotExist):
            start_batch(batch.pk, by=city.actor("officer_north"), at=NOON)


class TestTheJob:
    def test_sends_to_all_and_tells_how_far_it_is(self, city: City, settings: Any, tmp_path: Any) -> None:
        settings.MEDIA_ROOT = str(tmp_path)
        shops(city, 3)
        batch = started(city)
        assert run_next_job(clock=lambda: NOON)
        job = Job.objects.get()
        assert (job.state, job.done, job.parameters) == (JobState.DONE, 3, {"batch": batch.pk})
        batch.refresh_from_db()
        assert batch.state == BatchState.SENT

    def test_that_is_cancelled_leaves_a_group_that_can_be_gone_on_with(
        self, city: City, settings: Any, tmp_path: Any
    ) -> None:
        settings.MEDIA_ROOT = str(tmp_path)
        shops(city, 3)
        batch, by = started(city), city.actor("officer")
        cancel_job(Job.objects.get().pk, by=by, at=NOON)
        assert not run_next_job(clock=lambda: NOON)
        resume_batch(batch.pk, by=by, at=NOON)
        assert run_next_job(clock=lambda: NOON + LEASE)
        batch.refresh_from_db()
        assert (batch.state, batch.served) == (BatchState.SENT, 3)
