"""What the page of a case tells of its filing, or of the decision not to file (Penalty Law, Art. 54)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import TITLE_HIDDEN
from enforcement.models import Case
from foundation.pages.facts import fact

_YES_NO = {True: _("Yes"), False: _("No")}


def filing_facts(case: Case, *, reads: bool) -> list[dict[str, Any]]:
    """The four conditions, or ground and reasons of not filing; nothing for a clue."""
    check, refusal = getattr(case, "filing_check", None), getattr(case, "non_filing", None)
    if check is not None:
        return [
            _text(_("preliminary evidence"), check.basis, reads=reads),
            fact(_("the law provides a penalty"), _YES_NO[check.is_punishable]),
            fact(_("the organ is competent"), _YES_NO[check.in_jurisdiction]),
            fact(_("the limitation period has not passed"), _YES_NO[check.within_limitation]),
            fact(_("the place lies in the organ's area"), _YES_NO[check.in_area]),
            *([_text(_("record of assistance"), check.assistance, reads=reads)] if check.assistance else []),
        ]
    if refusal is not None:
        return [
            fact(_("ground"), refusal.get_ground_display()),
            _text(_("reasons"), refusal.reason, reads=reads),
            *([_text(_("education given"), refusal.education, reads=reads)] if refusal.education else []),
        ]
    return []


def _text(label: Any, value: str, *, reads: bool) -> dict[str, Any]:
    return fact(label, value if reads else TITLE_HIDDEN, "multiline")
