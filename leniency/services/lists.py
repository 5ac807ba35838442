"""Drafting a list, and drafting its next edition (Art. 10 para. 1: dynamic management)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.models import Organ
from foundation.actors import Actor
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from leniency.models import EntryCitation, LeniencyCondition, LeniencyEntry, LeniencyList
from leniency.services.drafts import ARTICLE, drafting
from leniency.vocabulary import ListState

COPIED = ("title_zh", "title_en", "type", "field", "level", "note_zh", "note_en")
ENTRY_COPIED = (
    "code",
    "matter",
    "violation_zh",
    "violation_en",
    "violated",
    "basis",
    "statutory_range",
    "correct_first",
    "conditions_zh",
    "conditions_en",
    "follow_up_zh",
    "follow_up_en",
)
CONDITION_COPIED = ("kind", "number", "choice", "sameness", "text_zh", "text_en")


def draft_list(*, by: Actor, at: datetime, organ: Organ | None = None, **values: Any) -> LeniencyList:
    """Begin a list of the actor's own organ; only the command line names another ``organ``."""
    by.require(Permission.LENIENCY_EDIT)
    own = Organ.objects.filter(pk=by.organ_id or 0).first()
    issuing = own or organ
    if issuing is None:
        raise Refused([_names_no_organ()])
    with audited("leniency_list:draft", by=by, at=at, under=ARTICLE):
        found = LeniencyList(drafted_by_id=by.officer_id, level=issuing.level, **values)
        found.place_under(issuing)
        found.save()
        return found


def _names_no_organ() -> Obstacle:
    return Obstacle(
        code="LST-14",
        message=_("A list is issued by an organ."),
        article=ARTICLE,
        next_step=_("Name the organ that issues it."),
    )


def edit_list(
    list_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> LeniencyList:
    """Change the heading of a draft; raises Refused when it is no draft any more."""
    with drafting(list_id, "edit", by=by, at=at, expected=expected) as found:
        for name, value in values.items():
            setattr(found, name, value)
        return found


def revise_list(
    list_id: int, *, by: Actor, at: datetime, edition: str, expected: int | None = None
) -> LeniencyList:
    """Draft the next edition with all entries; the present one stays in force until it is replaced.

    Raises Refused when the list is not in force or its next edition is in preparation already.
    """
    by.require(Permission.LENIENCY_EDIT)
    with audited("leniency_list:revise", by=by, at=at, under=ARTICLE):
        old = LeniencyList.objects.workable_by(by).locked(list_id, expected=expected)
        _refuse_unless_revisable(old)
        new = LeniencyList(
            edition=edition, supersedes=old, drafted_by_id=by.officer_id, **_values(old, COPIED)
        )
        new.place_under(old.organ)
        new.save()
        for entry in old.entries.filter(suspended_on=None).prefetch_related(
            "conditions", "citations__provision"
        ):
            _copy_entry(entry, new)
        return new


def _copy_entry(entry: LeniencyEntry, new: LeniencyList) -> None:
    copy = LeniencyEntry(list=new, revision=entry.revision + 1, **_values(entry, ENTRY_COPIED))
    copy.save()
    for condition in entry.conditions.all():
        LeniencyCondition(entry=copy, **_values(condition, CONDITION_COPIED)).save()
    for citation in entry.citations.all():
        if citation.provision.valid_to is None:
            EntryCitation(entry=copy, provision=citation.provision, is_basis=citation.is_basis).save()


def _values(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _refuse_unless_revisable(old: LeniencyList) -> None:
    if old.state == ListState.PUBLISHED and not hasattr(old, "successor"):
        return
    raise Refused(
        [
            Obstacle(
                code="LST-11",
                message=_("A new edition replaces a published list that has no later edition."),
                article=ARTICLE,
                next_step=_("Open the later edition, or draft a new list."),
            )
        ]
    )
