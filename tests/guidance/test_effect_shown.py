"""Concluding with an effect says what shows it: words, a document of the action, a file (Art. 8)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client

from enforcement.services.documents import issue_document
from foundation.invariants import breaches
from foundation.obstacles import Refused
from guidance.models import EffectFile, GuidanceAction
from guidance.services import conclude_guidance
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.enforcement.evidence_files import PNG
from tests.guidance.drafts import issued

pytestmark = [pytest.mark.django_db, pytest.mark.article("8"), pytest.mark.usefixtures("store")]
SignIn = Callable[[str], Client]


def a_picture(name: str = "改正后.png", content: bytes = PNG) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def conclude(city: City, action: GuidanceAction, **values: Any) -> GuidanceAction:
    given = {"effect": "effective", "effect_note": "复查时价签齐全", **values}
    return conclude_guidance(action.pk, by=city.actor("officer"), at=NOON, **given)


class TestAnEffect:
    def test_that_is_claimed_says_what_shows_it(self, city: City) -> None:
        action = issued(city, Way.TIP)
        for effect in ("effective", "partly"):
            with pytest.raises(Refused) as found:
                conclude(city, action, effect=effect, effect_note=" ")
            assert [o.code for o in found.value.obstacles] == ["GUI-66"]
        assert conclude(city, action, effect="ineffective", effect_note="").state == "concluded"

    def test_is_shown_by_a_file_that_stays_as_it_came(self, city: City, settings: Any) -> None:
        file = conclude(city, issued(city, Way.TIP), attachment=a_picture()).effect_files.get()
        assert (file.original_name, file.content_type, file.size) == ("改正后.png", "image/png", len(PNG))
        code = "guidance:effect_as_shown"
        assert list(breaches(at=NOON, only=[code])) == []
        (Path(settings.MEDIA_ROOT) / file.file).write_bytes(PNG[:-1] + b"?")
        assert len(list(breaches(at=NOON, only=[code]))) == 1

    @pytest.mark.parametrize("statement", ["UPDATE {} SET version = version + 1", "DELETE FROM {}"])
    def test_is_kept_by_the_database_itself(self, city: City, statement: str) -> None:
        conclude(city, issued(city, Way.TIP), attachment=a_picture())
        table = EffectFile._meta.db_table
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            connection.cursor().execute(statement.format(table))

    @pytest.mark.parametrize(
        "file", [a_picture("x.exe", b"MZ" + b"\0" * 99), a_picture("x.png", b"<svg/>"), a_picture("x.png", b"")],
        ids=lambda file: f"{file.name}-{file.size}",
    )  # fmt: skip
    def test_is_not_shown_by_what_is_not_what_it_says(self, city: City, file: Any, settings: Any) -> None:
        action = issued(city, Way.TIP)
        with pytest.raises(ValidationError, match="attachment"):
            conclude(city, action, attachment=file)
        assert GuidanceAction.objects.get(pk=action.pk).state == "issued"
        assert not list(Path(settings.MEDIA_ROOT).glob("effects/*/*"))

    def test_leaves_no_file_behind_when_it_is_refused(self, city: City, settings: Any) -> None:
        with pytest.raises(Refused):
            conclude(city, issued(city, Way.INTERVIEW), attachment=a_picture())
        assert not list(Path(settings.MEDIA_ROOT).glob("effects/*/*"))

    def test_is_shown_by_a_document_of_its_own(self, city: City) -> None:
        action, other, by = issued(city, Way.TIP), issued(city, Way.SUGGEST), city.actor("officer")
        own, alien = (
            issue_document(one.pk, noun="guidance", by=by, at=NOON, kind="guidance")
            for one in (action, other)
        )
        with pytest.raises(ValidationError, match="document"):
            conclude(city, action, document=alien)
        assert conclude(city, action, document=own).effect_document == own


class TestAtTheDoors:
    def test_is_asked_and_shown_by_page(self, city: City, as_user: SignIn) -> None:
        action, client = issued(city, Way.TIP), as_user("officer")
        url = f"/guidance/{action.pk}/do/conclude/"
        assert 'name="attachment"' in client.get(url).content.decode()
        sent = {"effect": "effective", "effect_note": "价签齐全", "expected_version": action.version}
        assert client.post(url, {**sent, "attachment": a_picture()}).status_code == 302
        file = EffectFile.objects.get()
        page = client.get(action.get_absolute_url()).content.decode()
        assert f"/guidance/effect/files/{file.pk}/" in page
        answer = client.get(f"/guidance/effect/files/{file.pk}/")
        assert (answer["Content-Disposition"].startswith("attachment"), b"".join(answer)) == (True, PNG)

    def test_is_for_who_may_read_persons_and_reaches_it(self, city: City, as_user: SignIn) -> None:
        conclude(city, issued(city, Way.TIP), attachment=a_picture())
        url = f"/guidance/effect/files/{EffectFile.objects.get().pk}/"
        assert as_user("evaluator").get(url).status_code == 403
        assert as_user("officer_north").get(url).status_code == 404

    def test_comes_and_goes_by_the_api(self, city: City, as_user: SignIn) -> None:
        action, client = issued(city, Way.TIP), as_user("officer")
        url = f"/api/v1/guidance-actions/{action.pk}/"
        sent = {"effect": "effective", "effect_note": "价签齐全", "attachment": a_picture()}
        answer = client.post(f"{url}transitions/conclude/", sent, headers={"if-match": f'"{action.version}"'})
        assert answer.status_code == 200, answer.content
        (file,) = client.get(url).json()["effect_files"]
        assert b"".join(client.get(f"{url}effect-files/{file['id']}/")) == PNG
        assert as_user("evaluator").get(url).json()["effect_files"] == []
        assert as_user("evaluator").get(f"{url}effect-files/{file['id']}/").status_code == 403
