"""Files that come with an answer (Art. 8)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from enforcement.services.evidence import remove_orphans
from guidance.models import (
    CounterpartReply,
    ReplyFile,
)
from guidance.vocabulary import Way
from tests.city import City
from tests.enforcement.evidence_files import PDF, PNG
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


class TestFiles:
    def test_are_kept_with_type_and_digest(self, city: City) -> None:
        reply = said(
            issued(city, Way.TIP), "message", text="见附件", attachments=[a_file(), a_file("改正.pdf", PDF)]
        )
        assert [(f.original_name, f.content_type) for f in reply.files.all()] == [
            ("照片.png", "image/png"),
            ("改正.pdf", "application/pdf"),
        ]
        assert remove_orphans(at=timezone.now() + DAY) == 0

    def test_are_of_no_use_to_who_may_not_read_counterparts(self, city: City, as_user: SignIn) -> None:
        reply = said(issued(city, Way.TIP), "message", text="机密之言", attachments=[a_file()])
        path = f"/guidance/replies/files/{reply.files.get().pk}/"
        assert as_user("evaluator").get(path).status_code == 403
        page = as_user("evaluator").get(reply.get_absolute_url()).content.decode()
        assert "机密之言" not in page
        answer = as_user("officer").get(path)
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert b"".join(answer) == PNG

    @pytest.mark.parametrize(
        "file",
        [
            a_file("x.exe", b"MZ" + b"\0" * 99),
            a_file("x.png", b"<html><script>1</script>"),
            a_file("x.pdf", PDF + b"PK\x05\x06" + b"\0" * 18),
            a_file("x.png", PDF),
            a_file("x.svg", b"<svg/>"),
            a_file("x", PNG),
            a_file("leer.png", b""),
        ],
        ids=lambda f: f.name,
    )
    def test_that_are_not_what_they_say_are_refused(self, city: City, phone: Client, file: Any) -> None:
        action = issued(city, Way.TIP, at=timezone.now())
        url = f"{link_of(action).get_absolute_url()}do/message/"
        answer = phone.post(url, {"text": "我的长话", "attachments": [file]})
        assert answer.status_code == 400
        assert "我的长话" in answer.content.decode()
        assert not CounterpartReply.objects.exists()

    def test_come_five_at_a_time(self, city: City, phone: Client) -> None:
        action = issued(city, Way.TIP, at=timezone.now())
        url = f"{link_of(action).get_absolute_url()}do/message/"
        files = [a_file(f"{number}.png") for number in range(6)]
        assert phone.post(url, {"text": "六张", "attachments": files}).status_code == 400
        files = [a_file(f"{number}.png") for number in range(5)]
        assert phone.post(url, {"text": "五张", "attachments": files}).status_code == 302
        assert ReplyFile.objects.count() == 5

    def test_stop_at_thirty(self, city: City) -> None:
        action = issued(city, Way.TIP)
        for _turn in range(6):
            said(action, "message", text="x", attachments=[a_file(f"{number}.png") for number in range(5)])
        assert codes_of(said, action, "message", text="x", attachments=[a_file()]) == ["reply:full"]
