"""Coercion from the first thought to its end: proposed, approved, applied, lifted (Art. 5, 10 (2))."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from enforcement.rules.coercion_acting import (
    obstacles_on_the_spot,
    obstacles_to_approving,
    obstacles_to_confirming,
    obstacles_to_execution_only,
    obstacles_to_forbidden_time,
    obstacles_to_impossible_moment,
    obstacles_to_inventory,
    obstacles_to_measure_only,
    obstacles_to_things_kept,
    obstacles_to_unapproved,
    obstacles_to_unreasoned_end,
    obstacles_to_urgency,
    other_kind,
)
from enforcement.rules.coercion_execution import (
    obstacles_to_agreeing,
    obstacles_to_costs,
    obstacles_to_executing,
)
from enforcement.rules.coercion_need import (
    obstacles_to_basis,
    obstacles_to_freezing_too_much,
    obstacles_to_need,
    obstacles_to_objects,
    obstacles_to_stage,
)
from enforcement.rules.coercion_terms import (
    ARTICLE,
    obstacles_to_ending,
    obstacles_to_extending,
    obstacles_to_lapsing,
)
from enforcement.vocabulary.coercion import EXECUTIONS, UNAPPLIED, CoercionKind
from enforcement.vocabulary.coercion import CoercionState as S
from foundation.articles import COERCION, Citation
from foundation.lifecycle import Lifecycle, Rule, Transition
from foundation.obstacles import Obstacle
from foundation.permissions import Permission
from foundation.vocabulary import Tone

PROPOSE, APPROVE = Permission.COERCION_PROPOSE, Permission.COERCION_APPROVE
RUNNING = (S.APPROVED, S.APPLIED)


def _row(
    name: str,
    label: object,
    sources: tuple[S, ...],
    target: S,
    provision: str,
    *rules: Rule,
    by: Permission = PROPOSE,
    tone: Tone = Tone.NEUTRAL,
) -> Transition:
    return Transition(name, label, sources, target, by, ARTICLE, Citation(COERCION, provision), rules, tone)


COERCION_LIFECYCLE = Lifecycle(
    noun="coercion",
    states=S,
    transitions=(
        _row("propose", _("Propose for approval"), (S.DRAFT,), S.PROPOSED, "5, 18",
             obstacles_to_need, obstacles_to_forbidden_time, tone=Tone.INFO),
        _row("approve", _("Approve"), (S.PROPOSED,), S.APPROVED, "18",
             obstacles_to_need, obstacles_to_approving, by=APPROVE, tone=Tone.GOOD),
        _row("return_to_draft", _("Send back"), (S.PROPOSED,), S.DRAFT, "18",
             obstacles_to_unreasoned_end, by=APPROVE),
        _row("revise", _("Change what was approved"), (S.APPROVED,), S.PROPOSED, "18", obstacles_to_need),
        _row("apply", _("Record the application"), (S.APPROVED,), S.APPLIED, "18, 24, 37",
             obstacles_to_unapproved, obstacles_to_impossible_moment, obstacles_to_objects,
             obstacles_to_stage, obstacles_on_the_spot, obstacles_to_inventory, obstacles_to_executing,
             obstacles_to_forbidden_time, tone=Tone.INFO),
        _row("apply_urgently", _("Apply at once, in urgency"), (S.DRAFT, S.PROPOSED), S.APPLIED, "19",
             obstacles_to_measure_only, obstacles_to_urgency, obstacles_to_impossible_moment,
             obstacles_to_basis, obstacles_to_objects, obstacles_to_freezing_too_much, obstacles_to_stage,
             obstacles_on_the_spot, obstacles_to_inventory, obstacles_to_forbidden_time, tone=Tone.WATCH),
        _row("confirm", _("Approve afterwards"), (S.APPLIED,), S.APPLIED, "19",
             obstacles_to_confirming, obstacles_to_need, obstacles_to_approving, by=APPROVE, tone=Tone.GOOD),
        _row("extend", _("Extend once"), (S.APPLIED,), S.APPLIED, "25, 32",
             obstacles_to_measure_only, obstacles_to_extending, obstacles_to_approving, by=APPROVE),
        _row("lift", _("Lift"), (S.APPLIED,), S.LIFTED, "28, 33",
             obstacles_to_measure_only, obstacles_to_things_kept, obstacles_to_unreasoned_end, tone=Tone.GOOD),
        _row("expire", _("Let it lapse"), (S.APPLIED,), S.EXPIRED, "19, 25, 33",
             obstacles_to_measure_only, obstacles_to_lapsing),
        _row("convert", _("Record its end by the decision"), (S.APPLIED,), S.CONVERTED, "27",
             obstacles_to_measure_only, obstacles_to_things_kept, obstacles_to_unreasoned_end, tone=Tone.GOOD),
        _row("agree", _("Conclude an execution agreement"), RUNNING, S.AGREED, "42",
             obstacles_to_execution_only, obstacles_to_agreeing, tone=Tone.GOOD),
        _row("suspend", _("Suspend the execution"), (*RUNNING, S.AGREED), S.SUSPENDED, "39",
             obstacles_to_execution_only, obstacles_to_unreasoned_end),
        _row("resume", _("Resume the execution"), (S.AGREED, S.SUSPENDED), S.APPROVED, "39, 42",
             obstacles_to_execution_only, obstacles_to_unreasoned_end),
        _row("complete", _("Record that it was carried out"), (S.APPLIED, S.AGREED), S.COMPLETED, "37",
             obstacles_to_execution_only, obstacles_to_costs, tone=Tone.GOOD),
        _row("end", _("Execute no longer"), (S.SUSPENDED,), S.ENDED, "39",
             obstacles_to_execution_only, obstacles_to_ending),
        _row("withdraw", _("Withdraw"), UNAPPLIED, S.WITHDRAWN, "5", obstacles_to_unreasoned_end),
    ),
)  # fmt: skip

STATES_OF_COERCION_ACT: dict[str, tuple[S, ...]] = {
    "add_item": (*UNAPPLIED, S.APPLIED),
    "add_testing": (S.APPLIED,),
    "announce": (*UNAPPLIED, S.SUSPENDED),
    "answer_demand": (*UNAPPLIED, S.SUSPENDED),
    "deal_with_item": (S.APPLIED, S.EXPIRED),
    "edit": UNAPPLIED,
    "edit_item": (*UNAPPLIED, S.APPLIED),
    "remove_item": (S.DRAFT, S.PROPOSED),
    "serve_demand": (*UNAPPLIED, S.SUSPENDED),
    "serve_document": (S.APPLIED,),
}
"""Acts that leave the state as it is, and the states in which they make sense."""

_OF_MEASURES = {"apply_urgently", "confirm", "extend", "lift", "expire", "convert", "add_item", "add_testing",
                "deal_with_item", "edit_item", "remove_item"}  # fmt: skip
_OF_EXECUTIONS = {"agree", "suspend", "resume", "complete", "end", "serve_demand", "answer_demand"}
_OF_KIND = {
    "serve_document": (CoercionKind.FREEZE,),
    "announce": (CoercionKind.DEMOLITION,),
}


def fits_kind(act: str, kind: str) -> bool:
    """Whether ``act`` means anything for this kind of coercion."""
    if act in _OF_KIND:
        return kind in _OF_KIND[act]
    return act not in (_OF_MEASURES if kind in EXECUTIONS else _OF_EXECUTIONS)


def obstacles_to_coercion_act(act: str, state: str, *, kind: str) -> Iterator[Obstacle]:
    """An obstacle when ``act`` makes no sense in ``state``, or for this kind of coercion."""
    if not fits_kind(act, kind):
        yield other_kind()
    if state not in STATES_OF_COERCION_ACT[act]:
        yield Obstacle(
            code="coercion:wrong_state",
            message=_("Not possible in the present state: “%(state)s”.") % {"state": S(state).label},
            article=ARTICLE,
            next_step=_("Open the page again to see what can be done now."),
        )


__all__ = [
    "COERCION_LIFECYCLE",
    "STATES_OF_COERCION_ACT",
    "fits_kind",
    "obstacles_to_coercion_act",
]
