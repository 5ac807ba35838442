"""Two editions of a list side by side, in the reader's language (Art. 10 para. 1: dynamic management)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from leniency.models import LeniencyEntry, LeniencyList
from leniency.rules.comparing import EntryChange, EntryImage, compare
from leniency.vocabulary import TONE_OF_DIFFERENCE, Difference

PARTS = {
    "violation": _("violation"),
    "violated": _("provision violated"),
    "basis": _("basis of the penalty"),
    "statutory_range": _("statutory range"),
    "conditions_text": _("conditions in words"),
    "conditions": _("conditions"),
    "follow_up": _("what follows"),
    "suspension": _("why it is suspended"),
}
"""The parts of an entry that are compared, and what each is called."""


@dataclass(frozen=True)
class Comparison:
    """``before`` and ``after`` with every entry of both; the order is that of the codes."""

    before: LeniencyList
    after: LeniencyList
    entries: list[EntryChange]

    @property
    def counted(self) -> list[dict[str, Any]]:
        """The counts in words, each with its tone."""
        return [
            {"label": d.label, "tone": TONE_OF_DIFFERENCE[d].value, "count": self.counts[d]}
            for d in Difference
        ]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many entries were added, removed, changed and left as they were."""
        found = Counter(str(change.difference) for change in self.entries)
        return {difference.value: found[difference.value] for difference in Difference}

    @property
    def differing(self) -> list[EntryChange]:
        return [change for change in self.entries if change.difference != Difference.SAME]


def comparison_of(before: LeniencyList, after: LeniencyList) -> Comparison:
    """Compare two editions in four queries."""
    return Comparison(before, after, compare(_images(before), _images(after)))


def comparable_with(found: LeniencyList) -> Any:
    """Other lists of the same type and field, the latest first: earlier editions, and those of other organs."""
    same = LeniencyList.objects.filter(type=found.type, field=found.field_id).exclude(pk=found.pk)
    return same.select_related("organ").order_by("-effective_from", "-id")


def told(change: EntryChange) -> dict[str, Any]:
    """A change as a page shows it, with the names of its parts."""
    return {
        "code": change.code,
        "title": change.title,
        "label": change.difference.label,
        "tone": TONE_OF_DIFFERENCE[change.difference].value,
        "parts": [{"label": PARTS[part.name], "pieces": part.pieces} for part in change.parts],
    }


def _images(found: LeniencyList) -> list[EntryImage]:
    return [_image(entry) for entry in found.entries.prefetch_related("conditions")]


def _image(entry: LeniencyEntry) -> EntryImage:
    conditions = sorted(str(condition) for condition in entry.conditions.all())
    words = {
        "violation": entry.violation,
        "violated": entry.violated,
        "basis": entry.basis,
        "statutory_range": entry.statutory_range,
        "conditions_text": entry.own_conditions,
        "conditions": "\n".join(conditions),
        "follow_up": entry.follow_up,
        "suspension": entry.suspension_reason,
    }
    return EntryImage(entry.code, entry.violation, words)
