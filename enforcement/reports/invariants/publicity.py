"""Nothing is shown beyond its term, nor let out by who handled it (Art. 4; Penalty Law, Art. 48)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from enforcement.lifecycle import PUBLICITY_LIFECYCLE, REMEDY_LIFECYCLE
from enforcement.models import Publication, PublicEdition, Remedy
from foundation.invariants import invariant
from foundation.record.paths import illegal_steps

SWEEP_TAKES = timedelta(minutes=10)


@invariant("publicity:within_its_term")
def beyond_the_term(at: datetime) -> Iterator[str]:
    """What has reached the end of its term was ended."""
    today = timezone.localdate(at - SWEEP_TAKES)
    for row in Publication.objects.published().filter(until_on__lt=today).order_by("pk").iterator():
        yield f"publication {row.pk} is still published after {row.until_on}"


@invariant("publicity:approved_by_another")
def approved_by_handlers(_at: datetime) -> Iterator[str]:
    """Who handles the case, measure or inspection approved no edition."""
    own = Publication.objects.filter(pk=OuterRef("publication")).handled_by(OuterRef(OuterRef("approved_by")))
    for edition in PublicEdition.objects.filter(Exists(own)).order_by("pk").iterator():
        yield f"edition {edition.pk} was approved by who handles its matter"


@invariant("publicity:path_of_the_law")
def illegal_paths(_at: datetime) -> Iterator[str]:
    """Every change of state of a public text or a remedy is a transition of its table."""
    yield from illegal_steps(Publication, PUBLICITY_LIFECYCLE)
    yield from illegal_steps(Remedy, REMEDY_LIFECYCLE)
