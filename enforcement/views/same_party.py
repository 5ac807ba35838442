"""The part of a page that says who may be the same party, and who was said to be (Art. 4, 10)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase

from enforcement.models import Counterpart, SameParty
from enforcement.services.counterparts import candidates_of
from enforcement.vocabulary.same_party import SameAnswer, Trait
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission


class SamePartyPanel(ThingPage):
    """Candidates with what they share; of a party handled elsewhere nothing but that there is one."""

    model = Counterpart
    permission = Permission.COUNTERPART_READ
    template_name = "enforcement/_same_party.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        this = self.thing
        found = candidates_of(this)
        rows = SameParty.objects.visible_to(self.actor).about(this.pk).select_related("answered_by")
        answered = list(rows)
        seen = self._seen([c.counterpart.pk for c in found] + [_other(row, this) for row in answered])
        return self.show(
            {
                "counterpart": this,
                "candidates": [(c, seen.get(c.counterpart.pk)) for c in found],
                "answered": [_told(row, seen.get(_other(row, this))) for row in answered],
                "may_say": self.actor.may(Permission.COUNTERPART_EDIT),
            }
        )

    def _seen(self, keys: list[int]) -> dict[int, Counterpart]:
        return {c.pk: c for c in Counterpart.objects.visible_to(self.actor).filter(pk__in=keys)}


def _other(row: SameParty, this: Counterpart) -> int:
    return row.second_id if row.first_id == this.pk else row.first_id


def _told(row: SameParty, other: Counterpart | None) -> dict[str, Any]:
    return {
        "row": row,
        "other": other,
        "tone": "info" if row.answer == SameAnswer.SAME else "neutral",
        "traits": [Trait(trait).label for trait in row.traits],
    }
