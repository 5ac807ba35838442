"""Which guidance actions: issued, live, before the public, of an officer (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from enforcement.scope import ScopedQuerySet
from guidance.vocabulary import LIVE_STATES, OPEN_TO_COMMENT, GuidanceState, PublicEnd, Way
from guidance.ways import WAYS

PUBLISHED_STATES = (
    GuidanceState.ISSUED,
    GuidanceState.IN_FORCE,
    GuidanceState.EXPIRED,
    GuidanceState.CONCLUDED,
)
PUBLIC_LINKS = ("public_life", "public_life__reviewed_by")
DETAIL_LINKS = ("demo__exemplar", "revisit__visit__case", "tip__licence")
SHARED = "guidance"
"""Under this name organs take part in an interview of another."""
Q = models.Q


class GuidanceQuerySet(ScopedQuerySet):
    shared_as = SHARED

    def issued(self) -> Any:
        return self.exclude(issued_at=None)

    def live(self) -> Any:
        return self.filter(state__in=LIVE_STATES)

    def published(self) -> Any:
        """What the public may read: guides that were published, and models that agreed to be named."""
        told = self.filter(state__in=PUBLISHED_STATES, issued_at__isnull=False)
        guides = Q(way=Way.GUIDE, guide__published_on__isnull=False)
        models_named = Q(way=Way.DEMO) & (Q(demo__exemplar=None) | Q(demo__has_consent=True))
        return told.filter(guides | models_named)

    def open_to_comment(self) -> Any:
        """Drafts and candidates that the public may comment on."""
        return self.filter(state__in=OPEN_TO_COMMENT, public_life__shown_until__isnull=False)

    def taken_back(self) -> Any:
        """What everybody could read and was withdrawn, with the public reason."""
        ends = [PublicEnd.WITHDRAWN, PublicEnd.REPLACED, PublicEnd.LEFT]
        gone = self.filter(state=GuidanceState.WITHDRAWN, issued_at__isnull=False)
        was_public = ~Q(way=Way.GUIDE) | Q(guide__published_on__isnull=False)
        return gone.filter(was_public, public_life__ended_how__in=ends)

    def of_officer(self, officer_id: int) -> Any:
        return self.filter(officers__officer_id=officer_id)

    def with_everything(self) -> Any:
        """With all that the page of an action shows and its rules ask, in a handful of queries."""
        parts = (
            "organ",
            "field",
            "matter",
            "case",
            "counterpart",
            "drafted_by",
            "approved_by",
            "supersedes",
        )
        details = (*(page.related_name for page in WAYS.values()), *DETAIL_LINKS, *PUBLIC_LINKS)
        found = self.select_related(*parts, *details)
        officers = models.Prefetch("officers", self._rows_of("officers").select_related("officer"))
        return found.prefetch_related(officers, "organ__organ_fields").annotate(
            successor_key=self._of_successor("pk"), successor_name=self._of_successor("name")
        )

    def _of_successor(self, column: str) -> Subquery:
        """A column of the version that replaces an action, or is being written to."""
        newer = self.model._base_manager.filter(supersedes=OuterRef("pk")).exclude(
            state=GuidanceState.WITHDRAWN
        )
        named = newer.annotate(name=Coalesce(NullIf("number", Value("")), "title")).order_by(
            "-drafted_at", "-pk"
        )
        return Subquery(named.values(column)[:1])

    def _rows_of(self, relation: str) -> Any:
        return self.model._meta.get_field(relation).related_model.objects.all()
