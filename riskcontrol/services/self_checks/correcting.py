"""That what was found is now corrected, added to a submitted self-check by the same link (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from foundation.actors import Actor
from guidance.models import CounterpartLink
from guidance.services.received_files import received
from riskcontrol.models import SelfCheck, SelfCheckAnswer, SelfCheckCorrection
from riskcontrol.rules.self_checks import obstacles_to_correcting
from riskcontrol.services.self_checks.doors import behind_link, door_of, refuse
from riskcontrol.services.self_checks.photos import FOLDER, attach


def correct_found(
    *,
    by: Actor,
    at: datetime,
    link: CounterpartLink,
    edition: int,
    corrected_on: date,
    note: str = "",
    photos: Iterable[Any] = (),
) -> SelfCheck:
    """Say that what was found at one point is corrected; raises Refused where nothing is open, or the day is wrong."""
    with (
        received(photos, folder=FOLDER, field="photos") as kept,
        behind_link(link, "correct", at=at) as check,
    ):
        door = door_of(check, link, is_officer=by.officer_id is not None, at=at)
        found = SelfCheckAnswer.objects.filter(self_check=check, edition=edition)
        answer = found.select_related("correction").first()
        refuse(
            obstacles_to_correcting(
                door, is_open=answer is not None and answer.is_open,
                found_on=answer.found_on if answer else None, corrected_on=corrected_on,
                today=timezone.localdate(at),
            )
        )  # fmt: skip
        SelfCheckCorrection(answer=answer, corrected_on=corrected_on, note=note, at=at).save()
        if kept:
            attach(check, door, edition, kept)
        check.corrected += 1
        check.save()
        return check
