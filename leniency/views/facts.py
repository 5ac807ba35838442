"""A list and an entry as facts, as the parts of pages take them (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.pages.facts import Fact, fact, told
from leniency.models import LeniencyEntry, LeniencyList
from leniency.vocabulary import TONE_OF_STANDING


def facts_of_list(found: LeniencyList) -> list[Fact]:
    """What stands at the head of a list; nothing that is empty."""
    shown = [
        fact(_("type of list"), found.get_type_display()),
        fact(_("basis in law"), str(found.law)),
        fact(_("field"), found.field.name),
        fact(_("issued by"), found.organ.name),
        fact(_("document number"), found.document_number),
        fact(_("edition"), found.edition),
        fact(_("published on"), found.published_on, "date"),
        fact(_("in force from"), found.effective_from, "date"),
        fact(_("in force until"), found.effective_to, "date"),
        fact(_("repealed on"), found.repealed_on, "date"),
        fact(_("why it was repealed"), found.repeal_reason, "multiline"),
        _link(_("earlier edition"), found.supersedes),
        _link(_("later edition"), getattr(found, "successor", None)),
    ]
    return told(shown)


def facts_of_entry(entry: LeniencyEntry) -> list[Fact]:
    """The law and the wording of an entry; nothing that is empty."""
    shown = [
        fact(_("provision violated"), entry.violated),
        fact(_("basis of the penalty"), entry.basis),
        fact(_("statutory range"), entry.statutory_range),
        fact(_("conditions in words"), entry.own_conditions, "multiline"),
        fact(_("what follows"), entry.follow_up, "multiline"),
    ]
    return told(shown)


def _link(label: Any, found: LeniencyList | None) -> Fact:
    if found is None:
        return fact(label, None)
    return fact(label, str(found), "link", url=found.get_absolute_url())


def told_standing(found: LeniencyList, on: date) -> dict[str, Any]:
    """Where the list stands on a day, in words and tone."""
    standing = found.standing_on(on)
    return {"value": standing.label, "tone": TONE_OF_STANDING[standing].value}
