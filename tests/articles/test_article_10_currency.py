"""Article 10 para. 1: lists are managed dynamically; an entry does not outlive the law that it rests on."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from enforcement.models import Instrument, Provision
from enforcement.services.sample_data import load_matters, sample_matters
from foundation.actors import COMMAND
from foundation.models import AuditEntry
from leniency.models import LeniencyEntry
from leniency.services import load_lists, sample_lists
from tests.city import NOON, small_city

pytestmark = [pytest.mark.django_db, pytest.mark.article("10.1")]


@pytest.fixture
def permit() -> LeniencyEntry:
    """The entry about the road-transport permit, as it stood on a list when its penalty was deleted in 2023."""
    small_city()
    matters, lists = sample_matters(), sample_lists()
    load_matters(
        by=COMMAND,
        at=NOON,
        data={**matters, "matters": [m for m in matters["matters"] if m["code"] == "JT-003X"]},
    )
    kept = [one for one in lists["lists"] if one["entries"][0]["code"] == "JT-003X"]
    load_lists(by=COMMAND, at=NOON, data={**lists, "lists": kept})
    return LeniencyEntry.objects.get(code="JT-003X")


def test_an_entry_whose_penalty_was_deleted_is_suspended_by_the_change_of_the_law(permit) -> None:
    basis = permit.citations.get(is_basis=True).provision
    assert (basis.article, basis.valid_to) == ("68", date(2023, 7, 19))
    told = AuditEntry.objects.filter(action="leniency_entry:suspend").get()
    assert (told.article, permit.suspended_on) == ("10.1", NOON.date())
    assert told.via == "celery"


def test_the_reason_stands_in_public_where_the_entry_stood(permit, client: Client) -> None:
    with translation.override("en"):
        listed = client.get(
            "/api/v1/public/leniency-entries/",
            {"as_of": NOON.date().isoformat()},
            headers={"Accept-Language": "en"},
        ).json()
        assert listed["results"] == []
        page = client.get(
            reverse("leniency:public_entry", args=[permit.pk]), headers={"Accept-Language": "en"}
        ).content.decode()
    assert "The penalty for not carrying the operation permit was removed." in page
    assert "2023-07-20" in page


def test_the_law_keeps_its_versions_and_gives_the_vanished_provision_no_successor(permit) -> None:
    law = Instrument.objects.get(code="road-transport")
    assert law.versions.get().valid_from == date(2023, 7, 20)
    assert not Provision.objects.filter(instrument=law, article="68", revision=2).exists()
