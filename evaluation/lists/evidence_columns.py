"""What is shown of the rows behind a figure: enough to check it, no name of a person in need (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import counterpart_name, either_name, masked_counterpart, number_of
from enforcement.vocabulary import CertificateState, Outcome
from evaluation.vocabulary import Subject
from foundation.lists import Column, Kind
from foundation.permissions import Permission
from guidance.vocabulary import Effect, Formality, Recheck, VisitState, Way

PERSONS = Permission.COUNTERPART_READ


def _organ(path: str = "") -> Column:
    return Column("organ", _("organ"), (f"{path}organ__name_zh", f"{path}organ__name_en"), build=either_name)


def _party(path: str) -> Column:
    source = (f"{path}__name", f"{path}__kind")
    return Column(
        "counterpart", _("counterpart"), source, mask=(PERSONS, masked_counterpart), build=_name_or_none
    )


def _name_or_none(value: Any, context: Any) -> str:
    return counterpart_name(value, context) or ""


_MATTER = Column("matter", _("matter"), ("matter__name_zh", "matter__name_en"), build=either_name)

COLUMNS: dict[str, tuple[Column, ...]] = {
    Subject.CASE: (
        Column("number", _("number"), ("number", "clue_number"), Kind.LINK, build=number_of),
        _party("counterpart"),
        _MATTER,
        _organ(),
        Column("outcome", _("outcome"), choices=Outcome, filter="choices"),
        Column("opened_at", _("opened"), kind=Kind.DATE, sort="opened_at"),
        Column("deadline_on", _("to be decided by"), kind=Kind.DATE),
        Column("decided_on", _("decided on"), kind=Kind.DATE),
    ),
    Subject.GUIDANCE: (
        Column("number", _("number"), kind=Kind.LINK),
        Column("way", _("way"), choices=Way, filter="choices"),
        Column("formality", _("formality"), choices=Formality),
        _organ(),
        Column("drafted_at", _("drafted"), kind=Kind.DATE, sort="drafted_at"),
        Column("concluded_on", _("concluded on"), kind=Kind.DATE),
        Column("effect", _("effect"), choices=Effect),
    ),
    Subject.ITEM: (
        Column("number", _("guidance"), "action__number"),
        _organ("action__"),
        Column("due_on", _("to be put right by"), kind=Kind.DATE, sort="due_on"),
        Column("rechecked_on", _("looked at again on"), kind=Kind.DATE),
        Column("recheck_result", _("what was found then"), choices=Recheck),
    ),
    Subject.LIST: (
        Column("title", _("title"), ("title_zh", "title_en"), Kind.LINK, build=either_name),
        Column("edition", _("edition")),
        _organ(),
        Column("published_on", _("published on"), kind=Kind.DATE),
        Column("created", _("entered on"), "created_at", Kind.DATE, sort="created_at", api=False, page=False),
    ),
    Subject.MATTER: (
        Column("code", _("code"), kind=Kind.LINK, sort="code"),
        Column("name", _("matter"), ("name_zh", "name_en"), build=either_name),
        Column("field", _("field"), ("field__name_zh", "field__name_en"), build=either_name),
    ),
    Subject.OFFICER: (
        Column("name", _("name"), ("name_zh", "name_en"), Kind.LINK, build=either_name, sort="name_pinyin"),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name),
        Column("post", _("post")),
        Column("certificate_state", _("state of the certificate"), choices=CertificateState),
        Column("certificate_until", _("certificate valid until"), kind=Kind.DATE),
    ),
    Subject.VISIT: (
        Column("case", _("case"), "case__number", Kind.LINK),
        _organ(),
        Column("state", _("state"), choices=VisitState),
        Column("due_on", _("due on"), kind=Kind.DATE, sort="due_on"),
        Column("held_on", _("held on"), kind=Kind.DATE),
    ),
}  # fmt: skip

ORDERING: dict[str, str] = {
    Subject.CASE: "-opened_at",
    Subject.GUIDANCE: "-drafted_at",
    Subject.ITEM: "-due_on",
    Subject.LIST: "-created",
    Subject.MATTER: "code",
    Subject.OFFICER: "name",
    Subject.VISIT: "-due_on",
}

ROW_URL: dict[str, str] = {
    Subject.CASE: "enforcement:case_detail",
    Subject.GUIDANCE: "guidance:guidance_detail",
    Subject.LIST: "leniency:list_detail",
    Subject.MATTER: "enforcement:matter_detail",
    Subject.OFFICER: "enforcement:officer_detail",
    Subject.VISIT: "guidance:visit_detail",
}
