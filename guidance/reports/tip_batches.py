"""What tips to a group would say, and to how many, before anything is sent (Art. 8 (3))."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import translation

from enforcement.models import Contact, Counterpart, Licence
from foundation.actors import Actor
from foundation.wording import day_text
from guidance.models import TipBatch
from guidance.rules.tip_texts import filled

SAMPLES = 5


@dataclass(frozen=True, slots=True)
class Sample:
    """The tip of one addressee."""

    party: Counterpart
    text: str
    has_contact: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """``without`` are those of whom no telephone and no e-mail is known; some of them are named."""

    total: int
    without: int
    unreached: tuple[Counterpart, ...]
    samples: tuple[Sample, ...]


def preview_of(batch: TipBatch, *, by: Actor) -> Preview:
    """How many fit now, how many of them only paper reaches, and five of the texts."""
    known = Contact.objects.filter(counterpart=OuterRef("pk")).exclude(phone="", email="")
    rows = batch.recipients(by).annotate(has_contact=Exists(known))
    counts = rows.aggregate(total=Count("pk"), without=Count("pk", filter=Q(has_contact=False)))
    shown = list(rows.order_by("pk")[:SAMPLES])
    licences = Licence.objects.in_bulk([key for row in shown if (key := getattr(row, "licence_id", None))])
    return Preview(
        counts["total"],
        counts["without"],
        tuple(rows.filter(has_contact=False).order_by("pk")[:SAMPLES]) if counts["without"] else (),
        tuple(
            Sample(row, text_for(batch, row, licences.get(getattr(row, "licence_id", 0))), row.has_contact)
            for row in shown
        ),
    )


def text_for(batch: TipBatch, party: Counterpart, licence: Licence | None) -> str:
    """The text as one addressee reads it, in the language of the city."""
    with translation.override(settings.LANGUAGE_CODE):
        values = {"name": party.name, "organ": batch.organ.name}
        if licence is not None:
            day = day_text(licence.expires_on) if licence.expires_on else ""
            values |= {"licence": str(licence), "expires_on": day}
        return filled(batch.content, values)
