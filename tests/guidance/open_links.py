"""Guidance whose link is open now, and the way behind it, for tests (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from guidance.models import GuidanceAction
from guidance.vocabulary import Way
from tests.city import City
from tests.guidance.answers import link_of
from tests.guidance.drafts import issued


def now_issued(city: City, way: str = Way.TIP, **values: Any) -> GuidanceAction:
    """Guidance that was issued a moment ago, so that its link is open by the real clock."""
    return issued(city, way, at=timezone.now(), **values)


def door(action: GuidanceAction) -> str:
    return link_of(action).get_absolute_url()


def text_of(response: Any) -> str:
    return response.content.decode()  # type: ignore[no-any-return]
