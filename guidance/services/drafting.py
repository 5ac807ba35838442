"""Drafting guidance, and changing a draft: what is issued is never changed (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case, Counterpart, Officer, Organ
from foundation.actors import Actor
from foundation.obstacles import Forbidden
from foundation.permissions import Permission
from foundation.record import audited
from guidance.models import GuidanceAction, GuidanceOfficer, OtherWay, ReturnVisit
from guidance.services.applications import plan_answer, set_time_to_answer
from guidance.services.base import taking
from guidance.vocabulary import OtherWayState
from guidance.ways import WAYS

COMMON = frozenset(
    {
        "formality",
        "nature",
        "field",
        "matter",
        "case",
        "counterpart",
        "audience",
        "trigger",
        "applied_on",
        "title",
        "content",
    }
    | {"reasons", "basis", "contact", "reply_by", "channel"}
)


def draft_guidance(
    *,
    by: Actor,
    at: datetime,
    way: str,
    detail: dict[str, Any] | None = None,
    implementers: Iterable[Officer] | None = None,
    **values: Any,
) -> GuidanceAction:
    """Draft guidance of ``way`` in the actor's own organ.

    ``values`` are the columns that all ways share, ``detail`` those of the way. Counterpart, matter and
    field follow from ``case`` when they are not given; without ``implementers`` the drafter implements.
    Raises Forbidden, and ValidationError when the parts do not belong together.
    """
    by.require(Permission.GUIDANCE_HANDLE)
    if by.officer_id is None or by.organ_id is None:
        raise Forbidden(Permission.GUIDANCE_HANDLE)
    drafter = Officer.objects.get(pk=by.officer_id)
    return begin_draft(
        by=by,
        at=at,
        way=way,
        organ=Organ.objects.get(pk=by.organ_id),
        drafter=drafter,
        detail=detail or {},
        implementers=[drafter] if implementers is None else implementers,
        **values,
    )


def begin_draft(
    *,
    by: Actor,
    at: datetime,
    way: str,
    organ: Organ,
    drafter: Officer,
    detail: dict[str, Any],
    implementers: Iterable[Officer],
    **values: Any,
) -> GuidanceAction:
    """The draft itself, whoever gave rise to it: ``drafter`` answers for it, ``by`` stands in the record.

    Raises Forbidden, and ValidationError when the parts do not belong together.
    """
    by.require(Permission.GUIDANCE_HANDLE)
    page = WAYS[way]
    with audited("guidance:draft", by=by, at=at, under=page.article):
        action = GuidanceAction(way=way, drafted_by=drafter, drafted_at=at)
        action.place_under(organ)
        action.formality, action.nature, action.channel = page.formality, page.nature, page.channel
        _write(action, values, by)
        set_time_to_answer(action, at=at)
        _refuse_other_visit(action, detail)
        _refuse_other_definition(action, detail)
        action.save()
        plan_answer(action)
        _write_detail(page.detail(action=action), detail, page.drafted)
        name_implementers(action, implementers)
        return action


def edit_guidance(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    detail: dict[str, Any] | None = None,
    implementers: Iterable[Officer] | None = None,
    expected: int | None = None,
    **values: Any,
) -> GuidanceAction:
    """Change a draft; raises Refused once it left the desk: a correction is a new version."""
    with taking(action_id, "edit", by=by, at=at, expected=expected) as action:
        _write(action, values, by)
        set_time_to_answer(action, at=at)
        plan_answer(action)
        if detail:
            _refuse_other_visit(action, detail)
            _refuse_other_definition(action, detail, kept=action.detail)
            _write_detail(action.detail, detail, action.page.drafted)
        if implementers is not None:
            name_implementers(action, implementers)
    return action


def name_implementers(action: GuidanceAction, officers: Iterable[Officer]) -> None:
    """Make ``officers`` the implementers, inside an open act."""
    wanted = {officer.pk: officer for officer in officers}
    for row in action.officers.all():
        if wanted.pop(row.officer_id, None) is None:
            row.delete()
    for officer in wanted.values():
        GuidanceOfficer(action=action, officer=officer).save()


def _write(action: GuidanceAction, values: dict[str, Any], by: Actor) -> None:
    unknown = set(values) - COMMON
    if unknown:
        raise TypeError(f"guidance has no {sorted(unknown)}")
    for name, value in values.items():
        setattr(action, name, value)
    _follow_case(action, by)
    if action.field_id is None and action.matter is not None:
        action.field_id = action.matter.field_id
    _refuse_misfits(action, by)


def _follow_case(action: GuidanceAction, by: Actor) -> None:
    if action.case_id is None:
        return
    case = Case.objects.workable_by(by).filter(pk=action.case_id).select_related("matter").first()
    if case is None:
        raise ValidationError({"case": ValidationError(_("Your organ has no such case."), code="unknown")})
    action.case = case
    action.counterpart_id = action.counterpart_id or case.counterpart_id
    action.matter = action.matter or case.matter


def _refuse_misfits(action: GuidanceAction, by: Actor) -> None:
    errors: dict[str, ValidationError] = {}
    if action.case is not None and action.counterpart_id != action.case.counterpart_id:
        errors["counterpart"] = ValidationError(_("The case is about another counterpart."), code="misfit")
    elif not Counterpart.objects.visible_to(by).filter(pk=action.counterpart_id or 0).exists():
        if action.counterpart_id is not None:
            errors["counterpart"] = ValidationError(_("There is no such counterpart here."), code="unknown")
        elif not action.audience.strip():
            name = "audience" if action.page.is_public else "counterpart"
            errors[name] = ValidationError(_("Say to whom this is addressed."), code="required")
    if action.field_id is None:
        errors["field"] = ValidationError(_("Choose the field of enforcement."), code="required")
    if errors:
        raise ValidationError(errors)


def _refuse_other_visit(action: GuidanceAction, detail: dict[str, Any]) -> None:
    """A record of a return visit belongs to the case that was visited (Art. 8 (8))."""
    visit: ReturnVisit | None = detail.get("visit")
    if visit is None:
        return
    if action.case_id is None:
        action.case, action.matter = visit.case, action.matter or visit.case.matter
    if visit.case_id != action.case_id or visit.organ_id != action.organ_id:
        raise ValidationError(
            {"visit": ValidationError(_("This visit belongs to another case."), code="misfit")}
        )


def _refuse_other_definition(action: GuidanceAction, detail: dict[str, Any], *, kept: Any = None) -> None:
    """A way of one's own is used by its organ, and while it is in use; a draft keeps the edition it began with."""
    way: OtherWay | None = detail.get("definition")
    if way is None or (kept is not None and kept.definition_id == way.pk):
        return
    if way.organ_id != action.organ_id or way.state != OtherWayState.IN_USE:
        raise ValidationError(
            {"definition": ValidationError(_("Your organ does not use this way."), code="misfit")}
        )


def _write_detail(row: Any, values: dict[str, Any], allowed: tuple[str, ...]) -> None:
    unknown = set(values) - set(allowed)
    if unknown:
        raise TypeError(f"{type(row).__name__} has no {sorted(unknown)} before it is issued")
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
