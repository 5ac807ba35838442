"""A list and an entry as facts, as the parts of pages take them (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from leniency.models import LeniencyEntry, LeniencyList

Fact = dict[str, Any]


def facts_of_list(found: LeniencyList) -> list[Fact]:
    """What stands at the head of a list; nothing that is empty."""
    shown = [
        _fact(_("type of list"), found.get_type_display()),
        _fact(_("basis in law"), str(found.law)),
        _fact(_("field"), found.field.name),
        _fact(_("issued by"), found.organ.name),
        _fact(_("document number"), found.document_number),
        _fact(_("edition"), found.edition),
        _fact(_("published on"), found.published_on, "date"),
        _fact(_("in force from"), found.effective_from, "date"),
        _fact(_("in force until"), found.effective_to, "date"),
        _fact(_("repealed on"), found.repealed_on, "date"),
        _fact(_("why it was repealed"), found.repeal_reason, "multiline"),
        _link(_("earlier edition"), found.supersedes),
        _link(_("later edition"), getattr(found, "successor", None)),
    ]
    return [fact for fact in shown if fact["value"] not in (None, "")]


def facts_of_entry(entry: LeniencyEntry) -> list[Fact]:
    """The law and the wording of an entry; nothing that is empty."""
    shown = [
        _fact(_("provision violated"), entry.violated),
        _fact(_("basis of the penalty"), entry.basis),
        _fact(_("statutory range"), entry.statutory_range),
        _fact(_("conditions in words"), entry.own_conditions, "multiline"),
        _fact(_("what follows"), entry.follow_up, "multiline"),
    ]
    return [fact for fact in shown if fact["value"] not in (None, "")]


def _fact(label: Any, value: Any, kind: str = "text", **more: Any) -> Fact:
    return {"label": label, "value": value, "kind": kind, **more}


def _link(label: Any, found: LeniencyList | None) -> Fact:
    if found is None:
        return _fact(label, None)
    return _fact(label, str(found), "link", url=found.get_absolute_url())
