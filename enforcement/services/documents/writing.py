"""From a thing to the finished letter: in the language of the document, with version, head and signature."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from enforcement.models import Document, DocumentTemplate
from enforcement.models.base import in_words
from enforcement.rules.documents import IssueFacts
from enforcement.rules.letters import Block, Letter
from enforcement.services.documents.docx_filling import fill
from enforcement.services.documents.docx_layout import own_template
from enforcement.services.documents.sources import Draft, Source
from enforcement.services.documents.texts.phrases import LINE
from enforcement.services.evidence.storing import open_file
from enforcement.vocabulary import LetterKind, LetterLanguage
from foundation.wording import day_text


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which document is asked for; ``edition`` counts its versions."""

    kind: LetterKind
    language: str
    addition: str = ""
    edition: int = 1
    number: str = ""
    is_preview: bool = False


def write_letter(source: Source, thing: Any, wanted: Wanted, *, at: datetime) -> Letter:
    """The letter about ``thing`` as it stands now."""
    with translation.override(wanted.language):
        draft = source.write(thing, wanted.kind)
        letter = _assembled(draft, thing, wanted, timezone.localdate(at))
    link = source.link_of(thing, at)
    return replace(letter, link=link, link_words=_words_of_link()) if link else letter


def _words_of_link() -> str:
    """In both languages, since nobody knows who will read it."""
    said = []
    for language in LetterLanguage.values:
        with translation.override(language):
            said.append(_("Scan this to read and answer on a phone, without an account"))
    return " / ".join(said)


def _assembled(draft: Draft, thing: Any, wanted: Wanted, today: date) -> Letter:
    organ = in_words(thing.organ.name_zh, thing.organ.name_en)
    return Letter(
        language=wanted.language,
        organ=organ,
        title=draft.title,
        number=draft.number or wanted.number,
        addressee=draft.addressee,
        blocks=(*draft.blocks, *Block.paragraphs(wanted.addition)),
        signature=draft.signed_by or organ,
        seal=_("(signature or seal)") if draft.signed_by else _("(seal)"),
        day=LINE if draft.signed_by and draft.day is None else day_text(draft.day or today),
        edition=_("Version %(number)s") % {"number": wanted.edition} if wanted.edition > 1 else "",
        mark=_("Preview") if wanted.is_preview else "",
        personal=draft.personal,
    )


def issue_facts(source: Source, thing: Any, wanted: Wanted) -> IssueFacts:
    """What the rules about issuing need to know."""
    same = Document.objects.about(source.noun, thing.pk).current()
    found = same.filter(kind=wanted.kind, language=wanted.language).first()
    return IssueFacts(wanted.kind, frozenset(source.kinds(thing)), found.number if found else "")


def template_for(source: Source, thing: Any, wanted: Wanted, *, on: date) -> DocumentTemplate | None:
    """The nearest organ's approved template in force, then the city's; None for the built-in one."""
    fitting = DocumentTemplate.objects.fitting(kind=wanted.kind, language=wanted.language, organ=thing.organ)
    field = source.field_of(thing)
    there = [t for t in fitting.filter(in_force_from__lte=on) if t.field_id in (None, field)]
    nearest = [pk for pk in (thing.organ.pk, thing.organ.branch_id, thing.organ.line_id) if pk] + [None]
    there.sort(
        key=lambda t: (nearest.index(t.organ_id), t.field_id is None, -t.in_force_from.toordinal(), -t.pk)
    )
    return there[0] if there else None


def as_docx(letter: Letter, template: DocumentTemplate | None) -> bytes:
    """The letter in the template, or in the built-in one."""
    if template is None:
        return fill(own_template(), letter.as_dict())
    with open_file(template) as file:
        return fill(file.read(), letter.as_dict())
