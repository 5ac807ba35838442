"""The points of a self-check, side by side with what was answered, for party and officer (Art. 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django import forms

from foundation.vocabulary import Tone
from riskcontrol.models import PointEdition, SelfCheck, SelfCheckAnswer, SelfCheckPhoto
from riskcontrol.vocabulary import CheckAnswer

_FIELDS = ("answer", "found_on", "corrected_on", "note", "wants_help", "photos")


def cards_of(
    check: SelfCheck, editions: Iterable[PointEdition], form: forms.Form | None = None
) -> list[dict[str, Any]]:
    """One card a point: what is asked, its fields where it is still filled in, and what was answered; two queries."""
    answers = {
        row.edition_id: row
        for row in SelfCheckAnswer.objects.filter(self_check=check).select_related("correction")
    }
    photos: dict[int, list[SelfCheckPhoto]] = defaultdict(list)
    for photo in SelfCheckPhoto.objects.filter(self_check=check):
        photos[photo.edition_id].append(photo)
    return [
        {
            "edition": edition,
            "answer": answers.get(edition.pk),
            "tone": tone_of(answers.get(edition.pk)),
            "photos": photos[edition.pk],
            **_fields(form, edition.pk),
        }
        for edition in editions
    ]


def tone_of(answer: SelfCheckAnswer | None) -> str:
    """Green for what is in order or corrected, a note to watch for what is open; never red: it was told freely."""
    if answer is None or answer.answer == CheckAnswer.NA:
        return Tone.NEUTRAL.value
    return Tone.WATCH.value if answer.is_open else Tone.GOOD.value


def _fields(form: forms.Form | None, key: int) -> dict[str, Any]:
    if form is None or f"answer_{key}" not in form.fields:
        return {}
    return {f"{name}_field": form[f"{name}_{key}"] for name in _FIELDS}
