"""Moving an interview: the notice that was served stays as it is, a new version replaces it (Art. 8 (7))."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from enforcement.models import Document
from enforcement.services.documents import issue_document
from foundation.actors import Actor
from foundation.permissions import Permission
from guidance.models import GuidanceAction
from guidance.services.correcting import correct_guidance
from guidance.services.issuing import issue_guidance


def move_interview(
    action: GuidanceAction,
    *,
    to: datetime,
    by: Actor,
    at: datetime,
    overrides: dict[str, str] | None = None,
) -> GuidanceAction:
    """Issue the same notice for another time, inside an open audit entry; returns the new version.

    Nothing but the time changes, so what was approved stays approved. Raises Refused where the new time is not
    possible, or a new version exists already.
    """
    by.require(Permission.GUIDANCE_HANDLE)
    letters = list(Document.objects.about("guidance", action.pk).current().values_list("kind", "language"))
    new = correct_guidance(action.pk, by=by, at=at)
    new.drafted_by_id, new.approved_by_id = action.drafted_by_id, action.approved_by_id
    new.approved_at = action.approved_at
    if new.reply_by is not None and new.reply_by < timezone.localdate(at):
        new.reply_by = None
    new.save()
    new.interview.invited_for = to
    new.interview.save()
    issued = issue_guidance(new.pk, by=by, at=at, voluntariness_shown=True, overrides=overrides)
    for kind, language in letters:
        issue_document(issued.pk, noun="guidance", by=by, at=at, kind=kind, language=language)
    return issued
