"""What a city may set about rules: notes, its own numbers, and its own rules for a time (Art. 5, 6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from enforcement.models import Rule, RuleParameter
from enforcement.rules.reasons import obstacles_to_silence
from enforcement.rules.rulebook import obstacles_to_laying_down, obstacles_to_setting
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited


def annotate_rule(
    rule_id: int,
    *,
    by: Actor,
    at: datetime,
    note_zh: str = "",
    note_en: str = "",
    expected: int | None = None,
) -> Rule:
    """Add the city's own note to a rule; its words, source and effect stay as they are."""
    by.require(Permission.MATTER_EDIT)
    with audited("rule:edit", by=by, at=at, under=Article(5)):
        rule: Rule = Rule.objects.workable_by(by).locked(rule_id, expected=expected)
        rule.note_zh, rule.note_en = note_zh, note_en
        rule.save()
        return rule


def set_parameter(
    parameter_id: int, *, by: Actor, at: datetime, value: int, expected: int | None = None
) -> RuleParameter:
    """Set a number that the city sets itself; raises Refused for one that the law fixes."""
    by.require(Permission.MATTER_EDIT)
    with audited("rule:edit", by=by, at=at, under=Article(5)):
        found: RuleParameter = RuleParameter.objects.workable_by(by).locked(parameter_id, expected=expected)
        _refuse(obstacles_to_setting(is_local=found.is_local, value=value))
        found.value = value
        found.save()
        return found


def set_number(
    rule_id: int, *, by: Actor, at: datetime, name: str, value: int, expected: int | None = None
) -> Rule:
    """Set the number ``name`` of a rule; raises Refused for one that the law fixes."""
    by.require(Permission.MATTER_EDIT)
    with audited("rule:edit", by=by, at=at, under=Article(5)):
        rule: Rule = Rule.objects.workable_by(by).locked(rule_id, expected=expected)
        set_parameter(rule.parameters.get(name=name).pk, by=by, at=at, value=value)
        rule.save()
        return rule


def lay_down_rule(rule_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None) -> Rule:
    """Have the city's own warning not asked for the time being; raises Refused for what the law asks."""
    by.require(Permission.MATTER_EDIT)
    with audited("rule:lay_down", by=by, at=at, under=Article(5), why=reason):
        rule: Rule = Rule.objects.workable_by(by).locked(rule_id, expected=expected)
        _refuse(obstacles_to_silence(reason, field="reason"))
        _refuse(obstacles_to_laying_down(is_local=rule.is_local, kinds=tuple(rule.kinds)))
        rule.laid_down_on, rule.laid_down_why = timezone.localdate(at), reason
        rule.save()
        return rule


def resume_rule(rule_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Rule:
    """Ask for a rule again that had been laid down."""
    by.require(Permission.MATTER_EDIT)
    with audited("rule:resume", by=by, at=at, under=Article(5)):
        rule: Rule = Rule.objects.workable_by(by).locked(rule_id, expected=expected)
        rule.laid_down_on, rule.laid_down_why = None, ""
        rule.save()
        return rule


def laid_down_among(codes: Iterable[str]) -> frozenset[str]:
    """Those of ``codes`` whose rules the city has laid down."""
    return frozenset(
        Rule.objects.filter(code__in=list(codes)).exclude(laid_down_on=None).values_list("code", flat=True)
    )


def parameter(code: str, name: str, *, default: int) -> int:
    """The number that the city set for the rule ``code``; ``default`` where no rules have been entered."""
    found = RuleParameter.objects.filter(rule__code=code, name=name).values_list("value", flat=True).first()
    return default if found is None else found


def _refuse(obstacles: Iterable[Obstacle]) -> None:
    if found := list(obstacles):
        raise Refused(found)
