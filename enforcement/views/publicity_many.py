"""Several public texts read and approved by a head in one go, each by itself (Art. 4; PUB-2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.publicity import PUBLICITY_ACTS
from enforcement.lifecycle import PUBLICITY_LIFECYCLE
from enforcement.models import Publication
from enforcement.vocabulary.publicity import PublicityState
from foundation.acts import Chosen, Result, perform_each
from foundation.pages import Page
from foundation.permissions import Permission

SHOWN = 12
_CHOSEN = re.compile(r"([0-9]{1,18}):([0-9]{1,9})")


class ApproveTextsPage(Page):
    """The texts that wait, whole, with a box each; POST approves what was chosen, and says what became of it."""

    permission = Permission.CASE_APPROVE
    template_name = "enforcement/publicity_approve.html"
    title = _("Approve public texts")
    http_method_names = ["get", "head", "post", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return self._shown()

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        chosen = list(_chosen(request.POST.getlist("text")))[:SHOWN]
        if not chosen:
            return self._shown(missing=True)
        key = _key(request.POST.get("submission_key", ""))
        return self._shown(
            perform_each(PUBLICITY_ACTS["approve"], chosen, by=self.actor, at=self.now, key=key)
        )

    def _shown(self, results: Sequence[Result] = (), *, missing: bool = False) -> HttpResponseBase:
        page = {
            "title": self.title,
            "key": uuid4(),
            "missing": missing,
            "results": self._told(results),
            "waiting": self._waiting(),
            "most": SHOWN,
        }
        return self.show(page, status=400 if missing else 200)

    def _waiting(self) -> list[dict[str, Any]]:
        """The texts of the own organ that wait, the most urgent first, and what stands against approving each."""
        rows = Publication.objects.workable_by(self.actor).filter(state=PublicityState.DRAFT).whole()
        today = timezone.localdate(self.now)
        return [
            {
                "row": row,
                "about": row.thing,
                "days": None if row.publish_by is None else (row.publish_by - today).days,
                "obstacles": PUBLICITY_LIFECYCLE.obstacles(row, "approve", by=self.actor, at=self.now),
            }
            for row in rows.order_by("publish_by", "pk")[:SHOWN]
        ]

    def _told(self, results: Sequence[Result]) -> list[dict[str, Any]]:
        """What became of each; a text that is not in reach has no name."""
        keys = [result.key for result in results]
        named = {
            row.pk: row for row in Publication.objects.visible_to(self.actor).filter(pk__in=keys).whole()
        }
        return [{"row": named.get(result.key), "result": result} for result in results]


def _chosen(values: list[str]) -> Iterator[Chosen]:
    """Each text once, in the version that was shown."""
    for value in dict.fromkeys(values):
        if found := _CHOSEN.fullmatch(value):
            yield Chosen(int(found[1]), int(found[2]))


def _key(text: str) -> str:
    """The key of the sheet that was sent; without a sound one each text simply is approved once by its state."""
    try:
        return f"form:{UUID(text)}"
    except ValueError:
        return ""
