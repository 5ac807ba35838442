"""Issuing a document: written from the file, frozen as text, DOCX and PDF, numbered (Art. 6, 8)."""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import datetime
from typing import Any

from django.utils import timezone

from enforcement.lifecycle.documents import DOCUMENT_LIFECYCLE
from enforcement.models import Document, DocumentTemplate
from enforcement.rules.documents import obstacles_to_issuing_document, obstacles_to_no_font
from enforcement.rules.letters import Letter
from enforcement.services.cases.base import officer_of, refuse
from enforcement.services.documents.keeping import attach, kept
from enforcement.services.documents.pdf_printing import NoFont, print_letter
from enforcement.services.documents.sources import Source, source_of
from enforcement.services.documents.writing import Wanted, as_docx, issue_facts, template_for, write_letter
from enforcement.services.numbers import next_number
from enforcement.vocabulary import SIGN_OF_LETTER, FileForm, LetterKind, LetterLanguage
from foundation.actors import Actor
from foundation.record import audited


def issue_document(
    pk: int,
    *,
    noun: str,
    by: Actor,
    at: datetime,
    kind: str,
    language: str = LetterLanguage.CHINESE,
    addition: str = "",
    expected: int | None = None,
) -> Document:
    """Issue the document of ``kind`` about the thing ``noun`` ``pk`` and freeze it.

    Raises Forbidden, DoesNotExist outside the actor's organ, Stale, and Refused while what it tells is not
    recorded, or when it is in force already.
    """
    source = source_of(noun)
    by.require(source.handle)
    with audited("document:issue", by=by, at=at, under=source.article):
        source.model.objects.workable_by(by).locked(pk, expected=expected)
        thing = source.rows().workable_by(by).get(pk=pk)
        wanted = Wanted(LetterKind(kind), language, addition)
        refuse(obstacles_to_issuing_document(issue_facts(source, thing, wanted)))
        return _freeze(source, thing, wanted, by=by, at=at)


def correct_document(
    document_id: int, *, by: Actor, at: datetime, reason: str, addition: str = "", expected: int | None = None
) -> Document:
    """Issue a new version, written from the file as it stands now; the old one stays readable.

    Raises Forbidden, DoesNotExist, Stale, and Refused when it was replaced before.
    """
    step = DOCUMENT_LIFECYCLE.transition("correct")
    with audited("document:correct", by=by, at=at, under=step.article, why=reason):
        old: Document = Document.objects.workable_by(by).locked(document_id, expected=expected)
        source = source_of(old.noun)
        by.require(source.handle)
        DOCUMENT_LIFECYCLE.take(old, "correct", by=by, at=at)
        old.save()
        thing = source.rows().workable_by(by).get(pk=old.subject_id)
        wanted = Wanted(LetterKind(old.kind), old.language, addition, old.edition + 1, old.number)
        return _freeze(source, thing, wanted, by=by, at=at, supersedes=old, reason=reason)


def add_pdf(document_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Document:
    """Print the frozen text of a document that was issued where no Chinese font was installed.

    Raises Forbidden, DoesNotExist, Stale, and Refused when there is still no font, or a PDF already.
    """
    step = DOCUMENT_LIFECYCLE.transition("add_pdf")
    with audited("document:add_pdf", by=by, at=at, under=step.article), ExitStack() as files:
        document: Document = Document.objects.workable_by(by).locked(document_id, expected=expected)
        by.require(source_of(document.noun).handle)
        DOCUMENT_LIFECYCLE.take(document, "add_pdf", by=by, at=at)
        printed = printed_or_none(document.letter)
        refuse(obstacles_to_no_font(has_font=printed is not None))
        attach(document, FileForm.PDF, files.enter_context(kept(printed or b"")))
        document.save()
        return document


def preview(
    pk: int, *, noun: str, by: Actor, at: datetime, kind: str, language: str = LetterLanguage.CHINESE
) -> Letter:
    """The letter as it would be issued now, marked as a preview; nothing is kept.

    Raises DoesNotExist outside the actor's organ, and Refused while what it tells is not recorded.
    """
    source = source_of(noun)
    by.require(source.handle)
    thing = source.rows().workable_by(by).get(pk=pk)
    wanted = Wanted(LetterKind(kind), language, is_preview=True)
    facts = issue_facts(source, thing, wanted)
    refuse(o for o in obstacles_to_issuing_document(facts) if o.code != "document:issued")
    return write_letter(source, thing, wanted, at=at)


def printed_or_none(letter: Letter) -> bytes | None:
    """The letter as PDF, or nothing where no Chinese font is installed."""
    try:
        return print_letter(letter)
    except NoFont:
        return None


def _freeze(
    source: Source, thing: Any, wanted: Wanted, *, by: Actor, at: datetime, **correction: Any
) -> Document:
    if wanted.kind in SIGN_OF_LETTER and not wanted.number:
        number = next_number(organ=thing.organ, kind=SIGN_OF_LETTER[wanted.kind], at=at)
        wanted = Wanted(wanted.kind, wanted.language, wanted.addition, wanted.edition, number)
    letter = write_letter(source, thing, wanted, at=at)
    template = template_for(source, thing, wanted, on=timezone.localdate(at))
    document = _row(source, thing, wanted, letter, template)
    document.issued_by, document.issued_at = officer_of(by), at
    document.supersedes, document.reason = correction.get("supersedes"), correction.get("reason", "")
    document.save()
    _keep_files(document, letter, template)
    return document


def _row(
    source: Source, thing: Any, wanted: Wanted, letter: Letter, template: DocumentTemplate | None
) -> Document:
    document = Document(
        subject=f"{source.noun}:{thing.pk}",
        case=source.case_of(thing),
        kind=wanted.kind,
        language=wanted.language,
        number=letter.number,
        title=letter.title,
        addressee=letter.addressee.rstrip(":："),
        edition=wanted.edition,
        text=json.dumps(letter.as_dict(), ensure_ascii=False),
        template=template,
    )
    document.place_under(thing.organ)
    return document


def _keep_files(document: Document, letter: Letter, template: DocumentTemplate | None) -> None:
    """A document without a Chinese font on this computer is issued all the same; its PDF can be added."""
    with ExitStack() as files:
        attach(document, FileForm.DOCX, files.enter_context(kept(as_docx(letter, template))))
        printed = printed_or_none(letter)
        if printed is not None:
            attach(document, FileForm.PDF, files.enter_context(kept(printed)))
