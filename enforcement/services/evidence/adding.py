"""Adding evidence to a case (Art. 6; Penalty Law, Art. 46-47)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any, cast

from django.db.models import Sum
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case, Evidence
from enforcement.rules.dates import future_days
from enforcement.services.cases.base import officer_of, refuse, working_on
from enforcement.services.evidence.storing import Stored, stored
from enforcement.services.evidence.types import ACCEPTED, FileType, NotAccepted, ending_of, type_of
from foundation.actors import Actor
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle
from foundation.permissions import Permission

MEGABYTE = 1024 * 1024
LARGEST_FILE = 100 * MEGABYTE
LARGEST_CASE = 1024 * MEGABYTE
_LONGEST_NAME = 200
_SMALLER: Any = _("Cut it, or save it with less resolution.")
_OTHER_TYPE: Any = format_lazy(_("Accepted are {types}."), types=ACCEPTED)


def add_evidence(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    kind: str,
    title: str,
    collected_on: date,
    file: Any,
    expected: int | None = None,
) -> Case:
    """Keep ``file`` (an uploaded file: name, size, read) as evidence of the case.

    Raises Refused when its kind, content or size is not accepted, or when the case has it already.
    """
    by.require(Permission.CASE_HANDLE)
    found = _checked(file, today=timezone.localdate(at), collected_on=collected_on)
    with (
        stored(file, at_most=LARGEST_FILE) as kept,
        working_on(
            case_id, "add_evidence", by=by, at=at, needs=Permission.CASE_HANDLE, under=Article(6)
        ) as case,
    ):
        refuse(_obstacles_to_keeping(case, kept))
        Evidence(
            case=case,
            kind=kind,
            title=title,
            collected_on=collected_on,
            collected_by=officer_of(by),
            file=kept.path,
            original_name=plain_name(file.name, found),
            content_type=found.content_type,
            size=kept.size,
            sha256=kept.sha256,
        ).save()
    return case


def _checked(file: Any, *, today: date, collected_on: date) -> FileType:
    """The type of the file; raises Refused with everything that speaks against it."""
    obstacles = list(future_days(today, collected_on=collected_on))
    found: FileType | None = None
    if file.size > LARGEST_FILE:
        obstacles.append(_refusal("evidence:too_large", _("The file is larger than 100 MB."), _SMALLER))
    elif not file.size:
        obstacles.append(_refusal("evidence:empty", _("The file is empty."), _("Choose the file again.")))
    else:
        try:
            found = type_of(file, name=file.name, size=file.size)
        except NotAccepted as error:
            obstacles.append(_refusal("evidence:type", error.message, _OTHER_TYPE))
    refuse(obstacles)
    return cast("FileType", found)


def _obstacles_to_keeping(case: Case, kept: Stored) -> Iterator[Obstacle]:
    files = case.evidence.all()
    if files.filter(sha256=kept.sha256).exists():
        yield _refusal("evidence:twin", _("This file is already in the case."), _("Nothing is left to do."))
    if (files.aggregate(total=Sum("size"))["total"] or 0) + kept.size > LARGEST_CASE:
        yield _refusal(
            "evidence:case_full",
            _("The files of this case would exceed 1 GB."),
            _("Keep long recordings in the archive of recordings and add their record here."),
        )


def _refusal(code: str, message: Any, next_step: Any) -> Obstacle:
    return Obstacle(
        code=code,
        message=message,
        article=Article(6),
        citation=Citation(PENALTY, "46"),
        field="file",
        next_step=next_step,
    )


def plain_name(name: str, found: FileType) -> str:
    """The name as it may be shown and sent: no folders, no controls, not too long, its ending kept."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(sign for sign in unicodedata.normalize("NFC", last) if sign.isprintable())
    ending = ending_of(kept) or found.endings[0]
    stem = kept[: -len(ending)].strip(" .") or "evidence"
    return f"{stem[: _LONGEST_NAME - len(ending)]}{ending}"
