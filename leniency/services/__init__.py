"""Acts on leniency lists, and the assessment of cases (Art. 10 para. 1)."""

from leniency.services.answering import approve_choice, refuse_choice
from leniency.services.assessing import assess_case, assess_named_case, record_finding
from leniency.services.bare_facts import Evaluated, evaluate_facts
from leniency.services.choosing import choose_entry
from leniency.services.citing import cite, link_list, uncite
from leniency.services.conditions import add_condition, edit_condition, remove_condition
from leniency.services.entries import add_entry, edit_entry, propose_entry, remove_entry, suspend_entry
from leniency.services.following import conclude_entry_review
from leniency.services.following_up import (
    educate,
    plan_check,
    plan_missing_checks,
    plan_missing_education,
    record_check,
)
from leniency.services.holding_jobs import order_holding
from leniency.services.importing import load_lists, sample_lists
from leniency.services.lists import draft_list, edit_list, revise_list
from leniency.services.off_list import state_ground
from leniency.services.previewing import preview_entry
from leniency.services.promising import draft_promise, receive_promise
from leniency.services.publishing import (
    approve_list,
    publish_list,
    repeal_list,
    return_to_draft,
    review_list,
    seek_opinions,
)
from leniency.services.reviewing import begin_review, conclude_review
from leniency.services.sheets import import_entries, try_entries
from leniency.services.special_laws import (
    edit_special_provision,
    enter_special_provision,
    load_special_provisions,
)

__all__ = [
    "Evaluated",
    "add_condition",
    "add_entry",
    "approve_choice",
    "approve_list",
    "assess_case",
    "assess_named_case",
    "begin_review",
    "choose_entry",
    "cite",
    "conclude_entry_review",
    "conclude_review",
    "draft_list",
    "draft_promise",
    "edit_condition",
    "edit_entry",
    "edit_list",
    "edit_special_provision",
    "educate",
    "enter_special_provision",
    "evaluate_facts",
    "import_entries",
    "link_list",
    "load_lists",
    "load_special_provisions",
    "order_holding",
    "plan_check",
    "plan_missing_checks",
    "plan_missing_education",
    "preview_entry",
    "propose_entry",
    "publish_list",
    "receive_promise",
    "record_check",
    "record_finding",
    "refuse_choice",
    "remove_condition",
    "remove_entry",
    "repeal_list",
    "return_to_draft",
    "review_list",
    "revise_list",
    "sample_lists",
    "seek_opinions",
    "state_ground",
    "suspend_entry",
    "try_entries",
    "uncite",
]
