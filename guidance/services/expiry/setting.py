"""The local rule of reminders, kept by the administrators of an organ (Art. 8 (3))."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer, Organ, OrganField
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited
from guidance.models import ExpiryRule
from guidance.rules.tip_texts import unknown_places

EDIT, TIPS = Permission.ORGAN_EDIT, Article(8, "3")
OUT_OF_ORDER = _("The first tip comes before the second, and both before the call.")
COLUMNS = (
    "is_on", "first_days", "second_days", "call_days", "field", "officer", "content", "reasons", "basis",
)  # fmt: skip


def set_rule(*, by: Actor, at: datetime, organ: Organ, **values: Any) -> ExpiryRule:
    """Set the rule of an organ that the actor keeps; raises Forbidden, and DoesNotExist for others."""
    by.require(EDIT)
    with audited("expiry:set_rule", by=by, at=at, under=TIPS):
        rule = ExpiryRule()
        rule.place_under(Organ.objects.workable_by(by).get(pk=organ.pk))
        _write(rule, values)
        return rule


def change_rule(
    rule_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> ExpiryRule:
    """Change a rule, or switch it off; raises Stale, and DoesNotExist for those of other organs."""
    by.require(EDIT)
    with audited("expiry:change_rule", by=by, at=at, under=TIPS):
        rule: ExpiryRule = ExpiryRule.objects.workable_by(by).locked(rule_id, expected=expected)
        _write(rule, values)
        return rule


def _write(rule: ExpiryRule, values: dict[str, Any]) -> None:
    for name in COLUMNS:
        if name in values:
            setattr(rule, name, values[name])
    errors: dict[str, ValidationError] = {}
    if not Officer.objects.active().filter(pk=rule.officer_id, organ_id=rule.organ_id).exists():
        errors["officer"] = ValidationError(_("Choose an officer of this organ."), code="misfit")
    if not OrganField.objects.filter(organ_id=rule.organ_id, field_id=rule.field_id).exists():
        errors["field"] = ValidationError(
            _("This field does not belong to the duties of the organ."), code="misfit"
        )
    if unknown := unknown_places(rule.content):
        text = _("Nothing is known for {%(name)s}.") % {"name": unknown[0]}
        errors["content"] = ValidationError(text, code="place")
    if not rule.first_days > rule.second_days > rule.call_days:
        errors["first_days"] = ValidationError(OUT_OF_ORDER, code="order")
    if errors:
        raise ValidationError(errors)
    rule.save()
