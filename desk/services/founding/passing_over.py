"""Reasons that heads of the invented city give when they pass over a warning (Art. 6)."""

from __future__ import annotations

from foundation.reasons import Reason, reasons_against
from foundation.vocabulary import OverrideReason

HASTY = 7  # one head in so many forgets the prior notice at first
UNGUIDED = "GUI-22"
SKIPPED = "GUI-23"
REASONS = {
    OverrideReason.SPECIAL_FACTS: "清单未列此情形，但当场改正、没有后果，与清单事项相当。",
    OverrideReason.PUBLIC_SAFETY: "涉及食品安全，一次从宽不足以消除隐患。",
    OverrideReason.HIGHER_LAW: "上位法对该行为另有规定。",
    OverrideReason.SUPERIOR_ORDER: "按上级专项整治书面要求办理。",
    OverrideReason.PARTY_CONDUCT: "当事人经提醒后仍拖延整改。",
    OverrideReason.COLLECTIVE: "经局务会集体讨论，同意承办意见。",
    OverrideReason.OUTSIDE_CAUSE: "鉴定机构出具报告较迟。",
    OverrideReason.WRONG_DATA: "登记的改正日期有误，已另行更正。",
}


def reason_against(rule: str, serial: int, *, otherwise: str) -> Reason:
    """One of the coded reasons that make sense against the rule, in words that a head might use."""
    code = reasons_against(rule)[serial % len(reasons_against(rule))]
    return Reason(REASONS.get(code, otherwise), code)
