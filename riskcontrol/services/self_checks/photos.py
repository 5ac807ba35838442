"""Photos of a self-check: few, small, pictures by their content, kept like evidence (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from enforcement.models.kept_files import keeps_files
from foundation.actors import Actor
from guidance.models import CounterpartLink
from guidance.services.received_files import Arrived, received
from riskcontrol.models import SelfCheck, SelfCheckPhoto
from riskcontrol.rules.self_checks import DoorFacts, obstacles_to_filling_in, obstacles_to_photos
from riskcontrol.services.self_checks.doors import behind_link, door_of, refuse

FOLDER = "self-checks"

keeps_files(FOLDER, SelfCheckPhoto)


def add_photos(
    *, by: Actor, at: datetime, link: CounterpartLink, edition: int, photos: Iterable[Any]
) -> SelfCheck:
    """Keep photos of one point before it is submitted.

    Raises Refused, ValidationError for what is no small picture, and SelfCheck.DoesNotExist for a strange point.
    """
    with (
        received(photos, folder=FOLDER, field="photos") as kept,
        behind_link(link, "add_photo", at=at) as check,
    ):
        door = door_of(check, link, is_officer=by.officer_id is not None, at=at)
        refuse(obstacles_to_filling_in(door))
        attach(check, door, edition, kept)
        return check


def attach(check: SelfCheck, door: DoorFacts, edition: int, kept: list[Arrived]) -> None:
    """Write the rows of files that arrived for one point, inside the open entry."""
    if edition not in check.editions:
        raise SelfCheck.DoesNotExist
    known = SelfCheckPhoto.objects.filter(self_check=check, edition=edition).count()
    refuse(obstacles_to_photos(door, known=known, new=len(kept)))
    _refuse_other_kinds(kept)
    for file, name, content_type in kept:
        SelfCheckPhoto(
            self_check=check, edition_id=edition, file=file.path, original_name=name, content_type=content_type,
            size=file.size, sha256=file.sha256,
        ).save()  # fmt: skip


def _refuse_other_kinds(kept: list[Arrived]) -> None:
    if any(not content_type.startswith("image/") for _file, _name, content_type in kept):
        words = _("Only pictures are taken here.")
        raise ValidationError({"photos": ValidationError(words, code="type")})
