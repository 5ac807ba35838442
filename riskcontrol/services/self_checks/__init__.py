"""Self-checks: offered, filled in by the party behind its link, submitted once, corrected later (Art. 9)."""

from riskcontrol.services.self_checks.asking import ask_self_check
from riskcontrol.services.self_checks.correcting import correct_found
from riskcontrol.services.self_checks.drafts import begin_and_save
from riskcontrol.services.self_checks.photos import add_photos
from riskcontrol.services.self_checks.submitting import submit_self_check

__all__ = ["add_photos", "ask_self_check", "begin_and_save", "correct_found", "submit_self_check"]
