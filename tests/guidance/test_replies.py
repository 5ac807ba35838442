"""What a counterpart answers by its link (Art. 8)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from foundation.invariants import breaches
from foundation.record import audited
from guidance.models import (
    CounterpartReply,
    ReplyAnswer,
    ReplyFile,
)
from guidance.services import conclude_guidance, withdraw_guidance
from guidance.services.links import reply_by_link
from guidance.services.replies import see_reply
from guidance.vocabulary import ReplyKind, Way
from tests.city import NOON, City
from tests.enforcement.evidence_files import PNG
from tests.guidance.answers import (
    DAY,
    a_file,
    codes_of,
    link_of,
    said,
)
from tests.guidance.drafts import issued

pytestmark = [pytest.mark.django_db, pytest.mark.article("8"), pytest.mark.usefixtures("store")]
SignIn = Callable[[str], Client]


class TestAWord:
    @pytest.mark.parametrize(
        ("kind", "state"),
        [("acknowledge", "acknowledged"), ("accept", "acknowledged"), ("decline", "declined")],
    )
    def test_goes_through_the_services_of_guidance(self, city: City, kind: str, state: str) -> None:
        action = issued(city, Way.TIP)
        said(action, kind)
        action.refresh_from_db()
        assert (action.state, action.responded_on) == (state, NOON.date())

    def test_that_declines_gives_no_reason_and_asks_none(self, city: City) -> None:
        action = issued(city, Way.TIP)
        said(action, "decline")
        action.refresh_from_db()
        assert action.response_note == ""

    def test_can_be_taken_back(self, city: City) -> None:
        action = issued(city, Way.TIP)
        for kind, state in (("decline", "declined"), ("accept", "acknowledged"), ("decline", "declined")):
            said(action, kind)
            action.refresh_from_db()
            assert action.state == state
        assert CounterpartReply.objects.count() == 3

    def test_said_twice_is_said_once(self, city: City) -> None:
        action = issued(city, Way.TIP)
        assert said(action, "acknowledge") == said(action, "acknowledge", at=NOON + DAY)

    def test_stands_in_the_timelines_as_the_counterparts_own(self, city: City, as_user: SignIn) -> None:
        action = issued(city, Way.TIP)
        said(action, "accept")
        page = as_user("officer").get(f"/guidance/{action.pk}/").content.decode()
        assert page.count("the counterpart, by its link") == 2

    def test_is_not_given_by_a_link_that_has_ended(self, city: City) -> None:
        action = issued(city, Way.TIP)
        assert codes_of(said, action, "accept", at=NOON + 90 * DAY) == ["reply:link_over"]

    def test_is_not_given_by_officers(self, city: City) -> None:
        action = issued(city, Way.TIP)
        officer = city.actor("officer")
        wrong = codes_of(reply_by_link, by=officer, at=NOON, link=link_of(action), kind="accept")
        assert wrong == ["reply:officer"]

    @pytest.mark.parametrize("kind", ["acknowledge", "accept", "decline", "written"])
    def test_comes_too_late_when_it_was_concluded(self, city: City, kind: str) -> None:
        action = issued(city, Way.TIP)
        conclude_guidance(
            action.pk, by=city.actor("officer"), at=NOON, effect="effective", effect_note="已改"
        )
        assert codes_of(said, action, kind) == ["reply:concluded"]
        assert said(action, "message", text="谢谢").text == "谢谢"

    @pytest.mark.parametrize("kind", [k for k in ReplyKind if k != ReplyKind.TIME])
    def test_is_left_unasked_when_it_was_withdrawn(self, city: City, kind: str) -> None:
        action = issued(city, Way.TIP)
        withdraw_guidance(action.pk, by=city.actor("head"), at=NOON, reason="发错")
        assert codes_of(said, action, kind, text="x") == ["reply:withdrawn"]


class TestAskingInWriting:
    def test_owes_a_document(self, city: City) -> None:
        action = issued(city, Way.COUNSEL)
        said(action, "written")
        action.refresh_from_db()
        assert action.written_asked_on == NOON.date()
        officer = city.actor("officer")
        assert codes_of(
            conclude_guidance, action.pk, by=officer, at=NOON, effect="partly", effect_note="已改"
        ) == ["GUI-5"]


@pytest.mark.rule("GUI-6")
class TestAskingForCounselling:
    def test_is_an_application_to_answer_in_five_working_days(self, city: City) -> None:
        action = issued(city, Way.TIP)
        draft = said(action, "counsel", text="散装食品怎么标价？\n另外……").application
        assert draft is not None
        assert (draft.way, draft.trigger, draft.state) == ("counsel", "application", "draft")
        assert (draft.applied_on, draft.answer_by) == (NOON.date(), NOON.date() + 7 * DAY)
        assert (draft.counsel.topic, draft.counterpart) == ("散装食品怎么标价？", action.counterpart)

    def test_waits_on_the_day_of_its_officers(self, city: City, as_user: SignIn) -> None:
        action = issued(city, Way.TIP, at=timezone.now())
        draft = said(action, "counsel", text="怎么办理？", at=timezone.now()).application
        assert draft is not None
        assert draft.get_absolute_url() in as_user("officer").get("/").content.decode()


class TestARowOfAnAnswer:
    def test_is_written_once(self, city: City) -> None:
        action = issued(city, Way.TIP)
        reply = said(action, "message", text="原话", attachments=[a_file()])
        see_reply(reply.pk, by=city.actor("officer"), at=NOON)
        rows = [reply, reply.files.get(), ReplyAnswer.objects.get()]
        for row in rows:
            for change in (row.save, row.delete):
                with (
                    pytest.raises(TypeError, match="never"),
                    audited("guidance:see_reply", by=city.actor("officer"), at=NOON),
                ):
                    change()

    @pytest.mark.parametrize("statement", ["UPDATE {} SET version = version + 1", "DELETE FROM {}"])
    def test_is_kept_by_the_database_itself(self, city: City, statement: str) -> None:
        reply = said(issued(city, Way.TIP), "message", text="原话", attachments=[a_file()])
        see_reply(reply.pk, by=city.actor("officer"), at=NOON)
        for model in (CounterpartReply, ReplyFile, ReplyAnswer):
            table = model._meta.db_table
            with pytest.raises(DatabaseError, match=f"{table} is append-only"), transaction.atomic():
                connection.cursor().execute(statement.format(table))

    def test_is_compared_with_its_file(self, city: City, settings: Any) -> None:
        file = said(issued(city, Way.TIP), "message", text="见图", attachments=[a_file()]).files.get()
        path = Path(settings.MEDIA_ROOT) / file.file
        assert list(breaches(at=NOON, only=["reply:as_received"])) == []
        path.write_bytes(PNG[:-1] + b"?")
        assert "altered" in str(list(breaches(at=NOON, only=["reply:as_received"])))
        path.unlink()
        assert "missing" in str(list(breaches(at=NOON, only=["reply:as_received"])))
