"""What entries of the record change in the figures: the record is the log that tallies are folded from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from desk.rules.tallies import CASE, CIRCUMSTANCES, SHARES, Image, Share, Sphere, shares_of, spheres_of
from enforcement.models import Case
from foundation.models import AuditImage
from foundation.vocabulary import ImageKind

Changes = Counter[tuple[Sphere, Share]]
_PLACE = ("organ_id", "line_id", "branch_id", "district_id")
_AT_ONCE = 500


class NotFoldable(Exception):
    """Rows were loaded in bulk, or moved to another organ: the figures must be counted anew."""


def counted_images() -> QuerySet[AuditImage]:
    """The images of all rows that are counted."""
    return AuditImage.objects.filter(model__in=list(SHARES))


def refuse_loaded(images: QuerySet[AuditImage]) -> None:
    """Raise NotFoldable when rows were loaded: their images say only that they are unaltered."""
    if loaded := images.filter(kind=ImageKind.LOADED).values_list("key", flat=True).first():
        raise NotFoldable(loaded)


def changes_in(images: Iterable[AuditImage]) -> Changes:
    """What ``images`` add to and take from the figures; raises NotFoldable, all images read."""
    changes: Changes = Counter()
    zone = timezone.get_default_timezone()
    for image, before, after in _placed(images):
        for share in shares_of(image.model, image.before, zone):
            changes.subtract((sphere, share) for sphere in spheres_of(before))
        for share in shares_of(image.model, image.after, zone):
            changes.update((sphere, share) for sphere in spheres_of(after))
    return Counter({key: number for key, number in changes.items() if number})


def _placed(images: Iterable[AuditImage]) -> Iterator[tuple[AuditImage, Image, Image]]:
    """Each image with the places of its row before and after."""
    later, moved = [], ""
    for image in images:
        if image.model == CIRCUMSTANCES:
            later.append(image)
            continue
        before, after = image.before or image.after or {}, image.after or image.before or {}
        if image.model == CASE and any(before[name] != after[name] for name in _PLACE):
            moved = image.key
        yield image, before, after
    if moved:
        raise NotFoldable(moved)
    yield from _of_parts(later)


def _of_parts(images: list[AuditImage]) -> Iterator[tuple[AuditImage, Image, Image]]:
    """Circumstances stand where their case stands."""
    for start in range(0, len(images), _AT_ONCE):
        some = images[start : start + _AT_ONCE]
        cases = {image.id: (image.after or image.before or {})["case_id"] for image in some}
        places: dict[int, dict[str, Any]] = {
            row["pk"]: row for row in Case.objects.filter(pk__in=cases.values()).values("pk", *_PLACE)
        }
        for image in some:
            if cases[image.id] in places:
                place = places[cases[image.id]]
                yield image, place, place
