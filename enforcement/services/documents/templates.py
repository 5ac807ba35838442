"""Templates of documents: tried out when uploaded, approved by a second person, retired (Art. 6)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from enforcement.lifecycle.documents import TEMPLATE_LIFECYCLE
from enforcement.models import DocumentTemplate, Organ
from enforcement.rules.documents import obstacles_to_city_template, obstacles_to_template
from enforcement.scope import serves_whole_city
from enforcement.services.cases.base import officer_of, refuse
from enforcement.services.documents.docx_examining import LARGEST, examine
from enforcement.services.documents.keeping import kept
from enforcement.vocabulary import LetterLanguage
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited


def upload_template(
    *,
    by: Actor,
    at: datetime,
    kind: str,
    name: str,
    in_force_from: date,
    file: Any,
    language: str = LetterLanguage.CHINESE,
    field: Any = None,
    whole_city: bool = False,
) -> DocumentTemplate:
    """Keep a Word file as a further edition of the template ``name`` of the actor's organ, or of the whole city.

    Raises Refused with every fault of its dry run, and for the whole city outside its own organs: then nothing
    is kept.
    """
    by.require(Permission.TEMPLATE_EDIT)
    if whole_city:
        refuse(obstacles_to_city_template(serves_city=serves_whole_city(by)))
    content = file.read(LARGEST + 1)
    refuse(obstacles_to_template(examine(content)))
    with audited("template:upload", by=by, at=at, under=Article(6)), kept(content) as stored:
        organ = None if whole_city else Organ.objects.get(pk=by.organ_id or 0)
        same = {"organ": organ, "kind": kind, "language": language, "name": name}
        last = DocumentTemplate.objects.filter(**same).order_by("-edition").first()
        template = DocumentTemplate(
            **same, field=field, edition=last.edition + 1 if last else 1, in_force_from=in_force_from,
            uploaded_by=officer_of(by), file=stored.path, size=stored.size, sha256=stored.sha256,
        )  # fmt: skip
        template.save()
        return template


def approve_template(
    template_id: int, *, by: Actor, at: datetime, expected: int | None = None
) -> DocumentTemplate:
    """Let documents be made from it from its day on; the editions before it are retired.

    Raises Refused for who uploaded it, DoesNotExist for templates of other organs.
    """
    with audited("template:approve", by=by, at=at, under=Article(6)):
        template = _moved(template_id, "approve", by, at, expected)
        template.approved_by, template.approved_at = officer_of(by), at
        template.save()
        return template


def retire_template(
    template_id: int, *, by: Actor, at: datetime, expected: int | None = None
) -> DocumentTemplate:
    """Make no further documents from it; raises Refused when it was never approved."""
    with audited("template:retire", by=by, at=at, under=Article(6)):
        template = _moved(template_id, "retire", by, at, expected)
        template.save()
        return template


def _moved(template_id: int, step: str, by: Actor, at: datetime, expected: int | None) -> DocumentTemplate:
    template: DocumentTemplate = DocumentTemplate.objects.workable_by(by).locked(
        template_id, expected=expected
    )
    TEMPLATE_LIFECYCLE.take(template, step, by=by, at=at)
    return template
