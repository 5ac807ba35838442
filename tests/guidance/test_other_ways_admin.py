"""Ways of one's own in the administration: the same services, the same refusals (Art. 8, last paragraph)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from foundation.models import AuditEntry
from guidance.models import OtherWay
from guidance.services import other_ways
from tests.city import NOON, City

pytestmark = [pytest.mark.django_db, pytest.mark.article("8")]
SignIn = Callable[[str], Client]
HERE = "/admin/guidance/otherway/"
WORDS = {"name_zh": "法治体检", "name_en": "Legal check-up", "description": "律师上门查找风险"}
FIELD = {
    "key": "lawyers",
    "label_zh": "律师人数",
    "label_en": "Lawyers",
    "kind": "number",
    "stage": "drafted",
}


def rows(*given: dict[str, Any], initial: int = 0) -> dict[str, Any]:
    """The formset of fields as the browser sends it."""
    sent: dict[str, Any] = {"fields-TOTAL_FORMS": len(given), "fields-INITIAL_FORMS": initial}
    for number, row in enumerate(given):
        sent |= {f"fields-{number}-{name}": value for name, value in row.items()}
    return sent


@pytest.fixture
def draft(city: City) -> OtherWay:
    return other_ways.define_way(by=city.actor("head"), at=NOON, **WORDS)


class TestTheAdministration:
    def test_defines_a_way_with_its_fields_through_the_services(self, city: City, as_user: SignIn) -> None:
        answer = as_user("head").post(f"{HERE}add/", {**WORDS, **rows(FIELD)})
        assert answer.status_code == 302, answer.content.decode()
        way = OtherWay.objects.get()
        assert (way.organ, way.state, [f.key for f in way.fields.all()]) == (
            city.people["head"].organ, "draft", ["lawyers"],
        )  # fmt: skip
        actions = set(AuditEntry.objects.values_list("action", flat=True))
        assert {"other_way:define", "other_way:add_field"} <= actions

    def test_changes_a_field_of_a_draft(self, city: City, as_user: SignIn, draft: OtherWay) -> None:
        way = other_ways.add_field(draft.pk, by=city.actor("head"), at=NOON, **FIELD)
        field = way.fields.get()
        row = {
            **FIELD,
            "id": field.pk,
            "way": way.pk,
            "label_zh": "参加律师",
            "expected_version": field.version,
        }
        sent = {**WORDS, "expected_version": way.version, **rows(row, initial=1)}
        assert as_user("head").post(f"{HERE}{way.pk}/change/", sent).status_code == 302
        field.refresh_from_db()
        assert field.label_zh == "参加律师"

    def test_takes_a_field_out_of_a_draft(self, city: City, as_user: SignIn, draft: OtherWay) -> None:
        way = other_ways.add_field(draft.pk, by=city.actor("head"), at=NOON, **FIELD)
        field = way.fields.get()
        row = {**FIELD, "id": field.pk, "way": way.pk, "DELETE": "on"}
        sent = {**WORDS, "expected_version": way.version, **rows(row, initial=1)}
        answer = as_user("head").post(f"{HERE}{way.pk}/change/", sent)
        assert (answer.status_code, way.fields.count()) == (302, 0), answer.content.decode()

    def test_puts_in_use_and_drafts_the_next_edition(self, as_user: SignIn, draft: OtherWay) -> None:
        client = as_user("head")
        for action, found in (("put_in_use", {"in_use"}), ("draft_next_edition", {"in_use", "draft"})):
            sent = {"action": action, "_selected_action": [draft.pk]}
            assert client.post(HERE, sent).status_code == 302
            assert set(OtherWay.objects.values_list("state", flat=True)) == found
        client.post(HERE, {"action": "retire", "_selected_action": [draft.pk]})
        assert OtherWay.objects.get(pk=draft.pk).state == "retired"

    def test_refuses_what_the_service_refuses(self, city: City, as_user: SignIn, draft: OtherWay) -> None:
        other_ways.use_way(draft.pk, by=city.actor("head"), at=NOON)
        sent = {**WORDS, "name_zh": "改名", "expected_version": OtherWay.objects.get().version, **rows()}
        answer = as_user("head").post(f"{HERE}{draft.pk}/change/", sent)
        assert answer.status_code == 200
        assert OtherWay.objects.get().name_zh == "法治体检"
        told = as_user("head").post(
            HERE, {"action": "put_in_use", "_selected_action": [draft.pk]}, follow=True
        )
        assert "wrong" not in told.content.decode()
        assert "Not possible in the present state" in told.content.decode()

    @pytest.mark.parametrize(("name", "status"), [("officer", (302, 403)), ("head_north", (302, 404))])
    def test_is_for_heads_of_the_organ(
        self, as_user: SignIn, draft: OtherWay, name: str, status: tuple[int, ...]
    ) -> None:
        assert as_user(name).get(f"{HERE}{draft.pk}/change/").status_code in status
