"""Defining ways of one's own: drafted, put in use, revised in a new edition, retired (Art. 8, last paragraph)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Organ
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Forbidden, Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from guidance.lifecycle import OTHER_WAY_LIFECYCLE
from guidance.models import OtherField, OtherWay
from guidance.vocabulary import OtherWayState

DEFINE = Permission.GUIDANCE_DEFINE
COPIED = ("key", "label_zh", "label_en", "kind", "choices", "stage", "is_required")


def define_way(*, by: Actor, at: datetime, name_zh: str, name_en: str = "", description: str) -> OtherWay:
    """Draft a way of the actor's organ; raises Forbidden without the right or an organ."""
    by.require(DEFINE)
    if by.organ_id is None:
        raise Forbidden(DEFINE)
    with audited("other_way:define", by=by, at=at, under=Article(8)):
        way = OtherWay(name_zh=name_zh, name_en=name_en, description=description)
        way.place_under(Organ.objects.get(pk=by.organ_id))
        way.save()
        return way


def edit_way(way_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any) -> OtherWay:
    """Change the words of a draft; raises Refused once it is in use."""
    with _taking_way(way_id, "edit", by=by, at=at, expected=expected) as way:
        for name in ("name_zh", "name_en", "description"):
            setattr(way, name, values.get(name, getattr(way, name)))
    return way


def add_field(
    way_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> OtherWay:
    """Add a field to a draft."""
    with _drafting_way(way_id, "add_field", by=by, at=at, expected=expected) as way:
        OtherField(way=way, **values).save()
    return way


def remove_field(
    way_id: int, *, by: Actor, at: datetime, field: OtherField, expected: int | None = None
) -> OtherWay:
    """Take a field out of a draft."""
    with _drafting_way(way_id, "remove_field", by=by, at=at, expected=expected) as way:
        OtherField.objects.filter(way=way).locked(field.pk).delete()
    return way


def take_field_out(field_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> OtherWay:
    """The same, by the field alone. Raises Forbidden, DoesNotExist outside the own organ, Stale, and Refused in use."""
    by.require(DEFINE)
    way_id = OtherField.objects.workable_by(by).values_list("way_id", flat=True).get(pk=field_id)
    with _drafting_way(way_id, "remove_field", by=by, at=at, expected=None) as way:
        OtherField.objects.locked(field_id, expected=expected).delete()
    return way


def change_field(
    field_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> OtherField:
    """Change a field of a draft. Raises Forbidden, DoesNotExist outside the own organ, Stale, and Refused in use."""
    by.require(DEFINE)
    way_id = OtherField.objects.workable_by(by).values_list("way_id", flat=True).get(pk=field_id)
    with _drafting_way(way_id, "change_field", by=by, at=at, expected=None):
        field: OtherField = OtherField.objects.locked(field_id, expected=expected)
        for name in COPIED:
            setattr(field, name, values.get(name, getattr(field, name)))
        field.save()
    return field


def use_way(way_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> OtherWay:
    """Put a draft in use; the edition that it replaces is retired in the same act."""
    with _taking_way(way_id, "use", by=by, at=at, expected=expected) as way:
        old = way.replaces
        if old is not None and old.state == OtherWayState.IN_USE:
            retire_way(old.pk, by=by, at=at)
        way.in_use_on = timezone.localdate(at)
    return way


def revise_way(way_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> OtherWay:
    """Draft the next edition with the same fields; raises Refused while another is being drafted."""
    by.require(DEFINE)
    with audited("other_way:revise", by=by, at=at, under=Article(8)):
        old: OtherWay = OtherWay.objects.workable_by(by).locked(way_id, expected=expected)
        if old.state != OtherWayState.IN_USE or old.successors.filter(state=OtherWayState.DRAFT).exists():
            raise Refused([_not_revisable(old)])
        new = OtherWay(
            name_zh=old.name_zh,
            name_en=old.name_en,
            description=old.description,
            edition=old.edition + 1,
            replaces=old,
        )
        new.place_under(old.organ)
        new.save()
        for field in old.fields.all():
            OtherField(way=new, **{name: getattr(field, name) for name in COPIED}).save()
        return new


def retire_way(way_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> OtherWay:
    """Let nobody draft in this way any more; guidance that was given in it keeps it."""
    with _taking_way(way_id, "retire", by=by, at=at, expected=expected) as way:
        way.retired_on = timezone.localdate(at)
    return way


@contextmanager
def _taking_way(
    way_id: int, name: str, *, by: Actor, at: datetime, expected: int | None
) -> Iterator[OtherWay]:
    with audited(f"other_way:{name}", by=by, at=at, under=Article(8)):
        way: OtherWay = OtherWay.objects.workable_by(by).locked(way_id, expected=expected)
        yield way
        OTHER_WAY_LIFECYCLE.take(way, name, by=by, at=at)
        way.save()


@contextmanager
def _drafting_way(
    way_id: int, verb: str, *, by: Actor, at: datetime, expected: int | None
) -> Iterator[OtherWay]:
    by.require(DEFINE)
    with audited(f"other_way:{verb}", by=by, at=at, under=Article(8)):
        way: OtherWay = OtherWay.objects.workable_by(by).locked(way_id, expected=expected)
        if way.state != OtherWayState.DRAFT:
            raise Refused([_is_no_draft(way)])
        yield way
        way.save()


def _is_no_draft(way: OtherWay) -> Obstacle:
    return Obstacle(
        code="other_way:wrong_state",
        message=_("Not possible in the present state: “%(state)s”.") % {"state": way.get_state_display()},
        article=Article(8),
        next_step=_("Draft the next edition, and change that."),
    )


def _not_revisable(way: OtherWay) -> Obstacle:
    return Obstacle(
        code="GUI-52",
        message=_("Only a way in use is revised, one edition at a time."),
        article=Article(8),
        next_step=_("Work on the edition that is being drafted."),
    )
