"""What stands on the page of a guidance action (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from enforcement.scope import is_guest
from foundation.actors import Actor
from foundation.pages.facts import Fact, fact
from foundation.permissions import Permission
from guidance.lists.action_cells import addressee_of
from guidance.models import GuidanceAction
from guidance.models.other_ways import in_words_of_way


def detail_facts(action: GuidanceAction, names: tuple[str, ...]) -> list[Fact]:
    """The columns ``names`` of the way's table."""
    typed = action.page.typed(names)
    further = [name for name in names if name not in typed]
    told_as_text = [pair for name in further for pair in in_words_of_way(getattr(action.detail, name))]
    return [
        *(_column_fact(action.detail, name) for name in typed),
        *(fact(label, value, "multiline") for label, value in told_as_text),
    ]


def circumstances(action: GuidanceAction, by: Actor) -> list[Fact]:
    """Who, to whom, why and how."""
    return [
        _addressee_fact(action, by),
        fact(_("case"), str(action.case))
        if is_guest(by, action) and action.case
        else _linked(_("case"), action.case),
        fact(_("field of enforcement"), str(action.field)),
        fact(_("matter"), str(action.matter) if action.matter else ""),
        fact(_("occasion"), action.get_trigger_display()),
        fact(_("applied for on"), action.applied_on, "date"),
        fact(_("application to be answered by"), action.answer_by, "date"),
        fact(_("formality"), action.get_formality_display()),
        fact(_("nature"), action.get_nature_display()),
        fact(_("channel"), action.get_channel_display()),
        fact(_("implementers"), [_officer(row.officer) for row in action.officers.all()], "list"),
        fact(_("contact person and telephone"), action.contact),
        fact(_("reply invited by"), action.reply_by, "date"),
        fact(_("to be held by"), getattr(action.detail, "hold_by", None), "date"),
    ]


def course(action: GuidanceAction) -> list[Fact]:
    """When it was drafted, approved, issued, concluded."""
    return [
        fact(_("drafted by"), str(action.drafted_by)),
        fact(_("drafted at"), action.drafted_at, "datetime"),
        fact(_("approved by"), str(action.approved_by) if action.approved_by else ""),
        fact(_("issued at"), action.issued_at, "datetime"),
        fact(_("asked for in writing on"), action.written_asked_on, "date"),
        fact(_("a change was asked for on"), action.change_asked_on, "date"),
        fact(_("stopped on"), action.stopped_on, "date"),
        fact(_("concluded on"), action.concluded_on, "date"),
    ]


def text_facts(action: GuidanceAction) -> list[Fact]:
    return [
        fact(_("content"), action.content, "multiline"),
        fact(_("purpose and reasons"), action.reasons, "multiline"),
        fact(_("legal or policy basis"), action.basis, "multiline"),
    ]


def _addressee_fact(action: GuidanceAction, by: Actor) -> Fact:
    name = addressee_of(action, by)
    if action.counterpart is None:
        return fact(_("audience"), name)
    reaches = by.may(Permission.COUNTERPART_READ) and not is_guest(by, action)
    url = action.counterpart.get_absolute_url() if reaches else ""
    return fact(_("counterpart"), name, "link", url=url)


def _linked(label: Any, thing: Any) -> Fact:
    return fact(label, str(thing), "link", url=thing.get_absolute_url()) if thing else fact(label, "")


def _officer(officer: Any) -> str:
    return " · ".join(filter(None, [officer.name, officer.certificate_number]))


def _column_fact(row: Model, name: str) -> Fact:
    column: Any = row._meta.get_field(name)
    in_words = getattr(row, f"{name}_in_words", None)
    value = in_words() if in_words else getattr(row, name)
    if column.choices:
        return fact(column.verbose_name, getattr(row, f"get_{name}_display")())
    kinds = {"DateField": "date", "DateTimeField": "datetime", "TextField": "multiline"}
    kind = kinds.get(column.get_internal_type(), "text")
    if column.get_internal_type() == "BooleanField":
        value = _("yes") if value else _("no")
    if column.is_relation and hasattr(value, "get_absolute_url"):
        return _linked(column.verbose_name, value)
    return fact(column.verbose_name, str(value) if column.is_relation and value else value, kind)
