"""Drafting tips to a group, and changing the draft (Art. 8 (3))."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from enforcement.models import Organ
from foundation.actors import Actor
from foundation.obstacles import Forbidden
from foundation.permissions import Permission
from foundation.record import audited
from guidance.models import TipBatch
from guidance.rules.tip_texts import OF_A_LICENCE, places_in, unknown_places
from guidance.services.tips.base import TIPS, taking_batch

COLUMNS = (
    "title", "neglected", "content", "reasons", "basis", "contact", "due_on", "field", "matter", "occasion",
    "formality",
    "kind", "industry", "region", "licence_name", "expires_from", "expires_to",
)  # fmt: skip


def draft_batch(*, by: Actor, at: datetime, **values: Any) -> TipBatch:
    """Draft tips to a group of the actor's own organ; raises ValidationError for a text that cannot be filled."""
    by.require(Permission.GUIDANCE_HANDLE)
    if by.officer_id is None or by.organ_id is None:
        raise Forbidden(Permission.GUIDANCE_HANDLE)
    with audited("tips:draft", by=by, at=at, under=TIPS):
        batch = TipBatch(drafted_by_id=by.officer_id)
        batch.place_under(Organ.objects.get(pk=by.organ_id))
        _write(batch, values)
        batch.save()
        return batch


def edit_batch(
    batch_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> TipBatch:
    """Change a draft; raises Refused once it left the desk."""
    with taking_batch(batch_id, "edit", by=by, at=at, expected=expected) as batch:
        _write(batch, values)
    return batch


def _write(batch: TipBatch, values: dict[str, Any]) -> None:
    for name in COLUMNS:
        if name in values:
            setattr(batch, name, values[name])
    _refuse_unfillable(batch)
    if batch.expires_from and batch.expires_to and batch.expires_to < batch.expires_from:
        text = _("The last day lies before the first.")
        raise ValidationError({"expires_to": ValidationError(text, code="order")})


def _refuse_unfillable(batch: TipBatch) -> None:
    unknown = unknown_places(batch.content)
    if unknown:
        text = _("Nothing is known for {%(name)s}.") % {"name": unknown[0]}
        raise ValidationError({"content": ValidationError(text, code="place")})
    if places_in(batch.content) & OF_A_LICENCE and not batch.is_about_licences:
        lacking = _("The text names a licence: choose the group by its licence, or by when it expires.")
        raise ValidationError({"content": ValidationError(lacking, code="licence")})
