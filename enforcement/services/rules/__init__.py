"""Rules: entering them, setting what the city may set, and logging their firing."""

from enforcement.services.rules.firings import log_overrides, log_refusal
from enforcement.services.rules.loading import load_rules, rules_in_file
from enforcement.services.rules.setting import (
    annotate_rule,
    laid_down_among,
    lay_down_rule,
    parameter,
    resume_rule,
    set_number,
    set_parameter,
)
from enforcement.services.rules.telling import plan_to_tell, tell_heads_of_overrides

__all__ = [
    "annotate_rule",
    "laid_down_among",
    "lay_down_rule",
    "load_rules",
    "log_overrides",
    "log_refusal",
    "parameter",
    "plan_to_tell",
    "resume_rule",
    "rules_in_file",
    "set_number",
    "set_parameter",
    "tell_heads_of_overrides",
]
