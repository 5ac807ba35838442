"""Acts on coercion: proposing, applying, keeping, lifting, executing (Art. 5, 10 (2))."""

from enforcement.services.coercion import papers
from enforcement.services.coercion.applying import apply_measure, apply_urgently
from enforcement.services.coercion.ending import convert_measure, lift_measure
from enforcement.services.coercion.executing import (
    agree_on_execution,
    announce_demolition,
    answer_demand,
    complete_execution,
    end_execution,
    resume_execution,
    serve_demand,
    suspend_execution,
)
from enforcement.services.coercion.inventory import add_item, deal_with_item, edit_item, remove_item
from enforcement.services.coercion.lapsing import (
    alert_before_end,
    end_after_three_years,
    lapse_when_over,
    lapse_without_approval,
)
from enforcement.services.coercion.lasting import add_testing, extend_measure, serve_document
from enforcement.services.coercion.proposing import (
    approve_measure,
    confirm_measure,
    draft_in_case,
    draft_measure,
    edit_measure,
    propose_measure,
    return_to_draft,
    withdraw_measure,
)

__all__ = [
    "add_item",
    "add_testing",
    "agree_on_execution",
    "alert_before_end",
    "announce_demolition",
    "answer_demand",
    "apply_measure",
    "apply_urgently",
    "approve_measure",
    "complete_execution",
    "confirm_measure",
    "convert_measure",
    "deal_with_item",
    "draft_in_case",
    "draft_measure",
    "edit_item",
    "edit_measure",
    "end_after_three_years",
    "end_execution",
    "extend_measure",
    "lapse_when_over",
    "lapse_without_approval",
    "lift_measure",
    "papers",
    "propose_measure",
    "remove_item",
    "resume_execution",
    "return_to_draft",
    "serve_demand",
    "serve_document",
    "suspend_execution",
    "withdraw_measure",
]
