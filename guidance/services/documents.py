"""The letter of a guidance action: its content, and always that it is voluntary (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from enforcement.rules.letters import Block
from enforcement.services.documents import Draft, Source, register_source
from enforcement.vocabulary import LetterKind
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.wording import day_text, moment_text
from guidance.models import GuidanceAction
from guidance.models.interviews import appointed_of
from guidance.models.other_ways import in_words_of_way
from guidance.services.interview_record import record_of_interview, was_held
from guidance.services.links.finding import address_of
from guidance.vocabulary import FOR_REFERENCE, VOLUNTARY_NOTICE, InvitationState, Way


def kinds_of(action: GuidanceAction) -> Iterator[LetterKind]:
    """Issued guidance has its letter; a draft has none."""
    if action.issued_at is not None:
        yield LetterKind.GUIDANCE
    if was_held(action):
        yield LetterKind.INTERVIEW


def write(action: GuidanceAction, kind: LetterKind) -> Draft:
    """The letter of the action for its way, or the record of an interview."""
    return record_of_interview(action) if kind == LetterKind.INTERVIEW else _letter(action)


def _letter(action: GuidanceAction) -> Draft:
    return Draft(
        title=capfirst(str(action.page.documents[0])),
        number=action.number,
        addressee=f"{action.addressee}{pgettext('after the addressee of a letter', ':')}",
        day=timezone.localdate(action.issued_at) if action.issued_at else None,
        blocks=(
            Block.heading(action.title),
            *Block.paragraphs(action.content),
            *_part(_("Purpose and reasons"), action.reasons),
            *_part(_("Basis"), action.basis),
            Block.facts(*columns_of(action)),
            *Block.paragraphs(FOR_REFERENCE if action.way == Way.SUGGEST else ""),
            Block.notice(f"{_('This guidance is voluntary')}{_(': ')}{VOLUNTARY_NOTICE}"),
            Block.facts(
                (_("Reply invited by"), day_text(action.reply_by) if action.reply_by else ""),
                (_("Implementers"), _(", ").join(_people(action))),
                (_("Contact"), action.contact),
            ),
        ),
    )


def _part(title: str, text: str) -> Iterator[Block]:
    if text.strip():
        yield Block.heading(title)
        yield from Block.paragraphs(text)


def columns_of(action: GuidanceAction) -> Iterator[tuple[str, str]]:
    """What the way asks to be written before it is issued, as label and words."""
    detail = _as_appointed(action)
    page = action.page
    for name in page.typed(page.drafted):
        column: Any = detail._meta.get_field(name)
        yield capfirst(str(column.verbose_name)), _told(detail, name, column)
    yield from in_words_of_way(getattr(detail, "drafted_values", []))
    if guests := _guests(action):
        lead = _("%(organ)s (leads)") % {"organ": action.organ}
        yield _("Organs that take part"), _(", ").join([lead, *(str(row.organ) for row in guests)])


def _as_appointed(action: GuidanceAction) -> Any:
    """The columns of the way; an interview that was moved is announced for its new hour."""
    if action.way != Way.INTERVIEW:
        return action.detail
    detail = copy(action.detail)
    detail.invited_for, detail.place = appointed_of(action)  # type: ignore[attr-defined]
    return detail


def _told(detail: Any, name: str, column: Any) -> str:
    in_words = getattr(detail, f"{name}_in_words", None)
    value = in_words() if in_words else getattr(detail, name)
    if value in (None, ""):
        return ""
    if column.choices:
        return str(getattr(detail, f"get_{name}_display")())
    kind = column.get_internal_type()
    if kind == "BooleanField":
        return _("yes") if value else _("no")
    words = {"DateField": day_text, "DateTimeField": moment_text}
    return words.get(kind, str)(value)


def _guests(action: GuidanceAction) -> list[Any]:
    return [row for row in action.joint_organs if row.state == InvitationState.COMING]


def _people(action: GuidanceAction) -> Iterator[str]:
    """Who implements it, and who comes for each organ that takes part."""
    yield from (_named(row.officer) for row in action.officers.all())
    yield from (f"{_named(row.officer)} ({row.organ})" for row in _guests(action))


def _named(officer: Any) -> str:
    return f"{officer.name} {officer.certificate_number}".strip()


register_source(
    Source(
        noun="guidance",
        model=GuidanceAction,
        handle=Permission.GUIDANCE_HANDLE,
        article=Article(8),
        rows=GuidanceAction.objects.with_everything,
        kinds=kinds_of,
        write=write,
        act_url="guidance:guidance_act",
        case_of=lambda action: action.case,
        field_of=lambda action: action.field_id,
        link_of=lambda action, at: address_of(action, at=at),
    )
)
